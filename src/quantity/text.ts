import { fromOldFonts } from "./old-fonts";

/**
 * Text as Vietnamese offices write it, brought into one shape before it is read: composed or decomposed accents, letters of old
 * fonts, typographic blanks and dashes, LaTeX and HTML left by converters.
 */

const LATEX: readonly (readonly [RegExp, string])[] = [
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

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&gt;/g, ">"],
  [/&lt;/g, "<"],
  [/&ge;/g, "≥"],
  [/&le;/g, "≤"],
  [/&nbsp;/g, " "],
  [/&amp;/g, "&"],
];

/** Tags that a converter left; "<" before a number is a sign. */
const TAG = /<\/?(?:sub|sup|b|i|u|em|strong|br|p|span|div|td|tr|li|font)(?: [^<>]*)?\/?>/gi;

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

const replaceAll = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((result, [pattern, by]) => result.replace(pattern, by), text);

/**
 * One shape for the same text: letters of old fonts where they are certain, NFC, full-width forms made plain, every kind of blank a blank
 * (none doubled, none at the ends), every kind of dash and minus "-", invisible characters dropped, LaTeX and HTML for signs replaced by
 * the signs.
 */
export function cleanText(text: string): string {
  const composed = fromOldFonts(text)
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[ƣƢðÐ≧⩾≦⩽≯≰≮≱﹪]/g, (char) => LETTERS[char] ?? char)
    .replace(TAG, " ")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-");
  const signs = replaceAll(composed.includes("&") ? replaceAll(composed, ENTITIES) : composed, /[\\$]/.test(composed) ? LATEX : []);
  return signs.replace(/\s+/g, " ").trim();
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
