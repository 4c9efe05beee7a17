import { readMeasures, type SaidMeasure, type SaidYears } from "../../quantity";
import type { Paragraph, SectionKind } from "../document/document";
import { isMoneyUnit, moneyOrMeasure } from "../money-or-measure";
import { masked } from "./masked";
import { clausesOf, sentencePlace, timesOf, type Clause } from "./clauses";
import { factOf, type Found } from "./fact";
import { nameOf, withSharedPredicate, type Named, type Previous } from "./names";
import { isGoal, isReport, refusalOf, type Refusal } from "./refuse";
import { withRuns, withSharedGrowth } from "./runs";
import { settingOf, type PlanTime, type Setting } from "./setting";
import { isShare } from "./unit-words";
import { SURE_HEAD, type Place } from "./words";
import { mayHold, respectiveYears, withListed, yearsFor, type TargetYear } from "./years-of";

interface Judged {
  readonly measure: SaidMeasure;
  readonly refusal: Refusal | null;
}

/** The targets that a paragraph says in figures, in its order. */
export function indicatorsIn(paragraph: Paragraph, whole: string, time: PlanTime): readonly Found[] {
  const { text } = paragraph.text;
  if (!/\d|một|hai|ba|nửa|gấp/iu.test(text)) return [];
  const { measures, years: said } = readMeasures(masked(text));
  if (measures.length === 0) return [];
  const years = withListed(text, said);
  const own = settingOf(paragraph);
  const found: Found[] = [];
  let carried: readonly SaidYears[] = [];
  let last: Previous | null = null;
  let earlier: readonly Named[] = [];
  let before: readonly (number | null)[] = [];
  let [end, isReported] = [0, false];
  for (const sentence of groups(measures)) {
    const place = sentencePlace(sentence);
    // a list that "phấn đấu" leads is one of targets up to its full stop
    const between = text.slice(end, place.from);
    const isTarget = own.kind === "target" || isGoal(text.slice(lastStop(text, place.from), place.to));
    isReported ||= own.kind !== "target" && isReport(text.slice(place.from, place.to));
    const kind = isTarget && own.kind !== "report" && own.kind !== "budget" ? "target" : own.kind;
    const setting: Setting = { ...own, kind, isReported };
    if (/[.!?]\s/.test(between)) carried = [];
    const reading = { paragraph, whole, text, setting, section: own.kind, time, years, carried, last, earlier, before };
    const read = sentenceIndicators(reading, sentence);
    found.push(...read.found);
    before = read.found.map(({ year }) => year);
    ({ carried, last, earlier } = read);
    end = place.to;
  }
  return withSharedPer(found);
}

/** "35 giường bệnh; 12 bác sĩ; 25 điều dưỡng trên 10.000 dân": what the last is per the others are, too. */
function withSharedPer(found: readonly Found[]): readonly Found[] {
  const result = [...found];
  for (let at = result.length - 2; at >= 0; at -= 1) {
    const [fact, next] = [result[at], result[at + 1]];
    if (fact === undefined || next?.unit?.startsWith("/") !== true || !/ trên \P{L}*(?:\p{L}+ )*dân$/u.test(next.name)) continue;
    const isCount = fact.unit !== null && !isShare(fact.unit) && !fact.unit.includes("/") && fact.name === `Số ${fact.unit}`;
    if (!isCount || fact.year !== next.year) continue;
    result[at] = { ...fact, unit: next.unit, name: `${fact.name}${next.name.slice(next.name.lastIndexOf(" trên "))}` };
  }
  return result;
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
  /** The names of the sentence before. */
  readonly earlier: readonly Named[];
  /** The years of the targets of the sentence before. */
  readonly before: readonly (number | null)[];
}

