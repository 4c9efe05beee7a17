/** A day of the calendar; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What the days of a book that counts them from 1904 are short of. */
export const DAYS_TO_1904 = 1462;

/** The first and last day of 2000–2050: whole numbers between them may be days that show as numbers. */
const LIKELY_SERIALS = { from: 36_526, to: 55_152 } as const;

/**
 * Days from 30 December 1899, which spreadsheets count from (right after February 1900, of which Excel has a day too many), to 1 January
 * 1970.
 */
const EPOCH = 25_569;
const MILLISECONDS = 86_400_000;

/** A moment, in milliseconds since 1970 (UTC), as a spreadsheet counts it: in days, with a fraction. */
export function serialOfTime(time: number): number {
  return time / MILLISECONDS + EPOCH;
}

/** A day as a spreadsheet counts it; a day that no month has ("31/02") is one of the next month. */
export function serialOf({ year, month, day }: CalendarDay): number {
  return serialOfTime(Date.UTC(year, month - 1, day));
}

/** The day that a spreadsheet keeps as this number; what is behind the decimal sign is a time of it. */
export function dayOfSerial(serial: number): CalendarDay {
  const date = new Date((Math.floor(serial) - EPOCH) * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether a number may be a day of 2000–2050. */
export function isLikelySerial(value: number): boolean {
  return Number.isInteger(value) && value >= LIKELY_SERIALS.from && value <= LIKELY_SERIALS.to;
}
