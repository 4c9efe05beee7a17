import { contains } from "../../sheet";
import type { OtherTable } from "../../tables";

/** Where a cell stands: in the heads of a table, in a column of numbers, elsewhere in its lines, or outside of all tables. */
export interface Place {
  readonly in: "head" | "numbers" | "words" | "outside";
  readonly table: OtherTable | null;
  /** Its line among the table's, -1 for none. */
  readonly line: number;
}

/** Tells where cells stand. */
export function placesOf(tables: readonly OtherTable[]): (row: number, col: number) => Place {
  const known = tables.map((table) => ({
    table,
    heads: new Set(table.headRows),
    lines: new Map(table.rows.map(({ row }, line) => [row, line])),
    numbers: new Set(table.columns.map(({ col }) => col)),
  }));
  return (row, col) => {
    const found = known.find(({ table }) => contains(table.area, { row, col }));
    if (!found) return { in: "outside", table: null, line: -1 };
    const line = found.lines.get(row) ?? -1;
    const where = found.heads.has(row) ? "head" : line !== -1 && found.numbers.has(col) ? "numbers" : "words";
    return { in: where, table: found.table, line };
  };
}
