import type { BudgetFact } from "../draft";
import { isGeneric } from "./label";

const SOURCE = new RegExp(
  String.raw`^(?:(?:từ|bằng|do|dự kiến|phần|huy động|bố trí từ|lồng ghép|cân đối)\s)*(?:các\s)?` +
    String.raw`(?:(?:nguồn|vốn)(?!\s(?:kinh phí đào tạo|nhân lực|dự phòng))(?:\s|$|:)|ngân sách|NS(?:TW|ĐP|NN|T|H|X)(?![\p{L}])|xã hội h(?:óa|oá)|viện trợ|tài trợ|đóng góp|` +
    String.raw`đối ứng|tự túc|quỹ|ODA|trái phiếu|vay(?:\s|$)|doanh nghiệp|nhân dân|người dân|cá nhân|cộng đồng|(?:trung ương|tỉnh|huyện|xã)$|cấp (?:tỉnh|huyện|xã)|` +
    String.raw`kinh phí (?:từ |do )?(?:nguồn|ngân sách|xã hội h(?:óa|oá)|tài trợ|viện trợ|đóng góp|trung ương|địa phương|tự chủ)|hỗ trợ (?:từ|của) (?:ngân sách|trung ương|tỉnh)|` +
    String.raw`chi từ (?:nguồn|ngân sách)|thu (?:bổ sung|chuyển nguồn|kết dư|ngân sách [^,;]{0,30}hưởng)|` +
    String.raw`(?:đề án|chương trình|dự án)[^:]*\((?:vốn|nguồn))`,
  "iu",
);
const TOTAL = /^(?:(?:dự kiến|ước|khái toán|nhu cầu)\s)*(?:tổng|cộng(?:$|\s*:)|toàn bộ kinh phí)(?!\s(?:công ty|cục|hội|kết|hợp|đội|thể|quan))/iu;

/** Whether an amount is a whole, who pays, or what is paid for, by the words of its name. */
export function kindOf(name: string): BudgetFact["kind"] {
  if (TOTAL.test(name) || isGeneric(name)) return "total";
  return SOURCE.test(name) ? "source" : "item";
}
