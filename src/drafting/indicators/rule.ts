import type { Target } from "../../quantity";
import { isShare } from "./unit-words";

/** A figure with the words of its sentence before and behind it. */
export interface Said {
  readonly target: Target;
  readonly before: string;
  /** With the words of aiming before it. */
  readonly said: string;
  readonly after: string;
}

/** By when something is to be done or for how long it is granted. */
const TERM = /(?<!\p{L})(?:trong vòng|chậm nhất|muộn nhất|thời hạn)(?!\p{L})[^,;]{0,40}$/iu;
/** How long a service takes may be what is aimed at. */
const IS_SERVICE = /(?<!\p{L})(?:rút ngắn|cắt giảm|giảm|giải quyết|xử lý|bình quân|trung bình)(?!\p{L})/iu;
const IS_TIME = /^(?:năm|tháng|ngày|giờ|tuần|quý|phút)(?: làm việc)?$/iu;
/** What stands in a rule already: "tối thiểu theo quy định là 15%", while "được giải quyết theo quy định đạt 98%" is reached. */
const PRESCRIBED = /(?<!\p{L})(?:theo quy định|do (?:Chính phủ|Nhà nước|pháp luật) quy định|quy định (?:mức )?tối (?:thiểu|đa))(?: (?:của|tại) [^,;:]{2,60}| hiện hành)?\s*$/iu;
const IS_LEVEL = /(?<!\p{L})mức (?:đóng|hưởng|hỗ trợ|chi|thu|khoán|phạt|vay|lương|phí|trợ cấp|phụ cấp|đối ứng|thưởng)(?!\p{L})[^,;:]*theo quy định/iu;
/** Who gives a share of what to whom; a comma or "và" joins the next share to it. */
const SUPPORTS = /(?<!\p{L})(?:hỗ trợ|miễn|giảm|được hưởng|chi trả)(?!\p{L})[^;:]*(?:,|và)\s*$/iu;
const COST = /^\s*(?:mức (?:đóng|hưởng|lương|phí|chi|hỗ trợ)|tiền (?:đóng|lương|thuê|học)|chi phí|kinh phí|lãi suất|giá trị|học phí|đơn giá)(?!\p{L})/iu;
const DUTY = /^\s*(?:mức (?:đóng|hưởng|lương)|tiền đóng)(?!\p{L})/iu;
const INTEREST = /(?<!\p{L})(?:hỗ trợ|vay|tín dụng)(?!\p{L})[^;]*lãi suất(?: vay| ưu đãi)?\s*$|^\s*hỗ trợ lãi suất\s*$/iu;
/** Which things are meant: "dự án có tổng mức đầu tư dưới 5 tỷ đồng được thực hiện theo …". */
const CONDITION = /(?<!\p{L})có (?:tổng mức(?: đầu tư)?|tổng vốn|tổng diện tích|giá trị(?: hợp đồng)?|vốn(?: điều lệ| đầu tư)?|doanh thu|quy mô|thu nhập(?: bình quân)?)(?: [^,;:]{1,20})?\s*(?:từ)?\s*$/iu;
const MEANT = /^\s*(?:trở lên |trở xuống )?(?:thì|được (?:thực hiện|áp dụng|miễn|hỗ trợ|hưởng|giao|phân cấp|lựa chọn|xem xét)|do |phải|áp dụng|không phải)(?!\p{L})/iu;

/** Whether a figure says a rule that holds (what is granted, by when, for what), not what is to be reached. */
export function isRule({ target, before, said, after }: Said): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(". ")) + 1);
  if (IS_TIME.test(target.unit ?? "") && TERM.test(clause) && !IS_SERVICE.test(clause)) return true;
  if (PRESCRIBED.test(clause) && !/^(?:đạt|tăng|giảm|nâng)/iu.test(said)) return true;
  if (IS_LEVEL.test(`${clause} ${said}${/^[^,;.]*/.exec(after)?.[0] ?? ""}`)) return true;
  if (isShare(target.unit) && (INTEREST.test(clause) || DUTY.test(after) || (SUPPORTS.test(clause) && COST.test(after)))) return true;
  return CONDITION.test(clause) && MEANT.test(after);
}

const GRANTS = /^[\s"(]*(?:hỗ trợ|miễn|giảm thuế|trợ cấp|thưởng|chính sách)(?!\p{L})/iu;
/** Whether a sentence begins as one of support does: a share or a sum in it is likely what is granted. */
export const beginsAsGrant = (sentence: string): boolean => GRANTS.test(sentence);

/** Whether the words around a figure say a rule in all likelihood; among targets "theo quy định" says how things are reached. */
export const saysRule = (words: string, amongTargets: boolean): boolean =>
  /(?<!\p{L})mức (?:đóng|hưởng)(?!\p{L})/iu.test(words) ||
  (!amongTargets && /(?<!\p{L})(?:theo quy định|được hưởng)(?!\p{L})/iu.test(words));
