import type { Draft } from "../../src/drafting";
import type { Gold, GoldFigure, GoldTarget, Labelled } from "./gold";
import { factorOf, familyOf, overlapOf, pairsOf, placesOf, sameNumber, valuesOf, yearsOf, type Place } from "./score-text";

/** What was told, as `plan-tables extract --json` tells it; `parent` is a label. */
export interface Told {
  readonly indicators: readonly ToldTarget[];
  readonly budget: readonly ToldLine[];
  readonly tasks: readonly { readonly task: string; readonly lead: string | null }[];
}
export interface ToldTarget {
  readonly name: string;
  readonly year: string | number | null;
  readonly comparator: string | null;
  readonly value: number | null;
  readonly value2: number | null;
  readonly unit: string | null;
  readonly evidence: string;
  /** Where the evidence stands; wherever its words do where it is not said. */
  readonly span?: Place;
  readonly sure: boolean;
}
export interface ToldLine {
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly sure: boolean;
}

const ZERO = {
  gold: 0, told: 0, matched: 0, comparator: 0, year: 0, both: 0, background: 0, duplicates: 0, optional: 0, sure: 0, sureRight: 0,
  lines: 0, linesTold: 0, linesMatched: 0, label: 0, kind: 0, parent: 0, backgroundLines: 0, optionalLines: 0,
  sureLines: 0, sureLinesRight: 0, tasks: 0, tasksTold: 0, tasksMatched: 0, lead: 0,
};
/** How often; `told` without what may be told or not. */
export type Score = Readonly<typeof ZERO>;

export function sumOf(scores: readonly Score[]): Score {
  const sum = { ...ZERO };
  for (const score of scores) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  return sum;
}

