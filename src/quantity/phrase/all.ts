/** What may stand before the thing of which all is said: a time, an aim. */
const BEFORE = String.raw`(?:(?:đến|trong|từ|hết|giai đoạn|thời kỳ) (?:[\p{L}\d/ -]+?[ ,:]+))?(?:(?:bảo đảm|đảm bảo|phấn đấu|duy trì|giữ vững|tiếp tục|yêu cầu|để|cho|có|là|đạt|về)[ ,:]+)*`;
/** The thing, and what holds of it: "tất cả các xã có bác sĩ", "mọi người dân đều được quản lý", "mỗi trường học … đều có". */
const ALL = new RegExp(String.raw`^${BEFORE}(?:(?:tất cả|toàn bộ|toàn thể)(?: (?:các|những|số|mọi))? \p{L}|(?:mọi|mỗi|các|những|từng|tất cả) \p{L}[^;.:()]*? đều (?:được|có|đạt|phải|là|đã|đủ|tham gia|thực hiện|triển khai|sử dụng|áp dụng|biết|đến|kết nối|tiếp cận|hoàn thành|thuộc|do|bảo đảm|đảm bảo)(?!\p{L}))`, "iu");
/** All parts of a subject, a level or a way are no things that are counted. */
const NO_THING = /^[^;.:()]*?(?:tất cả|toàn bộ|toàn thể|mọi|mỗi|các|những|từng)(?: (?:các|những|số|mọi))? (?:lĩnh vực|mặt|phương diện|khía cạnh|khâu|nội dung|hoạt động|chỉ tiêu|mục tiêu|tiêu chí|cấp|ngành|lực lượng|nguồn lực|hệ thống|quá trình|năm|thời gian)(?!\p{L})/iu;
/** What makes it less than all, another thing than all, or a move of what is measured. */
const DOUBT = /(?<!\p{L})(?:không|chưa|chẳng|hầu hết|hầu như|phần lớn|đa số|cơ bản|gần|gần như|trừ|ngoại trừ|ngoài|nếu|khi|hướng tới|tiến tới|từng bước|dần|một số|một phần|tăng|giảm|nâng|hạ|cải thiện|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn|vượt|dưới|trên|thoát|xóa|xoá|hết|chấm dứt|loại trừ|thanh toán|đẩy lùi|hoặc|nên)(?!\p{L})/iu;

/** Signs; a longer text is no target, and would be looked through again and again. */
const LONGEST = 300;
const AGES = /(?:dưới|trên|từ|đủ) \d+(?: ?- ?\d+)? (?:(?:tháng|ngày) )?tuổi(?: trở (?:lên|xuống))?/giu;

/** Whether a phrase without numbers says beyond doubt that something holds of all that the row is a share of. */
export function saysAll(phrase: string): boolean {
  return phrase.length <= LONGEST && ALL.test(phrase) && !NO_THING.test(phrase) && !DOUBT.test(phrase.replace(AGES, " "));
}
