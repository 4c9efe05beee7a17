import { bareText } from "../../quantity";
import type { Paragraph } from "./document";
import { wordsIn } from "./outline";
import { headingYears } from "./years";

/** The kinds of documents of Nghị định 30/2020/NĐ-CP and of the Party that plans are written as, as they stand above a title. */
const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "KẾ HOẠCH", "ĐỀ ÁN", "CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHIẾN LƯỢC", "QUY HOẠCH", "PHƯƠNG ÁN",
    "DỰ ÁN", "CHỈ THỊ", "BÁO CÁO", "TỜ TRÌNH", "KẾT LUẬN", "HƯỚNG DẪN", "THÔNG BÁO", "QUY ĐỊNH", "CÔNG VĂN",
  ].map((kind) => [bareText(kind), kind]),
);
/** By its letters alone: scans lose accents ("KÉ HOẠCH"). */
const kindIn = (line: string): string | null => (line.length > 40 ? null : (KINDS[bareText(line).replace(/^du thao /, "").trim()] ?? null));
const KIND_AND_TITLE = /^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|CHIẾN LƯỢC|QUY HOẠCH|BÁO CÁO|CHỈ THỊ)\s+\S/iu;
/** What begins the body, or names who issues it. */
const AFTER = /^(?:Căn cứ|Thực hiện (?!.*(?:giai đoạn|năm) (?:19|20)\d\d[^.;]{0,40}$)|Thi hành|Xét|Theo|Trên cơ sở|Để |Nhằm |Kính gửi|Sau khi|QUYẾT NGHỊ|QUYẾT ĐỊNH|HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHỦ TỊCH|BAN CHẤP HÀNH|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|-{2,})/u;
/** "(Kèm theo Quyết định số …)", "của Ban Thường vụ Tỉnh ủy": no part of the title. */
const ASIDE = /^(?:\(|Số ?:|V\/v|của (?:ban|ủy ban|uỷ ban|hội đồng|chính phủ|thủ tướng|bộ|sở|tỉnh ủy|thành ủy|huyện ủy)|CỦA )/u;
const FARTHEST = 60;
const MOST_WORDS = 110;

export interface DocumentTitle {
  /** "KẾ HOẠCH"; null where no line says it. */
  readonly kind: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * The title of a document: the lines below its kind ("NGHỊ QUYẾT", "KẾ HOẠCH"), up to its body; in a piece of a document its first line,
 * where that is no item and no sentence. Without paragraphs where there is none.
 */
export function titleOf(paragraphs: readonly Paragraph[]): DocumentTitle {
  const head = paragraphs.slice(0, FARTHEST);
  const at = head.findIndex(({ text, marker }) => marker === null && kindIn(text.text) !== null);
  if (at >= 0) {
    const kind = kindIn(head[at]?.text.text ?? "");
    const lines: Paragraph[] = [];
    for (const paragraph of head.slice(at + 1)) {
      const { text, marker } = paragraph;
      const isTitle = marker === null && paragraph.cells === null && !AFTER.test(text.text) && wordsIn(text.text) <= MOST_WORDS;
      if (lines.length === 0 && ASIDE.test(text.text)) continue;
      if (!isTitle || ASIDE.test(text.text) || (lines.length > 0 && /[.;:]$/.test(text.text)) || lines.length >= 4) break;
      lines.push(paragraph);
    }
    return { kind, paragraphs: lines };
  }
  const joined = head.slice(0, 12).find(({ text, marker, cells }) => marker === null && cells === null && KIND_AND_TITLE.test(text.text));
  if (joined !== undefined && wordsIn(joined.text.text) <= MOST_WORDS && !/[.;:]$/.test(joined.text.text))
    return { kind: null, paragraphs: [joined] };
  // a line of the head that says years, whatever a scan has made of the one above it
  const dated = head.slice(0, 25).find(({ text: { text }, marker, cells }) => {
    const isLine = marker === null && cells === null && wordsIn(text) <= 60 && wordsIn(text) >= 5 && !/[.;:,]$/.test(text);
    return isLine && !AFTER.test(text) && !/^(?:Số|\p{Lu}[\p{L} ]+, ngày)/u.test(text) && headingYears(text) !== null;
  });
  const [first] = head;
  if (dated !== undefined && dated !== first) return { kind: null, paragraphs: [dated] };
  if (first === undefined || first.marker !== null || first.cells !== null) return { kind: null, paragraphs: [] };
  const isTitle = wordsIn(first.text.text) <= 40 && !/[.;:,]$/.test(first.text.text);
  return { kind: null, paragraphs: isTitle ? [first] : [] };
}
