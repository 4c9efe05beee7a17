import { readNumber } from "../number";
import { readUnit } from "../unit";
import type { Target } from "../types";
import { TIMES } from "./hints";
import { sameKind } from "./pairs";
import type { Measure } from "./measure";
import type { Phrase } from "./measures";
import type { Piece } from "./scan";

/** What a caller knows of a phrase besides its text. */
export interface Surroundings {
  /** The unit in its own column, as readUnit gives it. */
  readonly unit: string | null;
  readonly factor: number;
  readonly baseline: number | null;
}

const RANK = "thứ bậc";
export const isShare = (unit: string | null): boolean => unit !== null && /^(?:điểm )?[%‰]/.test(unit);
export const isMoney = (unit: string | null): boolean => unit?.startsWith("đồng") === true;
const isPer = (unit: string | null): boolean => unit?.startsWith("/") === true;
export const isPeriod = (unit: string | null): boolean => unit !== null && /^(?:năm|tháng|ngày|giờ|phút|tuần|quý)(?:\/|$)/.test(unit);

/** "kế hoạch 5 năm": a time that is neither reached nor limited. */
export const isBarePeriod = (measure: Measure): boolean =>
  isPeriod(measure.unit) && measure.unit?.includes("/") !== true && measure.comparator === null && !measure.aimed;

/** How likely a number is what its clause is about; ones below zero are so only where there is nothing else. */
function weight(measure: Measure): number {
  let sum = 0;
  if (measure.comparator !== null) sum += 2;
  if (measure.start !== null) sum += 4;
  if (isShare(measure.unit) || isMoney(measure.unit) || isPer(measure.unit) || measure.outOf !== null) sum += 4;
  if (isBarePeriod(measure)) sum -= 5;
  if (measure.aside) sum -= 12;
  if (measure.depth > 0) sum -= 50;
  if (measure.role === "rank") sum -= 2;
  if (measure.role === "reference" || measure.role === "per") sum -= 20;
  if (measure.role === "start") sum -= 40;
  return sum;
}

/**
 * The measures that a phrase is about, in order, the first first. Ages of people, starts of changes, bases of comparison and notes in
 * brackets are none, unless nothing else is there.
 */
export function aims({ measures, per }: Phrase, around: Surroundings): readonly Measure[] {
  const others = measures.some((measure) => measure.role !== "age" && weight(measure) >= 0);
  const candidates = shared(measures.filter((measure) => measure.role !== "age" || !isAgeGroup(measure, around, others)), per);
  const result = candidates.filter((measure) => measure.result && measure.depth === 0);
  const strong = result.length > 0 ? result : candidates.filter((measure) => weight(measure) >= 0);
  const beside = candidates.filter((measure) => measure.beside && measure.depth === 0 && isCounted(measure));
  // a number in brackets is a note, unless the brackets are all there is
  const outermost = measures[0]?.begin === 1 ? measures[0].depth : 0;
  const [clause] = strong.map((measure) => measure.clause);
  const inClause = strong.filter((measure) => measure.clause === clause);
  const best = heaviest(inClause) ?? heaviest(candidates.filter((measure) => mayStandAlone(measure, outermost, around)));
  if (best === undefined) return [];
  const aim = best.start === null ? { ...best, start: whereThingsStand(measures, best) } : best;
  if (best.role !== "start" && best.role !== "reference")
    return [
      aim,
      ...candidates.filter(
        (measure) => measure.begin > best.begin && (beside.includes(measure) || (strong.includes(measure) && isFurther(measure, best))),
      ),
    ];
  return [aim];
}

/** "hiện nay 70%; mục tiêu 85%": the value of today that no change begins from yet. */
export function whereThingsStand(measures: readonly Measure[], aim: Measure): Measure | null {
  const used = (measure: Measure): boolean => measures.some((other) => other.start?.begin === measure.begin);
  return (
    measures.find((measure) => measure.role === "start" && measure.begin < aim.begin && !used(measure) && sameKind(measure, aim)) ?? null
  );
}

/** What is left where nothing is likely: no bare period ("kế hoạch 5 năm"), in brackets only what is no mere note. */
function mayStandAlone(measure: Measure, outermost: number, around: Surroundings): boolean {
  if (measure.depth !== outermost) return isShare(measure.unit) || measure.unit?.includes("/") === true || measure.comparator !== null;
  return (
    around.unit !== null ||
    !isBarePeriod(measure) ||
    measure.begin === 0 ||
    measure.depth > 0 ||
    measure.upper !== null ||
    measure.grows !== 0
  );
}

