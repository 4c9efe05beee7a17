import type { Comparator } from "../types";
import { LEADERS, TIMES } from "./hints";
import type { Measure } from "./measure";
import type { Piece } from "./scan";
import { NOTHING, type Waiting } from "./waiting";

/** "thứ hạng từ 10 trở lên": a better place is a smaller number. */
export const better = (op: Comparator | null): Comparator | null => (op === ">=" ? "<=" : op === "<=" ? ">=" : op);

/** "mỗi năm 2 lần" is 2 lần/năm, "mỗi năm giảm 2%" 2 %/năm. */
export function withPeriod(measure: Measure, every: string | null): Measure {
  const { unit } = measure;
  if (every === null || unit === null) return measure;
  const counts = TIMES.test(unit) || (/^(?:điểm )?[%‰]$/.test(unit) && measure.grows !== 0);
  return counts ? { ...measure, unit: `${unit}/${every}` } : measure;
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
export function addComparator(
  waiting: Waiting, piece: Extract<Piece, { kind: "term" }>, pieces: readonly Piece[], at: number,
): Partial<Waiting> {
  const { op } = piece.term;
  const had = waiting.comparator;
  if (had !== null && isBound(piece.text) && NOUN.test(pieces[at - 1]?.text ?? "")) return {};
  return {
    ...both(waiting, op, piece.text),
    words: [had === null ? at : (waiting.words?.[0] ?? at), at],
    difference: false,
    over: /^trên$/i.test(piece.text),
    said: piece.text,
    opens: opensClause(pieces, at),
  };
}

function both({ comparator: had, said }: Waiting, op: Comparator | null, text: string): Partial<Waiting> {
  if (had === null || had === "~") return { comparator: op };
  if (op === null || op === "~") return {};
  if (side(had) === side(op)) return { comparator: isStrict(had) ? had : op };
  return !isStrict(had) && !isStrict(op) && [said ?? "", text].every(isDenial) ? { comparator: "=" } : { unclear: true };
}

const isLight = (piece: Piece | undefined): boolean =>
  piece?.kind === "date" ||
  piece?.kind === "number" ||
  (piece?.kind === "term" && /^(?:filler|from|to|time|every|comparator)$/.test(piece.term.role));

/** Light words before a limit at most. */
const LONGEST_OPENING = 40;

/** Nothing but light words and times stand before it in its clause: "Đến năm 2030 phấn đấu ít nhất …". */
function opensClause(pieces: readonly Piece[], at: number): boolean {
  let first = at;
  while (first > at - LONGEST_OPENING && isLight(pieces[first - 1])) first -= 1;
  return first === 0 || /^[.,;:(!?]$/.test(pieces[first - 1]?.text ?? "");
}

/** "5% tối đa", "90% (tối thiểu)": nothing comes after it in its clause. */
export const closesClause = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at + 1] === undefined || /^[).,;]$/.test(pieces[at + 1]?.text ?? "");

/**
 * What is left of a limit once words stand between it and its number: one that can be nothing else goes on, of a denied one nobody can
 * tell.
 */
export function partedBy(waiting: Waiting): Pick<Waiting, "afar" | "afarWords" | "unclear"> {
  const { comparator, said, opens, afar, afarWords, unclear } = waiting;
  if (comparator === null || said === null) return { afar, afarWords, unclear };
  const goesOn = opens && isBound(said);
  return { afar: goesOn ? comparator : null, afarWords: goesOn ? waiting.words : null, unclear: unclear || isDenial(said) };
}

/** The last number's first piece, where a change may start from it: not yet used, in this sentence; with words between only after "từ". */
export function startOfChange(last: Measure | undefined, clause: number, since: number | null): number | null {
  if (last === undefined || (last.role !== "aim" && last.role !== "age" && last.role !== "start")) return null;
  if (last.start !== null || last.depth > 0 || last.upper !== null) return null;
  if (Math.floor(last.clause / 100) !== Math.floor(clause / 100)) return null;
  return last.from || last.fromAfar || (since !== null && since <= 1 && last.clause === clause) ? last.begin : null;
}

/** Nothing waits that a word would leave waiting. */
const isForgotten = (waiting: Waiting): boolean =>
  waiting === NOTHING ||
  (waiting.comparator === null &&
    waiting.afar === null &&
    waiting.every === null &&
    waiting.grows === 0 &&
    !waiting.unclear &&
    !waiting.from &&
    !waiting.fromAfar &&
    !waiting.reference &&
    !waiting.now &&
    !waiting.difference);

/** What still waits for its number when a word stands before it that says nothing about numbers. */
export function afterWord(waiting: Waiting): Waiting {
  if (isForgotten(waiting)) return NOTHING;
  // "cao hơn nam 5,4 năm": with a word between it is a difference
  const kept = waiting.difference ? { comparator: waiting.comparator, words: waiting.words, difference: true, apart: true } : {};
  return {
    ...NOTHING, ...kept, ...partedBy(waiting),
    grows: waiting.grows,
    fromAfar: waiting.from || waiting.fromAfar,
    reference: waiting.reference,
    now: waiting.now,
    every: waiting.every,
  };
}