export function f1Of(matched: number, told: number, gold: number): number {
  const [precision, recall] = [told === 0 ? Number(gold === 0) : matched / told, gold === 0 ? Number(told === 0) : matched / gold];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** A draft in the words of the command line. */
export function toldOf({ indicators, budget, tasks }: Draft): Told {
  const labels = new Map(budget.map(({ id, label }) => [id, label]));
  return {
    indicators,
    budget: budget.map((line) => ({ ...line, parent: labels.get(line.parent ?? line.of ?? "") ?? null })),
    tasks: tasks.map(({ name, lead }) => ({ task: name, lead })),
  };
}

const touch = (left: readonly Place[], right: readonly Place[]): boolean => left.some(([a, b]) => right.some(([c, d]) => a < d && c < b));

function goldPlaces({ start, end, evidence }: GoldFigure, text: string): Place[] {
  return start !== undefined && end !== undefined ? [[start, end]] : placesOf(evidence ?? "", text).slice(0, 1);
}

/** How well a figure that was told is the labelled one; 0 where it is another. */
function fitOf(gold: GoldFigure, told: ToldTarget, places: readonly Place[], text: string): number {
  const [wanted, values] = [valuesOf(gold), valuesOf(told)];
  if (wanted.length !== values.length || !wanted.every((value, at) => sameNumber(value, values[at] ?? NaN))) return 0;
  if (familyOf(gold.unit) !== familyOf(told.unit)) return 0;
  const overlap = overlapOf(gold.name, told.name);
  return Number(touch(goldPlaces(gold, text), places)) + (overlap >= 0.5 ? overlap : 0);
}

/** The choices of each of `count`, the best first, those of no weight left out. */
function choicesOf(golds: number, told: number, weight: (gold: number, told: number) => number): number[][] {
  return Array.from({ length: golds }, (_, gold) =>
    Array.from({ length: told }, (__, at) => ({ at, weight: weight(gold, at) }))
      .filter((choice) => choice.weight > 0).sort((a, b) => b.weight - a.weight).map(({ at }) => at));
}

const rightYear = (gold: GoldTarget, { year }: ToldTarget): boolean =>
  [gold.year, ...(gold.accept_years ?? [])].some((accepted) => yearsOf(accepted) === yearsOf(year));
const rightComparator = (gold: GoldTarget, { comparator }: ToldTarget): boolean =>
  [gold.comparator, ...(gold.accept_comparators ?? [])].includes(comparator ?? "");

/** What an indicator that was told turned out to be. */
export type Verdict = "right" | "comparator" | "year" | "missed" | "optional" | "background" | "duplicate" | "wrong";
export interface Judged<Wanted, Given> {
  readonly verdict: Verdict | "label" | "kind" | "parent";
  readonly gold: Wanted | null;
  readonly told: Given | null;
}
export type JudgedTarget = Judged<GoldTarget, ToldTarget>;
export type JudgedLine = Judged<Gold["budget"][number], ToldLine>;

export function judgeTargets({ gold, text }: Labelled, told: readonly ToldTarget[]): JudgedTarget[] {
  const measured = told.filter((target) => valuesOf(target).length > 0)
    .map((target) => ({ target, places: target.span ? [target.span] : placesOf(target.evidence, text) }));
  const weight = (figure: GoldFigure, at: number): number => {
    const given = measured[at];
    return given ? fitOf(figure, given.target, given.places, text) : 0;
  };
  const choices = choicesOf(gold.indicators.length, measured.length, (at, given) => {
    const wanted = gold.indicators[at];
    return wanted ? weight(wanted, given) : 0;
  });
  const pairs = pairsOf(choices);
  const partners = new Map([...pairs].map(([wanted, given]) => [given, wanted]));
  const rest = (at: number): Verdict => {
    if (gold.optional.some((figure) => weight(figure, at) > 0)) return "optional";
    if (gold.background.some((figure) => weight(figure, at) > 0)) return "background";
    return choices.some((list) => list.includes(at)) ? "duplicate" : "wrong";
  };
  return [
    ...measured.map(({ target }, at): JudgedTarget => {
      const wanted = gold.indicators[partners.get(at) ?? -1];
      if (!wanted) return { verdict: rest(at), gold: null, told: target };
      const verdict = !rightYear(wanted, target) ? "year" : rightComparator(wanted, target) ? "right" : "comparator";
      return { verdict, gold: wanted, told: target };
    }),
    ...gold.indicators.flatMap((wanted, at): JudgedTarget[] => (pairs.has(at) ? [] : [{ verdict: "missed", gold: wanted, told: null }])),
  ];
}

const money = ({ amount, unit }: { amount: number; unit: string }): number => amount * factorOf(unit);

export function judgeLines({ gold }: Labelled, told: readonly ToldLine[]): JudgedLine[] {
  const choices = choicesOf(gold.budget.length, told.length, (at, given) => {
    const [wanted, line] = [gold.budget[at], told[given]];
    return wanted && line && sameNumber(money(wanted), money(line)) ? 1 + overlapOf(wanted.label, line.label) : 0;
  });
  const pairs = pairsOf(choices);
  // among equal amounts those go together whose labels are most alike
  const alike = [...pairs.keys()].flatMap((wanted) => {
    const line = gold.budget[wanted];
    return told.flatMap((given, at) =>
      line && Math.round(money(line)) === Math.round(money(given)) ? [{ wanted, at, overlap: overlapOf(line.label, given.label) }] : []);
  }).sort((a, b) => b.overlap - a.overlap || b.wanted - a.wanted || b.at - a.at);
  const partners = new Map<number, number>();
  const done = new Set<number>();
  for (const { wanted, at } of alike) {
    if (done.has(wanted) || partners.has(at)) continue;
    done.add(wanted);
    partners.set(at, wanted);
  }
  const rest = (line: ToldLine): Verdict => {
    if (gold.budget_optional.some((other) => sameNumber(money(other), money(line)))) return "optional";
    const isBackground = gold.background.some(
      (figure) => familyOf(figure.unit) === "vnd" && valuesOf(figure).some((value) => sameNumber(value, money(line))),
    );
    return isBackground ? "background" : "wrong";
  };
  return [
    ...told.map((line, at): JudgedLine => {
      const wanted = gold.budget[partners.get(at) ?? -1];
      if (!wanted) return { verdict: rest(line), gold: null, told: line };
      if (!rightParent(wanted, line)) return { verdict: "parent", gold: wanted, told: line };
      if (wanted.kind !== line.kind) return { verdict: "kind", gold: wanted, told: line };
      return { verdict: overlapOf(wanted.label, line.label) >= 0.5 ? "right" : "label", gold: wanted, told: line };
    }),
    ...gold.budget.flatMap((wanted, at): JudgedLine[] => (done.has(at) ? [] : [{ verdict: "missed", gold: wanted, told: null }])),
  ];
}

function rightParent(wanted: { parent: string | null }, told: { parent: string | null }): boolean {
  return (!wanted.parent && !told.parent) || overlapOf(wanted.parent, told.parent) >= 0.5;
}

/** What was told of a text against its labels. */
export function scoreOf(labelled: Labelled, told: Told): Score {
  const { gold } = labelled;
  const targets = judgeTargets(labelled, told.indicators);
  const lines = judgeLines(labelled, told.budget);
  const met = targets.flatMap((judged) => (judged.gold && judged.told ? [{ gold: judged.gold, told: judged.told }] : []));
  const metLines = lines.flatMap((judged) => (judged.gold && judged.told ? [{ gold: judged.gold, told: judged.told }] : []));
  const verdicts = (list: readonly { verdict: string }[], verdict: string): number =>
    list.filter((judged) => judged.verdict === verdict).length;
  const sure = <Given extends { sure: boolean }>(list: readonly { verdict: string; told: Given | null }[]) =>
    list.filter((judged) => judged.told?.sure === true);
  const isRight = ({ verdict }: { verdict: string }): boolean => verdict === "right" || verdict === "optional";
  const tasks = [...pairsOf(choicesOf(gold.tasks.length, told.tasks.length, (at, given) => {
    const overlap = overlapOf(gold.tasks[at]?.task, told.tasks[given]?.task);
    return overlap >= 0.5 ? overlap : 0;
  }))];
  return {
    gold: gold.indicators.length,
    told: targets.filter((judged) => judged.told).length - verdicts(targets, "optional"),
    matched: met.length,
    comparator: met.filter((pair) => rightComparator(pair.gold, pair.told)).length,
    year: met.filter((pair) => rightYear(pair.gold, pair.told)).length,
    both: verdicts(targets, "right"),
    background: verdicts(targets, "background"),
    duplicates: verdicts(targets, "duplicate"),
    optional: verdicts(targets, "optional"),
    sure: sure(targets).length,
    sureRight: sure(targets).filter(isRight).length,
    lines: gold.budget.length,
    linesTold: lines.filter((judged) => judged.told).length - verdicts(lines, "optional"),
    linesMatched: metLines.length,
    label: metLines.filter((pair) => overlapOf(pair.gold.label, pair.told.label) >= 0.5).length,
    kind: metLines.filter((pair) => pair.gold.kind === pair.told.kind).length,
    parent: metLines.filter((pair) => rightParent(pair.gold, pair.told)).length,
    backgroundLines: verdicts(lines, "background"),
    optionalLines: verdicts(lines, "optional"),
    sureLines: sure(lines).length,
    sureLinesRight: sure(lines).filter(isRight).length,
    tasks: gold.tasks.length,
    tasksTold: told.tasks.length,
    tasksMatched: tasks.length,
    lead: tasks.filter(([at, given]) => overlapOf(gold.tasks[at]?.lead, told.tasks[given]?.lead) >= 0.5).length,
  };
}
