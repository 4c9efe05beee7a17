import { weightedShare } from "./hand-slips";
import { percent, tableOf } from "./markdown";
import type { OthersFigures } from "./others-figures";
import { f1, type SumScore } from "./sums-score";
import type { Transformed } from "./transformed";
import type { Counts, HandFigures } from "./versions";

const f = (score: SumScore | null, what: keyof SumScore): string => (score ? f1(score[what]).toFixed(3) : "–");

/** The share of slips in which the cell is named, each kind with its weight. */
function asPeopleErr(byKind: OthersFigures["byKind"], what: "first" | "named"): string {
  return byKind ? percent(weightedShare((kind) => byKind[kind][what] / byKind[kind].planted), 1) : "–";
}

export function othersReport(figures: readonly OthersFigures[]): string {
  const understood = figures.map(({ name, tables, typed, text }) => [
    name, String(tables), f(typed, "totals"), f(typed, "sums"), f(text, "totals"), f(text, "sums"),
  ]);
  const checked = figures.map(({ name, slips: { planted, first, named }, byKind, right: { tables, errors, warnings } }) => [
    name, String(planted), percent(first, planted), percent(named, planted), asPeopleErr(byKind, "first"), asPeopleErr(byKind, "named"),
    String(tables), percent(errors, tables), percent(errors + warnings, tables),
  ]);
  return [
    tableOf(["tables", "number", "totals F1", "exact sums F1", "totals, as text", "exact sums, as text"], understood),
    tableOf([
      "tables", "slips", "named first", "named at all", "as people err, first", "as people err, at all", "right tables", "with an error",
      "with an error or a warning",
    ], checked),
  ].join("\n\n");
}

export function transformedReport(figures: readonly Transformed[]): string {
  return tableOf(
    ["typed otherwise", "tables", "told otherwise"],
    figures.map(({ name, tables, changed }) => [name, String(tables), `${changed.length} (${percent(changed.length, tables)})`]),
  );
}

export function versionsReport(figures: readonly HandFigures[]): string {
  const counted = ({ right, wrong, missed }: Counts): string[] => [percent(right, right + wrong + missed), String(wrong), String(missed)];
  const found = ["found", "wrongly", "not"];
  return tableOf(
    [
      "what was done to a copy", "tables", ...found.map((how) => `lines ${how}`), ...found.map((how) => `columns ${how}`),
      "changes told", "invented", "not told",
    ],
    figures.map(({ name, forms, lines, columns, cells: { right, wrong, missed } }) => [
      name, String(forms), ...counted(lines), ...counted(columns), percent(right, right + missed), String(wrong), String(missed),
    ]),
  );
}
