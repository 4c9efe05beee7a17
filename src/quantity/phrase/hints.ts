import { syllableKey } from "../text";
import type { Comparator } from "../types";
import type { Role } from "./lexicon";

/** Between a number and its "trở lên" these may stand. */
export const KEEPS_POST: ReadonlySet<Role> = new Set(["every", "person", "time", "reach", "to"]);
/** Signs that compare. */
export const SIGNS: Readonly<Record<string, Comparator>> = {
  ">": ">",
  "≥": ">=",
  ">=": ">=",
  "=>": ">=",
  "<": "<",
  "≤": "<=",
  "<=": "<=",
  "=<": "<=",
  "~": "~",
  "≈": "~",
  "≃": "~",
};
/** Degrees of schooling and marks: "trình độ đại học trở lên" says nothing of a number. */
export const GRADES =
  /(?:đại học|cao đẳng|trung cấp|sơ cấp|thạc sĩ|thạc sỹ|tiến sĩ|trung học|phổ thông|tiểu học|khá|giỏi|tốt|bạc|đồng|cơ sở)$/i;
/** After a number of places or bodies: "thuộc nhóm 10 tỉnh dẫn đầu". */
export const LEADERS = /(?:^| )(?:dẫn đầu|đứng đầu|hàng đầu|đầu cả nước|tốt nhất|cao nhất|tiên tiến nhất|phát triển nhất)(?: |$)/i;
/** Before such a number: "nằm trong", "thuộc", "vào". */
export const AMONG = /(?:^| )(?:trong|thuộc|vào|nhóm|tốp|top)$/i;
/** Measures that are ages, so that an age is no mere group: "tuổi thọ nam 71 tuổi". */
export const AGE_MEASURES = /(?:^| )tuổi (?:thọ|kết hôn|trung bình|bình quân|nghỉ hưu|sinh con)(?: |$)/i;
/** What is counted anew in each period: "mỗi năm 2 lần". */
export const TIMES = /^(?:lần|lượt|buổi|đợt|kỳ)$/;
/** What a difference is measured from, where it stands after the number: "vượt 24% kế hoạch". */
export const BASES = /^(?:kế|dự|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|bình quân|trung bình|năm trước|cùng kỳ|so với|so|cùng)$/i;
/** Nouns (their keys, see syllableKey) that are counted, so that a number word before them is a count. */
export const COUNTED = new RegExp(`^(?:${[
  "trạm", "bệnh viện", "trung tâm", "phòng khám", "phòng", "cơ sở", "khoa", "chuyên khoa", "kíp", "giường", "trường", "lớp", "nhà", "khu", "đơn vị", "điểm",
  "bác sĩ", "dược sĩ", "y sĩ", "điều dưỡng", "kỹ thuật viên", "nữ hộ", "hộ sinh", "nhân viên", "cán bộ", "cộng tác", "cô đỡ", "người", "trẻ", "học sinh", "chuyên gia", "công chức", "viên chức",
  "xã", "phường", "thị trấn", "thị xã", "huyện", "quận", "tỉnh", "thành phố", "thôn", "bản", "tổ", "hộ", "cụm", "doanh nghiệp", "hợp tác", "câu lạc",
  "ca", "lần", "lượt", "buổi", "đợt", "mũi", "liều", "vụ", "trường hợp", "con", "cuộc", "hội nghị", "máy", "xe", "bộ", "chiếc", "cái", "phần mềm", "công trình", "dự án", "đề án", "mô hình",
  "sản phẩm", "loại", "chỉ tiêu", "tiêu chí", "dịch vụ", "kỹ thuật", "đội", "nhóm", "bệnh", "ngày", "tháng",
].map((words) => words.split(" ").map(syllableKey).join(" ")).join("|")})(?: |$)`);
/** After these a number word counts what one gets: "xây dựng ba trạm y tế". */
export const GAINS = /^(?:(?:phải )?có|đều có|là|đạt|được|thêm|gồm|bao gồm|xây dựng|dựng|lập|thành lập|tư|mới|trí|tạo|mua|sắm|chức|tuyển|dụng|mở|sung|duy trì|giữ|bảo đảm|đảm bảo|đủ|tăng thêm|nâng cấp|cấp|cử|số|hoàn thành)$/iu;

/** What may follow the sign or word of "per": "trên một vạn dân". */
export const ONES = /^(?:một|mỗi|vạn|nghìn|ngàn|1)$/i;
