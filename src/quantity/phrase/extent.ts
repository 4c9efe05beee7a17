import type { Span } from "../../base";
import { SIGNS } from "./hints";
import { measureAt, type Measure } from "./measure";
import type { Piece } from "./scan";

/** Words of reaching, being and planning that belong to the number after them; others of their kind name what is measured ("tỷ lệ"). */
const VERBS =
  /^(?:đạt|là|còn|ở|ở mức|mức|bằng|tương đương|chiếm|phải|cần|ước|ước đạt|ước tính|ước thực hiện|dự kiến|phấn đấu|duy trì|bảo đảm|đảm bảo|phải đạt|đạt đủ|đủ|chỉ|gấp|đều|sẽ|xuống thấp|lên cao|đạt được|đạt mức|khống chế|tạm tính|cố gắng|đạt tỷ lệ|cũng|vẫn|luôn|có|phải có|trong mức|dao động|xếp|đứng)$/iu;
/** Between such a word and its number: "đạt bình quân 5%". */
const AVERAGE = /^(?:bình quân|trung bình)$/iu;

const isRole = (piece: Piece | undefined, pattern: RegExp): boolean => piece?.kind === "term" && pattern.test(piece.term.role);
const isLimit = (piece: Piece | undefined): boolean =>
  isRole(piece, /^(?:comparator|difference|rank)$/) || (piece?.kind === "mark" && (piece.text in SIGNS || piece.text === "±"));

const belongs = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at];
  return (
    isLimit(piece) ||
    isRole(piece, /^(?:from|to|reach|grow|shrink|increment|between|unclear)$/) ||
    (piece?.kind === "term" && piece.term.role === "filler" && VERBS.test(piece.text)) ||
    (piece !== undefined && AVERAGE.test(piece.text) && at > 0 && VERBS.test(pieces[at - 1]?.text ?? ""))
  );
};

/** Where a measure stands among the pieces of its sentence: no word of it is before `low` or from `high` on. */
export interface Room {
  readonly pieces: readonly Piece[];
  readonly low: number;
  readonly high: number;
}

/** The words of a measure's comparator, as places in the scanned text; null where none is said. */
export function comparatorSpan({ pieces, low }: Room, { words, comparator, from, role, begin, upper }: Measure): Span | null {
  if (words !== null) return comparator === null || comparator === "=" ? null : placeOf(pieces, words[0], words[1]);
  if (comparator !== null || !from || role === "start" || upper !== null) return null;
  // "từ 90%" is at least that
  const at = range(low, begin).findLast((before) => isRole(pieces[before], /^from$/));
  return at === undefined ? null : placeOf(pieces, at, at);
}

/** The first piece that belongs to a measure, and the one after the last. */
export function extentOf({ pieces, low, high }: Room, measure: Measure): readonly [first: number, end: number] {
  let first = measure.begin;
  while (first > low && belongs(pieces, first - 1)) first -= 1;
  const [begin, last] = measure.words ?? [measure.begin, measure.begin];
  const beside = /^[=(]$/.test(pieces[last + 1]?.text ?? "") ? last + 2 : last + 1;
  const before = last < measure.begin && beside >= first ? Math.max(low, Math.min(first, begin)) : first;
  return [before, Math.min(high, endOf(pieces, measure, begin, last))];
}

/** Behind "150 đảng viên/năm trở lên", "5% tối đa", "90% (tối thiểu)", "95% ± 2%". */
function endOf(pieces: readonly Piece[], { end }: Measure, begin: number, last: number): number {
  if (pieces[begin]?.text === "±" && begin === end) return measureAt(pieces, last + 1)?.end ?? last + 1;
  if (begin === end) return last + 1;
  return begin === end + 1 && pieces[end]?.text === "(" && pieces[last + 1]?.text === ")" ? last + 2 : end;
}

/** Before a word of growth that is said of what follows. */
const OPENS = /^(?:[,.;:(]|phấn đấu|hằng năm|hàng năm|mỗi năm|và)$/iu;

/** A word of reaching or being: "đạt", "lên". */
export const leadsTo = (piece: Piece | undefined): boolean =>
  isRole(piece, /^reach$/) || (isRole(piece, /^filler$/) && VERBS.test(piece?.text ?? ""));

/** A word of reaching or being stands right before a measure that begins, with all that belongs to it, at `first`. */
export const isAimed = ({ pieces }: Room, measure: Measure, first: number): boolean =>
  measure.start !== null || range(first, measure.begin).some((at) => leadsTo(pieces[at]));

/**
 * By how much a measure changes, and which way: "tăng trên 3%", "giảm tỷ suất sinh 0,1‰/năm". A growth in the name of what is measured
 * ("tỷ lệ tăng dân số dưới 12‰", "giảm nghèo … là 70 tỷ đồng") and one that leads below a limit ("giảm dưới 5%") change nothing.
 */
export function growthOf({ pieces, low }: Room, measure: Measure, first: number): 1 | -1 | 0 {
  const { grows, start, comparator } = measure;
  if (grows === 0 || start !== null || (grows < 0 && comparator === "<")) return 0;
  const isGrowth = (at: number): boolean => isRole(pieces[at], /^(?:grow|shrink|increment)$/);
  if (range(first, measure.begin).some(isGrowth)) return grows;
  const far = range(low, first).findLast(isGrowth);
  if (far === undefined || comparator !== null || range(far + 1, measure.begin).some((at) => leadsTo(pieces[at]))) return 0;
  return far === low || OPENS.test(pieces[far - 1]?.text ?? "") ? grows : 0;
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** From the first piece to the last one, as places in the scanned text; what a negation spans may begin before the piece before it. */
export function placeOf(pieces: readonly Piece[], first: number, last: number): Span {
  let [from, to] = [pieces[first]?.from ?? 0, pieces[last]?.to ?? 0];
  for (let at = first; at <= last; at += 1) [from, to] = [Math.min(from, pieces[at]?.from ?? from), Math.max(to, pieces[at]?.to ?? to)];
  return [from, to];
}
