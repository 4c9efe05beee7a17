import type { SaidMeasure, SaidYears } from "../../quantity";
import { isRule } from "./rule";
import type { PlanTime, Setting } from "./setting";
import { countedWords, isShare } from "./unit-words";

/** An aim in its sentence. */
export interface Aim {
  readonly measure: SaidMeasure;
  /** The words of the sentence before it, and after it up to the next measure. */
  readonly before: string;
  readonly after: string;
  /** The figure in the words of the text. */
  readonly said: string;
  /** The same with the words of aiming before it: "đạt 98%". */
  readonly whole: string;
  readonly years: readonly SaidYears[];
}

/** Words of aiming: what they lead to is a target wherever it stands. */
export const GOAL =
  /(?<!\p{L})(?:ph[ấầâẩ]n đ[ấầâ]u|mục tiêu|chỉ tiêu|cố gắng|quyết tâm|bảo đảm|đảm bảo|duy trì|giữ vững|kh[ốô]ng chế|nâng|đưa|giảm|tăng|đạt|hoàn thành|tối thiểu|ít nhất|không quá|dự kiến|hằng năm|hàng năm|mỗi năm|(?:đến|trong|vào|hết|cuối)(?: hết| cuối)? năm 20\d\d|giai đoạn 20\d\d|xây dựng|trồng|cứng hóa|nâng cấp|hỗ trợ|đào tạo|tổ chức|giải quyết|thành lập|phát triển|mở rộng|lắp đặt|cấp|tạo|kết nạp|thu hút|chuyển đổi|kiên cố|sửa chữa|cải tạo|bổ sung|đầu tư|trang bị|phủ|khám|tuyển|xử lý|thu gom|tập huấn|bồi dưỡng|tư vấn|cho vay|xóa|xoá|di dời|số hóa|số hoá|nhân rộng|duy tu|mua sắm|khoanh nuôi|bố trí|cử|mở|lập)(?!\p{L})/iu;
const STRONG_GOAL = /(?<!\p{L})(?:ph[ấầâẩ]n đ[ấầâ]u|mục tiêu(?= (?:là|đến|đạt|trong|năm|giai đoạn|cụ thể)(?!\p{L})|:)|chỉ tiêu (?:đến|năm|đạt)|quyết tâm|dự kiến đến)(?!\p{L})/iu;
/** Whether words before a figure promise a target wherever they stand. */
export const isGoal = (before: string): boolean => STRONG_GOAL.test(before);

/** Words of what is or was. */
const PAST =
  /(?<!\p{L})(?:^hiện(?=[ ,])|hiện (?=toàn |cả |tỉnh |xã |huyện |trên |đang |mới |vẫn |chỉ |thành )|hiện nay|hiện tại|hiện có|hiện đã|hiện là|hiện đạt|hiện còn|hiện trạng|ước (?:thực hiện|đạt|đón|tính|cả năm|khoảng|có)|đã (?:đạt|có|hoàn thành|được|thực hiện|xây dựng|giảm|tăng|đóng|giải|cấp|triển khai|tổ chức|hỗ trợ|đầu tư|đào tạo|công nhận|huy động|bố trí|thu|chi|vượt|đón|tạo|đưa|thành lập|ban hành)|mới đạt|mới chỉ|chỉ đạt|năm qua|thời gian qua|vừa qua|những năm trước|giai đoạn trước|tính đến nay|đến nay|qua \d+ năm|sau \d+ năm|so với cùng kỳ|thực hiện được là|kết quả đạt)(?!\p{L})/iu;
