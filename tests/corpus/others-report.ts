import { percent, tableOf } from "./markdown";
import type { OthersFigures } from "./others-figures";
import { f1, type SumScore } from "./sums-score";

const f = (score: SumScore | null, what: keyof SumScore): string => (score ? f1(score[what]).toFixed(3) : "–");

export function othersReport(figures: readonly OthersFigures[]): string {
  const understood = figures.map(({ name, tables, typed, text }) => [
    name, String(tables), f(typed, "totals"), f(typed, "sums"), f(text, "totals"), f(text, "sums"),
  ]);
  const checked = figures.map(({ name, slips: { planted, first, named }, right: { tables, errors, warnings } }) => [
    name, String(planted), percent(first, planted), percent(named, planted), String(tables), percent(errors, tables),
    percent(errors + warnings, tables),
  ]);
  return [
    tableOf(["tables", "number", "totals F1", "exact sums F1", "totals, as text", "exact sums, as text"], understood),
    tableOf(["tables", "slips", "named first", "named at all", "right tables", "with an error", "with an error or a warning"], checked),
  ].join("\n\n");
}
