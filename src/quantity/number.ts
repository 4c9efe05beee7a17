import Big from "big.js";
import { withoutNoise } from "./decimal";
import { cleanText } from "./text";
import type { Lang, NumberReading } from "./types";

const NONE: NumberReading = { kind: "none" };

/**
 * Marks around a number that are not part of it: "(1) 1.056.485", "46*", "46 (1)", superscript notes, the apostrophe that makes text in
 * Excel.
 */
const NOTE_BEFORE = /^\(\d{1,2}\) (?=[-+(]?\s?[\d.,])/;
const NOTE_AFTER = /(?<=\d)(?:\s?\*+\)?|\s?[¹²³⁰⁴-⁹]+| ?\(\d{1,2}\)| ?\[\d{1,2}\])$/;

/** Digits with separators, read in one notation: `text` is the number with a decimal point, `decimals` as written. */
interface Notation {
  readonly text: string;
  readonly decimals: number;
}

const plain = (whole: string, fraction: string): Notation => ({
  text: `${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}`,
  decimals: fraction.length,
});

function grouped(whole: string, separator: string): string | null {
  const groups = whole.split(separator);
  const [first = ""] = groups;
  const regular = /^\d{1,3}$/.test(first) && groups.slice(1).every((group) => /^\d{3}$/.test(group));
  return regular ? groups.join("") : null;
}

/** The readings of unsigned digits, the likelier one (by `lang`) first. */
function readings(digits: string, lang: Lang | undefined): readonly Notation[] {
  if (/^\d+$/.test(digits)) return [plain(digits, "")];
  const shape = /^([\d ]*(?:[.,][\d]*)*)$/.exec(digits);
  if (shape === null || !/\d$/.test(digits)) return [];
  if (digits.includes(" ")) {
    const [whole = "", fraction, ...rest] = digits.split(/[.,]/);
    const joined = grouped(whole, " ");
    return joined === null || rest.length > 0 || (fraction ?? "").includes(" ") ? [] : [plain(joined, fraction ?? "")];
  }
  const separators = digits.replace(/\d/g, "");
  const last = separators.at(-1) ?? "";
  const others = separators.slice(0, -1);
  if (others === "") return single(digits, last, lang);
  const [head, tail] = [digits.slice(0, digits.lastIndexOf(last)), digits.slice(digits.lastIndexOf(last) + 1)];
  const mixed = !others.includes(last);
  const joined = grouped(mixed ? head : digits, mixed ? (others[0] ?? "") : last);
  if (joined === null || new Set(others).size > 1) return [];
  return [mixed ? plain(joined, tail) : plain(joined, "")];
}

/** One separator: a decimal mark, or, before exactly three digits, perhaps a mark of thousands. */
function single(digits: string, separator: string, lang: Lang | undefined): readonly Notation[] {
  const [whole = "", fraction = ""] = digits.split(separator);
  const decimal = plain(whole, fraction);
  if (!/^[1-9]\d{0,2}$/.test(whole) || fraction.length !== 3) return [decimal];
  const thousands = plain(whole + fraction, "");
  const marksThousands = separator === (lang === "en" ? "," : ".");
  return marksThousands ? [thousands, decimal] : [decimal, thousands];
}

/**
 * A number as text: Vietnamese ("1.234.567,8"), English ("1,234,567.8") and blank-separated ("1 234 567,8") notation, signs,
 * brackets for a negative one, note marks. `kind: "none"` for anything else, also for a percentage or an empty mark.
 * A single separator before three digits is ambiguous: `lang` ("vi" where it is left out) says which reading is the value, the other
 * stands in `alternatives`. Vietnamese notation: point for thousands, comma for decimals.
 */
export function readNumber(text: string, lang?: Lang): NumberReading {
  const bare = cleanText(text).replace(/^'/, "").replace(NOTE_BEFORE, "").replace(NOTE_AFTER, "");
  const match = /^(?:\((?<bracketed>[^()]+)\)|(?<sign>[-+] ?)?(?<digits>[\d.,][\d., ]*))$/.exec(bare);
  const { bracketed, sign, digits } = match?.groups ?? {};
  const found = readings((bracketed ?? digits ?? "").trim(), lang);
  const [first, ...others] = found;
  if (first === undefined) return NONE;
  const factor = bracketed !== undefined || sign?.startsWith("-") === true ? -1 : 1;
  const value = signed(first, factor);
  return Number.isFinite(value)
    ? { kind: "number", value, decimals: first.decimals, alternatives: others.map((other) => signed(other, factor)) }
    : NONE;
}

const signed = (notation: Notation, factor: number): number => {
  const value = Number(notation.text);
  return value === 0 ? 0 : factor * value;
};

/** The signs between the digits of a number. */
export interface Separators {
  readonly decimal: string;
  readonly thousands: string;
}

export const SEPARATORS: Readonly<Record<Lang, Separators>> = {
  vi: { decimal: ",", thousands: "." },
  en: { decimal: ".", thousands: "," },
};

export interface NumberFormat {
  /** Decimals that are always shown, 0 where left out. */
  readonly minDecimals?: number;
  /** Decimals shown at most, 3 (or minDecimals) where left out; the rest is rounded half away from zero. */
  readonly maxDecimals?: number;
}

/**
 * A number in the notation of a language, or with separators of its own: 275556 is "275.556" in "vi" and "275,556" in "en", 2.5 is "2,5"
 * and "2.5".
 * @throws RangeError where the value is not finite.
 */
export function writeNumber(value: number, notation: Lang | Separators, options: NumberFormat = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const { minDecimals = 0 } = options;
  const maxDecimals = Math.max(minDecimals, options.maxDecimals ?? 3);
  const rounded = new Big(withoutNoise(value)).round(maxDecimals, Big.roundHalfUp);
  const [whole = "", fraction = ""] = rounded.abs().toFixed(maxDecimals).split(".");
  const shown = fraction.replace(/0+$/, "").padEnd(minDecimals, "0");
  const { thousands, decimal } = typeof notation === "string" ? SEPARATORS[notation] : notation;
  const sign = rounded.lt(0) ? "-" : "";
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, thousands)}${shown === "" ? "" : decimal + shown}`;
}
