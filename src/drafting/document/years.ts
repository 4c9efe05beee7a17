import type { Years } from "./document";

/** Years as a document says them. */
export interface SaidYears extends Years {
  /** "vision": an outlook beyond the plan ("tầm nhìn đến năm 2045"); "base": what is compared with; "aim": the rest. */
  readonly role: "aim" | "vision" | "base";
  /** A stretch of years, or the year by which ("đến năm 2030"), or just a year. */
  readonly kind: "period" | "by" | "in";
  readonly begin: number;
  readonly end: number;
}

const YEAR = String.raw`((?:19|20)\d\d)(?!\d|[.,]\d)`;
/** Days and names of documents, whose years say nothing of the plan. */
const NOT_MEANT = new RegExp(
  [
    String.raw`\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d`,
    String.raw`(?:ngày|tháng)[^;:\p{L}]{0,20}(?:tháng[^;:\p{L}]{0,12})?năm ?(?:19|20)\d\d`,
    String.raw`\d+ ?/ ?(?:19|20)\d\d ?/ ?[\p{Lu}\d-]+`,
    String.raw`(?<!\p{L})(?:bộ luật|luật|hiến pháp|pháp lệnh)(?!\p{L})[^,;.:()]{0,60}? năm (?:19|20)\d\d`,
    String.raw`(?:QCVN|TCVN)[ \d:.-]*(?:19|20)\d\d`,
  ].join("|"),
  "giu",
);
const ROLE = String.raw`(?<role>(?:tầm nhìn|định hướng)(?: của)?(?: đến| tới)?|(?:so với|so sánh với|so)(?: cùng kỳ| thực hiện| mức)?(?: cả)?|(?:hơn|bằng|của|tại) (?=cùng kỳ))?`;
const PERIOD = String.raw`(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|trong \d+ năm|\d+ năm|năm|từ năm|từ)?[ (]*${YEAR} ?(?:-|đến|tới|/)(?: hết| cuối)?(?: năm)? ?${YEAR}`;
const BY = String.raw`(?<by>(?:đến|tới|trước|vào)(?: hết| cuối| trước)? năm|(?:hết|cuối|trong) năm|(?:giai đoạn|thời kỳ) đến(?: hết)? năm) ?${YEAR}`;
const IN = String.raw`(?:năm(?: học)?|niên độ) ?${YEAR}`;
const SAID = new RegExp(String.raw`(?<!\p{L})${ROLE} ?(?:(?<period>${PERIOD})|${BY}|${IN})`, "giu");
/** "đến năm 2025, 2030", "năm 2026, 2027 và 2028": further years of a list. */
const MORE = new RegExp(String.raw`^ ?(?:,|;|và|&) ?(?:đến )?(?:năm )?${YEAR}(?! ?[-%‰\p{L}])`, "u");

/** All years of a text that may say when something holds, in order; those of dates and names of documents are left out. Never throws. */
export function saidYears(text: string): readonly SaidYears[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const rest = text.replace(NOT_MEANT, (hit) => " ".repeat(hit.length));
  const said: SaidYears[] = [];
  for (const match of rest.matchAll(SAID)) {
    const years = [...match[0].matchAll(new RegExp(YEAR, "g"))].map(([year]) => Number(year));
    const [first, last] = [years[0], years.at(-1)];
    if (first === undefined || last === undefined || last < first) continue;
    const { role = "", period, by } = match.groups ?? {};
    const begin = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].length;
    const meant = /^(?:tầm|định)/i.test(role) ? "vision" : role.trim() === "" ? "aim" : "base";
    const kind = period !== undefined ? "period" : by !== undefined ? "by" : "in";
    said.push({ from: first, to: last, role: meant, kind, begin, end });
    if (kind === "period") continue;
    for (let at = end, more = MORE.exec(rest.slice(at, at + 30)); more !== null; more = MORE.exec(rest.slice(at, at + 30))) {
      at += more[0].length;
      const year = Number(more[1]);
      said.push({ from: year, to: year, role: meant, kind, begin: at - 4, end: at });
    }
  }
  return said;
}

/**
 * The years that a heading or a title says for all that stands under it; null where it says none, or several that are not one period.
 * "Giai đoạn 2021-2025, năm 2024" is 2024; "đến năm 2030, tầm nhìn đến năm 2045" is 2030.
 */
export function headingYears(text: string): Years | null {
  const said = saidYears(text).filter(({ role }) => role !== "base");
  const aims = said.filter(({ role }) => role === "aim");
  const among = aims.length > 0 ? aims : said;
  const single = among.filter(({ kind }) => kind !== "period");
  const distinct = distinctYears(single);
  if (distinct.length === 1 && distinct[0] !== undefined) {
    // a year within the period that stands beside it is the narrower of the two
    return distinct[0];
  }
  if (distinct.length > 1) return null;
  const periods = distinctYears(among);
  // "giai đoạn 2021-2030, giai đoạn I: từ năm 2021 đến năm 2025": the one within all others
  return periods.find(({ from, to }) => periods.every((other) => other.from <= from && other.to >= to)) ?? null;
}

function distinctYears(said: readonly SaidYears[]): readonly Years[] {
  return [...new Map(said.map(({ from, to }) => [`${from}-${to}`, { from, to }])).values()];
}
