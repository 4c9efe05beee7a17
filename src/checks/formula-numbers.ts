import { isLikelySerial } from "../base";
import type { Finding } from "../findings";
import { formulaGridOf, type OtherTable } from "../tables";
import { formulaAt, keyOf } from "./formula-cells";
import { finding, type Rule } from "./rule";

/**
 * Numbers typed into formulas that add cells up: nobody sees them, and no line says what they are. Factors, divisors and the places of
 * ROUND are none. In the budgets that we made they are told with what else their formulas add.
 */
export const formulaNumbers: Rule = {
  name: "formula-numbers",
  codes: ["formula-number"],
  severities: ["warning"],
  check: (table) => (table.kind === "other" && table.formulas ? numbersIn(table) : []),
};

function numbersIn(table: OtherTable): Finding[] {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  return grid.kinds.flatMap(({ places: [first = -1, ...others] }): Finding[] => {
    const addition = grid.additionAt(first);
    const cell = grid.cellAt(first);
    const numbers = addition?.numbers.filter((one) => one !== 0) ?? [];
    if (!addition || !cell || numbers.length === 0 || addition.terms.length === 0) return [];
    if (isCount(numbers, addition.terms, grid.valueAt(first))) return [];
    const also = others.flatMap((place) => grid.cellAt(place) ?? []);
    return [
      finding(table, "formula-number", keyOf(cell), {
        severity: "warning",
        at: cell.cell.at,
        cells: [cell, ...also].map((one) => one.cell.at),
        data: { ...formulaAt(cell), label: cell.line.label, numbers, also: also.map(formulaAt) },
      }),
    ];
  });
}

/** "=B4+1" counts on, and "=B4+7" goes to the next week: years, days, numbers of lines. */
function isCount(numbers: readonly number[], terms: readonly unknown[], value: number | null): boolean {
  const [step = 0] = numbers;
  if (terms.length !== 1 || numbers.length !== 1) return false;
  return Math.abs(step) === 1 || (value !== null && isLikelySerial(value) && Number.isInteger(step));
}
