import type { Place, Severity } from "../findings";
import { isAcross, isNumber, paidFaults, type SumDifference, type SumFault, sumFaults, type SumPart } from "../tables";
import { alike, formulaOf } from "./alike";
import { finding, type Rule } from "./rule";

/**
 * Formulas that leave a line out of its sum, add one twice, or add what does not belong there: a total or breakdown, a part "trong đó"
 * beside its whole, another column. The cells that a formula adds are held against the lines that stand under it.
 */
export const formulaParts: Rule = {
  name: "formula-parts",
  codes: ["formula-parts"],
  severities: ["error", "warning"],
  check: (table) => {
    if (table.kind !== "budget") return [];
    const faulty = [...sumFaults(table), ...paidFaults(table)].filter(({ difference }) => difference !== null);
    return alike(faulty, severityOf, signOf).flatMap(({ about, fault, severity, others }) => {
      const { row, cell, right, difference } = fault;
      if (!difference) return [];
      const { missing, extra, twice, subtracted, constant } = difference;
      return [
        finding(table, "formula-parts", about, {
          severity,
          at: cell.at,
          cells: [
            cell.at,
            ...others.map((other) => other.cell.at),
            ...[...missing, ...extra, ...twice, ...subtracted].map((part) => part.cell.at),
          ],
          data: {
            unit: fault.column.role === "rate" ? null : table.unit,
            label: row.label,
            value: isNumber(cell) ? cell.value : null,
            right,
            formula: formulaOf(fault),
            also: others.map(formulaOf),
            missing: missing.map(placeOf),
            extra: extra.map((part) => ({ ...placeOf(part), why: part.why })),
            twice: twice.map(placeOf),
            subtracted: subtracted.map(placeOf),
            constant,
          },
        }),
      ];
    });
  },
};

function placeOf({ cell, row }: SumPart): Place {
  return { at: cell.at, label: row.label };
}

/** Whether what it shows is another number than what it should: a line that is left out may still be blank. */
function severityOf({ cell, right }: SumFault): Severity {
  const differs = isNumber(cell) ? right === null || Math.abs(cell.value - right) > Math.abs(right) * 1e-12 : right !== null;
  return differs ? "error" : "warning";
}

/** The lines (or, across, the columns) that are wrongly added or not; of very many the first and how many they are. */
function signOf({ column, difference }: SumFault): string {
  if (!difference) return "";
  const across = isAcross(column);
  const name = (list: keyof Omit<SumDifference, "constant">): string => {
    const [first, ...others] = difference[list].map((part) => (across ? part.column.id : part.row.key));
    return first === undefined ? "" : `${list} ${first}${others.length > 0 ? `+${others.length}` : ""}`;
  };
  return [name("missing"), name("extra"), name("twice"), name("subtracted"), difference.constant === 0 ? "" : String(difference.constant)]
    .filter((one) => one !== "")
    .join(" ");
}
