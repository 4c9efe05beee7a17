import { readNumberWords } from "../spelling";
import { syllableKey } from "../text";
import { readUnit } from "../unit";
import type { Comparator } from "../types";
import type { Piece } from "./scan";

/** A quantity in words: "tăng gấp đôi", "một nửa", "hai phần ba", "ít nhất một bác sĩ". */
export interface WordedQuantity {
  readonly comparator: Comparator | null;
  readonly value: number;
  readonly outOf: number | null;
  readonly unit: string | null;
}

interface Word {
  readonly word: string;
  readonly piece: Piece;
}

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/gấp đôi/iu, 2],
  [/gấp rưỡi/iu, 1.5],
];
const HALF = /(?:một|phân|quá|hơn|dưới|giảm)\s+nửa(?!\p{L})/iu;
const COUNTS = /^(?:gấp)$/iu;
const LONGEST_NOUN = 6;
/** Words of the longest amount that a plan writes out, and then some. */
const LONGEST_NUMBER = 40;
/** Words after which "một" is an article or part of an idiom. */
const IDIOMS = /^(?:số|phần|vạn|cách|lúc|loạt|bước|trong|vài|ít|mặt|bên)$/iu;

/** The quantity that a phrase without digits holds; null where it is words only. */
export function wordedQuantity(pieces: readonly Piece[]): WordedQuantity | null {
  const text = pieces.map((piece) => piece.text).join(" ");
  for (const [pattern, value] of MULTIPLES) if (pattern.test(text)) return { comparator: before(pieces, pattern), value, outOf: null, unit: "lần" };
  if (HALF.test(text)) return { comparator: before(pieces, HALF), value: 50, outOf: null, unit: "%" };
  const words = pieces.flatMap((piece): Word[] => (piece.kind === "word" || piece.kind === "term" ? piece.text.split(" ").map((word) => ({ word, piece })) : [{ word: ";", piece }]));
  for (let at = 0; at < words.length; at += 1) {
    if (!mayCount(words, at)) continue;
    const found = readNumberWords(words.slice(at, at + LONGEST_NUMBER).map((entry) => entry.word));
    if (found === null || found.value === 0) continue;
    const rest = words.slice(at + found.length, at + found.length + LONGEST_NUMBER).map((entry) => entry.word);
    const fraction = fractionOf(found.value, rest);
    const previous = words[at - 1];
    const comparator = comparatorBefore(words.slice(0, at).map((entry) => entry.piece));
    const multiple = COUNTS.test(previous?.word ?? "");
    if (fraction !== null) return { comparator, value: found.value, outOf: fraction, unit: null };
    if (multiple) return { comparator, value: found.value, outOf: null, unit: "lần" };
    const noun = nounOf(rest);
    const unit = readUnit(noun);
    if (unit.unit === "%" || unit.unit === "‰") return { comparator, value: found.value, outOf: null, unit: unit.unit };
    const alone = at === 0 && unit.unit === "đồng";
    if (noun !== "" && !IDIOMS.test(rest[0] ?? "") && syllableKey(rest[0] ?? "") !== syllableKey("tuổi") && (comparator !== null || alone)) {
      const every = unit.factor === 1 ? periodBefore(words.slice(0, at).map((entry) => entry.piece)) : "";
      return { comparator, value: found.value * unit.factor, outOf: unit.per, unit: `${unit.unit ?? ""}${every}` };
    }
    at += found.length - 1;
  }
  return null;
}

/** "năm" is five only right after a comparator, a year elsewhere. */
function mayCount(words: readonly Word[], at: number): boolean {
  const piece = words[at]?.piece;
  if (piece?.kind !== "term" || piece.term.role === "stop") return true;
  const before = words[at - 1]?.piece;
  return piece.term.role === "time" && before?.kind === "term" && before.term.role === "comparator";
}

/** "một phần ba": the count of parts that make a whole. */
function fractionOf(value: number, rest: readonly string[]): number | null {
  if (syllableKey(rest[0] ?? "") !== syllableKey("phần")) return null;
  const whole = readNumberWords(rest.slice(1));
  return whole !== null && whole.value > value ? whole.value : null;
}

/** The comparator that stands right before, or before "mỗi năm", "mỗi xã có". */
function comparatorBefore(pieces: readonly Piece[]): Comparator | null {
  for (const piece of [...pieces].reverse()) {
    if (piece.kind === "word" || piece.kind === "mark") return null;
    if (piece.kind === "term" && (piece.term.role === "comparator" || piece.term.role === "difference")) return piece.term.op;
  }
  return null;
}

/** "mỗi năm một lần" is "lần/năm". */
function periodBefore(pieces: readonly Piece[]): string {
  const last = pieces.at(-1);
  return last?.kind === "term" && last.term.role === "every" ? `/${last.text.split(" ").at(-1) ?? ""}` : "";
}

function before(pieces: readonly Piece[], pattern: RegExp): Comparator | null {
  const text = pieces.map((piece) => piece.text).join(" ");
  const found = pattern.exec(text)?.[0] ?? "";
  const over = /^(?:quá|hơn)\s/iu.test(found) ? ">" : /^dưới\s/iu.test(found) ? "<" : null;
  const index = text.search(pattern);
  let length = 0;
  const ahead = pieces.filter((piece) => {
    length += piece.text.length + 1;
    return length <= index;
  });
  return over ?? comparatorBefore(ahead);
}

const STOP = /^(?:cho|được|có|trên|của|theo|tại|ở|trong|và|hoặc|là|đạt|với|năm|;|để|thì|do|trở|lên)$/iu;

function nounOf(words: readonly string[]): string {
  const end = words.findIndex((word, index) => STOP.test(word) && index > 0);
  return words.slice(0, Math.min(end === -1 ? words.length : end, LONGEST_NOUN)).filter((word) => word !== ";").join(" ");
}
