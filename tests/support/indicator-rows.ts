import type { IndicatorTable } from "../../src/tables";
import type { ColumnKey } from "../../src/templates";
import { tableOf, type GridCell } from "./grids";

/** Cells of one indicator by their column; what is left out is blank. */
export type IndicatorCells = Partial<Record<ColumnKey, GridCell>>;

/**
 * An indicator table with the columns that its rows use, in the order in which they first stand; rows get keys x1, x2 … and rise in "%".
 * `plan`: the plan that it says it was made of.
 */
export function indicatorRows(
  rows: readonly IndicatorCells[],
  { plan = null, sheet = "Biểu thử" }: { plan?: string | null; sheet?: string } = {},
): IndicatorTable {
  const full = rows.map((row, index): IndicatorCells => ({
    number: String(index + 1),
    label: "Tỷ lệ thử",
    unit: "%",
    key: `x${index + 1}`,
    direction: "tăng",
    ...row,
  }));
  const columns = [...new Set(full.flatMap((row) => Object.keys(row)))] as ColumnKey[];
  const table = tableOf("indicators", columns, full.map((row) => columns.map((key) => row[key] ?? null)));
  if (table.kind !== "indicators") throw new Error("not an indicator table");
  return { ...table, sheet, key: sheet, plan: plan === null ? null : { plan, part: null } };
}

/** The column at which a key stands in such a table. */
export function columnOf(rows: readonly IndicatorCells[], key: ColumnKey): number {
  return [...new Set(["number", "label", "unit", "key", "direction", ...rows.flatMap((row) => Object.keys(row))])].indexOf(key);
}