function heaviest(measures: readonly Measure[]): Measure | undefined {
  const share = measures.findIndex((measure) => isShare(measure.unit) && measure.aimed && measure.role === "aim");
  // "khám thai ≥ 4 lần đạt 80%": the limit tells who is counted
  const describes = (measure: Measure, index: number): boolean =>
    index < share &&
    measure.comparator !== null &&
    (!measure.aimed || TIMES.test(measure.unit ?? "")) &&
    !isShare(measure.unit) &&
    !isMoney(measure.unit) &&
    measure.clause === measures[share]?.clause;
  const score = (measure: Measure, index: number): number => weight(measure) - 3 * index - (describes(measure, index) ? 10 : 0);
  return measures.reduce<{ measure: Measure; score: number } | undefined>((best, measure, index) => {
    const own = score(measure, index);
    return best === undefined || own > best.score ? { measure, score: own } : best;
  }, undefined)?.measure;
}

/**
 * A further number is a target of its own, not how far the first lies from something. In another sentence also a growth and a fraction are.
 */
function isFurther(measure: Measure, first: Measure): boolean {
  if (measure.apart || measure.aside) return false;
  const apart = sentence(measure) !== sentence(first);
  return apart || (measure.grows === 0 && (measure.outOf === null || isPer(measure.unit)));
}

const sentence = (measure: Measure): number => Math.floor(measure.clause / 100);

/** "với 12 loại vắc xin", but not "với 7%", "với 5 năm". */
const isCounted = (measure: Measure): boolean =>
  measure.unit !== null && !isShare(measure.unit) && !isMoney(measure.unit) && !isPeriod(measure.unit) && measure.role === "aim";

/**
 * "trẻ em dưới 5 tuổi", a bare "dưới 5 tuổi" (nobody's life expectancy is below eighteen), and beside another number any age that is
 * not said to be reached.
 */
export function isAgeGroup(measure: Measure, around: Surroundings, besideOthers: boolean): boolean {
  if (around.unit === "tuổi" && !besideOthers) return false;
  if (measure.ofPerson) return true;
  if (measure.aimed || measure.start !== null) return false;
  const young = (measure.upper ?? measure.value) <= 18 && (measure.comparator !== null || measure.from);
  return young || besideOthers;
}

/** In "45 giường bệnh; 14,5 bác sỹ và 3,5 dược sỹ/vạn dân" all are per vạn dân; "trên 100.000 dân dưới 08 ca" is per 100.000 too. */
export function shared(measures: readonly Measure[], before: string | null): readonly Measure[] {
  const number = measures.find((measure) => measure.role === "per");
  const said = before ?? (number === undefined ? null : `/${number.value} ${number.unit ?? ""}`);
  const { unit, per } = readUnit(said);
  const all = said === null ? measures : measures.map((measure) => (takesPer(measure) ? { ...measure, unit, outOf: per } : measure));
  const counted = all.filter(isCounting);
  const last = counted.at(-1);
  if (last === undefined || !isPer(last.unit) || counted.length < 2) return all;
  const list = counted.slice(0, -1);
  const isPlain = (measure: Measure, index: number): boolean =>
    measure.unit !== null &&
    takesPer(measure) &&
    !isPer(measure.unit) &&
    (counted[index + 1]?.begin ?? 0) - measure.end <= (counted[index + 1]?.comparator === null ? 1 : 2);
  if (!list.every(isPlain)) return all;
  return all.map((measure) => (isCounting(measure) && measure !== last ? { ...measure, unit: last.unit, outOf: last.outOf } : measure));
}

const isCounting = ({ role, depth }: Measure): boolean => role === "aim" && depth === 0;
const takesPer = (measure: Measure): boolean =>
  isCounting(measure) && !isShare(measure.unit) && !isMoney(measure.unit) && measure.outOf === null;

const LOWS: readonly unknown[] = [">", ">="];
const HIGHS: readonly unknown[] = ["<", "<="];
type Low = NonNullable<Target["ends"]>["low"];
type High = NonNullable<Target["ends"]>["high"];
const isLow = (comparator: Target["comparator"]): comparator is Low => LOWS.includes(comparator);
const isHigh = (comparator: Target["comparator"]): comparator is High => HIGHS.includes(comparator);

/**
 * Two limits of one value, right behind each other: "không dưới 5% và không quá 10%" is a range whose ends are both kept. Null for any
 * others.
 */
