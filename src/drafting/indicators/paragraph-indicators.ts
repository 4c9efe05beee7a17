import { originOf } from "../../base";
import { readMeasures, type SaidMeasure, type SaidYears, type Target } from "../../quantity";
import type { Doubt, IndicatorFact } from "../draft";
import type { Paragraph, SectionKind } from "../document/document";
import { isMoneyUnit, moneyOrMeasure } from "../money-or-measure";
import { masked } from "./masked";
import { clausesOf, sentencePlace, timesOf, type Clause } from "./clauses";
import { directionOf } from "./direction";
import { nameOf, withSharedPredicate, type Named, type Previous } from "./names";
import { isGoal, refusalOf, type Refusal } from "./refuse";
import { settingOf, type PlanTime, type Setting } from "./setting";
import { isShare } from "./unit-words";
import { lowered, SURE_HEAD, tidy, wordsIn, type Place } from "./words";
import { mayHold, yearsFor, type TargetYear } from "./years-of";

/** A fact before it has its id. */
export type Found = Omit<IndicatorFact, "id">;

interface Judged {
  readonly measure: SaidMeasure;
  readonly refusal: Refusal | null;
}

/** The targets that a paragraph says in figures, in its order. */
export function indicatorsIn(paragraph: Paragraph, whole: string, time: PlanTime): readonly Found[] {
  const { text } = paragraph.text;
  if (!/\d|một|hai|ba|nửa|gấp/iu.test(text)) return [];
  const { measures, years } = readMeasures(masked(text));
  if (measures.length === 0) return [];
  const own = settingOf(paragraph);
  const found: (Found & { readonly at: number })[] = [];
  let carried: readonly SaidYears[] = [];
  let last: Previous | null = null;
  let end = 0;
  for (const sentence of groups(measures)) {
    const place = sentencePlace(sentence);
    // a list that "phấn đấu" leads is one of targets up to its full stop
    const between = text.slice(end, place.from);
    const isTarget = own.kind === "target" || isGoal(text.slice(lastStop(text, place.from), place.to));
    const setting: Setting = isTarget && own.kind !== "report" && own.kind !== "budget" ? { ...own, kind: "target" } : own;
    if (/[.!?]\s/.test(between)) carried = [];
    const read = sentenceIndicators({ paragraph, whole, text, setting, section: own.kind, time, years, carried, last }, sentence);
    found.push(...read.found.map((fact) => ({ ...fact, at: sentence[0]?.sentence ?? 0 })));
    ({ carried, last } = read);
    end = place.to;
  }
  return found.map(({ at: _, ...fact }) => fact);
}

const lastStop = (text: string, at: number): number => {
  const stops = [...text.slice(0, at).matchAll(/[.!?](?=\s)/g)];
  return stops.at(-1)?.index ?? 0;
};

/** The measures of each sentence. */
function groups(measures: readonly SaidMeasure[]): readonly (readonly SaidMeasure[])[] {
  const sentences: SaidMeasure[][] = [];
  for (const measure of measures) {
    const open = sentences.at(-1);
    if (open?.[0]?.sentence === measure.sentence) open.push(measure);
    else sentences.push([measure]);
  }
  return sentences;
}

interface Reading {
  readonly paragraph: Paragraph;
  /** The document's text as given. */
  readonly whole: string;
  readonly text: string;
  readonly setting: Setting;
  /** What its section holds, whatever the sentence promises. */
  readonly section: SectionKind;
  readonly time: PlanTime;
  readonly years: readonly SaidYears[];
  readonly carried: readonly SaidYears[];
  /** What the paragraph's next clause may go on from. */
  readonly last: Previous | null;
}

interface Read {
  readonly found: readonly Found[];
  readonly carried: readonly SaidYears[];
  /** What the paragraph's next clause may go on from. */
  readonly last: Previous | null;
}

