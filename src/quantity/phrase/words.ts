import { readNumberWords } from "../spelling";
import { COUNTED, GAINS, TIMES } from "./hints";
import { keysOf, type Role } from "./lexicon";
import type { Piece } from "./scan";

/** Words of the longest amount that a plan writes out, and then some. */
const LONGEST_NUMBER = 40;
/** Words after which "một" is an article or part of an idiom: "một số", "một phần", "một trong". */
const IDIOMS = /^(?:số|phần|vạn|cách|lúc|loạt|bước|trong|vài|ít|mặt|bên|cửa|chiều|thời|mực|mạch|lòng|dạ)$/iu;
/** "nửa đầu năm" is a time. */
const HALVES_OF_TIME = /^(?:đầu|cuối|năm|tháng|ngày|sau|trước|đêm)$/iu;
const HALVES = /^(?:một|phân|quá|hơn|dưới|trên|giảm|gần|khoảng|còn|đạt|được|tối thiểu|ít nhất)$/iu;
/** "hai nghìn đồng bào" is no money. */
const NO_MONEY = /^(?:hồ|bào|bộ|chí|thời|đội|ruộng|bằng)$/iu;
/** Only the places of a contest are told in words: "xếp thứ ba", but "sinh con thứ ba". */
const PLACES = /^(?:xếp thứ|đứng thứ|vị trí thứ|xếp hạng)$/iu;

/** Where the pieces that say a number in words stand. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const placeOf = (pieces: readonly Piece[], at: number, end: number): Place => ({
  from: pieces[at]?.from ?? 0,
  to: pieces[end - 1]?.to ?? 0,
});
const number = (value: number, text: string, place: Place): Piece => ({
  kind: "number",
  glued: false,
  text,
  ...place,
  value,
  alternatives: [],
});
const mark = (text: string, place: Place): Piece => ({ kind: "mark", glued: true, text, ...place });
const noun = (text: string, place: Place): Piece => ({ kind: "word", glued: false, text, ...place });
const isRole = (piece: Piece | undefined, ...roles: readonly Role[]): boolean => piece?.kind === "term" && roles.includes(piece.term.role);
const isText = (piece: Piece | undefined, pattern: RegExp): boolean => piece !== undefined && pattern.test(piece.text);

/** Number words in the pieces of a phrase: the value, and how many pieces they take. */
interface Run {
  readonly value: number;
  readonly at: number;
  readonly end: number;
}

/**
 * The phrase with the numbers that it says in words as numbers: "tăng gấp đôi" as 2 lần, "một nửa" as 50 %, "hai phần ba" as 2/3, "ít
 * nhất một bác sĩ", "mỗi huyện có một trung tâm". Where the phrase has digits only words count that nothing else can explain; where
 * it has none also those before a noun that is counted ("ba trạm y tế").
 */
export function withNumberWords(pieces: readonly Piece[]): readonly Piece[] {
  const hasDigits = pieces.some((piece) => piece.kind === "number" || piece.kind === "broken");
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const said = isText(piece, /^nửa$/iu)
      ? half(pieces, at, result)
      : isText(piece, /^gấp$/iu)
        ? multiple(pieces, at)
        : counted(pieces, at, result, hasDigits);
    result.push(...(said?.pieces ?? [piece]));
    at = said?.end ?? at + 1;
  }
  return result;
}