/** Whether words say what is or was. */
export const saysPast = (words: string): boolean => PAST.test(words);
/** Kinds of things that are parts of a document or of a way of working, and are counted without being reached. */
const NOT_COUNTED =
  /^(?:chương trình|chương|điều(?! dưỡng)|khoản|phần(?! mềm)|bước|nội dung|nhóm|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|cấp|giai đoạn|khâu|trụ cột|đột phá|kỳ|lần thứ|khóa|khoá|hợp phần|dự án thành phần|tiểu dự án|vấn đề|quan điểm|không|sạch|nhất|tốt|phương diện|lĩnh vực|mặt|khía cạnh|yếu tố|nguyên tắc|bên|cửa|trong 1|trong|tại chỗ|phương châm|loại hình|hình thức|phương án|thành viên|ngày đầu|đồng chí|đại biểu|kíp trực|ca trực|thủ tục|biểu|phụ lục|chiều|kịch bản|hướng|tháng lương|mức lương|lần mức|trục|sao|tầng)(?!\p{L})/iu;
const REPORTING = /(?<!\p{L})(?:báo cáo|sơ kết|tổng kết|giám sát|họp|giao ban|kiểm tra|đánh giá|rà soát|cập nhật)(?!\p{L})/iu;
const DESCRIBES = /(?:quy mô dân số|có quy mô|có diện tích|nên|(?:nên|được) có|có từ|thuộc diện|có (?:thời hạn|công suất|chiều (?:dài|rộng)|lưu lượng|quy mô|diện tích|dân số|vốn)[^,;]{0,30}|(?:lương(?! thực)|phụ cấp|trợ cấp(?! sản phẩm)|mức thu(?! nhập)|mức đóng|mức phạt|học phí|hệ số)[^,;]*)\s*(?:từ|trên|dưới|bằng|mức|là|bằng mức)?\s*$/iu;

const TIME = /^(?:năm|tháng|ngày|giờ|tuần|quý|phút)$/iu;
const TIMED = /thời gian|tuổi thọ|số (?:năm|ngày|giờ|tháng|phút)|thời hạn|tuổi nghề|(?:trung bình|bình quân)\s*:?\s*$/iu;

/** Why an aim is no target; null where it is one. "past": it is what was, and may be where another starts. */
export type Refusal = "past" | "norm" | "count" | "context" | "budget";

const GIVES = /(?:hỗ trợ|giảm|miễn|vay|thưởng)(?: \p{L}+)?\s*$/iu;
const COSTS = /^\s*(?:chi phí|kinh phí|lãi suất|giá trị|giá|mức|học phí|tiền)(?!\p{L})/iu;

const REWARDS = /(?<!\p{L})(?:hỗ trợ|thưởng|mức chi|phụ cấp|trợ cấp|bồi dưỡng|khoán|định mức)(?!\p{L})/iu;

