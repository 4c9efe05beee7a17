import { bareText, headingYear } from "../../quantity";
import type { Months } from "./layout";

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const QUARTER = /(?<![a-z])(?:quy|quarter|q)\s?\.?\s?(iv|i{1,3}|[1-4])(?![a-z\d])/;
const MONTH = /(?<![a-z\d])(?:thang|t|month)\s?\.?(0?[1-9]|1[0-2])(?![\d])/;
const FIRST_MONTHS = /(?<!\d)(0?[2-9]|1[01]|sau|ba|chin)\s?thang(?: dau nam)?(?!\s?\d)/;
const LAST_HALF = /(?:6|sau) thang cuoi nam|nua cuoi nam/;
const WHOLE_YEAR = /(?<![a-z])(?:ca nam|full year|12 thang|whole year)(?![a-z])/;
const WORDS: Readonly<Record<string, number>> = { ba: 3, sau: 6, chin: 9 };

/** The months that words are about: "Quý II" [4, 6], "6 tháng đầu năm" [1, 6], "Tháng 5" [5, 5], "Cả năm" [1, 12]; null for none. */
export function monthsIn(text: string): Months | null {
  const bare = bareText(text);
  if (LAST_HALF.test(bare)) return [7, 12];
  if (WHOLE_YEAR.test(bare)) return [1, 12];
  const quarter = ROMAN[QUARTER.exec(bare)?.[1] ?? ""];
  if (quarter !== undefined) return [quarter * 3 - 2, quarter * 3];
  const first = FIRST_MONTHS.exec(bare)?.[1];
  if (first !== undefined) return [1, WORDS[first] ?? Number(first)];
  const month = MONTH.exec(bare)?.[1];
  return month === undefined ? null : [Number(month), Number(month)];
}

const PERIOD_WORDS = [LAST_HALF, WHOLE_YEAR, QUARTER, FIRST_MONTHS, MONTH].map((pattern) => new RegExp(pattern, "g"));

/** What words say beside the months and years that they name, without accents: "Thực hiện quý I/2026" is "thuc hien". */
export function besideMonths(text: string): string {
  const left = PERIOD_WORDS.reduce((rest, pattern) => rest.replace(pattern, " "), bareText(text));
  return left.replace(/(?:nam )?(?:19|20)\d\d|[^a-z%]+/g, " ").trim();
}

/** Years alone, not of a period or of a document. */
const YEAR = /(?<![\d/.,-])(?:19|20)\d\d(?![\d/,]|\.\d|\s?-\s?\d)/g;
const PERIOD = /(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d|(?:nghị quyết|quyết định|thông tư|nghị định|luật)[^;]*/giu;

/** The one year that the heads of a column name, the lowest head first; null for none or several. */
export function yearOf(path: readonly string[]): number | null {
  const said = headingYear(path);
  if (said !== null) return said;
  for (const text of path.toReversed()) {
    const years = new Set(text.replace(PERIOD, " ").match(YEAR) ?? []);
    const [only] = years;
    if (years.size > 1) return null;
    if (only !== undefined) return Number(only);
  }
  return null;
}
