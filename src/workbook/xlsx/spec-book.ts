import type { CellInput, SheetSpec } from "../../sheet";
import { areaToAbsoluteA1, quoteSheet } from "../../sheet";
import type { StoredBook, StoredCell, StoredName } from "./stored";
import { cellKey } from "./stored";

/** What specs will hold once they are written, with names that stand for anything: the cells for the engine and for reading back. */
export function storedBook(specs: readonly SheetSpec[], others: readonly StoredName[] = []): StoredBook {
  return {
    sheets: specs.map((spec) => {
      const cells = new Map<number, StoredCell>();
      for (const [row, line] of spec.cells.entries()) {
        for (const [col, input] of line.entries()) {
          const cell = storedCell(input);
          if (cell) cells.set(cellKey(row, col), cell);
        }
      }
      const hiddenCols = spec.columns.flatMap(({ hidden }, col) => (hidden ? [{ from: col, to: col }] : []));
      return {
        name: spec.name,
        visible: spec.hidden !== true,
        cells,
        hiddenRows: new Set(spec.hiddenRows),
        filtered: [],
        hiddenCols,
        merges: spec.merges,
        dates: new Map(),
        tables: [],
      };
    }),
    names: [...others, ...specs.flatMap((spec) =>
      spec.names.map(({ name, area }) => ({ name, scope: null, refersTo: `${quoteSheet(spec.name)}!${areaToAbsoluteA1(area)}` })),
    )],
  };
}

function storedCell(input: CellInput): StoredCell | null {
  if (input === null || input === "") return null;
  return typeof input === "object" ? { value: null, formula: { text: input.formula, spill: null } } : { value: input, formula: null };
}
