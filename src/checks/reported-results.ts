import type { Finding } from "../findings";
import { judge } from "../quantity";
import type { OtherTable, ResultLine } from "../tables";
import { finding, type Rule } from "./rule";

/**
 * Results in a table that somebody else has made: what misses its target where the target or the name of the measure says which way it
 * should go, and what was said of it ("Đạt") where that is not so.
 */
export const reportedResults: Rule = {
  name: "reported-results",
  codes: ["result-not-met", "assessment-differs"],
  severities: ["warning"],
  check: (table) => (table.kind === "other" ? (table.results ?? []).flatMap((line) => ofLine(table, line)) : []),
};

function ofLine(table: OtherTable, line: ResultLine): Finding[] {
  const { label, unit, direction, actual, assessment } = line;
  const { target } = line.target;
  if (isOtherScale(line)) return [];
  const judgement = judge(actual.value, target, direction);
  if (judgement.status === "cannot-check" || assessment?.state === "watched") return [];
  const key = table.rows.find(({ row }) => row === line.row)?.key ?? String(line.row);
  const cells = [actual.at, line.target.at];
  if (!assessment)
    return judgement.status === "met"
      ? []
      : [
          finding(table, "result-not-met", key, {
            severity: "warning",
            at: actual.at,
            cells,
            data: { indicator: label, unit, actual: actual.value, target, judgement },
          }),
        ];
  return (assessment.state === "met") === (judgement.status === "met")
    ? []
    : [
        finding(table, "assessment-differs", key, {
          severity: "warning",
          at: assessment.at,
          cells: [assessment.at, ...cells],
          data: { indicator: label, unit, text: assessment.text, actual: actual.value, target, judgement },
        }),
      ];
}

/** So many times apart, one of the two is a fraction and the other in points, or typed in another unit: that is another mistake. */
const OTHER_SCALE = 20;

function isOtherScale({ actual, target: { target } }: ResultLine): boolean {
  const [one, other] = [Math.abs(actual.value), Math.abs(target.value)];
  return one > 0 && other > 0 && Math.max(one, other) / Math.min(one, other) >= OTHER_SCALE;
}
