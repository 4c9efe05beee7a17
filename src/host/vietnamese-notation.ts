import { dayOfSerial, serialOf, type CalendarDay } from "../base";
/** What a Vietnamese Excel makes of typed text: a number with the format that it brings along, or the text itself. */
export type Typed =
  | { readonly kind: "number"; readonly value: number; readonly format: TypedFormat | null; readonly percent: boolean }
  /** Neither a number nor a date of this notation. */
  | { readonly kind: "text" };

/** Formats that typing brings into a cell of the format General, as Excel stores them. */
export type TypedFormat = "#,##0" | "#,##0.00" | "0%" | "0.00%" | "0.00E+00" | "dd/mm/yyyy";

const NUMBER = /^([+-]?)(?:([1-9]\d{0,2}(?:\.\d{3})+)|(\d*))(?:,(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*(%?)$/;
const DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/;
/** Excel keeps 15 digits; what is longer (a citizen's number, an account) stays text, so that no digit is lost. */
const DIGITS = 15;

/**
 * Reads typed text: "39.750" → 39750, "12,5" → 12.5, "12,5%" → 0.125, "1/5/2026" → 1 May 2026 as an Excel serial.
 * "1.5" and "1,234.5" are text. A date without a year is of `thisYear`; two digits of a year mean 1930 to 2029, as in Excel.
 */
export function readTyped(typed: string, thisYear: number): Typed {
  const text = typed.trim();
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined && /^\d/.test(bracketed)) return negative(readNumber(bracketed));
  return readDate(text, thisYear) ?? readNumber(text);
}

function readNumber(text: string): Typed {
  const match = NUMBER.exec(text);
  if (!match) return { kind: "text" };
  const [, sign = "", groups, plain = "", decimals = "", exponent, percentSign] = match;
  const whole = groups?.replaceAll(".", "") ?? plain;
  if (whole + decimals === "" || (whole + decimals).replace(/^0+/, "").length > DIGITS) return { kind: "text" };
  const percent = percentSign === "%";
  // The point is moved in the text: 12.3 / 100 is not 0.123 in binary.
  const value = Number(`${sign}${whole || "0"}.${decimals || "0"}e${Number(exponent ?? 0) - (percent ? 2 : 0)}`);
  if (!Number.isFinite(value)) return { kind: "text" };
  return {
    kind: "number",
    value,
    percent,
    format: formatOf({ percent, grouped: groups !== undefined, decimals: decimals !== "", exponent: exponent !== undefined }),
  };
}

function formatOf(seen: { percent: boolean; grouped: boolean; decimals: boolean; exponent: boolean }): TypedFormat | null {
  if (seen.percent) return seen.decimals ? "0.00%" : "0%";
  if (seen.exponent) return "0.00E+00";
  if (seen.grouped) return seen.decimals ? "#,##0.00" : "#,##0";
  return null;
}

function negative(read: Typed): Typed {
  return read.kind === "number" ? { ...read, value: -read.value } : read;
}

function readDate(text: string, thisYear: number): Typed | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, day, month, year] = match;
  const serial = excelSerial({ year: fullYear(year, thisYear), month: Number(month), day: Number(day) });
  return serial === null ? { kind: "text" } : { kind: "number", value: serial, format: "dd/mm/yyyy", percent: false };
}

function fullYear(digits: string | undefined, thisYear: number): number {
  if (digits === undefined) return thisYear;
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 30 ? 2000 : 1900);
}

/** Null when there is no such day, or it is before March 1900, where Excel's calendar has a day too many. */
function excelSerial(asked: CalendarDay): number | null {
  const serial = serialOf(asked);
  const { year, month, day } = dayOfSerial(serial);
  return serial < 61 || year !== asked.year || month !== asked.month || day !== asked.day ? null : serial;
}

/** How a number stands in the cell editor: 39750.5 → "39750,5", all digits and no groups. */
export function writeNumber(value: number): string {
  return String(value).replace(".", ",");
}
