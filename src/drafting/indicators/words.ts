import { upperFirst } from "../../base";
/** Words that tell what is measured: a name begins with one of them, wherever it stands. */
const HEADS = String.raw`tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|tỉ suất|tỷ số|tỉ số|tổng|số|tốc độ|mức|diện tích|sản lượng|năng suất|giá trị|kim ngạch|thu nhập|GRDP|GDP|tuổi thọ|chiều cao|chiều dài|chỉ số|hệ số|công suất|quy mô|doanh thu|vốn|độ che phủ|mật độ|cơ cấu|lượng|khối lượng|đàn|tăng trưởng|lưu lượng|dung lượng|thời gian|năng lực|lượt|khách|điểm|thu ngân sách|chi ngân sách|thu nội địa|sản phẩm|hộ|dân số|xếp hạng|thứ hạng`;
/** A head at the beginning of a text. */
export const HEAD = new RegExp(`^(?:${HEADS})(?!\\p{L})`, "iu");
/** A head that is a rate, a sum or a level for certain, so that what follows it is a name. */
const SURE_HEADS = String.raw`tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|tỉ suất|tỷ số|tỉ số|tổng|số|tốc độ|mức|diện tích|sản lượng|năng suất|giá trị (?:sản xuất|xuất khẩu|sản phẩm|tăng thêm)|giá trị|kim ngạch|thu nhập|GRDP|GDP|tuổi thọ|chiều cao|chỉ số|hệ số|công suất|doanh thu|độ che phủ|mật độ|cơ cấu|tăng trưởng|khối lượng`;
export const SURE_HEAD = new RegExp(`^(?:${SURE_HEADS})(?!\\p{L})`, "iu");

