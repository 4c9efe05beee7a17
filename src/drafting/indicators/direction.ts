import type { Comparator, Direction } from "../../quantity";

/** What a plan wants less of, as its name says it. */
const LESS = /(?<!\p{L})(?:hộ nghèo|cận nghèo|nghèo đa chiều|tái nghèo|tử vong|chết|suy dinh dưỡng|thấp còi|nhẹ cân|béo phì|thừa cân|thất nghiệp|thiếu việc làm|tội phạm|phạm tội|tai nạn|ùn tắc|ô nhiễm|phát thải|tăng dân số|giới tính khi sinh|tảo hôn|cận huyết|bỏ học|mù chữ|nợ|thất thoát|thất thu|tiền túi|mắc|nhiễm|nghiện|ngộ độc|cháy|khiếu nại|vi phạm|chôn lấp|hao hụt|tổn thất|bạo lực|chuyển tuyến|trễ hạn|quá hạn|chi phí|thời gian (?:giải quyết|thực hiện|xử lý)|lạm phát|chỉ số giá tiêu dùng|sinh con thứ ba|nhà tạm|dột nát|phụ thuộc|tỷ suất sinh thô|tiêu hao|thiệt hại)(?!\p{L})/iu;
/** Less of it being prevented, treated or found is no aim: "xử lý cơ sở gây ô nhiễm", "vụ phạm tội được phát hiện". */
const MORE_AFTER_ALL = /được (?:xử lý|phát hiện|điều trị|quản lý|khám|hỗ trợ|giải quyết|tư vấn|triệt phá|cải tạo|khắc phục|chi trả|bảo hiểm|can thiệp|hỗ|đào tạo|tham gia|thu gom)|tham gia bảo hiểm|không (?:còn )?(?:ma túy|tội phạm|có|để)|giảm|thoát nghèo|phát hiện|xử lý|triệt phá|phòng,? chống|phòng ngừa|đúng hạn|trước hạn/iu;
const STAYS = /(?<!\p{L})(?:mức sinh|mức sinh thay thế|tổng tỷ suất sinh)(?!\p{L})/iu;

/** Where a value should go: by its comparator, then by the words of its name and of the figure; `share` in per cent, null for others. */
export function directionOf(
  comparator: Comparator | null, name: string, figure: string, growth: number, share: number | null,
): Direction {
  if (comparator === "change" && growth !== 0) return growth > 0 ? "up" : "down";
  if (comparator === ">" || comparator === ">=") return "up";
  if (comparator === "<" || comparator === "<=") return "down";
  if (/^mức (?:giảm|tăng)/iu.test(name)) return "up";
  if (/(?<!\p{L})(?:giảm|xuống|không quá|hạ|kh[ốô]ng chế)(?!\p{L})/iu.test(figure)) return "down";
  if (/(?<!\p{L})(?:tăng|nâng|lên)(?!\p{L})/iu.test(figure)) return "up";
  if (STAYS.test(name)) return "equal";
  // nobody plans for most of it to be bad
  if (share !== null && share >= 60) return "up";
  return LESS.test(name.replace(/không lây nhiễm|sau cai nghiện|cai nghiện/giu, "")) && !MORE_AFTER_ALL.test(name) ? "down" : "up";
}