function sentenceIndicators(reading: Reading, measures: readonly SaidMeasure[]): Read {
  const { text, years, setting, time } = reading;
  const place = sentencePlace(measures);
  const own = years.filter(({ span }) => span[0] >= place.from && span[1] <= place.to + 1);
  const judged: Judged[] = [];
  for (const measure of aimsOf(text, measures)) {
    const before = judged.at(-1);
    const goesOn = before?.refusal === "past" && before.measure.bracketed && measure.bracketed;
    judged.push(goesOn ? { measure, refusal: "past" } : judge(reading, measure, place, own));
  }
  const kept = judged.filter(({ refusal }) => refusal === null).map(({ measure }) => measure);
  const cuts = judged.filter(({ refusal }) => refusal === "past" || refusal === "budget")
    .map(({ measure }) => cutOf(text, measure));
  const clauses = clausesOf(text, kept, place, timesOf(text, own), cuts);
  const carried = carriedOn(reading, own, clauses[0]);
  const named = namesOf(reading, clauses, timesOf(text, years));
  const baselines = baselinesOf(judged, kept);
  const found = clauses.flatMap((clause, at) => {
    const name = named[at];
    if (name === undefined) return [];
    return yearsFor(clause, own, carried, setting, time).map((year) => factOf(reading, clause, name, year, baselines[at] ?? null));
  });
  const [lastClause, lastName] = [clauses.at(-1), named.at(-1)];
  const isNew = lastClause !== undefined && lastName !== undefined;
  return { found, carried, last: isNew ? { clause: lastClause, named: lastName } : reading.last };
}

/** What a refused figure takes with it; of one in brackets all from the bracket on. */
function cutOf(text: string, { whole: [from, to], bracketed }: SaidMeasure): Place {
  const bracket = bracketed ? text.lastIndexOf("(", from) : -1;
  return { from: bracket >= 0 && from - bracket < 60 ? bracket : from, to };
}

/** The figures that may be targets: aims and places, parts ("trong đó … 215 ha"), counts that no people are ("trên 1.000 mô hình"). */
function aimsOf(text: string, measures: readonly SaidMeasure[]): readonly SaidMeasure[] {
  return measures.filter((measure, at) => {
    const { role, target, whole } = measure;
    const next = measures[at + 1];
    const before = text.slice(measures[at - 1]?.whole[1] ?? measure.before[0], whole[0]);
    // "tử vong trẻ em: dưới 5 tuổi còn dưới 15‰"
    const isGroup = target.unit === "tuổi" && !/tuổi (?:thọ|bình quân|trung bình)/iu.test(before);
    if (isGroup && next !== undefined && isShare(next.target.unit)) return false;
    if (role === "aim" || role === "rank") return true;
    if (role === "per") return measure.comparatorSaid && !PEOPLE.test(target.unit ?? "") && at === 0;
    return role === "aside" && PART.test(before) && !/(?:so với|bằng|tương đương|tăng|giảm|vượt)(?!\p{L})/iu.test(before);
  });
}
const PEOPLE = /^(?:dân|người|trẻ|phụ nữ|nữ|nam|bà mẹ|hộ|ca|học sinh|lao động|địa bàn)/iu;
const PART = /(?<!\p{L})(?:trong đó|bao gồm|gồm|riêng)(?!\p{L})/iu;

function judge({ text, setting, section, time }: Reading, measure: SaidMeasure, place: Place, own: readonly SaidYears[]): Judged {
  const before = text.slice(place.from, measure.whole[0]);
  const after = text.slice(measure.whole[1], measure.after[1]);
  const { unit } = measure.target;
  const isBudget = isMoneyUnit(unit) && moneyOrMeasure({ unit, before, after, kind: section }) !== "measure";
  const near = own.filter((each) => mayHold(each) && each.span[0] >= measure.before[0] && each.span[1] <= measure.after[1]);
  const aim = { measure, before, after, said: text.slice(...measure.span), years: near };
  return { measure, refusal: refusalOf(aim, setting, time, isBudget) };
}

