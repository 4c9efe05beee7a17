import type { Traced } from "../../base";
import { readNumber } from "../number";
import { readNumberWords } from "../spelling";
import { cleanText, cleanTraced, ruled, tracedRuled, type Rule } from "../text";
import type { Lang } from "../types";
import { keysOf, readTerm, type Term, type WordKeys } from "./lexicon";

/** A piece of a phrase. `glued`: no blank stands before it; `from`, `to`: where it stands in the scanned text. */
export type Piece = { readonly glued: boolean; readonly text: string; readonly from: number; readonly to: number } & (
  | { readonly kind: "number"; readonly value: number; readonly alternatives: readonly number[] }
  | { readonly kind: "broken" } // digits and separators that are no number
  | { readonly kind: "date" } // dates, periods, document numbers: digits that measure nothing
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "word" }
  | { readonly kind: "mark" } // one sign
);

const PATTERNS: readonly (readonly [name: "date" | "number" | "word" | "mark", pattern: RegExp])[] = [
  ["date", /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d{2}(?!\d)/y],
  ["date", /(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}(?![\d.,]*\d)/y],
  ["date", /(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}(?![\d.,]*\d)(?! ?[\p{L}%‰])/uy],
  ["date", /24\/24(?= ?(?:giờ|h)(?!\p{L}))|24\/7(?! ?[\p{L}\d%])/uy],
  // the target "95-95-95" is a name
  ["date", /\d{2} ?- ?\d{2} ?- ?\d{2}(?![\d%‰,.]*[\d%‰])/y],
  // "QCVN 01-1:2018/BYT", "TCVN 5687:2010"
  ["date", /\d+(?:-\d+)?:(?:19|20)\d{2}(?:\/\p{Lu}+)*/uy],
  ["date", /(?<=số:? ?)\d+ \/ ?\p{Lu}{2}[\p{L}\d]*(?: ?- ?\p{Lu}+)*/uy],
  // "20-NQ/TW", "30/2020/NĐ-CP", "43/2022/QH15"
  ["date", /\d+(?:\/\d{3,4})?(?:[-/] ?\p{Lu}{2}[\p{L}\d]*)+(?:-\p{Lu}+)*/uy],
  ["number", /\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)*/y],
  ["number", /0 \d{1,2}(?= ?[%‰])/y],
  ["number", /\d{1,3}(?:, | [.,] ?)\d{1,2}(?= ?[%‰])/y],
  ["number", /[.,]?\d+(?:[.,]\d+)*/y],
  ["mark", /\d[GDd](?![\p{L}\d])/uy],
  ["mark", />=|=>|<=|=<|<>|!=|->|\+\/-|%0(?!\d)|%o(?!\p{L})|[¹²³⁰⁴-⁹]+/uy],
  ["word", /\p{L}[\p{L}\p{M}]*/uy],
  ["mark", /[^\s]/uy],
];

/** Names that carry digits: "COVID-19", "PM2.5", "H5N1", "CO2", "m2". */
const NAME_WITH_DIGITS = /(?:\p{Lu}{2,}|[Cc]ovid)-\d+(?![\d%,.]*[\d%])|\p{L}+\d[\p{L}\d.]*(?<!\.)/uy;
const MONEY_ABBREVIATION = /(?<=[\d\s])(?:tr ?\. ?đ|trđ|tr đ|tr\.? ?đồng)(?![\p{L}])/giu;

/** "0 quá 5%", "ko qua 5%": short for "không" before a limit. */
const LIMITS = "(?:quá|dưới|trên|vượt|thấp hơn|cao hơn|ít hơn|nhiều hơn|lớn hơn|nhỏ hơn|để|giảm|tăng|đạt|qua|duoi|tren|vuot)(?!\\p{L})";
const SHORT_NOT = new RegExp(`(?:(?<![\\p{L}\\d.,] ?)0|(?<!\\p{L})(?:ko|k0|k|kô|khg|hông|hổng|hok|hem))(?= ${LIMITS})`, "giu");

interface Raw {
  readonly name: "date" | "number" | "word" | "mark";
  readonly text: string;
  readonly glued: boolean;
  readonly from: number;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function cut(text: string): Raw[] {
  const raw: Raw[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === " ") {
      at += 1;
      continue;
    }
    const glued = at > 0 && text[at - 1] !== " ";
    const named = match(NAME_WITH_DIGITS, text, at);
    const letters = named === null ? null : /^\p{L}+/u.exec(named)?.[0] ?? "";
    // "dưới18,5‰" is a comparator without a blank, "PM2.5" is a name
    const found: readonly [Raw["name"], string] | null =
      named !== null && letters !== null && (/^[A-ZĐ]$/.test(letters) || readTerm([keysOf(letters)], 0, 1, false) === null)
        ? ["word", named]
        : PATTERNS.reduce<readonly [Raw["name"], string] | null>((first, [name, pattern]) => {
            const hit = first === null ? match(pattern, text, at) : null;
            return hit === null ? first : [name, hit];
          }, null);
    if (found === null) break;
    const [name, hit] = found;
    raw.push({ name: /^\d[GDd]$/.test(hit) ? "word" : name, text: hit, glued, from: at });
    at += hit.length;
  }
  return raw;
}

