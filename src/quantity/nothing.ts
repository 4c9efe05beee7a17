import { cleanText } from "./text";

/** Signs and words for "none": dashes of every length, dots, a cross, "ko", "không có", and a zero with a unit of money. */
const NONE = /^(?:[-_]{1,5}|\.{1,6}|…{1,3}|[x×]|0+(?:[.,]0+)?\s*(?:đ|₫|đồng|vnđ|vnd|(?:nghìn|ngàn|triệu|tỷ|tỉ|tr)(?:\s*(?:đ|đồng))?)\.?|(?:k|ko|kô|khg|không|none|nil)(?:\s+(?:có|bố trí|cấp|phát sinh|sử dụng))?(?:\s+(?:kinh phí|vốn|dự toán|nguồn))?\.?)$/u;

/** Words for "not known yet". */
const NOT_YET = /^(?:(?:chưa|ko|k|không)(?:\s+(?:có|bố trí|phân bổ|phân|giao|cấp|xác định|rõ|tổng hợp))?(?:\s+(?:số liệu|sl|số|thông tin|báo cáo|kinh phí|vốn|dự toán))?|đang\s+(?:tổng hợp|cập nhật|rà soát|thu thập)(?:\s+số liệu)?|n\/?a|n\.a\.?|\?+)\.?$/u;

/**
 * What words in a cell of money say of its amount: that there is none (`none`, a 0), that it is not known yet (`unknown`, a blank), or
 * something else (null). "Không có số liệu" is not known, "không có kinh phí" is none.
 */
export function readNoAmount(text: string): "none" | "unknown" | null {
  const words = cleanText(text).toLocaleLowerCase("vi");
  return NONE.test(words) ? "none" : NOT_YET.test(words) ? "unknown" : null;
}
