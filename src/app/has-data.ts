import { numberCells, rowNumbers, type Table } from "../tables";

/**
 * Whether anybody has given a table figures: amounts, actual values, or how far tasks are. What the plan itself sets (baselines, targets)
 * is none, nor is what a formula shows.
 */
export function hasData(table: Table): boolean {
  if (table.kind === "indicators")
    return table.rows.some((row) =>
      rowNumbers(row).some(({ cell }) => cell !== row.baseline && cell.formula === null && cell.state !== "blank"),
    );
  const typed = numberCells(table).some(({ cell }) => cell.formula === null && cell.state !== "blank");
  return (
    typed ||
    (table.kind === "tasks" &&
      table.rows.some(({ status, units }) => [...(status ? [status] : []), ...units.values()].some(({ state }) => state !== "blank")))
  );
}
