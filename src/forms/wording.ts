import { kept } from "../base";
import { bareText, cleanText, syllableKey } from "../quantity";
import { isBroadU, TONED_VOWEL, TURNING } from "./turning-words";

/** How words of two tables are the same: as they stand, in another spelling, or nearly. */
export type Likeness = "same" | "spelling" | "near";

/** Texts of a form come again in every copy of it. */
const MOST_KEPT = 20_000;

/** The syllables of a text under their keys (`syllableKey`): capitals, blanks, line breaks and punctuation do not count. */
const syllablesOf = kept(
  (text: string): readonly string[] =>
    cleanText(text)
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}%]+/u)
      .filter((word) => word !== "")
      .map(syllableKey),
  MOST_KEPT,
);

/** The key under which texts are the same whatever their capitals, blanks, punctuation and places of tone marks. */
export function wordingKey(text: string): string {
  return syllablesOf(text).join(" ");
}

/** The key under which texts are the same without accents and blanks too: to be asked only where nothing else has that key. */
export function bareKey(text: string): string {
  return syllablesOf(text).map(bareSyllable).join("");
}

/** A syllable whose last digit is its tone (`syllableKey`), not that of "B1" or "QL2". */
const TONED = new RegExp(String.raw`^(?=\p{L}*[${TONED_VOWEL}])\p{L}{2,}\d$`, "u");

function bareSyllable(key: string): string {
  return bareText(TONED.test(key) ? key.slice(0, -1) : key);
}

/** An outline number without the signs around it: "1.1.", "(1)" and "I)" as "1.1", "1" and "i". */
export function numberKey(number: string): string {
  return bareText(cleanText(number)).replace(/^[\s(]+|[\s.)/:]+$/g, "");
}

const hasNumber = (word: string): boolean => /\d/.test(word) && !TONED.test(word);

const numbersOf = (syllables: readonly string[]): string => syllables.filter(hasNumber).join(" ");

/**
 * How much of two texts is the same, from 0 to 1: their syllables in order, one letter of a syllable aside, an abbreviation for the words
 * that it begins. 0 where they differ by a number, where a word of one stands for another word of the other, or where one has a word that
 * turns its meaning.
 */
export function nearness(a: string, b: string): number {
  const [one, other] = [syllablesOf(a), syllablesOf(b)];
  if (one.length === 0 || other.length === 0 || numbersOf(one) !== numbersOf(other)) return 0;
  const steps = aligned(one, other);
  if (!steps) return 0;
  return (2 * steps) / (one.length + other.length);
}

/** How many syllables of each have their like in the other, an abbreviation for what it stands for; null where words are exchanged. */
function aligned(a: readonly string[], b: readonly string[]): number | null {
  let [i, j, alike] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (sameSyllable(a[i] ?? "", b[j] ?? "")) {
      [i, j, alike] = [i + 1, j + 1, alike + 1];
      continue;
    }
    const short = abbreviated(a[i] ?? "", b, j);
    const long = abbreviated(b[j] ?? "", a, i);
    if (short > 0) {
      [i, j, alike] = [i + 1, j + short, alike + (1 + short) / 2];
      continue;
    }
    if (long > 0) {
      [i, j, alike] = [i + long, j + 1, alike + (1 + long) / 2];
      continue;
    }
    // one side has more words here: the other goes on behind them
    const left = next(a, i, b[j] ?? "");
    const right = next(b, j, a[i] ?? "");
    if (left === null && right === null) return null;
    if (right === null || (left !== null && left - i <= right - j)) {
      const to = left ?? i;
      if (turns(a, i, to)) return null;
      i = to;
    } else {
      if (turns(b, j, right)) return null;
      j = right;
    }
  }
  return turns(a, i, a.length) || turns(b, j, b.length) ? null : alike;
}

function next(words: readonly string[], from: number, wanted: string): number | null {
  for (let at = from; at < words.length; at++) if (sameSyllable(words[at] ?? "", wanted)) return at;
  return null;
}

function turns(words: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (TURNING.has(words[at] ?? "")) return true;
  return false;
}

/** A syllable with another accent or one letter amiss; words that turn a meaning are only themselves. */
function sameSyllable(a: string, b: string): boolean {
  if (a === b) return true;
  if (TURNING.has(a) || TURNING.has(b) || hasNumber(a) || hasNumber(b)) return false;
  const [bareA, bareB] = [bareSyllable(a), bareSyllable(b)];
  if (bareA === bareB) return true;
  return Math.min(bareA.length, bareB.length) >= 4 && oneLetterOff(bareA, bareB);
}

function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a.charAt(from) === b.charAt(from)) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  const [[firstA, secondA], [firstB, secondB]] = [[...restA], [...restB]];
  return firstA === secondB && secondA === firstB && restA.slice(2) === restB.slice(2);
}

/** How many words from a place on a syllable abbreviates by their first letters ("nstw": ngân sách trung ương); 0 for none. */
function abbreviated(short: string, words: readonly string[], from: number): number {
  const letters = bareSyllable(short);
  if (letters.length < 2 || letters.length > 6 || from + letters.length > words.length) return 0;
  for (let at = 0; at < letters.length; at++) {
    const word = words[from + at] ?? "";
    const letter = letters.charAt(at);
    if (!bareText(word).startsWith(letter) && !(letter === "w" && isBroadU(word))) return 0;
  }
  return letters.length;
}
