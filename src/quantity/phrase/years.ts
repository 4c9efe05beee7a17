import type { SaidMeasure, SaidYears, YearsRole } from "../said";
import type { Piece } from "./scan";

type Found = Omit<SaidYears, "sentence">;

const YEAR = String.raw`(?<![\d.,/-])((?:19|20)\d{2})(?![\d%‰])(?![.,/]\d)`;
const ANY = String.raw`(?:19|20)\d{2}`;
const CODE = String.raw`(?:\/((?:19|20)\d{2})|\/\d{1,3})?(?:[-/] ?\p{Lu}{2}[\p{L}\d]*)+(?:-\p{Lu}+)*`;
const BEGIN = String.raw`(?<![\p{L}\d])`;
/** By when: what makes a year, or a day, the last one. */
const UNTIL = String.raw`(?:(?:cho )?(?:đến|tới)(?: trước| hết| cuối| đầu| tận)?|trước|hết|cuối|chậm nhất(?: là)?(?: đến| vào| trong)?|muộn nhất(?: là)?|không quá)`;
/** Words that may part "so với" from the year that is the base. */
const BASED = String.raw`(?:so với|so)(?: (?:thực hiện|ước thực hiện|cùng kỳ|kế hoạch|dự toán|mức|số|kết quả|bình quân|trung bình|thời điểm|cuối|đầu|hiện trạng|giai đoạn|thời kỳ|nhiệm kỳ|của|các|trong|đầu kỳ|kỳ|tổng số))*`;
const AIM = String.raw`${BEGIN}(?:${UNTIL} |(?:vào|trong|đầu|giữa|từ|kể từ|sau|các|những|hai|ba|tính đến) ?)*(?:cuối |đầu |hết )?`;

const year = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

interface Pattern {
  readonly pattern: RegExp;
  /** What the match says; null where it is no year after all. */
  readonly read: (match: RegExpExecArray) => { readonly from: number | null; readonly to: number | null; readonly role: YearsRole } | null;
}

const one = (role: YearsRole, group = 1) => (match: RegExpExecArray) => ({ from: year(match[group]), to: year(match[group]), role });
const pattern = (source: string): RegExp => new RegExp(source, "giu");
const starts = (match: RegExpExecArray, words: RegExp): boolean => words.test(match[0]);
const LAST_DAY = new RegExp(`^${UNTIL}`, "iu");
/** A day, a month, a quarter. */
const day = (match: RegExpExecArray) => one(starts(match, LAST_DAY) ? "aim" : "date")(match);

/** In the order in which they are looked for: what one has taken, the next leaves alone. */
const PATTERNS: readonly Pattern[] = [
  { pattern: pattern(`${BEGIN}(?:hằng|hàng|mỗi|từng) năm(?!\\p{L})`), read: () => ({ from: null, to: null, role: "each" }) },
  { pattern: new RegExp(String.raw`${BEGIN}(?:số:? ?)?\d+${CODE}`, "gu"), read: one("document") },
  {
    pattern: pattern(`${BEGIN}(?:bộ luật|luật|hiến pháp|pháp lệnh)(?!\\p{L})[^,;.()\\d]{0,90}? năm ${YEAR}`),
    read: (match) => (/(?:đến|từ|vào|trong|hết|cuối|trước|sau|với) năm \d+$/iu.test(match[0]) ? null : one("document")(match)),
  },
  {
    pattern: pattern(`(?:${BEGIN}${UNTIL} )?(?:${BEGIN}ngày )?(?<![\\d/.,-])\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?((?:19|20)\\d{2})(?!\\d)`),
    read: day,
  },
  { pattern: pattern(`(?:${BEGIN}${UNTIL} )?${BEGIN}ngày \\d{1,2} tháng \\d{1,2} năm ${YEAR}`), read: day },
  // "ngày ... tháng ... năm 2020": a day that is filled in by hand
  { pattern: pattern(`${BEGIN}(?:ngày[ .…_\\d]{0,24})?tháng[ .…_\\d]{0,24}năm ${YEAR}`), read: day },
  {
    pattern: pattern(`(?:${BEGIN}${UNTIL} )?${BEGIN}(?:tháng \\d{1,2}|quý (?:iv|i{1,3}|[1-4])|\\d{1,2} tháng (?:đầu|cuối))(?: ?[/-] ?| (?:của )?năm )((?:19|20)\\d{2})(?!\\d)`),
    read: day,
  },
  { pattern: pattern(`(?:${BEGIN}${UNTIL} )?(?<![\\d/.,-])(?:0?[1-9]|1[0-2])/((?:19|20)\\d{2})(?![\\d/]|[.,]\\d)`), read: day },
  {
    pattern: pattern(
      `(?:${BEGIN}(${BASED}) )?(?:${BEGIN}(?:giai đoạn|thời kỳ|nhiệm kỳ|niên độ|năm học|trong|các|từ|kể từ) )*(?:năm )?(?<!${ANY} ?- ?)${YEAR.replace("(?![.,/]\\d)", "")} ?(?:-|đến|tới)(?: hết| cuối)? ?(?:năm )?((?:19|20)\\d{2})(?![\\d%‰])(?! ?- ?${ANY}(?!\\d))`,
    ),
    read: ([, base, from, to]) => ({ from: year(from), to: year(to), role: base === undefined ? "period" : "base" }),
  },
  { pattern: pattern(`${BEGIN}(?:có )?(?:tầm nhìn|định hướng)(?: (?:đến|tới))?(?: hết)?(?: năm)? ${YEAR}`), read: one("vision") },
  { pattern: pattern(`${BEGIN}${BASED} (?:năm )?${YEAR}`), read: one("base") },
  // "gấp 2 lần năm 2010"
  { pattern: pattern(`(?<=(?<!\\p{L})lần )(?:của )?năm ${YEAR}`), read: one("base") },
  {
    pattern: pattern(`${AIM}(?<!\\p{L})năm ${YEAR}`),
    read: (match) => (starts(match, /^(?:từ|kể từ|sau)/iu) ? { from: year(match[1]), to: null, role: "period" } : one("aim")(match)),
  },
  { pattern: pattern(`${BEGIN}(?:${UNTIL}|kế hoạch|mục tiêu|chỉ tiêu|dự toán|thực hiện|ước) ${YEAR}(?! ?\\p{Ll})`), read: one("aim") },
  { pattern: pattern(`(?<=\\() ?${YEAR}(?= ?\\))`), read: one("aim") },
];

