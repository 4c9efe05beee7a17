import { traced, tracedPiece, tracedReplace, type Traced } from "../base";
import { fromOldFonts, oldFontIn } from "./old-fonts";

/**
 * Text as Vietnamese offices write it, brought into one shape before it is read: composed or decomposed accents, letters of old
 * fonts, typographic blanks and dashes, LaTeX and HTML left by converters.
 */

/** What a pattern finds is replaced by a text with $1 for a group, or by what is made of the match. */
export type Rule = readonly [pattern: RegExp, by: string | ((match: string) => string)];

const LATEX: readonly Rule[] = [
  [/\\[()[\]]/g, ""],
  [/\\[;:! ]|\\,(?!\d)|(?<!\d)\\,/g, " "],
  [/\\(?:permil|permille|textperthousand)(?![a-z])/g, "‰"],
  [/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2"],
  [/\\(?:leqslant|leqq|leq|le)(?![a-z])/g, "≤"],
  [/\\(?:geqslant|geqq|geq|ge)(?![a-z])/g, "≥"],
  [/\\lt(?![a-z])/g, "<"],
  [/\\gt(?![a-z])/g, ">"],
  [/\\pm(?![a-z])/g, "±"],
  [/\\(?:approx|sim)(?![a-z])/g, "≈"],
  [/\\(?:times|cdot)(?![a-z])/g, "×"],
  [/\\(?:rightarrow|to)(?![a-z])/g, "→"],
  [/\\(?:text|mathrm|textbf|mathbf)\{([^{}]*)\}/g, "$1"],
  [/\\([%$#&_,])/g, "$1"],
  [/\{([.,])\}/g, "$1"],
  [/\$([^$]*)\$/g, "$1"],
];

const ENTITIES: readonly Rule[] = [
  [/&gt;/g, ">"],
  [/&lt;/g, "<"],
  [/&ge;/g, "≥"],
  [/&le;/g, "≤"],
  [/&nbsp;/g, " "],
  [/&amp;/g, "&"],
];

/** Letters that stand for another one in old fonts and in scanned text. */
const LETTERS: Readonly<Record<string, string>> = {
  ƣ: "ư",
  Ƣ: "Ư",
  ð: "đ",
  Ð: "Đ",
  "≧": "≥",
  "⩾": "≥",
  "≦": "≤",
  "⩽": "≤",
  "≯": "≤",
  "≰": ">",
  "≮": "≥",
  "≱": "<",
  "﹪": "%",
};

const SIGNS: readonly Rule[] = [
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ""],
  [/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)],
  [/[ƣƢðÐ≧⩾≦⩽≯≰≮≱﹪]/g, (char) => LETTERS[char] ?? char],
  // tags that a converter left; "<" before a number is a sign
  [/<\/?(?:sub|sup|b|i|u|em|strong|br|p|span|div|td|tr|li|font)(?: [^<>]*)?\/?>/gi, " "],
  [/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-"],
];

/** What is done to a composed text, in order; the rules of a step only where its sign is in the text. */
const CLEANING: readonly { readonly sign: RegExp | null; readonly rules: readonly Rule[] }[] = [
  { sign: null, rules: SIGNS },
  { sign: /&/, rules: ENTITIES },
  { sign: /[\\$]/, rules: LATEX },
  { sign: null, rules: [[/\s+/g, " "]] },
];

/** The text after all rules, each everywhere, in order. */
export const ruled = (text: string, rules: readonly Rule[]): string =>
  // a replacement may be a text or a function: the two signatures of `replace`
  rules.reduce((result, [pattern, by]) => (typeof by === "string" ? result.replace(pattern, by) : result.replace(pattern, by)), text);

/** `ruled` for a text that knows where it came from. */
export const tracedRuled = (text: Traced, rules: readonly Rule[]): Traced =>
  rules.reduce(
    (result, [pattern, by]) =>
      tracedReplace(result, pattern, (match) =>
        typeof by === "string" ? by.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "") : by(match[0]),
      ),
    text,
  );

/**
 * One shape for the same text: letters of old fonts where they are certain, NFC, full-width forms made plain, every kind of blank a blank
 * (none doubled, none at the ends), every kind of dash and minus "-", invisible characters dropped, LaTeX and HTML for signs replaced by
 * the signs.
 */
export function cleanText(text: string): string {
  const composed = fromOldFonts(text).normalize("NFC");
  return CLEANING.reduce((result, { sign, rules }) => (sign?.test(result) === false ? result : ruled(result, rules)), composed).trim();
}

/** `cleanText` for a text that knows where it came from: the same text, traced back to the same origin. */
export function cleanTraced(text: Traced | string): Traced {
  const given = typeof text === "string" ? traced(text) : text;
  const font = oldFontIn(given.text);
  const composed = composedTraced(font === null ? given : tracedReplace(composedTraced(given), font.word, ([word]) => font.read(word)));
  const cleaned = CLEANING.reduce(
    (result, { sign, rules }) => (sign?.test(result.text) === false ? result : tracedRuled(result, rules)),
    composed,
  );
  const trimmed = cleaned.text.trim();
  const from = cleaned.text.length - cleaned.text.trimStart().length;
  return trimmed.length === cleaned.text.length ? cleaned : tracedPiece(cleaned, from, from + trimmed.length);
}

/** A letter with what may be composed with it: marks, the vowels and ends of Korean syllables. */
const CLUSTER = /[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*/gu;

function composedTraced(text: Traced): Traced {
  const composed = text.text.normalize("NFC");
  if (composed === text.text) return text;
  const pieces = tracedReplace(text, CLUSTER, ([cluster]) => cluster.normalize("NFC"));
  // scripts whose letters compose otherwise: all of it comes from all of it
  return pieces.text === composed ? pieces : tracedReplace(text, /[^]+/g, composed);
}

const TONES: Readonly<Record<string, string>> = { "\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5" };

/**
 * The key under which spellings of one syllable are the same: hoá and hóa (place of the tone mark), tỷ and tỉ, sỹ and sĩ (i/y after
 * a consonant). Other accents stay, since đồng, dòng, đóng and động are different words.
 */
export function syllableKey(syllable: string): string {
  let tone = "";
  const bare = syllable
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone = TONES[mark] ?? "";
      return "";
    })
    .normalize("NFC");
  return bare.replace(/(^|[bcdđghklmnprstvxq]|qu)y$/, "$1i") + tone;
}

/** The text in lower case without any accent, đ as d: only to be compared where a word cannot be mistaken for another. */
export function bareText(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
}

/** True for what stands in a cell that is meant to be empty: nothing, dashes or dots. */
export function isBlankMark(text: string): boolean {
  return /^[-.…_\s]*$/.test(cleanText(text));
}
