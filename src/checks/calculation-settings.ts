import type { Finding } from "../findings";
import { type AmountTable, gridOf, hasAmounts, STATE } from "../tables";
import { finding, type Rule } from "./rule";

/**
 * Settings of a workbook by which its formulas may show other numbers than they should: computed by hand only, through circles, or with
 * numbers cut to what they show. Told once for a workbook, at its first table with formulas.
 */
export const calculationSettings: Rule = {
  name: "calculation-settings",
  codes: ["calculation-setting"],
  severities: ["info"],
  check: () => [],
  beside: ({ calculation = [], tables }): Finding[] => {
    if (calculation.length === 0) return [];
    const table = tables.find((one) => hasAmounts(one) && hasFormula(one));
    if (!table) return [];
    const at = { sheet: table.sheet, row: table.area.row, col: table.area.col };
    return [finding(table, "calculation-setting", "", { severity: "info", at, data: { settings: calculation } })];
  },
};

function hasFormula(table: AmountTable): boolean {
  return gridOf(table).states.some((states) => states.some((state) => (state & STATE.formula) !== 0));
}
