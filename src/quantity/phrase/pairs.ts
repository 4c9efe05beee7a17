import { isYear } from "./digits";
import { SIGNS } from "./hints";
import { scaled } from "../decimal";
import { measureAt, type Measure } from "./measure";
import type { Piece } from "./scan";

const family = (unit: string | null): string | null => (unit === null ? null : (/^(?:điểm %|[%‰]|đồng|tuổi)/.exec(unit)?.[0] ?? "words"));

/** Two numbers may be the ends of one range or change: the same kind of unit, or one shares the other's. */
export function sameKind(first: Measure, second: Measure): boolean {
  const [one, other] = [family(first.unit), family(second.unit)];
  return one === null || other === null || one === other;
}

/** "từ 20 lên 25 triệu đồng": the first number shares the unit of the second, and the other way round. */
function sharing(first: Measure, second: Measure): readonly [Measure, Measure] {
  if (first.unit === null && second.unit !== null) return [inUnitOf(first, second), second];
  return second.unit === null && first.unit !== null ? [first, inUnitOf(second, first)] : [first, second];
}

/** A number in the unit of another. */
export const inUnitOf = (measure: Measure, { unit, factor }: Measure): Measure => ({
  ...measure,
  value: scaled(measure.value, factor),
  alternatives: measure.alternatives.map((other) => scaled(other, factor)),
  unit,
  factor,
});

/** The other end of a range that begins with this number: "16 - 18", "từ 300 đến 500 triệu đồng", "giữa 5 và 7%". */
export function rangeEnd(
  pieces: readonly Piece[], measure: Measure, between: boolean,
): { readonly end: Measure; readonly inWords: boolean } | null {
  const joint = pieces[measure.end];
  if (joint === undefined || measure.outOf !== null) return null;
  const dash = joint.kind === "mark" && /^(?:-|÷|~|…)$/.test(joint.text);
  const inWords = joint.kind === "term" && (joint.term.role === "to" || (joint.term.role === "and" && between));
  if (!dash && !inWords) return null;
  let at = measure.end + 1;
  while (isSoft(pieces[at])) at += 1;
  if (isYear(pieces, at) && !isYear(pieces, measure.begin)) return null;
  const end = measureAt(pieces, at);
  return end !== null && sameKind(measure, end) && !(dash && isListed(pieces, measure, end)) ? { end, inWords } : null;
}

const isDash = (piece: Piece | undefined): boolean => piece?.kind === "mark" && piece.text === "-";

/** "45% - 50% - 56%": three values and more in a row of dashes are one for each of as many years, no ends of a range. */
function isListed(pieces: readonly Piece[], first: Measure, second: Measure): boolean {
  const third = isDash(pieces[second.end]) ? measureAt(pieces, second.end + 1) : null;
  if (third !== null && !isYear(pieces, third.begin) && sameKind(second, third)) return true;
  return isDash(pieces[first.begin - 1]) && isValueEnd(pieces, first.begin - 2);
}

/** The piece before a dash belongs to a value. */
const isValueEnd = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.kind === "number" ? !isYear(pieces, at) : /^[%‰]$/.test(pieces[at]?.text ?? "") && pieces[at - 1]?.kind === "number";

/** A comparator inside of a range ("từ 5% đến dưới 10%") adds nothing that a range can hold. */
const isSoft = (piece: Piece | undefined): boolean =>
  (piece?.kind === "term" && (piece.term.role === "comparator" || piece.term.role === "filler")) ||
  (piece?.kind === "mark" && SIGNS[piece.text] !== undefined);

/** The range from a measure to `last`, in order. "trên 10% đến 20%" is one too, its lower end left out. */
export function joined(measure: Measure, last: Measure, inWords: boolean): Measure {
  const [first, end] = sharing(measure, last);
  const open = inWords && measure.comparator === ">";
  return {
    ...first,
    comparator: open ? null : first.comparator,
    words: open ? null : first.words,
    role: end.role === "age" ? "age" : first.role,
    value: Math.min(first.value, end.value),
    upper: Math.max(first.value, end.value),
    alternatives: [],
    outOf: end.outOf,
    unit: end.unit ?? first.unit,
    end: end.end,
  };
}

/** The start and the end of a change. */
export function linked(one: Measure, other: Measure): readonly [Measure, Measure] {
  const [shared, end] = sharing(one, other);
  const start = { ...shared, role: "start" } as const;
  // "tăng 5% lên 30%": five is how much it grew, not where it began
  return [start, start.grows === 0 || start.from || start.fromAfar ? { ...end, start } : end];
}
