import { bareText, cleanText } from "./text";

/** "ko", "k", "0" and the like before what there is none of. */
const NO = "(?:k|ko|kg|kh|khg|khong|hong|none|nil)";
const MONEY = "(?:kinh phi|kp|von|du toan|nguon|ngan sach|ns)";
/** What is counted, reported or known, in full and as people shorten it. */
const FIGURES = "(?:(?:so lieu|du lieu|thong tin|bao cao|ket qua|so|sl|bc|tt|kq)(?: (?:bao cao|thong ke|chinh thuc|cu the))?)";
/** What is done to come by a figure. */
const GATHERED = "(?:tong hop|thong ke|cap nhat|ra soat|thu thap|bao cao|danh gia|xac dinh|dieu tra|khao sat|tinh toan|tinh|gui|nhap|cung cap|cong bo|phan bo|phan|giao|cap|bo tri|ro|biet|th|bc)";

/** Signs and words for "none": dashes of every length, dots, a cross, "ko", "không có", "0 có", and a zero with a unit of money. */
const NONE = new RegExp(
  `^(?:[-_]{1,12}|[.…]{1,12}|[x×]|0+(?:[.,]0+)?\\s*(?:d|₫|dong|vnd|(?:nghin|ngan|trieu|ty|ti|tr)(?:\\s*(?:d|dong))?)|(?:${NO}|0)(?: (?:co|bo tri|cap|phat sinh|su dung))(?: ${MONEY})?|${NO}(?: ${MONEY})?)\\.?$`,
  "u",
);

/** Words for "not known yet", and the signs of "as above", which say no figure of their own. */
const NOT_YET = new RegExp(
  `^(?:(?:chua|c|${NO}|0)(?: co)?(?: ${GATHERED})?(?: (?:duoc )?(?:${FIGURES}|${MONEY}|du toan))|chua(?: co| duoc)?(?: ${GATHERED})?|(?:dang|cho)(?: ${GATHERED})(?: ${FIGURES})?|cho ${FIGURES}|cc? ?sl|kc? ?sl|n\\/?a|n\\.a\\.?|\\?+|-?n\\/?t-?|nhu tren|["'”″〃]+|\\/{1,6}|updating|pending|unknown)\\.{0,3}$`,
  "u",
);

/**
 * What words in a cell of money say of its amount: that there is none (`none`, a 0), that it is not known yet (`unknown`, a blank), or
 * something else (null). "Không có số liệu" is not known, "không có kinh phí" is none. Accents, capitals and marks around do not matter.
 */
export function readNoAmount(text: string): "none" | "unknown" | null {
  const words = bareText(cleanText(text)).replace(/^[([]\s*(.*?)\s*[)\]]$/, "$1").replace(/(?<=\p{L})[.…]+$/u, "");
  return NONE.test(words) ? "none" : NOT_YET.test(words) ? "unknown" : null;
}