export function bothLimits(first: Measure, second: Measure | undefined, around: Surroundings, between: readonly Piece[]): Target | null {
  if (second === undefined || !sameKind(first, second) || !between.every(isJoint)) return null;
  const [one, other] = [toTarget(first, around).target, toTarget(second, around).target];
  const [low, high] = isLow(one.comparator) ? [one, other] : [other, one];
  if (
    !isLow(low.comparator) ||
    !isHigh(high.comparator) ||
    low.value >= high.value ||
    [first, second].some(({ outOf, start }) => outOf !== null || start !== null)
  )
    return null;
  return {
    ...one,
    comparator: "range",
    value: low.value,
    value2: high.value,
    unit: one.unit ?? other.unit,
    ends: { low: low.comparator, high: high.comparator },
  };
}

/** What may stand between two limits of one value. */
const isJoint = (piece: Piece): boolean =>
  (piece.kind === "mark" && /^(?:[,;]|[<>≤≥=]+)$/.test(piece.text)) ||
  (piece.kind === "term" && /^(?:and|comparator|difference|filler)$/.test(piece.term.role)) ||
  /^(?:nhưng|song|mà|đồng thời|but|lại|không)$/iu.test(piece.text);

/** A measure as a target in the surroundings' unit where its own says less. */
export function toTarget(measure: Measure, around: Surroundings): { readonly target: Target; readonly alternatives: readonly Target[] } {
  const comparator = comparatorOf(measure);
  const own = measure.role === "rank" && !isShare(measure.unit) ? RANK : measure.unit;
  const takes = own === null || refines(own, around.unit);
  const factor = own === null ? around.factor : takes && around.unit !== null ? thousands(own) / thousands(around.unit) : 1;
  const unit = takes ? (around.unit ?? own) : own;
  const of = (value: number): number => Number((value * factor).toPrecision(15));
  const upper = comparator === "range" ? measure.upper : null;
  const target: Target = {
    comparator,
    value: of(comparator === "<" || comparator === "<=" ? (measure.upper ?? measure.value) : measure.value),
    value2: upper !== null ? of(upper) : comparator === "change" || measure.upper !== null ? null : measure.outOf,
    baseline: measure.start !== null ? of(measure.start.value) : around.baseline,
    unit,
  };
  const alternatives = measure.alternatives.map((value): Target => ({ ...target, value: of(value) }));
  if (measure.grows !== 0 && comparator === "=" && unit !== "lần" && (measure.outOf === null || isPer(unit)))
    alternatives.push({ ...target, comparator: "change", value: measure.grows * target.value, value2: null });
  if (measure.upper !== null && comparator !== "range")
    alternatives.push({ ...target, comparator: "range", value: of(measure.value), value2: of(measure.upper) });
  return { target, alternatives };
}

const THOUSANDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghìn|ngàn|1[. ]?000)(?: |$)/iu, 1e3], [/^vạn(?: |$)/iu, 1e4], [/^triệu(?: |$)/iu, 1e6],
];

/** By what a unit multiplies: "90 nghìn" under "người" are 90.000 of them, under "nghìn người" 90. */
function thousands(unit: string): number {
  return THOUSANDS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
}

/** The unit's own column says more than the phrase: "%/năm" more than "%", "Thứ bậc" more than "Đông Nam Á". */
function refines(own: string, given: string | null): boolean {
  if (given === null || isMoney(own) !== isMoney(given)) return false;
  if (isShare(own) || isShare(given)) return given.startsWith(own);
  return !isMoney(own) && (!isPer(own) || /^\/[\d.]+$/.test(own));
}

function comparatorOf(measure: Measure): Target["comparator"] {
  if (measure.increment) return "change";
  const { comparator, upper } = measure;
  if (upper !== null && measure.difference && measure.apart) return "range";
  if (upper !== null) return comparator === null || comparator === "~" || comparator === "=" ? "range" : comparator;
  if (measure.difference && (measure.apart || measure.grows !== 0)) return "=";
  // "từ 90%" without an end: at least
  if (comparator === null && measure.from && measure.start === null && measure.role !== "start") return ">=";
  return comparator ?? "=";
}

/** The whole phrase is one number: "46*", "(5)", "09". */
export function bareNumber(
  text: string, lang: "vi" | "en", around: Surroundings,
): { readonly target: Target; readonly alternatives: readonly Target[] } | null {
  const reading = readNumber(text, lang);
  if (reading.kind === "none") return null;
  const of = (value: number): Target => ({
    comparator: "=",
    value: Number((value * around.factor).toPrecision(15)),
    value2: null,
    baseline: around.baseline,
    unit: around.unit,
  });
  return { target: of(reading.value), alternatives: reading.alternatives.map(of) };
}