/** Whether a figure that its sentence takes for an aim is no target of the plan, and why. */
export function refusalOf(aim: Aim, setting: Setting, time: PlanTime, isBudget: boolean): Refusal | null {
  const { measure, before, said } = aim;
  const { target, role } = measure;
  if (measure.unclear || !Number.isFinite(target.value)) return "context";
  if (isPast(aim, setting, time)) return "past";
  if (isBudget) return "budget";
  const share = isShare(target.unit);
  const words = countedWords(said);
  if (target.unit === null && !measure.comparatorSaid && !measure.aimed) return "count";
  if (target.unit === null && setting.kind !== "target") return "count";
  // "01 phần mềm" is how, "mỗi xã có 01 bác sĩ" is how many
  const isOne = target.value === 1 && !share && !measure.comparatorSaid && !measure.aimed;
  if (isOne && !/(?<!\p{L})(?:mỗi|từng)(?!\p{L})/iu.test(before)) return "count";
  if (NOT_COUNTED.test(words) && !(setting.kind === "target" && /^tiêu chí|^chỉ tiêu/iu.test(words) && measure.aimed)) return "count";
  if (!STRONG_GOAL.test(before) && isRule({ target, before, said: aim.whole, after: aim.after })) return "norm";
  // what is given towards a cost is a rule of support
  if (GIVES.test(before) && COSTS.test(aim.after)) return "norm";
  // what one gets is a rule, what people earn is a target
  if ((target.unit ?? "").startsWith("đồng/") && REWARDS.test(before) && !/thu nhập/iu.test(before)) return "norm";
  if (/(?<!\p{L})không (?:còn|có|để)(?!\p{L})[^,;]{0,60}$/iu.test(before) && measure.comparatorSaid) return "norm";
  if (setting.isNorm && !STRONG_GOAL.test(before)) return "norm";
  if (DESCRIBES.test(before)) return "norm";
  if (/^(?:tháng|tuần|ngày|giờ|quý|buổi)\/lần|^lần\//iu.test(target.unit ?? "") && REPORTING.test(`${before} ${aim.after}`)) return "count";
  if (TIME.test(target.unit ?? "") && !TIMED.test(before)) return "count";
  if (role === "rank" && setting.kind !== "target") return "context";
  if (insideQuotes(before)) return "context";
  if (setting.kind === "target") return null;
  const acts = GOAL.test(`${before} ${said}`.slice(-200));
  if (setting.kind === "basis") return STRONG_GOAL.test(before) ? null : "context";
  if (!setting.underHeading && time.hasTargets && !STRONG_GOAL.test(before)) return "context";
  if (setting.kind === "organisation") return (share && acts) || STRONG_GOAL.test(before) ? null : "context";
  if (setting.kind === "budget") return share && STRONG_GOAL.test(before) ? null : "context";
  if (share) return acts || measure.aimed || measure.comparatorSaid || target.value === 100 || !setting.underHeading ? null : "context";
  return (measure.comparatorSaid || measure.aimed || acts) && isGoalOrList(aim) ? null : "context";
}

/** Outside of targets a count is one where a verb does it, or a colon or word of reaching states it. */
const isGoalOrList = ({ before, measure }: Aim): boolean => measure.aimed || measure.comparatorSaid || GOAL.test(before.slice(-120));

/** An odd number of quotation marks before it: it is part of a name. */
const insideQuotes = (before: string): boolean => (before.match(/"/g)?.length ?? 0) % 2 === 1;

/** "đạt 107,5% kế hoạch": held against a plan, it is a result. */
const REPORTED = /^[^;.]{0,60}(?:đạt|bằng|vượt) [\d.,]+ ?% (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|KH|mục tiêu|nghị quyết)(?!\p{L})/u;
/** Says that a whole paragraph tells what was. */
const REPORTS = /(?<!\p{L})(?:qua|sau|trong) (?:gần |hơn )?\d+ năm(?: qua| thực hiện| triển khai| xây dựng| đổi mới)|(?:thời gian|những năm|giai đoạn) (?:vừa )?qua(?!\p{L})/iu;

/** Whether a sentence says that it and those after it tell what was. */
export const isReport = (sentence: string): boolean => REPORTS.test(sentence) && !STRONG_GOAL.test(sentence);

function isPast({ before, after, said, years }: Aim, setting: Setting, time: PlanTime): boolean {
  const { start } = time;
  if (start !== null && years.length > 0 && years.every(({ to, from }) => (to ?? from ?? Infinity) < start)) return true;
  const goal = lastIndex(STRONG_GOAL, before);
  const past = Math.max(lastIndex(PAST, before), REPORTED.test(after) && setting.kind !== "target" ? 0 : -1);
  if (time.firstTarget !== null && setting.at < time.firstTarget && goal < 0) return true;
  if (setting.isReported && goal < 0) return true;
  if (setting.kind === "report") {
    const later = start !== null && years.some(({ to, from }) => (to ?? from ?? 0) >= start);
    return !(goal > past && (later || start === null));
  }
  const aims = /(?:bảo đảm|đảm bảo|phải|cần|đạt|tăng|giảm|nâng)\s*$/iu.test(before) || /^(?:tăng|nâng|giảm)/iu.test(said);
  return past >= 0 && goal < past && !aims;
}

function lastIndex(pattern: RegExp, text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) last = index;
  return last;
}
