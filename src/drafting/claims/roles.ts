/** Whether a figure is what was planned or what was reached. */
export type PlanRole = "plan" | "actual";

const PLAN = /(?<!\p{L})(?:dự toán|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|nhu cầu|được giao|giao|phê duyệt|kh|plan(?:ned)?|targets?|budget(?:ed)?)(?!\p{L})/iu;
const ACTUAL = /(?<!\p{L})(?:thực hiện|kết quả|giải ngân|quyết toán|đã chi|đã đạt|ước đạt|ước|hiện trạng|th|actuals?|results?|disbursed)(?!\p{L})/iu;
/** What is carried out is a plan, and no result of it: "kinh phí thực hiện Đề án", "kết quả giao dự toán". */
const NEITHER = /(?<!\p{L})(?:(?:kinh phí|vốn|tổ chức|triển khai|quá trình|nguồn lực|để) thực hiện|thực hiện (?:các |những )?(?:kế hoạch|đề án|nghị quyết|chương trình|dự án|nhiệm vụ|mục tiêu|chỉ tiêu|chính sách)|(?:sở|bộ|ban|phòng|chương trình) (?:kế hoạch|mục tiêu)|kế hoạch và đầu tư|mục tiêu quốc gia)(?!\p{L})/giu;

function only(text: string): PlanRole | null {
  const said = text.normalize("NFC").replace(NEITHER, " ");
  const [plan, actual] = [PLAN.test(said), ACTUAL.test(said)];
  return plan === actual ? null : plan ? "plan" : "actual";
}

/** What the heads of a column say; the lowest one first ("Năm 2025 / Thực hiện"); null where they say nothing, or both. */
export function headRole(head: string): PlanRole | null {
  for (const part of head.split(" / ").toReversed()) {
    const role = only(part);
    if (role !== null) return role;
  }
  return null;
}

/** What the words before a figure say of it: the last one counts. Null where none does. */
export function textRole(text: string): PlanRole | null {
  const said = text.normalize("NFC").replace(NEITHER, (words) => " ".repeat(words.length));
  const last = (pattern: RegExp): number => [...said.matchAll(new RegExp(pattern, "giu"))].at(-1)?.index ?? -1;
  const [plan, actual] = [last(PLAN), last(ACTUAL)];
  return plan === actual ? null : plan > actual ? "plan" : "actual";
}
