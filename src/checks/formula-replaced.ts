import type { Severity } from "../findings";
import { sumExact } from "../quantity";
import { isFromElsewhere, isNumber, paidFaults, type SumFault, sumFaults } from "../tables";
import { alike, formulaOf } from "./alike";
import { finding, type Rule } from "./rule";

/**
 * Sums of ours (of a breakdown, of the years, of the reporting units, of shares) and rates of what was disbursed in which somebody typed a
 * number over the formula, or cleared it. Where the number agrees now it will not follow the next change; where it does not, one of the two
 * is wrong.
 */
export const formulaReplaced: Rule = {
  name: "formula-replaced",
  codes: ["formula-replaced"],
  severities: ["error", "warning", "info"],
  check: (table) => {
    if (table.kind !== "budget") return [];
    const replaced = [...sumFaults(table), ...paidFaults(table)].filter(({ difference }) => difference === null);
    return alike(replaced, severityOf, signOf).map(({ about, fault, severity, others }) => {
      const { row, cell, parts, right } = fault;
      return finding(table, "formula-replaced", about, {
        severity,
        at: cell.at,
        cells: [cell.at, ...others.map((other) => other.cell.at), ...parts.map((part) => part.cell.at)],
        data: {
          unit: fault.column.role === "rate" ? null : table.unit,
          label: row.label,
          value: isNumber(cell) ? cell.value : null,
          right,
          linked: isFromElsewhere(cell.formula),
          formula: formulaOf(fault),
          also: others.map(formulaOf),
        },
      });
    });
  },
};

/** A number over blank cells contradicts nothing yet. */
function severityOf({ cell, right }: SumFault): Severity {
  if (right === null) return "info";
  return isNumber(cell) && sumExact([cell.value, -right]) !== 0 ? "error" : "warning";
}

/** Wrong numbers are told one by one. */
function signOf(fault: SumFault): string {
  const severity = severityOf(fault);
  return severity === "error" ? `${fault.row.key}/${fault.column.id}` : isNumber(fault.cell) ? severity : "blank";
}
