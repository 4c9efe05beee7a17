import { sumExact } from "../../src/quantity";
import type { CellValue } from "../../src/sheet";
import type { ColumnKey } from "../../src/templates";
import type { FilledTable } from "./big-snapshots";

/** What a cell of a filled budget has become: its line (from 0, by kind), its column, its value. */
export interface Mistyped {
  readonly kind: "item" | "source";
  readonly line: number;
  readonly column: ColumnKey;
  readonly value: CellValue | ((before: number) => CellValue);
}

const YEAR = /^y\d+$/;
const UNIT = /^u\d+$/;

/** A filled budget with other values in some cells, its sums of lines, years and units added up again as a spreadsheet does. */
export function mistyped({ outline, columns, snapshot }: FilledTable, changes: readonly Mistyped[]): FilledTable {
  const values = snapshot.values.map((row) => [...row]);
  const keyCol = columns.get("key") ?? -1;
  const rows = new Map<CellValue, number>();
  for (let row = outline.body.from; row <= outline.body.to; row++) rows.set(values[row]?.[keyCol] ?? null, row);
  const touched = new Set<ColumnKey>(["years", "units"]);
  const total = (cells: readonly CellValue[]): CellValue => {
    const numbers = cells.filter((cell) => typeof cell === "number");
    return numbers.length === 0 ? "" : sumExact(numbers);
  };
  for (const { kind, line, column, value } of changes) {
    const cells = values[rows.get(`${kind === "item" ? "A" : "B"}.${line + 1}`) ?? -1];
    const col = columns.get(column);
    if (!cells || col === undefined) throw new Error(`no ${kind} ${line} ${column}`);
    cells[col] = typeof value === "function" ? value(Number(cells[col])) : value;
    touched.add(column);
    for (const [sum, part] of [["years", YEAR], ["units", UNIT]] as const) {
      const parts = [...columns].flatMap(([key, at]) => (part.test(key) ? [cells[at] ?? null] : []));
      if (parts.length > 0) cells[columns.get(sum) ?? -1] = total(parts);
    }
  }
  const lines = [...rows].flatMap(([key, row]) =>
    typeof key === "string" && /^[AB]\.\d+$/.test(key) ? [{ kind: key.startsWith("A") ? "item" : "source", row }] : [],
  );
  for (const kind of ["item", "source"]) {
    const group = values[rows.get(`T:${kind}`) ?? -1];
    if (!group) continue;
    for (const column of touched) {
      const col = columns.get(column);
      if (col !== undefined) group[col] = total(lines.flatMap((one) => (one.kind === kind ? [values[one.row]?.[col] ?? null] : [])));
    }
  }
  return { outline, columns, snapshot: { ...snapshot, values } };
}
