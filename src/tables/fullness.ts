import { gridOf, isNumberAt, STATE } from "./amount-grid";
import { lineSums } from "./line-sums";
import type { BudgetTable } from "./table";

/**
 * Whether a number stands in a column of a row, and in a computed cell also behind it: a sum of cells that are partly blank is not final.
 */
export function isFull(table: BudgetTable, column: number, row: number): boolean {
  const grid = gridOf(table);
  if (!isNumberAt(grid, column, row)) return false;
  const group = table.rows[row]?.kind === "group";
  if (!group && ((grid.states[column]?.[row] ?? 0) & STATE.computed) === 0) return true;
  const behind = lineSums(table).partsOf(row);
  return behind.every((part) => isFull(table, column, part)) && (!group || behind.length > 0);
}
