import { kept } from "../base";
import { bareText, cleanText } from "./text";

/** The day of a document, and a document with its year: "ngày 5 tháng 1 năm 2024", "Luật Ngân sách nhà nước năm 2015". */
const DOCUMENT = /ngay[^,;]*? nam (?:19|20)\d\d|(?<![a-z])(?:bo luat|luat|hien phap|phap lenh|nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu)(?![a-z])[^,;]*? nam (?:19|20)\d\d/g;
/** "đến năm 2030", "từ năm 2021", "năm 2021-2025": one end of a period. */
const PERIOD = /(?<![a-z])(?:den|tu|truoc|sau|so voi|tam nhin|dinh huong)(?: het| cuoi)? nam (?:19|20)\d\d|nam (?:19|20)\d\d ?- ?(?:nam )?(?:19|20)?\d\d(?!\d)/g;
const YEAR = /(?<![a-z])nam ((?:19|20)\d\d)(?!\d)/g;

const yearsIn = kept((line: string): readonly number[] =>
  [...bareText(cleanText(line)).replace(DOCUMENT, " ").replace(PERIOD, " ").matchAll(YEAR)].map(([, year]) => Number(year)),
);

/**
 * The one year that headings name for all that stands under them: "Nhiệm vụ năm 2024", "… giai đoạn 2021-2025, năm 2024". Null where
 * they name none or several; days and names of documents and ends of periods are none. Never throws.
 */
export function headingYear(lines: readonly string[]): number | null {
  const years = new Set(lines.flatMap(yearsIn));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
