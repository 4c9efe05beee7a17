import type { Alarms, CatalogueFigures, PublishedFigures, Scores } from "./accuracy-figures";
import type { Score } from "./accuracy-score";
import { HAND_SLIPS, weightedShare, type HandSlip } from "./hand-slips";
import { percent, tableOf } from "./markdown";

/** The figures as tables of Markdown. */

const HEAD = ["errors", "first", "first, ties by lot", "among three", "first with its value", "named alone, right", "named alone, wrong"];

function cellsOf(score: Score): string[] {
  const share = (part: number) => percent(part, score.planted);
  return [
    String(score.planted), share(score.first), share(score.byLot), share(score.amongThree), share(score.value), share(score.likeliest),
    share(score.misled),
  ];
}

function scoreTable({ all, several }: Scores, byKind: ReadonlyMap<string, Score> = new Map()): string {
  return tableOf(["planted", ...HEAD], [
    ["**all**", ...cellsOf(all)],
    ["**in cells of two sums or more**", ...cellsOf(several)],
    ...(byKind.size === 0 ? [] : [["**as people err**", ...weighted(byKind)]]),
    ...[...byKind].map(([kind, score]) => [kind, ...cellsOf(score)]),
  ]);
}

/** The shares of those kinds, each with its weight. */
function weighted(byKind: ReadonlyMap<string, Score>): string[] {
  const scoreOfKind = (kind: HandSlip): Score => {
    const score = byKind.get(kind);
    if (!score || score.planted === 0) throw new Error(`no ${kind} was planted`);
    return score;
  };
  const share = (part: (score: Score) => number): string =>
    percent(weightedShare((kind) => part(scoreOfKind(kind)) / scoreOfKind(kind).planted), 1);
  const planted = HAND_SLIPS.reduce((all, kind) => all + scoreOfKind(kind).planted, 0);
  return [
    String(planted), share((one) => one.first), share((one) => one.byLot), share((one) => one.amongThree), share((one) => one.value),
    share((one) => one.likeliest), share((one) => one.misled),
  ];
}

const alarmCells = ({ sums, failed, rounded }: Alarms): string[] => [
  String(sums), `${failed} (${percent(failed, sums)})`, `${rounded} (${percent(rounded, sums)})`,
];
const ALARM_HEAD = ["sums", "told as wrong", "told as rounding"];

export function publishedReport({ tables, once, kinds, alarms }: PublishedFigures): string {
  return [
    `${tables} published tables. One error a table, three times over: two digits swapped, one digit wrong, or the last digit dropped, in a total as often as in a part.`,
    scoreTable(once),
    "One error of each kind a table, at one random sum of it.",
    scoreTable(kinds, kinds.byKind),
    "The same tables untouched; which sums are exact and which rounded is the judgement of those who marked them.",
    tableOf(["", ...ALARM_HEAD], [
      ["exact sums, rounding not considered", ...alarmCells(alarms.exact.without)],
      ["exact sums, rounding considered", ...alarmCells(alarms.exact.with)],
      ["rounded sums, rounding not considered", ...alarmCells(alarms.rounded.without)],
      ["rounded sums, rounding considered", ...alarmCells(alarms.rounded.with)],
    ]),
  ].join("\n\n");
}

export function catalogueReport({ budgets, scores }: CatalogueFigures): string {
  const wrong = budgets.flatMap(({ name, wrong: found }) => found.map((sum) => `- \`${name}\`: ${sum}.`));
  return [
    "Every amount with every slip in turn, and every sum with every mistake of its rows.",
    scoreTable(scores, scores.byKind),
    "The budgets untouched:",
    tableOf(
      ["budget", "amounts", ...ALARM_HEAD],
      budgets.map(({ name, amounts, alarms }) => [`\`${name}\``, String(amounts), ...alarmCells(alarms)]),
    ),
    wrong.length === 0 ? "No sum of them fails." : `What fails is wrong in the documents themselves:\n\n${wrong.join("\n")}`,
  ].join("\n\n");
}

/** A document with the part between two markers replaced. Throws where the markers are not there. */
export function withFigures(document: string, name: string, figures: string): string {
  const [start, end] = [`<!-- figures: ${name} -->`, `<!-- end of figures: ${name} -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no "${start}" … "${end}"`);
  return `${document.slice(0, from + start.length)}\n\n${figures}\n\n${document.slice(to)}`;
}
