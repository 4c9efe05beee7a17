import type { Comparator } from "../types";
import { LEADERS, TIMES } from "./hints";
import type { Measure } from "./measure";
import type { Piece } from "./scan";
import { nothing, type Waiting } from "./waiting";

/** "thứ hạng từ 10 trở lên": a better place is a smaller number. */
export const better = (op: Comparator | null): Comparator | null => (op === ">=" ? "<=" : op === "<=" ? ">=" : op);

/** "mỗi năm 2 lần" is 2 lần/năm, "mỗi năm giảm 2%" 2 %/năm. */
export function addPeriod(measure: Measure, every: string | null): void {
  const { unit } = measure;
  if (every === null || unit === null) return;
  if (TIMES.test(unit) || (/^(?:điểm )?[%‰]$/.test(unit) && measure.grows !== 0)) measure.unit = `${unit}/${every}`;
}

/** "10 tỉnh, thành phố dẫn đầu": in the unit or right behind it. */
export const leads = (pieces: readonly Piece[], measure: Measure): boolean =>
  LEADERS.test(pieces.slice(measure.begin + 1, measure.end + 3).map((piece) => piece.text).join(" "));

/** Words that can only be a limit, so that other words may part them from their number. */
const BOUND = /nhất|tối thiểu|tối đa|chí ít|at least|at most|minimum|maximum|^(?:min|max)$/iu;
const DENIAL = /^(?:không|chưa|not|no|never)(?: |$)/iu;
const NOUN = /(?:^| )(?:mức|ngưỡng|mốc|trần|sàn)$/iu;

export const isBound = (text: string): boolean => BOUND.test(text);
export const isDenial = (text: string): boolean => DENIAL.test(text);

const side = (op: Comparator): string => op.charAt(0);
const isStrict = (op: Comparator): boolean => op === ">" || op === "<";

/**
 * One more comparator before the same number: "đạt khoảng trên 5" and "tối thiểu trên 90%" are the sharper of two, "không hơn không kém
 * 5%" is just that; "dưới mức tối thiểu 90%" names the limit. What contradicts itself cannot be told.
 */
export function addComparator(waiting: Waiting, piece: Extract<Piece, { kind: "term" }>, pieces: readonly Piece[], at: number): void {
  const { op } = piece.term;
  const before = pieces[at - 1];
  const had = waiting.comparator;
  if (had !== null && isBound(piece.text) && NOUN.test(before?.text ?? "")) return;
  if (had === null || had === "~") waiting.comparator = op;
  else if (op !== null && op !== "~") {
    if (side(had) === side(op)) waiting.comparator = isStrict(had) ? had : op;
    else if (!isStrict(had) && !isStrict(op) && [waiting.said ?? "", piece.text].every(isDenial)) waiting.comparator = "=";
    else waiting.unclear = true;
  }
  waiting.difference = false;
  waiting.over = /^trên$/i.test(piece.text);
  waiting.said = piece.text;
  waiting.opens = opensClause(pieces, at);
}

const isLight = (piece: Piece | undefined): boolean =>
  piece?.kind === "date" ||
  piece?.kind === "number" ||
  (piece?.kind === "term" && /^(?:filler|from|to|time|every|comparator)$/.test(piece.term.role));

/** Nothing but light words and times stand before it in its clause: "Đến năm 2030 phấn đấu ít nhất …". */
function opensClause(pieces: readonly Piece[], at: number): boolean {
  let first = at;
  while (isLight(pieces[first - 1])) first -= 1;
  return first === 0 || /^[.,;:(!?]$/.test(pieces[first - 1]?.text ?? "");
}

/** "5% tối đa", "90% (tối thiểu)": nothing comes after it in its clause. */
export const closesClause = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at + 1] === undefined || /^[).,;]$/.test(pieces[at + 1]?.text ?? "");

/**
 * What is left of a limit once words stand between it and its number: one that can be nothing else goes on, of a denied one nobody can
 * tell.
 */
export function partedBy(waiting: Waiting): Pick<Waiting, "afar" | "unclear"> {
  const { comparator, said, opens } = waiting;
  if (comparator === null || said === null) return { afar: waiting.afar, unclear: waiting.unclear };
  return { afar: opens && isBound(said) ? comparator : null, unclear: waiting.unclear || isDenial(said) };
}

/** The number that a change may start from: the last one, not yet used, in this sentence; with words between only after "từ". */
export function startOfChange(last: Measure | undefined, clause: number, since: number | null): Measure | null {
  if (last === undefined || (last.role !== "aim" && last.role !== "age" && last.role !== "start")) return null;
  if (last.start !== null || last.depth > 0 || last.upper !== null) return null;
  if (Math.floor(last.clause / 100) !== Math.floor(clause / 100)) return null;
  return last.from || last.fromAfar || (since !== null && since <= 1 && last.clause === clause) ? last : null;
}

/** What still waits for its number when a word stands before it that says nothing about numbers. */
export function afterWord(waiting: Waiting): Waiting {
  // "cao hơn nam 5,4 năm": with a word between it is a difference
  const kept = waiting.difference ? { comparator: waiting.comparator, difference: true, apart: true } : {};
  return {
    ...nothing(), ...kept, ...partedBy(waiting),
    grows: waiting.grows,
    fromAfar: waiting.from || waiting.fromAfar,
    reference: waiting.reference,
    now: waiting.now,
    every: waiting.every,
  };
}
