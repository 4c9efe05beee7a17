import { isYear } from "./digits";
import { SIGNS } from "./hints";
import { measureAt, scaled, type Measure } from "./measure";
import type { Piece } from "./scan";

const family = (unit: string | null): string | null => (unit === null ? null : (/^(?:điểm %|[%‰]|đồng|tuổi)/.exec(unit)?.[0] ?? "words"));

/** Two numbers may be the ends of one range or change: the same kind of unit, or one shares the other's. */
export function sameKind(first: Measure, second: Measure): boolean {
  const [one, other] = [family(first.unit), family(second.unit)];
  return one === null || other === null || one === other;
}

/** "từ 20 lên 25 triệu đồng": the first number shares the unit of the second, and the other way round. */
function shareUnit(first: Measure, second: Measure): void {
  if (first.unit === null && second.unit !== null) {
    first.value = scaled(first.value, second.factor);
    first.alternatives = first.alternatives.map((other) => scaled(other, second.factor));
    [first.unit, first.factor] = [second.unit, second.factor];
  } else if (second.unit === null && first.unit !== null) {
    second.value = scaled(second.value, first.factor);
    second.alternatives = second.alternatives.map((other) => scaled(other, first.factor));
    [second.unit, second.factor] = [first.unit, first.factor];
  }
}

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
  return end !== null && sameKind(measure, end) ? { end, inWords } : null;
}

/** A comparator inside of a range ("từ 5% đến dưới 10%") adds nothing that a range can hold. */
const isSoft = (piece: Piece | undefined): boolean =>
  (piece?.kind === "term" && (piece.term.role === "comparator" || piece.term.role === "filler")) ||
  (piece?.kind === "mark" && SIGNS[piece.text] !== undefined);

/** Makes a measure the range from itself to `end`, in order. "trên 10% đến 20%" is one too, its lower end left out. */
export function joinRange(measure: Measure, end: Measure, inWords: boolean): void {
  if (inWords && measure.comparator === ">") measure.comparator = null;
  shareUnit(measure, end);
  if (end.role === "age") measure.role = "age";
  [measure.value, measure.upper] = [Math.min(measure.value, end.value), Math.max(measure.value, end.value)];
  measure.alternatives = [];
  measure.outOf = end.outOf;
  measure.unit = end.unit ?? measure.unit;
  measure.end = end.end;
}

/** Makes the change from `start` to `end`. */
export function link(start: Measure, end: Measure): void {
  shareUnit(start, end);
  // "tăng 5% lên 30%": five is how much it grew, not where it began
  if (start.grows === 0 || start.from || start.fromAfar) end.start = start;
  start.role = "start";
}
