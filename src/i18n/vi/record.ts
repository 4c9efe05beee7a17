import type { AnswerData, ClaimData } from "../../findings";
import type { RecordWords } from "../record-types";
import { parts } from "../sentences";

const { list } = parts("vi", "và");

const OPS: Readonly<Record<ClaimData["op"], string>> = { sum: "tổng", same: "bằng", "of-which": "số chung", difference: "hiệu", product: "tích", ratio: "tỷ lệ" };

const USES: Readonly<Record<NonNullable<AnswerData["is"]>, string>> = {
  amount: "cột số liệu cộng được", share: "cột tỷ lệ", quantity: "cột số lượng, đơn giá (không cộng dồn)", words: "cột không phải số liệu",
};

export const record: RecordWords = {
  sheet: "Kết quả kiểm tra",
  title: "KẾT QUẢ KIỂM TRA",
  note: "(Tình trạng, giải trình, người xử lý và ngày có thể nhập tay. “Đã sửa” do lần kiểm tra xác nhận: còn sai thì trở lại “Chưa xử lý”.)",
  columns: { number: "STT", severity: "Mức độ", place: "Vị trí", text: "Nội dung", status: "Tình trạng", explanation: "Giải trình", who: "Người xử lý", date: "Ngày" },
  statuses: { open: "Chưa xử lý", explained: "Đã giải trình", fixed: "Đã sửa", off: "Không áp dụng", gone: "Không còn biểu", yes: "Phải", no: "Không phải" },
  spellings: {
    open: ["Chưa giải trình", "Chưa sửa", "Chưa khắc phục", "Đang xử lý", "Còn tồn tại"],
    explained: ["Giải trình", "Có giải trình", "Đã giải thích", "Giải trình xong"],
    fixed: ["Sửa", "Đã sửa xong", "Sửa xong", "Sửa rồi", "Đã xử lý", "Đã khắc phục", "Khắc phục xong", "Đã chỉnh sửa"],
    off: ["Không dùng", "Tắt", "Đã tắt"],
    gone: ["Mất biểu", "Đã xóa biểu", "Biểu đã xóa", "Biểu bị xóa", "Không còn bảng"],
    yes: ["Đúng", "Có", "Đúng vậy"],
    no: ["Không", "Không có"],
  },
  input: {
    title: "Tình trạng",
    refusal: "Tình trạng này không có trong danh sách; Bảng Kế hoạch sẽ coi là chưa xử lý.",
    promptTitle: "Tình trạng",
    prompt: "Chọn “Đã giải trình” khi số liệu đúng và đã nêu lý do. “Đã sửa” do lần kiểm tra ghi khi không còn sai; “Không còn biểu” khi biểu đã bị xóa nên không kiểm tra được.",
  },
  rule: (name) => `Quy tắc: ${name}`,
  ruleAgain: (name) => `Quy tắc: ${name} (đã áp dụng lại)`,
  answer: "Trả lời",
  answered: ({ kind, axis, op, total, parts: of, is }) => {
    const [one, what] = axis === "column" ? ["Dòng", "dòng"] : ["Cột", "cột"];
    if (kind === "head") return `${one} ${total} là dòng đầu biểu`;
    if (kind === "column") return `${one} ${total} là ${USES[is ?? "amount"]}`;
    if (kind === "total") return `${one} ${total} là ${what} tổng`;
    const than = op === "same" ? "bằng" : `là ${OPS[op]} của`;
    return `${one} ${total} ${kind === "only" ? "chỉ " : ""}${than} ${what} ${list(of)}`;
  },
  answerGone: " (các ô này không còn)",
  answerUnread: " (không dùng được: ô Tình trạng phải ghi “Phải” hoặc “Không phải”, nội dung do Bảng Kế hoạch ghi)",
};

/** Tên của từng quy tắc kiểm tra. */
export const rules: Readonly<Record<string, string>> = {
  sums: "Chi tiết cộng bằng tổng",
  "linked-values": "Số liệu lấy từ sổ làm việc khác",
  "number-text": "Số liệu nhập dưới dạng chữ",
  "cell-errors": "Ô báo lỗi công thức",
  "unreadable-targets": "Mục tiêu không đọc được",
  directions: "Chiều của chỉ tiêu",
  targets: "Thực hiện so với mục tiêu",
  "unit-limits": "Giá trị ngoài giới hạn của đơn vị tính",
  "percent-slips": "Nhập nhầm giữa số phần trăm và phân số",
  "per-mille": "Nhầm giữa % và ‰",
  shares: "Tỷ lệ so với tử số và mẫu số",
  "target-order": "Mục tiêu năm sau so với năm trước",
  jumps: "Giảm sút bất thường so với năm trước",
  "duplicate-targets": "Một chỉ tiêu có hai mục tiêu khác nhau",
  "budget-shares": "Tỷ trọng kinh phí so với mục tiêu",
  assessments: "Đánh giá kết quả của chỉ tiêu định tính",
  "missing-actuals": "Thiếu số liệu của năm đã qua",
  columns: "Cột của biểu bị mất hoặc đổi tên",
  "outside-entries": "Dòng, cột nhập ngoài biểu",
  "outline-numbers": "Số thứ tự đề mục",
  "lost-tables": "Biểu bị mất tên vùng",
  "merged-inputs": "Ô nhập liệu bị gộp",
  "formula-replaced": "Công thức bị thay bằng số",
  "formula-parts": "Công thức cộng thiếu, cộng trùng hoặc cộng sai dòng",
  "same-amount": "Cùng một số tiền ở hai dòng",
  "hidden-parts": "Dòng, cột ẩn có trong tổng",
  disbursement: "Giải ngân so với kế hoạch",
  signs: "Số tiền âm hoặc để trống",
  "table-units": "Đơn vị tính của cả biểu",
  "unit-slips": "Số liệu lệch nghìn lần, triệu lần",
  "task-leads": "Nhiệm vụ chưa có cơ quan chủ trì",
  "across-tables": "Cùng một dòng ở hai biểu",
  products: "Tích và tỷ lệ",
  "form-rules": "Quy tắc của biểu mẫu",
  "table-questions": "Câu hỏi về biểu của đơn vị tự lập",
  "formula-numbers": "Số gõ thẳng trong công thức cộng",
  "formula-references": "Công thức cộng ô trống hoặc ô chữ",
  "double-counts": "Tổng cộng cả số chung lẫn các phần",
  "formula-runs": "Công thức đồng loạt bị ngắt quãng",
  "short-ranges": "Công thức tổng dừng sớm",
  "unseen-numbers": "Số không nhìn thấy có trong tổng",
  "calculation-settings": "Cách tính của sổ làm việc",
  "reported-tasks": "Tình trạng và thời hạn nhiệm vụ của biểu tự lập",
  "reported-results": "Kết quả và đánh giá chỉ tiêu của biểu tự lập",
  "wrong-days": "Ngày không có trong lịch",
  "very-hidden": "Trang tính ẩn sâu có số liệu",
  "task-status": "Tình trạng và tiến độ của nhiệm vụ",
  "task-times": "Thời hạn của nhiệm vụ",
};
