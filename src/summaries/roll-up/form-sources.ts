import { formColumnName, formLineName, tableName, type FormHeap, type FormsResult } from "../../forms";
import type { SourceRow } from "./add";

/** A number of a unit's form, and whether it is part of a figure. */
export type FormSource = SourceRow & { readonly kind: "other" };

/** Every number that was read of units' forms and kept; in the order of the units. */
export function* formSources(heap: FormHeap, { forms }: FormsResult): Generator<FormSource> {
  const placed = new Map(
    forms.flatMap((total) => total.tables.map(({ kept, at, fit }) => [kept.tables[at], { total, fit }] as const)),
  );
  const units = heap.units.toSorted((a, b) => (a.unit === b.unit ? (a.file < b.file ? -1 : 1) : a.unit < b.unit ? -1 : 1));
  for (const { unit, file, layout, tables } of units) {
    for (const [at, table] of tables.entries()) {
      const shape = layout.tables[at]?.shape;
      if (!shape || !table.kept) continue;
      const { values, rows } = table.kept;
      const known = placed.get(table);
      const width = shape.columns.length;
      for (const [place, value] of values.entries()) {
        if (Number.isNaN(value)) continue;
        const [line, column] = [Math.floor(place / width), place % width];
        const [row, own] = [rows[line], shape.columns[column]];
        if (row === undefined || !own) continue;
        const [toLine, toColumn] = known ? [known.fit.lines[line] ?? -1, known.fit.columns[column] ?? -1] : [-1, -1];
        const isPlaced = known !== undefined && toLine !== -1 && toColumn !== -1;
        const into = isPlaced ? known.total.cells[toLine * known.total.shape.columns.length + toColumn] : undefined;
        const named = isPlaced ? { shape: known.total.shape, line: toLine, column: toColumn } : { shape, line, column };
        yield {
          unit, file,
          kind: "other",
          plan: tableName(known?.total.shape ?? shape),
          budget: "",
          key: named.shape.lines[named.line]?.number ?? "",
          label: named.shape.lines[named.line]?.label ?? formLineName(named.shape, named.line),
          measure: own.unit ?? shape.lines[line]?.unit ?? shape.unit ?? "",
          column: formColumnName(named.shape, named.column),
          part: "value",
          at: { sheet: shape.sheet, row, col: own.col },
          value,
          counted: into !== undefined && known?.fit.tens(line, column) !== null && (into.how === "sum" || into.rule?.op === "difference"),
        };
      }
    }
  }
}
