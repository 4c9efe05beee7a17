import { dayOfSerial, isLikelySerial } from "../base";

/** A number that its cell shows as a date; `format` is the cell's number format. */
export interface DateCell {
  readonly row: number;
  readonly col: number;
  readonly format: string;
}

/** Colours, locales, conditions, texts and escaped signs of a number format: no letter in them is a part of a date. */
const NO_CODE = /\[(?!h+\]|m+\]|s+\])[^\]]*\]|"[^"]*"|\\.|_.|\*./gi;

/** Whether a number format shows a day, a month or a year ("dd/mm/yyyy", "mmm-yy"); times of a day and General are none. */
export function isDateFormat(format: string): boolean {
  const [code = ""] = format.replace(NO_CODE, "").split(";");
  if (/^(?:general|@)$/i.test(code.trim())) return false;
  // "m" beside hours or seconds alone is a minute
  return /[dy]/i.test(code) || (/m/i.test(code) && !/[hs]/i.test(code));
}

/**
 * A date as Vietnamese cells show it: "04/06/2026", of a format without a day its month "5/2026", without a month its year. A serial
 * number that is no date of Excel's (before 1900, after 9999) is shown as the number.
 */
export function shownDate(serial: number, format: string): string {
  const { year, month, day } = dayOfSerial(serial);
  if (!(serial >= 1) || !(year <= 9999)) return String(serial);
  const [code = ""] = format.replace(NO_CODE, "").split(";");
  if (/d/i.test(code)) return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
  return /m/i.test(code) ? `${month}/${year}` : String(year);
}

/**
 * A number among times that its cell shows as no date: the day that a spreadsheet keeps as this number, of the first of a month the
 * month, as which "5/2026" is kept. Null for a number that is none.
 */
export function undatedDay(serial: number): string | null {
  if (!isLikelySerial(serial)) return null;
  const day = shownDate(serial, "d/m/yyyy");
  return day.startsWith("01/") ? shownDate(serial, "m/yyyy") : day;
}