/** The years that lead a sentence hold for those after it in the paragraph, too. */
function carriedOn({ text, carried, time }: Reading, own: readonly SaidYears[], first: Clause | undefined): readonly SaidYears[] {
  if (first === undefined) return carried;
  const { lead, measure } = first;
  const leads = ({ span: [from, to] }: SaidYears): boolean => to <= measure.whole[0] && LEADS.test(text.slice(lead.from, from));
  const leading = own.filter((each) => mayHold(each) && leads(each));
  const start = time.start ?? -Infinity;
  const usable = leading.filter(({ to, from }) => (to ?? from ?? Infinity) >= start);
  return usable.length > 0 ? usable : carried;
}
/** What may stand before a year that leads a sentence. */
const LEADS = /^[\s,;:.("'-]*(?:(?:ph[ấầâẩ]n đ[ấầâ]u|mục tiêu|chỉ tiêu|và|riêng|trong|dự kiến|cụ thể|phương hướng|định hướng)(?:[\s,:]+|$))*$|:\s*$/iu;

function namesOf(reading: Reading, clauses: readonly Clause[], times: readonly Place[]): readonly Named[] {
  const named: Named[] = [];
  clauses.forEach((clause, at) => {
    const before = clauses[at - 1];
    const previousName = named[at - 1];
    const previous = before !== undefined && previousName !== undefined ? { named: previousName, clause: before } : reading.last;
    named.push(nameOf(reading.text, clause, times, previous, at > 0));
  });
  // what two nouns share stands behind the second; a figure without words has those of the next
  for (let at = named.length - 2; at >= 0; at -= 1) {
    const [first, second, clause, next] = [named[at], named[at + 1], clauses[at], clauses[at + 1]];
    if (first === undefined || second === undefined || clause === undefined || next === undefined) continue;
    const between = reading.text.slice(clause.tail.from, next.measure.whole[0]);
    named[at] = first.name === "" && second.name !== "" ? { ...second, place: first.place } : withSharedPredicate(first, second, between);
  }
  return named;
}

/** What stands in brackets for a year before the plan is where the targets before it start: "(năm 2025 là 96% và 61%)". */
function baselinesOf(judged: readonly Judged[], kept: readonly SaidMeasure[]): readonly (number | null)[] {
  const past = judged.filter(({ measure, refusal }) => refusal === "past" && measure.bracketed).map(({ measure }) => measure);
  const offset = kept.length - past.length;
  return kept.map((measure, at) => {
    const base = offset < 0 ? undefined : past[at - offset];
    const fits = base !== undefined && base.target.unit === measure.target.unit && base.span[0] > measure.span[0];
    return measure.target.baseline ?? (fits ? base.target.value : null);
  });
}

const SCAN = /(?<!\p{L})(?:ph[ầâẩ]n đ[ấầâ]u|phấn đầu|không chế|kiểm toàn|tuyển đầu|chuyên tuyến|tiêu đề án|luân chuyên)(?!\p{L})/iu;

function factOf(reading: Reading, clause: Clause, named: Named, { year, from, by }: TargetYear, baseline: number | null): Found {
  const { text, paragraph, whole, setting } = reading;
  const { measure } = clause;
  const { growth } = measure;
  const target = asShare(measure);
  const span = originOf(paragraph.text, named.place.from, named.place.to);
  const figure = tidyFigure(text.slice(...measure.whole));
  const name = withGrowth(named.name, growth, target.unit);
  const doubts: Doubt[] = [];
  const words = wordsIn(name);
  if (named.doubtful || words < 2 || words > 25 || /[:;]|\d{3,}|\?/.test(name)) doubts.push("name");
  if (year === null || by === "guess") doubts.push("year");
  if (measure.alternatives.some((other) => other.comparator !== "change")) doubts.push("readings");
  if (target.unit === null) doubts.push("value");
  if (setting.kind !== "target" && !measure.aimed && !measure.comparatorSaid && target.unit !== "%") doubts.push("kind");
  else if (measure.role === "rank" || (measure.bracketed && !measure.aimed)) doubts.push("kind");
  if (SCAN.test(name)) doubts.push("scan");
  return {
    evidence: whole.slice(...span),
    span,
    sure: doubts.length === 0,
    doubts,
    name,
    year,
    from: from !== null && from !== year ? from : null,
    comparator: target.comparator,
    value: target.value,
    value2: target.comparator === "range" ? target.value2 : null,
    baseline,
    unit: target.unit,
    direction: directionOf(target.comparator, name, figure, growth, target.unit === "%" ? target.value : null),
    scope: setting.scope,
    text: figure,
  };
}

/** "giảm 1/2 số hộ nghèo" is a half of them. */
function asShare({ target, growth }: SaidMeasure): Target {
  const { value, value2, unit, comparator } = target;
  if (growth === 0 || unit !== null || value2 === null || comparator === "range" || value >= value2) return target;
  return { ...target, value: Number(((100 * value) / value2).toPrecision(15)), value2: null, unit: "%" };
}

/** "giảm 50% số cặp tảo hôn": the figure is by how much. */
function withGrowth(name: string, growth: number, unit: string | null): string {
  if (growth === 0 || unit === "lần" || name === "" || /^(?:mức|tốc độ|tăng trưởng|giảm|tăng)(?!\p{L})/iu.test(name)) return name;
  const is = SURE_HEAD.test(name) || !/^(?:cải thiện|nâng|hạ)/iu.test(name);
  return is ? `Mức ${growth > 0 ? "tăng" : "giảm"} ${lowered(name)}` : name;
}

const tidyFigure = (said: string): string => {
  const words = tidy(said);
  return /^\p{Lu}\p{Ll}/u.test(words) && /^\p{Ll}/u.test(said.trim()) ? lowered(words) : said.replace(/\s+/g, " ").trim();
};