const CHANGES = String.raw`giảm|tăng|hạ|rút ngắn|mở rộng|cải thiện|đẩy nhanh|nâng cao|nâng|đưa`;
/** Words of aiming and joining that stand before a name and are no part of it; slips of scans ("Phần đầu") among them. */
const LEADING = new RegExp(
  String.raw`^(?:[\s,;:.+()"'*/-]+|(?:ph[ấầâẩ]n đ[ấầâ]u|cố gắng|quyết tâm|bảo đảm|đảm bảo|duy trì|giữ vững|giữ ổn định|giữ|nâng cao|nâng|đưa|kh[ốô]ng chế|kiềm chế|kiểm soát|tiếp tục|từng bước|hướng tới|hướng đến|tiến tới|đạt được|đạt|có|để|nhằm|và|hoặc|trong đó có|trong đó|bao gồm|gồm có|gồm|riêng|cụ thể là|cụ thể|như sau|đồng thời|là|thì|với|đón|thu hút|mục tiêu|chỉ tiêu|yêu cầu|dự kiến|phải|cần|sẽ|khoảng|cơ bản|tối thiểu|ít nhất|tối đa|ước|bên cạnh đó|ngoài ra|đối với|trong|bình quân(?= (?:mỗi|hằng|hàng) năm)|(?:hằng|hàng|mỗi) năm|quý (?:[IVX]+|\d)(?:/| năm )\d{4}|(?:${CHANGES})(?: (?:nhanh|dần|mạnh|thiểu|đáng kể))?(?= (?:${HEADS})(?!\p{L})))(?!\p{L}))`,
  "iu",
);
/** Places that everything in the document is about. */
const PLACE = /^(?:cả nước|cả tỉnh|toàn quốc|toàn tỉnh|toàn huyện|toàn xã|toàn thành phố|toàn ngành|trên địa bàn (?:toàn )?(?:tỉnh|huyện|xã|thành phố|thị xã)|trên phạm vi (?:cả nước|toàn quốc|toàn tỉnh)|trên (?:toàn quốc|cả nước))(?: có)?(?= ?$|[ ,:])/iu;
/** Words that lead to a figure and are no part of the name before it. */
const TRAILING = /(?:[\s,;:.(*/+-]+|(?<!\p{L})(?<!(?:trở|tuyến|quy|công|cân|đồng|văn|định|hạn|giá|nhà|chỗ|đất|nơi|gia|chung|mong|hợp|nộp|kê) )(?:đạt được|đạt tỷ lệ|đạt mức|đạt|là|còn lại|còn|ở mức|ở|mức|từ|lên|xuống|khoảng|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|không vượt|và|hoặc|bằng|chiếm|ước|ước tính|dự kiến|ph[ấầâẩ]n đ[ấầâ]u|bảo đảm|đảm bảo|hơn|duy trì|trong đó|phải|cần|sẽ|thêm|giảm|tăng|mỗi|giảm còn|giảm xuống|vào|nâng|cụ thể|đều|cũng|tương đương|cả|gấp|mỗi năm|kéo giảm))$/iu;

export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A piece of a text without what leads to a name at its beginning. `times` are the places of times, which are no part of it either. */
export function withoutLead(text: string, { from, to }: Place, times: readonly Place[]): Place {
  for (let begin = from; ; ) {
    const time = times.find((each) => each.from <= begin + 1 && each.to > begin && each.to <= to);
    const rest = text.slice(begin, to);
    const length = time === undefined ? (LEADING.exec(rest)?.[0].length ?? PLACE.exec(rest)?.[0].length ?? 0) : time.to - begin;
    if (length === 0 || begin >= to) return { from: Math.min(begin, to), to };
    begin += length;
  }
}

/** A piece of a text without what leads from a name to its figure at its end. */
export function withoutTrail(text: string, { from, to }: Place, times: readonly Place[]): Place {
  for (let end = to; ; ) {
    const time = times.find((each) => each.to >= end - 1 && each.from < end && each.from >= from);
    const length = time === undefined ? (TRAILING.exec(text.slice(from, end))?.[0].length ?? 0) : end - time.from;
    if (length === 0 || end <= from) return { from, to: Math.max(end, from) };
    end -= length;
  }
}

/** A piece of a text with its times cut out of its middle, blanks and signs put right, its first letter a capital. */
export function nameFrom(text: string, { from, to }: Place, times: readonly Place[]): string {
  let [name, at] = ["", from];
  for (const time of times) {
    if (time.from < at || time.to > to) continue;
    name += `${text.slice(at, time.from)} `;
    at = time.to;
  }
  return tidy(name + text.slice(at, to));
}

/** Blanks and signs as they are written, no brackets that do not close, the first letter a capital. */
export function tidy(name: string): string {
  const blanks = name
    .replace(/\s+/g, " ")
    .replace(/ ([,;:.)])/g, "$1")
    .replace(/([(]) /g, "$1")
    .replace(/\(\)/g, "")
    .replace(/,(?: ?,)+/g, ",")
    .trim();
  const open = (blanks.match(/\(/g) ?? []).length - (blanks.match(/\)/g) ?? []).length;
  const last = blanks.lastIndexOf(")");
  const closed = open > 0 ? blanks.slice(0, blanks.lastIndexOf("(")) : open < 0 ? blanks.slice(0, last) + blanks.slice(last + 1) : blanks;
  const quotes = (closed.match(/"/g) ?? []).length % 2 === 1 ? closed.replace(/"/, "") : closed;
  const trimmed = quotes.replace(/^[\s,;:.)-]+|[\s,;:.(-]+$/g, "").replace(/(?:(?<!triệt) (?:và|hoặc|của|để|nhằm|trong đó))+$/iu, "");
  return upperFirst(trimmed);
}

/** A name without the words at its end that lead on to nothing. */
export const withoutLoose = (name: string): string =>
  name.replace(/(?:(?<!triệt|nhà|chỗ|đất|nơi|lại) (?:và|hoặc|của|để|nhằm|với|trong đó|cho|cho các|tại|tại các|ở|theo|về|đến|trong|từ))+$/iu, "");

/** "Trung tâm Y tế", "Ủy ban nhân dân": offices are names. */
const OFFICE = /^(?:Trung tâm|Bệnh viện|Sở|Chi cục|Ban Chỉ) (?:\p{Ll}+ )?\p{Lu}|^(?:Ủy ban|Hội đồng) nhân dân|^(?:Mặt trận|Đảng|Đoàn) /u;
/** The first letter small, unless the word is an abbreviation or a name. */
export function lowered(name: string): string {
  if (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(name) || OFFICE.test(name)) return name;
  return /^\p{Lu}\p{Ll}/u.test(name) || /^\p{Lu} /u.test(name) ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1) : name;
}

export const wordsIn = (text: string): number => (text.trim() === "" ? 0 : text.trim().split(/\s+/).length);
