import type { Finding } from "../findings";
import { columnsOf, type IndicatorRow, type IndicatorTable, type TargetReading } from "../tables";
import { factsOf, maySlip } from "./row-facts";
import { rowRule } from "./row-rule";
import { rowUnit } from "./row-unit";
import { rowValues } from "./row-values";
import { finding } from "./rule";
import { isPerMilleByCustom, mayBePerMille, slipsOf } from "./slips";

/** Deaths of children or births of more than this many per cent have not been seen anywhere for decades: per mille is meant. */
const MOST_PER_CENT = 5;

/** % where the measure is ‰: in a value, in a target's own words, or in the unit of the row. */
export const perMille = rowRule({
  name: "per-mille",
  codes: ["per-mille-slip", "per-mille-unit"],
  severities: ["warning", "info"],
  may: (table) => {
    const { unitOf, targets, labels } = columnsOf(table);
    const { most, units: own } = factsOf(table);
    const slips = maySlip(table);
    const others = own.map(({ unit }) => (unit === "%" ? "‰" : unit === "‰" ? "%" : null));
    return (row) => {
      const other = others[unitOf[row] ?? 0] ?? null;
      if (other === null) return false;
      if (slips(row) || targets.some(({ readings }) => isIn(readings[row], other))) return true;
      return other === "‰" && (most[row] ?? 0) > MOST_PER_CENT && mayBePerMille(labels[row] ?? "");
    };
  },
  ofRow: (table, row) => [...values(table, row), ...units(table, row)],
});

const isIn = (cell: TargetReading | undefined, unit: string): boolean => cell?.state === "target" && cell.target.unit === unit;

function values(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const unit = rowUnit(row).unit;
  return slipsOf(row).flatMap(({ value, likely, kind, evidence }): Finding[] => {
    if (unit !== "‰" && kind !== "per-mille") return [];
    return [
      finding(table, "per-mille-slip", `${row.key}/${value.column}`, {
        severity: evidence === "target" ? "info" : "warning",
        at: value.at,
        data: {
          indicator: row.label,
          unit: unit === "‰" ? "‰" : "%",
          value: value.value,
          likely, kind, evidence,
          correction: value.typed ? { at: value.at, from: value.value, to: likely, kind } : null,
        },
      }),
    ];
  });
}

function units(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const unit = rowUnit(row).unit;
  if (unit !== "%" && unit !== "‰") return [];
  const other = unit === "%" ? "‰" : "%";
  const about = (indicator: string, at: Finding["at"], written: string | null): Finding =>
    finding(table, "per-mille-unit", `${row.key}/${written ?? "unit"}`, { severity: "warning", at, data: { indicator, unit, written } });
  const contradicting = [...row.targets.values()].find((cell) => isIn(cell, other));
  if (contradicting) return [about(row.label, contradicting.at, contradicting.text)];
  const large =
    unit === "%" && isPerMilleByCustom(row)
      ? rowValues(row).find(({ role, value }) => (role === "target" || role === "baseline") && value > MOST_PER_CENT)
      : undefined;
  return large ? [about(row.label, large.at, null)] : [];
}