interface Said {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

/** "một nửa", "hơn nửa": fifty per cent. What is said before "nửa" and belongs to it is taken out of `done`. */
function half(pieces: readonly Piece[], at: number, done: Piece[]): Said | null {
  if (!isText(pieces[at - 1], HALVES) || isText(pieces[at + 1], HALVES_OF_TIME)) return null;
  const one = isText(done.at(-1), /^(?:một|phân)$/iu) ? done.pop() : undefined;
  const place = { from: (one ?? pieces[at])?.from ?? 0, to: pieces[at]?.to ?? 0 };
  return { pieces: [number(50, "nửa", place), mark("%", place)], end: at + 1 };
}

function multiple(pieces: readonly Piece[], at: number): Said | null {
  const next = pieces[at + 1]?.text.toLowerCase();
  const value = next === "đôi" ? 2 : next === "rưỡi" ? 1.5 : null;
  const place = placeOf(pieces, at + 1, at + 2);
  return value === null
    ? null
    : { pieces: [...pieces.slice(at, at + 1), number(value, next ?? "", place), noun("lần", place)], end: at + 2 };
}

function runAt(pieces: readonly Piece[], at: number): Run | null {
  const words: string[] = [];
  if (readNumberWords([pieces[at]?.text ?? ""]) === null) return null;
  for (let end = at; end < at + LONGEST_NUMBER; end += 1) {
    const piece = pieces[end];
    if (piece?.kind !== "word" && piece?.kind !== "term") break;
    if (piece.text.includes(" ")) break;
    words.push(piece.text);
  }
  const found = readNumberWords(words);
  return found === null || found.value === 0 || !Number.isSafeInteger(Math.round(found.value))
    ? null
    : { value: found.value, at, end: at + found.length };
}

function counted(pieces: readonly Piece[], at: number, done: readonly Piece[], hasDigits: boolean): Said | null {
  if (pieces[at]?.kind !== "word" && !isRole(pieces[at], "stop", "not", "time")) return null;
  const run = runAt(pieces, at);
  if (run === null) return null;
  const said = pieces.slice(at, run.end).map((piece) => piece.text).join(" ");
  const [next, second] = [pieces[run.end], pieces[run.end + 1]];
  const place = placeOf(pieces, at, run.end);
  if (isText(next, /^phần$/iu)) {
    const whole = runAt(pieces, run.end + 1);
    if (whole !== null && whole.value > run.value)
      return {
        pieces: [
          number(run.value, said, place),
          mark("/", placeOf(pieces, run.end, run.end + 1)),
          number(whole.value, said, placeOf(pieces, whole.at, whole.end)),
        ],
        end: whole.end,
      };
    return isText(second, /^(?:trăm|nghìn|ngàn)$/iu) ? { pieces: [number(run.value, said, place)], end: run.end } : null;
  }
  const isMoney = run.value >= 1000 && isText(next, /^(?:đồng|vnđ)$/iu) && !isText(second, NO_MONEY);
  if (isMoney || isRankOrMultiple(pieces[at - 1]) || isCount(pieces, run, done, hasDigits))
    return { pieces: [number(run.value, said, place)], end: run.end };
  // "hai tỷ rưỡi" is money, as 2,5 tỷ is
  return run.value >= 1e6 && next === undefined && !hasDigits
    ? { pieces: [number(run.value, said, place), noun("đồng", place)], end: run.end }
    : null;
}

const isRankOrMultiple = (before: Piece | undefined): boolean =>
  isText(before, /^gấp$/iu) || (isRole(before, "rank") && isText(before, PLACES));

function isCount(pieces: readonly Piece[], run: Run, done: readonly Piece[], hasDigits: boolean): boolean {
  const [before, next, second] = [pieces[run.at - 1], pieces[run.end], pieces[run.end + 1]];
  // "năm" is a year, unless what follows can only be counted
  const noun = countedNoun(next, second);
  if (isRole(pieces[run.at], "time") && run.end === run.at + 1 && !noun && !followsLimit(pieces, run)) return false;
  if (isRole(before, "from", "between") && isRole(next, "to", "and")) return runAt(pieces, run.end + 1) !== null;
  if (next === undefined || (next.kind !== "word" && !isRole(next, "person", "name"))) return false;
  if (IDIOMS.test(next.text)) return false;
  if (followsLimit(pieces, run) || hasEach(pieces, run, noun)) return true;
  if (TIMES.test(next.text) && (isRole(before, "every") || isRole(second, "every") || isText(second, /^\/$/))) return true;
  // the other end of a range: "từ hai đến ba bác sĩ"
  if (isRole(before, "to") && done.at(-2)?.kind === "number" && noun) return true;
  return (
    !hasDigits &&
    noun &&
    (before === undefined || before.kind === "mark" || isRole(before, "from", "to", "grow", "shrink", "reach") || isText(before, GAINS))
  );
}

const countedNoun = (first: Piece | undefined, second: Piece | undefined): boolean =>
  COUNTED.test(syllableKeys(`${first?.text ?? ""} ${second?.text ?? ""}`.trim()));
const syllableKeys = (text: string): string => text.split(" ").map((word) => keysOf(word).full).join(" ");

/** A comparator stands right before, or before "mỗi năm", "đạt", "có". "trên một vạn dân" and "trên một địa bàn" are no limits. */
function followsLimit(pieces: readonly Piece[], run: Run): boolean {
  let at = run.at - 1;
  while (isRole(pieces[at], "every", "filler")) at -= 1;
  const limit = pieces[at];
  if (!isRole(limit, "comparator", "difference")) return false;
  return !isText(limit, /^trên$/iu) || !isText(pieces[run.at], /^một$/iu);
}

/** "mỗi huyện, thành phố có một trung tâm y tế", "mỗi trạm hai bác sĩ". */
function hasEach(pieces: readonly Piece[], run: Run, noun: boolean): boolean {
  const has = isText(pieces[run.at - 1], /^(?:(?:phải |đều )?có|gồm|được)$/iu);
  for (let at = run.at - 1; at >= Math.max(0, run.at - LONGEST_NUMBER); at -= 1) {
    const piece = pieces[at];
    if (isText(piece, /^(?:mỗi|từng)$/iu)) return has || (noun && run.at - at <= 4);
    if (piece?.kind === "number" || isText(piece, /^[;.!?]$/)) return false;
  }
  return false;
}