/** More years of a list: "các năm 2021, 2022 và 2023", "các năm 2024 - 2025 - 2026". */
const MORE = new RegExp(`(?<=((?:19|20)\\d{2})(?:, | và |; |/| - )(?:năm )?)${YEAR}(?= ?(?:[,;:.)/-]|và |lần lượt|tương ứng|đạt |là |$))`, "giu");

/**
 * The years of a scanned text in order, each with its role and its words; only words with their accents are known. A year between the
 * beginning and the end of a change, or right beside a value of today, is its base.
 */
export function yearsOf(text: string, sentences: readonly (readonly Piece[])[], measures: readonly SaidMeasure[]): readonly SaidYears[] {
  const taken = new Uint8Array(text.length);
  const found: Found[] = [];
  const take = ({ index, 0: said }: RegExpExecArray, reading: Omit<Found, "span">): void => {
    const from = index + said.length - said.trimStart().length;
    if (taken.subarray(from, index + said.length).includes(1)) return;
    taken.fill(1, from, index + said.length);
    found.push({ ...reading, span: [from, index + said.length] });
  };
  for (const { pattern: looked, read } of PATTERNS)
    for (const match of text.matchAll(looked)) {
      const reading = read(match);
      if (reading !== null) take(match, reading);
    }
  const roles = new Map(found.map(({ span: [, to], role }) => [to, role]));
  for (const match of text.matchAll(MORE)) {
    const [value, previous] = [match[2], roles.get(text.lastIndexOf(match[1] ?? "", match.index) + 4)];
    if (value === undefined || previous === undefined || previous === "document" || previous === "date") continue;
    take(match, { from: Number(value), to: Number(value), role: previous });
    roles.set(match.index + match[0].length, previous);
  }
  const ordered = found.sort((one, other) => one.span[0] - other.span[0]);
  return withBases(placed(ordered, sentences), measures, text);
}

function placed(found: readonly Found[], sentences: readonly (readonly Piece[])[]): readonly SaidYears[] {
  let sentence = 0;
  return found.map((years) => {
    while (sentence + 1 < sentences.length && years.span[0] >= (sentences[sentence]?.at(-1)?.to ?? 0)) sentence += 1;
    return { ...years, sentence };
  });
}

/** What may stand between a value and its year: "12% (năm 2020)", "năm 2020 là 12%". */
const BESIDE = /^[\s(),]*(?:(?:là|đạt|có|của|ước|:)\s*)?$/iu;

/** A year right beside the value that a change begins from, or a value of today, is a base. */
function withBases(years: readonly SaidYears[], measures: readonly SaidMeasure[], text: string): readonly SaidYears[] {
  const bases = new Set<SaidYears>();
  let next = 0;
  for (const { role, span, whole } of measures) {
    if (role !== "start") continue;
    while (next < years.length && (years[next]?.span[0] ?? 0) < span[1]) next += 1;
    const [before, after] = [years[next - 1], years[next]];
    const beside = (from: number, to: number): boolean => to - from <= 12 && BESIDE.test(text.slice(from, to));
    if (after?.role === "aim" && beside(span[1], after.span[0])) bases.add(after);
    else if (before?.role === "aim" && before.span[1] <= span[0] && beside(before.span[1], whole[0])) bases.add(before);
  }
  return bases.size === 0 ? years : years.map((said) => (bases.has(said) ? { ...said, role: "base" } : said));
}
