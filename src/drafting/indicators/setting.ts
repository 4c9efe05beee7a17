import type { Paragraph, SectionKind, TextDocument, Years } from "../document/document";
import { headingWords } from "../document/outline";
import { titleOf } from "../document/title";
import { headingYears, saidYears } from "../document/years";

/** What the document as a whole says of its time. */
export interface PlanTime {
  /** The first year of the plan: what lies before it has been. Null where the text does not say. */
  readonly start: number | null;
  /** The year by which things hold where nothing nearer says another: the title's. */
  readonly end: number | null;
  /** That of the only heading of targets that says one; taken where the title says none. */
  readonly targets: number | null;
  /** Some heading promises targets, so that figures before the first heading tell how things are. */
  readonly hasTargets: boolean;
  /** Commas part decimals in it, so that points can only part thousands. */
  readonly hasCommas: boolean;
  /** Where the first paragraph under a heading of targets stands; null where none does. */
  readonly firstTarget: number | null;
}

export function planTimeOf(document: TextDocument, documentYear: number | null): PlanTime {
  const title = titleOf(document.paragraphs).paragraphs.map(({ text }) => text.text).join(" ");
  const begins = saidYears(title).filter(({ role, kind }) => role === "aim" && kind !== "by").map(({ from }) => from);
  const sections = new Set(document.paragraphs.map(({ section }) => section).filter(({ kind }) => kind === "target"));
  const years = new Set([...sections].flatMap((section) => (section.years === null ? [] : [section.years.to])));
  const [only] = years;
  const stated = begins.length > 0 ? Math.max(...begins.filter((year) => year <= (document.years?.to ?? Infinity))) : documentYear;
  return {
    start: stated === -Infinity ? null : stated,
    end: document.years?.to ?? null,
    targets: years.size === 1 && only !== undefined ? only : null,
    hasTargets: sections.size > 0,
    firstTarget: document.paragraphs.find(({ section }) => section.kind === "target")?.index ?? null,
    hasCommas: /\d,\d{1,2}(?!\d)/.test(document.text) && !/\d\.\d{1,2} ?%/.test(document.text),
  };
}

/** Where a paragraph stands. */
export interface Setting {
  readonly kind: SectionKind;
  /** What the nearest heading or item above it says. */
  readonly years: Years | null;
  /** It tells how something is to be built, who is meant, what is paid: no targets. */
  readonly isNorm: boolean;
  /** For whom or where its lines hold, as its heading says. */
  readonly scope: string | null;
  readonly underHeading: boolean;
  /** Its place in the document. */
  readonly at: number;
  /** Its words before said that it tells what was. */
  readonly isReported: boolean;
}

const NORM = /^(?:\p{L}+ )?(?:quy mô(?! dân số| kinh tế)|phạm vi|đối tượng|điều kiện|tiêu chuẩn|định mức|nguyên tắc|mức (?:hỗ trợ|chi|thưởng|phụ cấp|thu|đóng|vay)|chính sách|cơ chế|thời hạn|thời gian|hiệu lực|giải thích|căn cứ|nơi nhận|chế độ|thẩm quyền|quan điểm|mục đích|yêu cầu|tiêu chí (?:lựa chọn|phân loại|xác định))/iu;
const SCOPE = /^(?:(?:đối với|ở|tại|về|khu vực|lĩnh vực|trong lĩnh vực|ngành) )?(?:(?<place>(?:tuyến|cấp|khu vực|vùng) (?:tỉnh|huyện|xã|trung ương|cơ sở|đô thị|nông thôn|thành thị|miền núi|đồng bằng|thành phố|thôn)(?: \p{L}+){0,3})|(?<field>giáo dục (?:mầm non|tiểu học|phổ thông|nghề nghiệp|đại học|thường xuyên|trung học(?: cơ sở| phổ thông)?)|(?:mầm non|tiểu học|trung học cơ sở|trung học phổ thông)))$/iu;

/** Longest chain of headings and items that is looked up. */
const DEEPEST = 12;

export function settingOf(paragraph: Paragraph): Setting {
  let [years, scope, isNorm, depth]: [Years | null, string | null, boolean, number] = [null, null, false, 0];
  const own = headingWords(paragraph.text.text);
  if (own !== paragraph.text.text) {
    isNorm = NORM.test(own);
    scope = scopeIn(own);
  }
  for (let at = paragraph.parent; at !== null && depth < DEEPEST; at = at.parent) {
    const words = headingWords(at.text.text);
    if (at.isHeading) years ??= at.section.heading === at ? at.section.years : null;
    else if (words.endsWith(":") || words !== at.text.text) years ??= headingYears(words);
    scope ??= scopeIn(words);
    // a norm is one where the nearest heading says so
    isNorm ||= depth === 0 && NORM.test(words);
    depth += 1;
  }
  const { section, index } = paragraph;
  return { kind: section.kind, years, isNorm, scope, underHeading: section.heading !== null, at: index, isReported: false };
}

function scopeIn(words: string): string | null {
  const { place, field } = SCOPE.exec(words.replace(/[:.]\s*$/, "").trim())?.groups ?? {};
  const said = place ?? field;
  return said === undefined ? null : said.charAt(0).toLocaleLowerCase("vi") + said.slice(1);
}
