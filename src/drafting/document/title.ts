import type { Paragraph } from "./document";

/** The kinds of documents of Nghị định 30/2020/NĐ-CP and of the Party that plans are written as, as they stand above a title. */
const KIND = /^(?:DỰ THẢO )?(NGHỊ QUYẾT|QUYẾT ĐỊNH|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|CHIẾN LƯỢC|QUY HOẠCH|PHƯƠNG ÁN|DỰ ÁN|CHỈ THỊ|BÁO CÁO|TỜ TRÌNH|KẾT LUẬN|HƯỚNG DẪN|THÔNG BÁO|QUY ĐỊNH|CÔNG VĂN)$/iu;
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
  const at = head.findIndex(({ text, marker }) => marker === null && KIND.test(text.text));
  if (at >= 0) {
    const kind = KIND.exec(head[at]?.text.text ?? "")?.[1] ?? null;
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
  const [first] = head;
  if (first === undefined || first.marker !== null || first.cells !== null) return { kind: null, paragraphs: [] };
  const isTitle = wordsIn(first.text.text) <= 40 && !/[.;:,]$/.test(first.text.text);
  return { kind: null, paragraphs: isTitle ? [first] : [] };
}

const wordsIn = (text: string): number => text.split(" ").length;