interface Read {
  readonly found: readonly Found[];
  readonly carried: readonly SaidYears[];
  /** What the paragraph's next clause may go on from. */
  readonly last: Previous | null;
  readonly earlier: readonly Named[];
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
  const clauses = withSharedGrowth(text, clausesOf(text, kept, place, timesOf(text, own), cuts));
  const carried = carriedOn(reading, own, clauses[0]);
  const named = withRuns(text, clauses, namesOf(reading, clauses, timesOf(text, years)), reading.earlier);
  const each = respectiveYears(text, place, clauses, own, reading.before);
  const baselines = baselinesOf(judged, kept);
  let before: readonly TargetYear[] = [];
  let baseline: number | null = null;
  const found = clauses.flatMap((clause, at) => {
    const name = named[at];
    if (name === undefined) return [];
    const said = yearsFor(clause, own, carried, setting, time);
    // figures of a list have the year of the first; one without any that of its sentence
    const inherits = name.style === "same" && said.every(({ by }) => by !== "said") && before.length > 0;
    const only = said.every(({ by }) => by === "guess") ? onlyYear(own) : null;
    const year = each[at];
    before = year !== undefined ? [{ year, from: null, by: "said" }] : inherits ? before : (only ?? said);
    // "từ 64,5% lên 80% vào năm 2028 và 85% vào năm 2030"
    const goesOn = name.style === "same" && name.name === named[at - 1]?.name;
    baseline = baselines[at] ?? (goesOn ? baseline : null);
    return before.map((held) => factOf(reading, clause, name, held, baseline));
  });
  const [lastClause, lastName] = [clauses.at(-1), named.at(-1)];
  const isNew = lastClause !== undefined && lastName !== undefined;
  return { found, carried, last: isNew ? { clause: lastClause, named: lastName } : reading.last, earlier: isNew ? named : reading.earlier };
}

/** The year of a sentence that says one only. */
function onlyYear(own: readonly SaidYears[]): readonly TargetYear[] | null {
  const years = new Set(own.filter(mayHold).flatMap(({ from, to }) => (from !== null && from === to ? [to] : [])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? [{ year, from: null, by: "said" }] : null;
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
    // "giá trị sản xuất trên 01 ha đất đạt 90 triệu đồng"
    const isPer = target.value === 1 && target.comparator === ">" && next !== undefined && next.sentence === measure.sentence && next.aimed;
    if (isPer && !/(?<!\p{L})(?:mỗi|từng)(?!\p{L})/iu.test(before)) return false;
    if (isGroup && next !== undefined && isShare(next.target.unit)) return false;
    if (role === "aim" || role === "rank") return true;
    if (role === "per") return measure.comparatorSaid && !PEOPLE.test(target.unit ?? "") && at === 0;
    // "đạt 5.000 tỷ đồng, chiếm khoảng 35% GRDP", "120 dự án, giảm ít nhất 25% so với …"
    const said = text.slice(...whole);
    const isOwn = /^chiếm/iu.test(said) || (measure.growth !== 0 && measure.comparatorSaid);
    if (role === "aside" && isOwn && isShare(target.unit) && !measure.bracketed) return true;
    return role === "aside" && PART.test(before) && !/(?:so với|bằng|tương đương|tăng|giảm|vượt)(?!\p{L})/iu.test(before);
  });
}
const PEOPLE = /^(?:dân|người|trẻ|phụ nữ|nữ|nam|bà mẹ|hộ|ca|học sinh|lao động|địa bàn)/iu;
const PART = /(?<!\p{L})(?:trong đó|bao gồm|gồm|riêng)(?!\p{L})|(?<!\p{L})thêm\s*$/iu;

function judge({ text, setting, section, time }: Reading, measure: SaidMeasure, place: Place, own: readonly SaidYears[]): Judged {
  const before = text.slice(place.from, measure.whole[0]);
  const after = text.slice(measure.whole[1], measure.after[1]);
  const { unit } = measure.target;
  const isBudget = isMoneyUnit(unit) && moneyOrMeasure({ unit, before, after, kind: section }) !== "measure";
  const near = own.filter((each) => mayHold(each) && each.span[0] >= measure.before[0] && each.span[1] <= measure.after[1]);
  const aim = { measure, before, after, said: text.slice(...measure.span), whole: text.slice(...measure.whole), years: near };
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
    // "đến năm 2028 có 60% và đến năm 2030 có 80% người cao tuổi …"
    const isNext = at === 0 && first.style === "same" && (second.style === "behind" || second.style === "around");
    const takes = (first.name === "" || isNext) && second.name !== "";
    // "giảm 10% số vụ và 15% diện tích bị thiệt hại"
    const isApart = clause.measure.growth !== 0 && SURE_HEAD.test(second.name);
    if (takes) named[at] = { ...second, place: first.place };
    else if (!isApart) named[at] = withSharedPredicate(first, second, between);
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
