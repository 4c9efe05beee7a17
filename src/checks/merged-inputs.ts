import type { Finding } from "../findings";
import { lastCell, type CellRef } from "../sheet";
import { hasAmounts, numberCells, type Table, type TaskRow, type TextCell } from "../tables";
import { finding, type Rule } from "./rule";

/** A cell that takes entries. */
interface Input {
  /** The keys of its row and column. */
  readonly about: string;
  readonly at: CellRef;
  readonly filled: boolean;
}

/** One merged cell over cells that take entries: only the first can be typed into, and what the others still hold counts unseen. */
export const mergedInputs: Rule = {
  name: "merged-inputs",
  codes: ["merged-inputs"],
  severities: ["error", "warning"],
  check: (table) => {
    const merges = table.structure?.merges ?? [];
    if (merges.length === 0) return [];
    const inputs = new Map(inputsOf(table).map((input) => [`${input.at.row},${input.at.col}`, input]));
    const covered = new Set<string>();
    return merges.flatMap((merge): Finding[] => {
      const last = lastCell(merge);
      const beneath: Input[] = [];
      const [rows, cols] = [Math.min(last.row, lastCell(table.area).row), Math.min(last.col, lastCell(table.area).col)];
      for (let row = merge.row; row <= rows; row++) {
        for (let col = merge.col; col <= cols; col++) {
          const key = `${row},${col}`;
          // Excel merges no cell twice; a file that does could say it without end
          if (covered.has(key)) return [];
          covered.add(key);
          const input = row === merge.row && col === merge.col ? undefined : inputs.get(key);
          if (input) beneath.push(input);
        }
      }
      const [first] = beneath;
      if (!first) return [];
      const at = { sheet: table.sheet, row: merge.row, col: merge.col };
      const hidden = beneath.filter(({ filled }) => filled);
      return [
        finding(table, "merged-inputs", first.about, {
          severity: hidden.length > 0 ? "error" : "warning",
          at,
          cells: [at, ...beneath.map((input) => input.at)],
          data: { from: { at }, to: { at: { sheet: table.sheet, ...last } }, hidden: hidden.map((input) => ({ at: input.at })) },
        }),
      ];
    });
  },
};

function inputsOf(table: Table): Input[] {
  const numbers = numberCells(table).map(({ about, cell }): Input => ({ about, at: cell.at, filled: cell.state !== "blank" }));
  if (hasAmounts(table)) return numbers;
  const words =
    table.kind === "indicators"
      ? table.rows.flatMap(({ key, targets }) => [...targets].map(([year, cell]) => ({ about: `${key}/target${year}`, ...cell })))
      : table.rows.flatMap(statuses);
  return [...numbers, ...words.map(({ about, at, text }): Input => ({ about, at, filled: text !== "" }))];
}

function statuses({ key, status, units }: TaskRow): (TextCell & { readonly about: string })[] {
  return [
    ...(status ? [{ about: `${key}/status`, ...status }] : []),
    ...[...units].map(([place, cell]) => ({ about: `${key}/u${place}`, ...cell })),
  ];
}
