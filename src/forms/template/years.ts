/**
 * A year that stands alone or beside another ("2025/2024"): not one of a document ("342/2016/TT-BTC", "57/2025"), of a day ("30/12/2016"),
 * or of a number.
 */
const YEAR = /(?<![\d.,])(?<!(?<!(?:19|20)\d\d)\/)(?:19|20)\d\d(?![.,]?\d)(?!\/(?!(?:19|20)\d\d(?![\d/]))[\dA-ZĐ])/g;
/** "31/12/2024". */
const SHORT_DAY = /(?<=(?<!\d)\d{1,2}[/.]\d{1,2}[/.])(?:19|20)\d\d(?![\d/])/g;
const PERIOD = /(?<!\d)(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d(?!\d)/g;
/** "ngày 30 tháng 12 năm 2016", also with dots for what is not known: the day of a document. */
const DAY = /ngày[\s\d….]{1,30}tháng[\s\d….]{1,30}năm\s+(?:19|20)\d\d/giu;
/** Two years that are one after the other: a school year, or a year and the one before, both move. */
const NEXT = 1;

/**
 * A text with its years moved on; those of documents, days and periods of several years stay. `days`: the days of a head ("Số dư đến
 * 31/12/2024") move as well.
 */
export function withYears(text: string, by: number, days = false): string {
  if (by === 0) return text;
  if (days) return withYears(text, by).replace(SHORT_DAY, (year) => String(Number(year) + by));
  const kept: [from: number, to: number][] = [];
  for (const { index, 0: found } of text.matchAll(DAY)) kept.push([index, index + found.length]);
  for (const { index, 0: found } of text.matchAll(PERIOD)) {
    const [from = 0, to = 0] = (found.match(/\d{4}/g) ?? []).map(Number);
    if (to - from !== NEXT) kept.push([index, index + found.length]);
  }
  return text.replace(YEAR, (year, index: number) =>
    kept.some(([from, to]) => index >= from && index < to) ? year : String(Number(year) + by),
  );
}

/** The years of a text that `withYears` would move. */
export function yearsIn(text: string): number[] {
  const moved = withYears(text, 1);
  return [...text.matchAll(/\d{4}/g)].flatMap(({ index, 0: found }) => (moved.slice(index, index + 4) === found ? [] : [Number(found)]));
}

/** Whether a number is a year, as heads have it. */
export function isYear(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1990 && value <= 2100;
}
