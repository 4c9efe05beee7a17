import type { SectionKind, Years } from "../document/document";
import { moneyOrMeasure } from "../money-or-measure";
import type { Money } from "./money";

const EDGE = String.raw`(?<![\p{L}\d])`;
const END = String.raw`(?![\p{L}\d])`;

const words = (...alternatives: readonly string[]): RegExp => new RegExp(`${EDGE}(?:${alternatives.join("|")})${END}`, "iu");

const EACH = "(?:người|hộ|xã|thôn|lớp|trường|học sinh|cháu|suất|mô hình|giải|đơn vị)";
/** What one of something costs or gets, and where something begins or ends. */
const NORM = words(
  "mức (?:hỗ trợ|chi|thu|đóng|phạt|lương|thưởng|trợ cấp|phụ cấp|học bổng|vay|giá|quà|phí|học phí|lệ phí|viện phí)", "định mức", "đơn giá",
  "giá (?:bán|mua|vé|dịch vụ|đất|gói thầu|trị từ)", "tiền (?:thưởng|phạt|công)", "xử phạt", "lương (?:cơ sở|tối thiểu)", "chuẩn nghèo",
  "không (?:quá|vượt quá)", "tối đa", "trở (?:lên|xuống)", "hạn mức", "mức$",
  "gói thầu (?:có giá trị |giá trị )?(?:dưới|trên|từ)", "dự án nhóm [ABC]", `mỗi (?:tháng|năm|${EACH})`, `một (?:${EACH})`,
);
const NORM_BEHIND = new RegExp(String.raw`^\s{0,2}(?:trở (?:lên|xuống)|(?:cho )?(?:mỗi (?!năm)\p{L}|một ${EACH}(?!\p{L})))`, "iu");
const SPENDING = "chi|chi trả|giải ngân|đầu tư|huy động|hỗ trợ|bố trí|cấp|thanh toán|quyết toán|sử dụng";
/** What was spent, or changes against something. */
const SPENT = words(
  `(?:đã|ước) (?:thực hiện|phân bổ|đạt|thu|trích|giao|${SPENDING})`, `đã được (?:${SPENDING})`, "(?<!kinh phí )thực hiện năm \\d{4}",
  "giải ngân(?: \\S+){0,8} (?:đạt|được)", "lũy kế", "luỹ kế", "so với", "(?:tăng|giảm)(?: thêm)?(?: khoảng| gần| hơn| trên)?$",
);
const BUDGET = words(
  "kinh phí", "vốn", "ngân sách", "dự toán", "nguồn", "tổng mức đầu tư", "xã hội h(?:óa|oá)", "viện trợ", "nhu cầu",
  "chi (?:thường xuyên|đầu tư|sự nghiệp)",
);
/** How a paragraph begins that tells how things were, or what the document rests on. */
export const LOOKS_BACK =
  /^(?:Căn cứ (?:Luật|Nghị|Quyết|Chỉ|Thông|Kế hoạch|Chương|Kết luận|Công văn|Văn bản)|Xét (?:Tờ|đề)|Theo đề nghị|Thời gian qua|(?:Trong )?(?:những|các) năm qua|Trong \d+ năm qua|Giai đoạn vừa qua|Sau \d+ năm|Đến nay|Hiện nay|Năm \d{4},? (?:được giao|đã))/iu;

export interface Surroundings {
  /** The words of its sentence before it, its name among them, and those right behind it. */
  readonly before: string;
  readonly after: string;
  readonly name: string;
  readonly section: SectionKind;
  /** The last year that its own words name; null for none. */
  readonly year: number | null;
  readonly plan: Years | null;
}

/** "yes" and "no" are sure; "perhaps" is money that nothing calls a budget; "inside": a line only where it is part of another. */
export type IsLine = "yes" | "perhaps" | "inside" | "no";

/** Whether an amount is a line of the budget of the plan, and no price, norm, indicator, nor what was spent before. */
export function isBudgetLine({ per, currency }: Money, at: Surroundings): IsLine {
  const { before, after, name, section, year, plan } = at;
  const isYearly = per !== null && /^(?:năm|giai đoạn)$/iu.test(per);
  if (per !== null && !isYearly) return "no";
  if (/^\s{0,2}\/\s{0,2}\d/u.test(after) || /\d\s{0,2}\/\s{0,2}$/u.test(before)) return "no";
  if (year !== null && plan !== null && year < plan.from) return "no";
  const said = before.slice(-NEAR);
  if (NORM.test(said) || NORM_BEHIND.test(after) || SPENT.test(said) || isQuoted(before)) return "no";
  const what = moneyOrMeasure({ unit: currency, before: said === "" ? name : said, after, kind: section });
  if (what === "neither") return "no";
  // what is part of an amount of the budget is one, whatever stands around
  if (what === "measure") return section === "target" ? "inside" : "no";
  if (section === "budget") return "yes";
  return section !== "target" && (BUDGET.test(said) || BUDGET.test(name)) ? "yes" : "perhaps";
}

const NEAR = 160;

/** Inside of a name in quotation marks: of a law, a programme. */
function isQuoted(before: string): boolean {
  return before.lastIndexOf("“") > before.lastIndexOf("”");
}
