import type { RecordWords } from "../record-types";

export const record: RecordWords = {
  sheet: "Kết quả kiểm tra",
  title: "KẾT QUẢ KIỂM TRA",
  note: "(Tình trạng, giải trình, người xử lý và ngày có thể nhập tay. “Đã sửa” do lần kiểm tra xác nhận: còn sai thì trở lại “Chưa xử lý”.)",
  columns: { number: "STT", severity: "Mức độ", place: "Vị trí", text: "Nội dung", status: "Tình trạng", explanation: "Giải trình", who: "Người xử lý", date: "Ngày" },
  statuses: { open: "Chưa xử lý", explained: "Đã giải trình", fixed: "Đã sửa", off: "Không áp dụng" },
  spellings: {
    open: ["Chưa giải trình", "Chưa sửa", "Chưa khắc phục", "Đang xử lý", "Còn tồn tại"],
    explained: ["Giải trình", "Có giải trình", "Đã giải thích", "Giải trình xong"],
    fixed: ["Sửa", "Đã sửa xong", "Sửa xong", "Sửa rồi", "Đã xử lý", "Đã khắc phục", "Khắc phục xong", "Đã chỉnh sửa"],
    off: ["Không dùng", "Tắt", "Đã tắt"],
  },
  input: {
    title: "Tình trạng",
    refusal: "Tình trạng này không có trong danh sách; Bảng Kế hoạch sẽ coi là chưa xử lý.",
    promptTitle: "Tình trạng",
    prompt: "Chọn “Đã giải trình” khi số liệu đúng và đã nêu lý do. “Đã sửa” do lần kiểm tra ghi khi không còn sai.",
  },
  rule: (name) => `Quy tắc: ${name}`,
  ruleAgain: (name) => `Quy tắc: ${name} (đã áp dụng lại)`,
};

/** Tên của từng quy tắc kiểm tra. */
export const rules: Readonly<Record<string, string>> = {
  sums: "Chi tiết cộng bằng tổng",
  "number-text": "Số liệu nhập dưới dạng chữ",
  "cell-errors": "Ô báo lỗi công thức",
  "unreadable-targets": "Mục tiêu không đọc được",
  targets: "Thực hiện so với mục tiêu",
  "unit-limits": "Giá trị ngoài giới hạn của đơn vị tính",
  "percent-slips": "Nhập nhầm giữa số phần trăm và phân số",
  "per-mille": "Nhầm giữa % và ‰",
  shares: "Tỷ lệ so với tử số và mẫu số",
  "target-order": "Mục tiêu năm sau so với năm trước",
  jumps: "Giảm sút bất thường so với năm trước",
  "duplicate-targets": "Một chỉ tiêu có hai mục tiêu khác nhau",
  "budget-shares": "Tỷ trọng kinh phí so với mục tiêu",
  "missing-actuals": "Thiếu số liệu của năm đã qua",
  columns: "Cột của biểu bị mất hoặc đổi tên",
  "outline-numbers": "Số thứ tự đề mục",
  "merged-inputs": "Ô nhập liệu bị gộp",
  "formula-replaced": "Công thức bị thay bằng số",
  "formula-parts": "Công thức cộng thiếu, cộng trùng hoặc cộng sai dòng",
  "same-amount": "Cùng một số tiền ở hai dòng",
  "hidden-parts": "Dòng, cột ẩn có trong tổng",
  signs: "Số tiền âm hoặc để trống",
  "table-units": "Đơn vị tính của cả biểu",
  "unit-slips": "Số liệu lệch nghìn lần, triệu lần",
  "task-leads": "Nhiệm vụ chưa có cơ quan chủ trì",
  "task-status": "Tình trạng và tiến độ của nhiệm vụ",
  "task-times": "Thời hạn của nhiệm vụ",
};
