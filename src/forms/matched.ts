import { sumExact } from "../quantity";
import { isNumber, type OtherTable, type TypedCell } from "../tables";
import { formColumns, matchColumns, type ColumnMatching, type FormColumn } from "./match-columns";
import { formLines, matchLines, type Matching } from "./match-lines";
import type { TablePair } from "./match-tables";

/** Two versions of a table with what of them is one. */
export interface MatchedTables extends TablePair {
  readonly lines: Matching;
  readonly columns: ColumnMatching;
  readonly columnsA: readonly FormColumn[];
  readonly columnsB: readonly FormColumn[];
}

/** Two versions of one table: where words do not tell, what stands in the cells does. In steps. */
export function* matchingVersions({ a, b }: TablePair): Generator<void, MatchedTables> {
  const [columnsA, columnsB] = [formColumns(a), formColumns(b)];
  const shared = matchColumns(columnsA, columnsB, { sure: true }).pairs;
  const print = (table: OtherTable, columns: readonly FormColumn[], side: "a" | "b") => (line: number): string | null => {
    const values = shared.map((pair) => String(valueOf(table, line, columns[pair[side]])));
    return values.some((value) => value !== "" && value !== "0") ? values.join("|") : null;
  };
  yield;
  const lines = matchLines(formLines(a), formLines(b), { printA: print(a, columnsA, "a"), printB: print(b, columnsB, "b") });
  yield;
  const alike = (i: number, j: number): number => {
    const values = lines.pairs.map(({ a: x, b: y }) => [valueOf(a, x, columnsA[i]), valueOf(b, y, columnsB[j])] as const);
    const told = values.filter(([x, y]) => x !== "" || y !== "");
    const distinct = new Set(told.map(([x]) => x));
    // a column of one value is like any other of it
    return distinct.size < 3 ? 0 : told.filter(([x, y]) => x === y).length / told.length;
  };
  return { a, b, lines, columns: matchColumns(columnsA, columnsB, { alike }), columnsA, columnsB };
}

/** What a cell holds, to be compared: a number, else its text; "" for nothing. */
function valueOf(table: OtherTable, line: number, column: FormColumn | undefined): number | string {
  const row = table.rows[line];
  if (!row || !column) return "";
  const cell = numberIn(table, line, column);
  if (cell !== null) return cell;
  const value = table.value(row.row, column.col);
  return value === null || typeof value === "object" ? "" : String(value).trim();
}

/** The number in a cell of a column of numbers; null where none is. */
export function numberIn(table: OtherTable, line: number, column: FormColumn): number | null {
  const cell = cellAt(table, line, column);
  return isNumber(cell) ? cell.value : null;
}

export function cellAt(table: OtherTable, line: number, { id }: FormColumn): TypedCell | undefined {
  return id === null ? undefined : table.rows[line]?.cells.get(id);
}

/** A number less another one, exact. */
export function less(one: number, other: number): number {
  return sumExact([one, -other]);
}
