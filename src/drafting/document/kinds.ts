import type { SectionKind } from "./document";

/** What a heading's words say of what stands under it; the first that is said decides. */
const WORDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "report",
    /^(?:(?:khái quát|sơ lược|một số|những|các|về|đặc điểm|phân tích,?|kiểm điểm,?|bối cảnh,?) )*(?:đánh giá(?! tác động)|kết quả(?! dự kiến| mong đợi| cần đạt| đầu ra| và (?:các )?(?:chỉ tiêu|mục tiêu))|tình hình|thực trạng|hiện trạng|bối cảnh|tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân|thành tựu|ưu điểm|bài học)|tình hình thực hiện|kết quả (?:thực hiện|đạt được)(?! kế hoạch này)|thực trạng|ước thực hiện/u,
  ],
  ["basis", /^(?:căn cứ|cơ sở (?:pháp lý|chính trị|thực tiễn|xây dựng)|sự cần thiết|các căn cứ)/u],
  ["target", /mục tiêu(?! quốc gia)|chỉ tiêu|kết quả (?:dự kiến|mong đợi|cần đạt|đầu ra)|dự kiến kết quả|phấn đấu/u],
  [
    "budget",
    /kinh phí|tổng mức|dự toán|nguồn vốn|khái toán|nhu cầu vốn|vốn (?:đầu tư|thực hiện)|^(?:các |về |huy động )?nguồn lực(?: tài chính| thực hiện)?$|^ngân sách|^dự phòng$|^vốn |^tài chính$/u,
  ],
  ["organisation", /tổ chức (?:thực hiện|triển khai)|^(?:phân công|trách nhiệm)|kiến nghị|đề xuất(?! nhiệm vụ)|hiệu lực thi hành|nơi nhận|điều khoản|chế độ (?:thông tin,? )?báo cáo/u],
  ["task", /nhiệm vụ|giải pháp|biện pháp|nội dung|định hướng|hoạt động|công tác|(?:chương trình|dự án|đề án)(?! mục tiêu)/u],
  ["other", /mục đích|yêu cầu|quan điểm|phạm vi|đối tượng|nguyên tắc|thời gian/u],
];

/** Words of every heading's, which say nothing against what the section above is. */
const WEAK = /^(?!.*(?:nhiệm vụ|giải pháp|biện pháp|mục đích|yêu cầu|quan điểm|nguyên tắc))/u;

/** "Tình hình và nhiệm vụ", "Đánh giá năm 2025; mục tiêu, nhiệm vụ năm 2026". */
const PROMISES = /(?:và|[,;-]) (?:phương hướng|(?:mục tiêu|nhiệm vụ|kế hoạch|giải pháp)(?:$|[^.]*? (?:năm|giai đoạn|trong|thời gian tới)))/iu;

/**
 * What stands under a heading: what its words say first, else what the one above says. Under a report of what was everything is one, unless
 * the heading above promises more ("Tình hình và nhiệm vụ"); "Công tác y tế" under "Mục tiêu" still is about targets.
 */
export function kindUnder(heading: string, above: SectionKind, headingAbove: string): SectionKind {
  const kind = kindOf(heading);
  if (kind === null || kind === above) return above;
  if (above === "report") return PROMISES.test(headingAbove) ? kind : above;
  if (kind === "report" && above === "target" && !/đạt được|thực hiện|20\d\d|trạng|tình hình|hạn chế|tồn tại/iu.test(heading)) return above;
  const isWeak = kind === "other" || kind === "task" || kind === "report";
  if (above === "target" && isWeak && kind !== "report" && WEAK.test(heading.toLowerCase())) return above;
  if (above === "organisation" && kind !== "budget" && kind !== "target") return above;
  if (above === "budget" && (kind === "task" || kind === "other") && WEAK.test(heading.toLowerCase())) return above;
  return kind;
}

/** The kind that a heading's words say; null where they say none. */
function kindOf(heading: string): SectionKind | null {
  const words = heading.toLowerCase().replace(/["']/g, "").slice(0, 200);
  let first: { readonly kind: SectionKind; readonly at: number } | null = null;
  for (const [kind, pattern] of WORDS) {
    const at = pattern.exec(words)?.index;
    if (at !== undefined && (first === null || at < first.at)) first = { kind, at };
  }
  return first?.kind ?? null;
}
