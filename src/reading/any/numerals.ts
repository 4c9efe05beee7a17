/** A text made of digits, separators and signs, before it is known which of its separators is the decimal one. */
export interface Numeral {
  readonly negative: boolean;
  readonly percent: boolean;
  /** Digits and separators as they stand, blanks and apostrophes between digits as " ". */
  readonly digits: string;
  /** In brackets without a separator, "(3)": a negative number, or the name of something. */
  readonly bracketed: boolean;
  /** "00123": a code rather than an amount. */
  readonly code: boolean;
}

export type DecimalMark = "," | ".";

const [ZERO, NINE] = [48, 57];
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Signs beside the digits that are no part of the number: a currency, a note mark. */
const CURRENCY = "$£€₫đ";
const NOTES = "*¹²³⁴⁵⁶⁷⁸⁹⁰";
const BLANKS = " \u00a0\u2009\u202f\t\r\n";
const MINUS = "-−–";
const APOSTROPHES = "'’";

/** Longer texts are no numbers. */
const MOST_SIGNS = 32;

/**
 * The numeral that a text is: "1.234,5", "(1 234)", "12-", "46*", "(1) 1.056.485", "12,5%", "$5,000"; null for anything else, as words,
 * dates, "1/2" and outline numbers of several points ("1.1.2").
 */
export function numeralOf(text: string): Numeral | null {
  if (text.length > MOST_SIGNS) return null;
  let [from, to] = [0, text.length];
  let negative = false;
  let percent = false;
  let bracketed = false;
  const first = (): string => text[from] ?? "";
  const last = (): string => text[to - 1] ?? "";
  const trim = (): void => {
    while (from < to && BLANKS.includes(first())) from++;
    while (to > from && BLANKS.includes(last())) to--;
  };
  trim();
  from = afterNote(text, from);
  while (to > from && NOTES.includes(last())) to--;
  trim();
  if (APOSTROPHES.includes(first()) && from < to) from++;
  if (first() === "(" && last() === ")") {
    bracketed = negative = true;
    from++;
    to--;
    trim();
  } else to = beforeNote(text, from, to);
  for (let sign = first(); from < to && !isDigit(sign.charCodeAt(0)); sign = first()) {
    if (MINUS.includes(sign)) negative = true;
    else if ((sign === "." || sign === ",") && isDigit(text.charCodeAt(from + 1))) break;
    else if (sign !== "+" && !CURRENCY.includes(sign) && !BLANKS.includes(sign)) return null;
    from++;
  }
  for (let sign = last(); to > from && !isDigit(sign.charCodeAt(0)); sign = last()) {
    if (MINUS.includes(sign)) negative = true;
    else if (sign === "%") percent = true;
    else if (!CURRENCY.includes(sign) && !BLANKS.includes(sign)) return null;
    to--;
  }
  const digits = between(text, from, to);
  if (digits === null) return null;
  return { negative, percent, digits, bracketed, code: /^0\d/.test(digits) && !/[.,]/.test(digits) };
}

/** Digits with separators between them; null where anything else stands there. */
function between(text: string, from: number, to: number): string | null {
  if (from >= to) return null;
  let digits = "";
  for (let i = from; i < to; i++) {
    const sign = text[i] ?? "";
    if (isDigit(sign.charCodeAt(0)) || sign === "." || sign === ",") digits += sign;
    else if (BLANKS.includes(sign) || APOSTROPHES.includes(sign)) digits += " ";
    else return null;
  }
  return digits;
}

/** "(1) 1.056.485": the number of a note before the number itself. */
function afterNote(text: string, from: number): number {
  if (text[from] !== "(") return from;
  const note = /^\(\d{1,2}\)\s+(?=[-+(]?[\d.,])/.exec(text.slice(from));
  return note ? from + note[0].length : from;
}

/** "46 (1)", "46 [2]". */
function beforeNote(text: string, from: number, to: number): number {
  if (text[to - 1] !== ")" && text[to - 1] !== "]") return to;
  const note = /(?<=\d\*?)\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|\(\*\))$/.exec(text.slice(from, to));
  return note ? to - note[0].length : to;
}

/** Which decimal marks a numeral may be written with, and whether one separator before three digits leaves both open. */
export function marksOf({ digits }: Numeral): { readonly comma: boolean; readonly point: boolean; readonly weak: boolean } {
  const comma = valueWith(digits, ",") !== null;
  const point = valueWith(digits, ".") !== null;
  return { comma, point, weak: comma && point };
}

/** Digits read with a decimal mark: the text of the number with a point; null where that notation cannot be. */
function valueWith(digits: string, mark: DecimalMark): string | null {
  const other = mark === "," ? "." : ",";
  const at = digits.indexOf(mark);
  if (at !== -1 && digits.includes(mark, at + 1)) return null;
  const whole = at === -1 ? digits : digits.slice(0, at);
  const fraction = at === -1 ? "" : digits.slice(at + 1);
  if (fraction.includes(other) || fraction.includes(" ")) return null;
  const separator = whole.includes(other) ? other : whole.includes(" ") ? " " : null;
  if (separator === null) return `${whole === "" ? "0" : whole}.${fraction}`;
  if (separator === other && whole.includes(" ")) return null;
  const groups = whole.split(separator);
  const [head = ""] = groups;
  if (head.length < 1 || head.length > 3 || (head === "0" && groups.length > 1)) return null;
  return groups.every((group, index) => index === 0 || group.length === 3) ? `${groups.join("")}.${fraction}` : null;
}

/** Counts how the numerals of a table are written, and tells which decimal mark they have in common. */
export class MarkVotes {
  private comma = 0;
  private point = 0;
  private weakComma = 0;
  private weakPoint = 0;

  add(numeral: Numeral): void {
    const { digits } = numeral;
    if (!/[.,]/.test(digits)) return;
    const { comma, point, weak } = marksOf(numeral);
    if (weak) {
      // one separator before three digits: thousands, as nearly all such are
      if (digits.includes(".")) this.weakComma++;
      else this.weakPoint++;
    } else if (comma) this.comma++;
    else if (point) this.point++;
  }

  /** What most of them can only be; else what those mean that may be both; "," as in Vietnamese where nothing tells. */
  mark(): DecimalMark {
    if (this.comma !== this.point) return this.point > this.comma ? "." : ",";
    return this.weakPoint > this.weakComma ? "." : ",";
  }
}

/** The value of a numeral in a notation and its decimals; in the other one where it cannot be of this; null where of none. */
export function valueOf(numeral: Numeral, mark: DecimalMark): { readonly value: number; readonly decimals: number } | null {
  const text = valueWith(numeral.digits, mark) ?? valueWith(numeral.digits, mark === "," ? "." : ",");
  if (text === null) return null;
  const value = Number(text);
  const decimals = text.length - text.indexOf(".") - 1;
  return Number.isFinite(value) ? { value: numeral.negative && value !== 0 ? -value : value, decimals } : null;
}
