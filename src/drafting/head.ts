import { upperFirst } from "../base";
import type { TextDocument } from "./document/document";
import { titleOf, type DocumentTitle } from "./document/title";
import type { DraftHead } from "./draft";
import { lowered, tidy } from "./indicators/words";

/** How far from its beginning a document says who issues it, and its number and day. */
const [ISSUER_LINES, NUMBER_LINES] = [40, 20];
const CODE = String.raw`\d+[a-z]?\s*(?:/\s*(?:19|20)\d\d)?\s*(?:[/-]\s*\p{Lu}[\p{L}\d]*)+(?:\s?-\s?\p{Lu}[\p{Lu}\d]*)*`;
const NUMBER = new RegExp(String.raw`^(?:\p{Lu}[\p{Lu} ]*|Luật )?(?:Số|SỐ|số)\s*:?\s*(${CODE})`, "u");
const DAY = String.raw`ngày\s*(?<day>\d{1,2}|[.…\s]*)\s*tháng\s*(?<month>\d{1,2}|[.…\s]*)\s*năm\s*(?<year>(?:19|20)\d\d)`;
/** "Hà Nội, ngày 18 tháng 01 năm 2022", also behind the number in one line. */
const DATED = new RegExp(`^(?:Số[^,]{0,40} )?(?:\\p{Lu}[\\p{L}. ]{1,40})?,?\\s*${DAY}\\s*$`, "u");
const ANNEX = new RegExp(String.raw`(?:Kèm theo|số)[^\n]{0,60}?(?<number>${CODE})\s*,?\s*${DAY}`, "u");
const BODIES = [
  "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "QUỐC HỘI", "THỦ TƯỚNG CHÍNH PHỦ", "CHÍNH PHỦ", "BAN CHẤP HÀNH",
  "BAN THƯỜNG VỤ",
  "TỈNH ỦY", "TỈNH UỶ", "THÀNH ỦY", "HUYỆN ỦY", "ĐẢNG ỦY", "BAN BÍ THƯ", "BỘ CHÍNH TRỊ", "BỘ [\\p{Lu} ,-]+", "SỞ [\\p{Lu} ,-]+",
];
const ISSUER_LINE = new RegExp(String.raw`^(?:CỦA )?((?:${BODIES.join("|")})(?!\p{L})[\p{Lu} .,-]*)$`, "u");
const KINDS = "tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu";
/** "Ủy ban nhân dân thành phố Cần Thơ ban hành Kế hoạch": who issues it, in the sentence that does. */
const ISSUES = new RegExp(
  String.raw`(?:^|[,.;] )((?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Ban Thường vụ|Ban Chấp hành|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Sở|Bộ|Chính phủ)` +
    String.raw`[\p{L} ]{2,60}?),? (?:ban hành|xây dựng|quyết định|thông qua|yêu cầu|triển khai)(?!\p{L})`,
  "u",
);
const PLACE = new RegExp(String.raw`(?<!\p{L})(?<kind>${KINDS}|TP\.?) ?(?<name>(?:\p{Lu}\p{Ll}*(?:[ -](?=\p{Lu}))?){1,4})`, "u");
const PLACE_IN_CAPITALS = new RegExp(
  String.raw`^(?:HỘI ĐỒNG NHÂN DÂN|(?:ỦY|UỶ) BAN NHÂN DÂN)?\s*(?<kind>${KINDS.toLocaleUpperCase("vi")}) (?<name>\p{Lu}[\p{Lu} -]{1,40}?)$`,
  "u",
);
/** What a number's letters say of who issues it. */
const BY_NUMBER: readonly (readonly [RegExp, string])[] = [
  [/[-/]UBND$/, "Ủy ban nhân dân"], [/[-/]HĐND$/, "Hội đồng nhân dân"], [/-TTg$/, "Thủ tướng Chính phủ"], [/-CP$/, "Chính phủ"],
  [/QH\d+$/, "Quốc hội"],
];
const BEGINS_ANNEX = /^(?:\(|(?:danh mục|phụ lục|phụ biểu|biểu|kèm theo|số \d))/iu;
/** What stands at the head of every document. */
const MOTTO = /C[ỘO]NG H[ÒO]A X[ÃA] H[ỘO]I.*|Độc lập\s*-\s*Tự do.*|ĐẢNG CỘNG SẢN VIỆT NAM.*/u;

/** What the head of a document says of it: the parts that Nghị định 30/2020/NĐ-CP, Phụ lục I, names. What it does not say is null or "". */
export function headOf(document: TextDocument): DraftHead {
  const title = titleOf(document.paragraphs);
  const lines = headLines(document, title);
  const annex = annexOf(document);
  const number = numberIn(lines) ?? annex?.number ?? null;
  const date = dayIn(lines) ?? annex?.date ?? null;
  const place = placeOf(lines, title, document);
  const issuer = issuerOf(lines, document, number, place);
  return { title: titleWords(title, place), issuer, place, number, date, period: periodOf(document, date) };
}

/** The lines above the title, and the title's; cells of a table one by one. */
function headLines({ paragraphs }: TextDocument, title: DocumentTitle): readonly string[] {
  const first = title.paragraphs[0]?.index ?? 0;
  return paragraphs
    .slice(0, title.kind === null ? 3 : first)
    .flatMap(({ cells, text }) => (cells === null ? [text.text] : cells.map((cell) => cell.text.replace(/\s+/g, " "))))
    .map((line) => line.replace(MOTTO, "").trim())
    .filter((line) => line !== "");
}

const withoutBlanks = (number: string): string => number.replace(/\s+/g, "");

function numberIn(lines: readonly string[]): string | null {
  const number = lines.slice(0, NUMBER_LINES).map((line) => NUMBER.exec(line)?.[1]).find((code) => code !== undefined);
  return number === undefined ? null : withoutBlanks(number);
}

/** "(Kèm theo Kế hoạch số 220/KH-UBND ngày 04 tháng 6 năm 2018)": what an annex says of the document it belongs to. */
function annexOf({ paragraphs }: TextDocument): { readonly number: string; readonly date: string } | null {
  const line = paragraphs.find(({ text }) => text.text.length < 400 && BEGINS_ANNEX.test(text.text) && ANNEX.test(text.text));
  const { number, year, month, day } = ANNEX.exec(line?.text.text ?? "")?.groups ?? {};
  return number === undefined ? null : { number: withoutBlanks(number), date: dateFrom(year, month, day) };
}

function dateFrom(year = "", month = "", day = ""): string {
  const [m, d] = [month, day].map((digits) => (/^\d{1,2}$/.test(digits.trim()) ? digits.trim().padStart(2, "0") : null));
  if (m == null || Number(m) > 12) return year;
  return d == null || Number(d) > 31 ? `${year}-${m}` : `${year}-${m}-${d}`;
}

/** The day at the head, not that of a law. */
function dayIn(lines: readonly string[]): string | null {
  const groups = lines.slice(0, NUMBER_LINES).map((line) => DATED.exec(line)?.groups).find((match) => match !== undefined);
  return groups === undefined ? null : dateFrom(groups["year"], groups["month"], groups["day"]);
}

function titleWords({ kind, paragraphs }: DocumentTitle, place: string | null): string {
  const words = tidy(paragraphs.map(({ text }) => text.text).join(" "));
  const isCapitals = !/\p{Ll}/u.test(words);
  const small = isCapitals ? sentenceCase(words) : words;
  const plain = isCapitals && place !== null ? small.replace(place.toLocaleLowerCase("vi"), place) : small;
  if (kind === null) return plain;
  if (plain === "") return sentenceCase(kind.toLocaleUpperCase("vi"));
  return `${sentenceCase(kind.toLocaleUpperCase("vi"))} ${/^\p{Lu}\p{Ll}+ (?:\p{Ll}|\d|\p{Lu}\p{Ll}+)/u.test(plain) ? lowered(plain) : plain}`;
}

const sentenceCase = (capitals: string): string => capitals.charAt(0) + capitals.slice(1).toLocaleLowerCase("vi");

function placeOf(lines: readonly string[], title: DocumentTitle, { paragraphs }: TextDocument): string | null {
  for (const line of [...lines.slice(0, NUMBER_LINES), ...title.paragraphs.map(({ text }) => text.text)]) {
    const said = /^(?:Căn cứ|Theo|Xét)/.test(line) ? undefined : PLACE.exec(line)?.groups;
    const { kind, name } = PLACE_IN_CAPITALS.exec(line)?.groups ?? said ?? {};
    if (kind !== undefined && name !== undefined) return placeName(kind, name);
  }
  const issues = paragraphs.slice(0, ISSUER_LINES).map(({ text }) => ISSUES.exec(text.text)?.[1]).find((body) => body !== undefined);
  const { kind, name } = PLACE.exec(issues ?? "")?.groups ?? {};
  return kind === undefined || name === undefined ? null : placeName(kind, name);
}

function placeName(kind: string, name: string): string {
  const isCapitals = kind === kind.toLocaleUpperCase("vi") && !kind.startsWith("TP");
  return `${kind.startsWith("TP") ? "thành phố" : kind.toLocaleLowerCase("vi")} ${isCapitals ? names(name) : name.trim()}`;
}

/** "BẮC NINH" as a name: "Bắc Ninh". */
const names = (capitals: string): string =>
  capitals.trim().split(/\s+/).map((word) => word.charAt(0) + word.slice(1).toLocaleLowerCase("vi")).join(" ");

function issuerOf(lines: readonly string[], { paragraphs }: TextDocument, number: string | null, place: string | null): string {
  const below = paragraphs.slice(0, ISSUER_LINES).map(({ text }) => text.text);
  const line = [...lines, ...below].map((each) => ISSUER_LINE.exec(each)?.[1]).find((body) => body !== undefined);
  if (line !== undefined) return withPlace(bodyName(line.trim()), place);
  const byNumber = BY_NUMBER.find(([pattern]) => number !== null && pattern.test(number))?.[1];
  const sentences = below.map((each) => each.replace(/ \((?:sau đây|gọi|UBND)[^)]{0,40}\)/, ""));
  const said = sentences.map((each) => ISSUES.exec(each)?.[1]).find((body) => body !== undefined);
  return withPlace(said ?? byNumber ?? "", place);
}