const isSaid = (raw: Raw | undefined): boolean => raw?.name === "number" || (raw?.name === "word" && readNumberWords([raw.text]) !== null);

function toNumber(raw: Raw, lang: Lang): Piece {
  // "0 68%" and "98, 5%": a blank slipped into the number
  const digits = raw.text.replace(/^0 (?=\d)/, "0,").replace(/^(\d{1,3})(?:, | [.,] ?)(\d{1,2})$/, "$1,$2");
  const slipped = digits !== raw.text;
  const reading = readNumber(digits, slipped ? "vi" : lang);
  return reading.kind === "number"
    ? { kind: "number", ...placed(raw), value: reading.value, alternatives: reading.alternatives }
    : { kind: "broken", ...placed(raw) };
}

const placed = ({ text, glued, from }: Raw): Pick<Piece, "text" | "glued" | "from" | "to"> => ({
  text,
  glued,
  from,
  to: from + text.length,
});

/** Nouns that are written without accents anyway; "5 ca" is not "5 cả". */
const PLAIN_NOUNS = /^(?:ca|con|xe|tem|tin|bao|cao|ban|hang|ha|km|cm|kg|kit)$/i;
const NO_KEYS: WordKeys = { full: "", bare: "" };

/** What is written otherwise than it is read, replaced in this order in a clean text. */
const SCANNING: readonly Rule[] = [
  [SHORT_NOT, "không"],
  [MONEY_ABBREVIATION, "triệu đồng"],
  [/(?<!\d ?)\((\d[\d.,]*)\) ?(?=[%‰])/g, "-$1"],
  [/(?:trên|tren) ?[/,-] ?(?:dưới|duoi)(?!\p{L})|(?:dưới|duoi) ?[/,-] ?(?:trên|tren)(?!\p{L})/giu, "trên dưới"],
  [/(?<=\d)(?: 0| ?[oO⁰°]) ?\/ ?(?:00|oo|OO|₀₀)(?![\p{L}\d])/gu, "‰"],
  [/(?<=\d) ?[oO]\/[oO](?![\p{L}\d])/gu, "%"],
  [/(?<=\d)[oO]+(?=[\d%‰,])/g, (letters) => "0".repeat(letters.length)],
  [/(?<![\p{L}\d])[lI](?=[\d]{1,2} ?[%‰])/gu, "1"],
  [/([<>]) ?(?:hoặc|or) ?=/gi, "$1="],
];
/** Marks of a converter inside of a text, which say nothing of it: "tối thiểu **30%**", "1\\. Đạt". */
const MARKUP: Rule = [/\*\*+|__+|\\(?=[-.*_+])/g, ""];

/** A phrase cut into numbers, words that the grammar knows, other words and signs. Letters and digits may touch each other. */
export const scan = (phrase: string, lang: Lang): readonly Piece[] => piecesOf(ruled(cleanText(phrase), SCANNING), lang);

/** A text cut as `scan` does; `text` is what the pieces' places point into. */
export function scanTraced(given: Traced | string, lang: Lang): { readonly text: Traced; readonly pieces: readonly Piece[] } {
  const text = tracedRuled(cleanTraced(given), [MARKUP, ...SCANNING]);
  return { text, pieces: piecesOf(text.text, lang) };
}

function piecesOf(text: string, lang: Lang): readonly Piece[] {
  const unaccented = !/[^\x00-\x7f‰≥≤±≈×→–]/.test(text);
  const raw = cut(text);
  const keys = raw.map((piece): WordKeys => (piece.name === "word" ? keysOf(piece.text) : NO_KEYS));
  const pieces: Piece[] = [];
  let run = 0;
  for (let at = 0; at < raw.length; ) {
    const piece = raw[at];
    if (piece === undefined) break;
    if (piece.name !== "word") {
      pieces.push(piece.name === "number" ? toNumber(piece, lang) : { kind: piece.name, ...placed(piece) });
      at += 1;
      continue;
    }
    // the words up to the next sign or number may make one term
    for (run = Math.max(run, at); raw[run]?.name === "word"; ) run += 1;
    const found = PLAIN_NOUNS.test(piece.text) && isSaid(raw[at - 1]) ? null : readTerm(keys, at, run, unaccented);
    const length = found?.length ?? 1;
    const last = raw[at + length - 1] ?? piece;
    const place = { glued: piece.glued, from: piece.from, to: last.from + last.text.length };
    const joined = raw.slice(at, at + length).map((word) => word.text).join(" ");
    pieces.push(found === null ? { kind: "word", text: joined, ...place } : { kind: "term", text: joined, ...place, term: found.term });
    at += length;
  }
  return pieces;
}
