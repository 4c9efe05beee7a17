import type { SummaryWords } from "../types";
import { UNITS } from "./units";

export const summary: SummaryWords = {
  sheet: "Tổng hợp",
  title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN",
  madeOn: (date) => `(Số liệu tổng hợp ngày ${date})`,
  met: ({ met, checkable, notMet, open, words }) =>
    [
      `${met}/${checkable} chỉ tiêu đạt`,
      notMet > 0 ? `${notMet} chưa đạt` : "",
      open > 0 ? `${open} chưa có số liệu` : "",
      words > 0 ? `ngoài ra ${words} chỉ tiêu định tính không so sánh bằng số` : "",
    ]
      .filter((part) => part !== "")
      .join("; "),
  indicators: "I. CHỈ TIÊU",
  budget: (label) => `II. KINH PHÍ: ${label}`,
  findings: "III. KẾT QUẢ KIỂM TRA",
  noFindings: "Không phát hiện sai lệch.",
  columns: {
    number: "STT",
    indicator: "Chỉ tiêu",
    unit: "Đơn vị tính",
    target: "Mục tiêu",
    actual: "Thực hiện",
    status: "Đánh giá",
    line: "Nội dung chi / Nguồn vốn",
    amount: (unit) => (unit ? `Kinh phí (${UNITS[unit]})` : "Kinh phí"),
    share: "Tỷ trọng (%)",
    severity: "Mức độ",
    place: "Vị trí",
    finding: "Nội dung",
  },
  status: { met: "Đạt", notMet: "Chưa đạt", open: "Chưa có số liệu", words: "Định tính", unreadable: "Không đọc được" },
  total: "Tổng số",
  charts: {
    indicators: "Kết quả thực hiện so với mục tiêu",
    byLine: (group) => `Kinh phí: ${group.toLocaleLowerCase("vi")}`,
    targetSeries: "Mục tiêu",
    actualSeries: "Thực hiện",
    alt: (title, categories) => `Biểu đồ “${title}” gồm ${categories} mục; số liệu ở bảng ngay phía trên.`,
  },
};
