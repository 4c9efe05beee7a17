import { yearOf, type ColumnKey } from "../templates";

/** Columns that the sheet computes from others of their row: of the years, of the reporting units, of what was disbursed in each year. */
export const ACROSS = ["years", "units", "dyears"] as const;
export type AcrossColumn = (typeof ACROSS)[number];

export function isAcross(column: ColumnKey): column is AcrossColumn {
  return column === "years" || column === "units" || column === "dyears";
}

/** The column that states the whole of what such a column adds up. */
export function statedFor(sum: AcrossColumn): "amount" | "disbursed" {
  return sum === "dyears" ? "disbursed" : "amount";
}

/** Whether a column holds what was disbursed. Nobody states its totals: where a total has breakdowns they are held against each other. */
export function isPaid(column: ColumnKey): boolean {
  return column === "disbursed" || column === "dyears" || yearOf(column, "d") !== null;
}

/** The column of what was disbursed in all; null in a table that has none. */
export function paidColumn(columns: readonly ColumnKey[]): "disbursed" | "dyears" | null {
  return (["dyears", "disbursed"] as const).find((key) => columns.includes(key)) ?? null;
}

/** The column of the plan beside one of what was disbursed: that of the year where the table has it, else null; the amount beside the whole. */
export function plannedFor(column: ColumnKey, columns: readonly ColumnKey[]): ColumnKey | null {
  const year = yearOf(column, "d");
  const planned = year === null ? "amount" : (`y${year}` as const);
  return isPaid(column) && columns.includes(planned) ? planned : null;
}
