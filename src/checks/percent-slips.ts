import type { CorrectionData, Finding } from "../findings";
import { isNumber, type TaskTable } from "../tables";
import { maySlip } from "./row-facts";
import { rowRule } from "./row-rule";
import { rowUnit } from "./row-unit";
import { isShare } from "./row-values";
import { finding, type Rule } from "./rule";
import { slipsOf, type Slip } from "./slips";

/** A share that is off by a power of ten: a fraction typed for points (Excel makes 0.95 of "95%"), 9500 for 95, a decimal mark lost. */
export const percentSlips: Rule = {
  name: "percent-slips",
  codes: ["percent-slip", "progress-fraction"],
  severities: ["error", "warning"],
  check: (table, context) => (table.kind === "tasks" ? fractions(table) : indicatorSlips.check(table, context)),
};

export const indicatorSlips = rowRule({
  name: "percent-slips",
  codes: ["percent-slip"],
  severities: ["error", "warning"],
  may: maySlip,
  ofRow: (table, row) =>
    rowUnit(row).unit !== "%"
      ? []
      : slipsOf(row).flatMap((slip): Finding[] =>
          slip.kind === "per-mille"
            ? []
            : [
                finding(table, "percent-slip", `${row.key}/${slip.value.column}`, {
                  severity: slip.value.value > 100 && isShare(row) ? "error" : "warning",
                  at: slip.value.at,
                  data: {
                    indicator: row.label,
                    value: slip.value.value,
                    likely: slip.likely,
                    kind: slip.kind,
                    evidence: slip.evidence,
                    correction: correctionOf(slip),
                  },
                }),
              ],
        ),
});

/** The progress of a task as a fraction of one. */
function fractions(table: TaskTable): Finding[] {
  return table.rows.filter(({ progress }) => isNumber(progress) && progress.value > 0 && progress.value <= 1).flatMap((row): Finding[] => {
    const { progress, status } = row;
    // nobody reports a fraction of one per cent; one per cent of what is done is all of it
    if (!isNumber(progress) || (progress.value === 1 && status?.state !== "done")) return [];
    const to = Number((progress.value * 100).toPrecision(12));
    const correction = progress.formula === null ? { at: progress.at, from: progress.value, to, kind: "fraction" } : null;
    return [
      finding(table, "progress-fraction", row.key, {
        severity: "warning",
        at: progress.at,
        data: { task: row.label, value: progress.value, likely: to, correction },
      }),
    ];
  });
}

function correctionOf({ value, likely, kind }: Slip): CorrectionData | null {
  return value.typed ? { at: value.at, from: value.value, to: likely, kind } : null;
}
