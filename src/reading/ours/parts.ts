import { lastCell } from "../../sheet";
import type { PlanPart, Table } from "../../tables";
import { readPlanTag, unitOf, yearOf, type ColumnKey, type UnitColumn, type YearColumn } from "../../templates";
import type { CellReader } from "../cells";
import type { TableOutline } from "./outline";

/** The plan that a table was made of, and which of its budgets; null where the hidden cell that says so is gone or blank. */
export function planOf({ plan }: TableOutline, cells: CellReader): PlanPart | null {
  return plan && readPlanTag(cells.text(plan.row, plan.col));
}

/** What every table has, whatever its kind. */
export function baseOf(
  outline: TableOutline, cells: CellReader,
): Pick<Table, "id" | "key" | "sheet" | "area" | "plan" | "units"> {
  const { id, key, sheet, area } = outline;
  return { id, key, sheet, area, plan: planOf(outline, cells), units: unitNames(outline, cells) };
}

const ATTACHED = /^\(?\s*(?:(?:ban hành )?kèm theo|attached to)(?!\p{L})/iu;

/** The line above the heads that says which document the table is attached to; null where none does. */
export function attachmentOf({ area, head, body }: TableOutline, cells: CellReader): string | null {
  for (let row = area.row; row < Math.min(head?.row ?? body.from, body.from); row++) {
    for (let col = area.col; col < area.col + area.cols; col++) {
      const text = cells.text(row, col);
      if (text !== "" && ATTACHED.test(text)) return text;
    }
  }
  return null;
}

/**
 * Names of the reporting units by their place: what stands in the lower row of the heads over each unit's column, so that a renamed unit
 * keeps its column.
 */
export function unitNames({ head, columns }: TableOutline, cells: CellReader): ReadonlyMap<number, string> {
  return new Map(unitColumns(columns, "u").map(([place, col]) => [place, head ? cells.text(lastCell(head).row, col) : ""]));
}

/** Columns of the reporting units by their place, rising. */
export function unitColumns(columns: TableOutline["columns"], column: UnitColumn): [place: number, col: number][] {
  return numbered(columns, (key) => unitOf(key, column));
}

/** Columns by the year in their key, rising. */
export function yearColumns(columns: TableOutline["columns"], column: YearColumn): [year: number, col: number][] {
  return numbered(columns, (key) => yearOf(key, column));
}

function numbered(columns: TableOutline["columns"], numberOf: (key: ColumnKey) => number | null): [number, number][] {
  const found: [number, number][] = [];
  for (const [key, col] of columns) {
    const number = numberOf(key);
    if (number !== null) found.push([number, col]);
  }
  return found.sort(([a], [b]) => a - b);
}

/** Reads the words of one column, row by row; "" where the column is gone. Nobody types the keys of rows: they are in letters of today. */
export function textColumn({ columns }: TableOutline, cells: CellReader, key: ColumnKey): (row: number) => string {
  const col = columns.get(key);
  const read = key === "key" ? cells.mark : cells.text;
  return col === undefined ? () => "" : (row) => read(row, col);
}

/** Hands out the keys of rows: a row that was copied brings its hidden key along, but the copy is another row. */
export function keyTaker(): (key: string) => string {
  const taken = new Map<string, number>();
  return (key) => {
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 ? key : `${key}@${count}`;
  };
}
