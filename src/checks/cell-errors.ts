import { oddCells, type BudgetTable } from "../reading";
import type { Finding } from "../findings";
import { sameCell, type CellRef } from "../sheet";
import { finding, type Rule } from "./rule";

/** Formulas that failed (#REF!, #N/A …), and formulas that could not be computed here; with the sums that are not checked because of them. */
export const cellErrors: Rule = {
  name: "cell-errors",
  codes: ["cell-error", "not-evaluated"],
  severities: ["error", "warning"],
  check: (table) => {
    const failed = oddCells(table).filter(({ cell }) => cell.state === "error" || cell.state === "unevaluated");
    const sumsOver = failed.length > 0 && table.kind === "budget" ? sumFinder(table) : () => [];
    return failed.flatMap(({ about, cell }): Finding[] => {
      if (cell.state === "error") return [finding(table, "cell-error", about, { severity: "error", at: cell.at, data: { error: cell.error, sums: sumsOver(cell.at) } })];
      if (cell.state === "unevaluated") return [finding(table, "not-evaluated", about, { severity: "warning", at: cell.at, data: { formula: cell.formula ?? "", sums: sumsOver(cell.at) } })];
      return [];
    });
  },
};

/** Words of the rows whose sums a cell takes part in: the row that its own adds up into, and its own where that is added up from others or across. */
function sumFinder({ rows }: BudgetTable): (at: CellRef) => string[] {
  const byPlace = new Map(rows.map((row, index) => [row.row, { row, index }]));
  const wholes = new Set(rows.flatMap(({ parent, source }) => [parent, source]));
  return (at) => {
    const found = byPlace.get(at.row);
    if (!found) return [];
    const { row, index } = found;
    const above = [row.parent, row.source].flatMap((place) => (place === null ? [] : (rows[place]?.label ?? [])));
    // amounts beside it add up with it, or to it
    const split = [...row.cells.values()].some((cell) => !sameCell(cell.at, at) && cell.state === "number");
    return [...new Set([...above, ...(wholes.has(index) || split ? [row.label] : [])])];
  };
}
