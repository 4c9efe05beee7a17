/** A text made of digits, separators and signs, before it is known which of its separators is the decimal one. */
export interface Numeral {
  readonly negative: boolean;
  readonly percent: boolean;
  /** Digits and separators as they stand, blanks and apostrophes between digits as " ". */
  readonly digits: string;
  /** In brackets without a separator, "(3)": a negative number, or the name of something. */
  readonly bracketed: boolean;
  /** "00123", "0912345678": the name of something. "05" is a number that people write so. */
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
  if (isBare(text)) return { negative: false, percent: false, digits: text, bracketed: false, code: isCode(text) };
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
  return { negative, percent, digits, bracketed, code: isCode(digits) };
}

/** Nothing but digits and separators, as nearly all numerals are. */
function isBare(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code) && code !== POINT && code !== COMMA) return false;
  }
  return text.length > 0 && isDigit(text.charCodeAt(text.length - 1));
}
const [POINT, COMMA] = [46, 44];

/** Four digits of which the first is 0. */
function isCode(digits: string): boolean {
  if (digits.charCodeAt(0) !== ZERO) return false;
  for (let i = 1; i < 4; i++) if (!isDigit(digits.charCodeAt(i))) return false;
  return true;
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

/** Which decimal marks a numeral may be written with. */
export function marksOf({ digits }: Numeral): { readonly comma: boolean; readonly point: boolean } {
  return { comma: isWritten(digits, COMMA), point: isWritten(digits, POINT) };
}

/** Whether digits are a number with this decimal mark: at most one, behind groups of three where anything separates them. */
function isWritten(digits: string, mark: number): boolean {
  let [separator, group, first, isFraction] = [0, 0, true, false];
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i);
    if (isDigit(code)) {
      group++;
      continue;
    }
    if (isFraction) return false;
    if (!(first ? code === mark || isHead(digits, group) : group === 3)) return false;
    if (code === mark) isFraction = true;
    else if (separator === 0) separator = code;
    else if (separator !== code) return false;
    [group, first] = [0, false];
  }
  return isFraction || first || group === 3;
}

/** What stands before the first separator of thousands: one to three digits, and no 0 before others. */
const isHead = (digits: string, length: number): boolean => length > 0 && length <= 3 && digits.charCodeAt(0) !== ZERO;

/** Counts how the numerals of a table are written, and tells which decimal mark they have in common. */
export class MarkVotes {
  private comma = 0;
  private point = 0;
  private weakComma = 0;
  private weakPoint = 0;

  add(numeral: Numeral): void {
    const { digits } = numeral;
    const [hasComma, hasPoint] = [digits.includes(","), digits.includes(".")];
    if (!hasComma && !hasPoint) return;
    const { comma, point } = marksOf(numeral);
    // one separator before three digits: thousands, as nearly all such are
    if (comma && point) {
      if (hasPoint) this.weakComma++;
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
  const { digits, negative } = numeral;
  const other = mark === "," ? "." : ",";
  const own = isWritten(digits, mark.charCodeAt(0)) ? mark : isWritten(digits, other.charCodeAt(0)) ? other : null;
  if (own === null) return null;
  const at = digits.indexOf(own);
  const value = Number(pointed(digits, at));
  if (!Number.isFinite(value)) return null;
  return { value: negative && value !== 0 ? -value : value, decimals: at === -1 ? 0 : digits.length - at - 1 };
}

/** Digits without separators of thousands, with a point at place `at`. */
function pointed(digits: string, at: number): string {
  let text = "";
  for (let i = 0; i < digits.length; i++) {
    if (i === at) text += ".";
    else if (isDigit(digits.charCodeAt(i))) text += digits[i] ?? "";
  }
  return text;
}
