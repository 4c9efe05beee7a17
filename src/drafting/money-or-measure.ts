import type { SectionKind } from "./document/document";

/** An amount of money as its paragraph says it. */
export interface SaidAmount {
  /** "đồng", "đồng/người/năm", "USD"; as `Target.unit`. */
  readonly unit: string | null;
  /** The words of its sentence before it, and right after it. */
  readonly before: string;
  readonly after: string;
  readonly kind: SectionKind;
}

/** What is reached, in money. */
const MEASURED =
  /(?<!\p{L})(?:thu nhập|GRDP|GDP|tổng sản phẩm|giá trị (?:sản xuất|sản phẩm|tăng thêm|gia tăng|xuất khẩu|nhập khẩu|hàng hóa|ngành|canh tác|trồng trọt|thu được)|giá trị|kim ngạch|doanh thu|tổng thu (?:từ )?(?:khách )?du lịch|tổng thu từ|năng suất lao động|tổng mức bán lẻ|bán lẻ hàng hóa|vốn đầu tư toàn xã hội|đầu tư toàn xã hội|thu hút|vốn (?:FDI|đăng ký|đầu tư (?:nước ngoài|thực hiện toàn xã hội))|mức lương bình quân|dư nợ|huy động vốn|nguồn vốn huy động|tổng nguồn vốn huy động|doanh số|lợi nhuận|tiết kiệm|quy mô (?:kinh tế|nền kinh tế))(?!\p{L})/iu;
/** What comes in is a target where targets stand, a line of the budget elsewhere. */
const INCOME = /(?<!\p{L})(?:thu ngân sách|thu nội địa|thu cân đối|thu xuất nhập khẩu|tổng thu|thu thuế|thu tiền)(?!\p{L})/iu;
/** What is spent, or given for it. */
const SPENT =
  /(?<!\p{L})(?:kinh phí|dự toán|nguồn vốn|ngân sách (?:nhà nước|trung ương|địa phương|tỉnh|huyện|xã|cấp)|vốn (?:ngân sách|đầu tư công|sự nghiệp|lồng ghép|vay|ODA|đối ứng|trái phiếu|tín dụng|huy động|xã hội hóa|đầu tư phát triển)|chi (?:đầu tư|thường xuyên|sự nghiệp|ngân sách|phí|cho|khác)|tổng chi|tổng mức (?:đầu tư|vốn)|tổng vốn|bố trí|phân bổ|hỗ trợ|xã hội hóa|đóng góp|tài trợ|dự phòng|nhu cầu vốn|mức đầu tư|cấp (?:bù|vốn))(?!\p{L})/iu;

export const isMoneyUnit = (unit: string | null): boolean =>
  unit !== null && /^(?:đồng|(?:nghìn |triệu |tỷ |tỉ )*(?:USD|EUR|đô la))(?:\/|$| )/iu.test(unit);

/**
 * Whether an amount of money belongs to the budget ("budget"), is something that is reached and measured ("measure": income per head, value
 * of exports, revenue among targets), or tells how things are and is neither ("neither").
 */
export function moneyOrMeasure({ unit, before, after, kind }: SaidAmount): "budget" | "measure" | "neither" {
  const per = unit?.includes("/") === true;
  const near = before.slice(-160);
  if (kind === "report" || kind === "basis") return "neither";
  if (kind === "budget") return per ? "neither" : "budget";
  const measured = lastAt(MEASURED, near);
  const spent = lastAt(SPENT, near);
  if (kind === "target") return spent > measured && !INCOME.test(near) ? "budget" : "measure";
  if (per) return measured >= 0 ? "measure" : "neither";
  if (measured > spent || (MEASURED.test(after.slice(0, 40)) && spent < 0)) return "measure";
  return "budget";
}

function lastAt(pattern: RegExp, text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(pattern.source, "giu"))) last = index;
  return last;
}
