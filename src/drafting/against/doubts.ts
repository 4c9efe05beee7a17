import type { Claim } from "../claims/claim";
import type { TableFact } from "./facts";
import { keysOf } from "./words";

/** What makes a figure another one than its label says: a part of the year, what is missing or was added, a mean. */
const TURNED = /(?<!\p{L})(?:(?:\d+|sáu|chín|ba) tháng(?: đầu| cuối)?|quý (?:[ivx]+|\d)|tháng \d+|lũy kế|luỹ kế|đến (?:ngày|thời điểm|nay)|còn thiếu|thiếu|còn lại|bổ sung|thêm|chênh lệch|vượt|hụt|chưa|không|điều chỉnh|cắt giảm|bình quân|trung bình|mỗi|một phần|đợt|lần thứ|hằng năm|hàng năm|tối đa|tối thiểu|ít nhất|dự phòng|ứng trước|năm trước|năm sau|cùng kỳ|nếu|giả sử|per|each|average|remaining|additional)(?!\p{L})/giu;
/** Places below a province by their names: what is said of one is not said of the whole. */
const PLACE = /(?<!\p{L})(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|thôn|bản|làng|đặc khu)((?: \p{Lu}[\p{L}]*)+)/gu;

const wordsAround = ({ line, column }: TableFact): string => [column.head, line.label, ...line.above].join(" ");

/**
 * Whether the text says of a figure what its cell does not: then it may be another one, however well the label fits. A place that is named
 * above or beside it and not in the table is such a thing.
 */
export function isTurned({ before, after, context }: Claim, fact: TableFact): boolean {
  const own = wordsAround(fact).toLowerCase().normalize("NFC");
  const near = `${lastClause(context)} ${before} ${firstClause(after)}`.normalize("NFC");
  if ([...near.matchAll(TURNED)].some(([words]) => !own.includes(words.toLowerCase()))) return true;
  const known = new Set([...keysOf(own), ...fact.line.table.keys]);
  const named = [...`${context} ${before} ${after}`.normalize("NFC").matchAll(PLACE)].map(([, name = ""]) => keysOf(name));
  return named.some((name) => name.some((key) => !known.has(key)));
}

const lastClause = (text: string): string => text.split(/[.;]/).at(-1) ?? "";
const firstClause = (text: string): string => text.split(/[.;,]/)[0] ?? "";
