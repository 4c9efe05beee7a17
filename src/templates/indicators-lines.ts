import { decimalsOf, isCount, writeRoman, writeTarget, type Direction, type Lang } from "../quantity";
import { ownTargets, type Plan, type PlanIndicator, type PlanTarget } from "../plan";
import { formatWithDecimals, type CellInput } from "../sheet";
import { groupRowKey } from "./keys";
import type { TemplateWords } from "./words";

/** A row of the body: an indicator, or a heading over some of them. */
export interface IndicatorLine {
  readonly number: string;
  /** What the heading says; null in the row of an indicator. */
  readonly heading: string | null;
  /** What the hidden column holds. */
  readonly key: string;
  readonly indicator: PlanIndicator | null;
}

/**
 * Indicators under the headings that they have in the document, numbered anew under each. Where some have targets in words only, those
 * that are measured come first and these after them, each part under a heading of its own.
 */
export function linesOf({ indicators }: Plan, { parts }: TemplateWords["indicators"]): IndicatorLine[] {
  const measured = indicators.filter((indicator) => !isInWords(indicator));
  const inWords = indicators.filter(isInWords);
  if (measured.length === 0 || inWords.length === 0) return grouped(indicators, "");
  return [headingLine("A", "A", parts.measured), ...grouped(measured, ""), headingLine("B", "B", parts.inWords), ...grouped(inWords, "B.")];
}

/** `part`: what tells the keys of one part's headings from those of the others. */
function grouped(indicators: readonly PlanIndicator[], part: string): IndicatorLine[] {
  const groups = [...new Set(indicators.map(({ group }) => group))];
  return groups.flatMap((group, index): IndicatorLine[] => {
    const number = writeRoman(index + 1);
    const members = indicators.filter((indicator) => indicator.group === group);
    return [
      ...(group === null ? [] : [headingLine(number, part + number, group)]),
      ...members.map((indicator, at): IndicatorLine => ({ number: String(at + 1), heading: null, key: indicator.code, indicator })),
    ];
  });
}

function headingLine(number: string, key: string, heading: string): IndicatorLine {
  return { number, heading, key: groupRowKey(key), indicator: null };
}

/** A piece of a sentence of the document, standing alone: "Giảm tỷ lệ tảo hôn". */
export function standingAlone(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]*\p{L}/u, (begin) => begin.toLocaleUpperCase("vi"));
}

/** What stands in a target's cell: a number where it is a bare one, its comparator and value, or its words. */
export function targetInput(target: PlanTarget, lang: Lang): CellInput {
  const { comparator, value, value2 } = target;
  if (comparator === null || value === null) return standingAlone(target.text);
  return comparator === "=" ? value : writeTarget({ comparator, value, value2, baseline: null, unit: target.unit }, lang);
}

/**
 * The number format of a row whose numbers run to thousands: 13.226 as the document has it, beside "100.000 - 250.000"; null for the
 * others.
 */
export function thousandsFormat(indicator: PlanIndicator): string | null {
  const numbers = [indicator.baseline, ...ownTargets(indicator).map(({ value }) => value)].filter((value) => value !== null);
  if (numbers.every((value) => Math.abs(value) < 1000)) return null;
  const decimals = Math.max(...numbers.map(decimalsOf));
  return formatWithDecimals(decimals);
}

/** A row without a name is for a person to fill in. */
export function isBlankRow({ name }: PlanIndicator): boolean {
  return name === "";
}

/** Takes actual values: it has a target that is no mere words, or people have yet to write its target. */
export function takesActuals(indicator: PlanIndicator): boolean {
  return isBlankRow(indicator) || ownTargets(indicator).some(({ comparator }) => comparator !== null);
}

/** All of its targets are words: its result is, too, and whether that is enough a person says. */
export function isInWords(indicator: PlanIndicator): boolean {
  return !takesActuals(indicator);
}

/** Kinds of things are the same ones in every place: 12 kinds of vaccine here and there are not 24. */
const KINDS = /^(loại|nhóm|cấp|kiểu|dạng|kinds?|types?|groups?|levels?)(?![\p{L}\p{M}])/iu;
/** "mỗi thôn có 01 nhân viên y tế": what is wanted of each. */
const OF_EACH = /(?<!\p{L})(mỗi|từng|bình quân|trung bình|each|every|per|average)(?!\p{L})/iu;

/** What says whether an indicator adds up: of a plan as of a sheet. */
export interface Countable {
  readonly name: string;
  readonly unit: string | null;
  readonly direction: Direction | null;
  /** Null of what is no share. */
  readonly ratio: object | null;
  readonly targets: readonly { readonly text: string }[];
}

/**
 * The values of the reporting units add up to the value of the whole area: what is counted (see `isCount`) and is to rise or to
 * fall. Shares, means, rates and ranks do not add up, nor kinds, nor what is wanted of each or to be kept as it is.
 */
export function addsUp({ unit, name, ratio, direction, targets }: Countable): boolean {
  const words = [name, ...targets.map(({ text }) => text)].map((text) => text.normalize("NFC"));
  return ratio === null && direction !== "equal" && isCount(unit) && !KINDS.test(unit ?? "") && !words.some((text) => OF_EACH.test(text));
}