/** "Ủy ban nhân dân" of a place is that place's. */
function withPlace(body: string, place: string | null): string {
  const words = body.trim().replace(/^Uỷ/, "Ủy").replace(/^UBND/, "Ủy ban nhân dân").replace(/^HĐND/, "Hội đồng nhân dân");
  if (place === null || !words.includes("nhân dân")) return words;
  const kind = new RegExp(`nhân dân(?: (?:${KINDS}))?$`, "u").exec(words)?.[0];
  return kind === undefined ? words : words.replace(/nhân dân.*$/u, `nhân dân ${place}`);
}

/** "BAN THƯỜNG VỤ TỈNH ỦY" as it is written within a text. */
function bodyName(capitals: string): string {
  const of = new RegExp(`^(.*NHÂN DÂN) (${KINDS.toLocaleUpperCase("vi")}) (\\p{Lu}.*)$`, "u").exec(capitals);
  if (of !== null) return `${sentenceCase(of[1] ?? "")} ${(of[2] ?? "").toLocaleLowerCase("vi")} ${names(of[3] ?? "")}`;
  const office = new RegExp(`^(SỞ|BỘ|PHÒNG|BAN) (.+?)(?: (${KINDS.toLocaleUpperCase("vi")}) (\\p{Lu}.*))?$`, "u").exec(capitals);
  if (office?.[2] !== undefined && !/^(?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ)/.test(office[2])) {
    const field = office[2].toLocaleLowerCase("vi").replace(/(?<=^|, | và | - )\p{Ll}/gu, (letter) => letter.toLocaleUpperCase("vi"));
    const where = office[3] === undefined ? "" : ` ${office[3].toLocaleLowerCase("vi")} ${names(office[4] ?? "")}`;
    return `${sentenceCase(office[1] ?? "")} ${field}${where}`;
  }
  return sentenceCase(capitals)
    .replace(/(?<= )(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)$/iu, upperFirst)
    .replace(/(?<=^Ban )(?:thường vụ|chấp hành)/u, upperFirst)
    .replace(/ chính phủ$/u, " Chính phủ");
}

/** What the title says; of "đến năm 2030" the year of the document is the first. */
function periodOf({ years }: TextDocument, date: string | null): DraftHead["period"] {
  if (years === null) return null;
  const issued = date === null ? null : Number(date.slice(0, 4));
  return years.from === years.to && issued !== null && issued < years.to ? { from: issued, to: years.to } : years;
}
