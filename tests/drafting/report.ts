import { percent, tableOf } from "../corpus/markdown";
import type { DraftFigures } from "./figures";
import type { ReportScore } from "./report-score";
import { f1Of } from "./score";

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
const f1 = (matched: number, told: number, gold: number): string => (gold + told === 0 ? "–" : f1Of(matched, told, gold).toFixed(3));

export function draftReport(figures: readonly DraftFigures[]): string {
  const indicators = figures.map(({ name, texts, score }) => [
    name, String(texts), String(score.gold), share(score.matched, score.told), share(score.matched, score.gold),
    f1(score.matched, score.told, score.gold), percent(score.comparator, score.matched), percent(score.year, score.matched),
    percent(score.both, score.matched), `${score.background} (${percent(score.background, score.told)})`, String(score.duplicates),
  ]);
  const budget = figures.map(({ name, score }) => [
    name, String(score.lines), f1(score.linesMatched, score.linesTold, score.lines), percent(score.label, score.linesMatched),
    percent(score.kind, score.linesMatched), percent(score.parent, score.linesMatched), String(score.backgroundLines),
    String(score.tasks), f1(score.tasksMatched, score.tasksTold, score.tasks), percent(score.lead, score.tasksMatched),
  ]);
  const sure = figures.map(({ name, score }) => [
    name, percent(score.sure, score.told + score.optional), percent(score.sureRight, score.sure),
    percent(score.sureLines, score.linesTold + score.optionalLines), percent(score.sureLinesRight, score.sureLines),
  ]);
  return [
    tableOf([
      "texts", "number", "indicators", "precision", "recall", "F1", "comparator right", "year right", "both right", "background taken",
      "told twice",
    ], indicators),
    tableOf([
      "texts", "budget lines", "F1", "label right", "kind right", "parent right", "background taken", "tasks", "F1", "lead right",
    ], budget),
    tableOf(["texts", "indicators called sure", "of these right", "budget lines called sure", "of these right"], sure),
  ].join("\n\n");
}

export function reportsReport({ wrong, right }: { readonly wrong: ReportScore; readonly right: ReportScore }): string {
  const row = (name: string, score: ReportScore): string[] => [
    name, String(score.reports), String(score.figures), String(score.wrong), String(score.told), percent(score.toldRightly, score.told),
    percent(score.toldCell, score.told), percent(score.toldRightly, score.wrong), percent(score.toldRightly + score.unsure, score.wrong),
    percent(score.agreeing, score.figures - score.wrong),
  ];
  return tableOf([
    "reports", "number", "figures", "wrong ones", "said to differ", "of these wrong", "of these the right cell", "wrong ones told",
    "wrong ones told or to be looked at", "right ones said to agree",
  ], [row("with wrong figures", wrong), row("all right", right)]);
}
