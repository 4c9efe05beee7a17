import { tracedPiece, tracedReplace, type Traced } from "../../base";

type Rule = readonly [pattern: RegExp, by: string | ((match: RegExpExecArray) => string)];

/** Signs of formulas that a converter has written as LaTeX. */
const LATEX: readonly Rule[] = [
  [/\\(?:leqslant|leqq|leq|le)(?![a-z]) ?/g, "≤ "],
  [/\\(?:geqslant|geqq|geq|ge)(?![a-z]) ?/g, "≥ "],
  [/\\lt(?![a-z]) ?/g, "< "],
  [/\\gt(?![a-z]) ?/g, "> "],
  [/\\(?:approx|sim)(?![a-z]) ?/g, "≈ "],
  [/\\pm(?![a-z]) ?/g, "± "],
  [/\\(?:permil|permille|textperthousand)(?![a-z])/g, "‰"],
  [/\\(?:rightarrow|to)(?![a-z])/g, "→"],
  [/\\(?:times|cdot)(?![a-z])/g, "×"],
  [/\\[dt]?frac\{([^{}]{0,40})\}\{([^{}]{0,40})\}/g, ([, top, bottom]) => `${top ?? ""}/${bottom ?? ""}`],
  [/\\(?:text|mathrm|textbf|mathbf)\{([^{}]{0,200})\}/g, ([, inside]) => inside ?? ""],
  [/\\[()[\]]/g, ""],
  [/\\[;: ,]/g, " "],
  [/\\([%&])/g, ([, sign]) => sign ?? ""],
  [/\$(?=[^$\n]{1,80}\$)([^$]+)\$/g, ([, inside]) => inside ?? ""],
];
/** What Markdown writes before a sign that is to be one: "1\.", "\-". */
const ESCAPES: Rule = [/\\([-.+*_#()[\]!>~`|$<{}\\])/g, ([, sign]) => sign ?? ""];
const ENTITIES: Readonly<Record<string, string>> = {
  gt: ">", lt: "<", ge: "≥", le: "≤", nbsp: " ", amp: "&", ndash: "-", mdash: "-", quot: '"',
};
const ENTITY: Rule = [/&(gt|lt|ge|le|nbsp|amp|ndash|mdash|quot);/g, ([, name]) => ENTITIES[name ?? ""] ?? " "];
const TAG: Rule = [/<\/?(?:sub|sup|b|i|u|em|strong|br|p|span|div|font)(?: [^<>]{0,200})?\/?>/gi, " "];
/** Letters and signs that scans and old fonts put for others. */
const LETTERS: Readonly<Record<string, string>> = {
  ƣ: "ư", Ƣ: "Ư", ð: "đ", Ð: "Đ", "≧": "≥", "⩾": "≥", "≦": "≤", "⩽": "≤", "﹪": "%", "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'",
};
const LETTER: Rule = [/[ƣƢðÐ≧⩾≦⩽﹪“”„’‘]/g, ([letter]) => LETTERS[letter] ?? letter];

/**
 * One shape for what means the same, in which every unit still knows where it stood: composed letters, plain blanks, dashes and quotation
 * marks, no marks of bold letters, no LaTeX, no footnote marks. Tabs stay, since they part cells; "\v" is a line end inside of a cell.
 */
export function cleanLine(given: Traced): Traced {
  let line = given;
  const apply = ([pattern, by]: Rule): void => {
    line = tracedReplace(line, pattern, by);
  };
  // most lines need none of it
  if (/\p{M}/u.test(line.text)) apply([/\P{M}\p{M}+/gu, ([letter]) => letter.normalize("NFC")]);
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(line.text)) apply([/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ""]);
  if (/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(line.text)) apply([/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " "]);
  if (/[\uff01-\uff5e]/.test(line.text)) apply([/[\uff01-\uff5e]/g, ([sign]) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)]);
  if (/[\u2010-\u2015\u2212\ufe58\ufe63]/.test(line.text)) apply([/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-"]);
  if (line.text.search(LETTER[0]) >= 0) apply(LETTER);
  if (line.text.includes("&")) apply(ENTITY);
  if (line.text.includes("<")) apply(TAG);
  if (/\$[^$]+\$|\\[a-z%([&]/.test(line.text)) LATEX.forEach(apply);
  if (line.text.includes("\\")) apply(ESCAPES);
  if (line.text.includes("[")) apply([/\[\d{1,3}\](?!\()/g, ""]);
  // "kinh_tế" is a word that a tokenizer has joined; a row of underscores is a rule
  if (line.text.includes("_")) apply([/(?<=[\p{L}\d])_(?=[\p{L}\d])/gu, " "]);
  if (line.text.includes("_")) apply([/_+/g, ""]);
  if (/[*~`]/.test(line.text)) apply([/(?<!^\s*)\*+|^\s*\*+(?=[^\s*])|~~|`+/g, ""]);
  return trimmed(line);
}

/** Without the blanks at both ends. */
export function trimmed(line: Traced): Traced {
  const from = line.text.length - line.text.trimStart().length;
  const to = line.text.trimEnd().length;
  return from === 0 && to === line.text.length ? line : tracedPiece(line, Math.min(from, to), to);
}

/** Runs of blanks as one, which only a row of columns needs to keep. */
export const withSingleBlanks = (line: Traced): Traced =>
  /[\s]{2}|[\t\v\n]/.test(line.text) ? trimmed(tracedReplace(line, /\s+/g, " ")) : line;
