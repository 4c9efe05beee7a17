import type { Form } from "../../src/forms";
import type { Typed } from "../support/formula-grids";
import { HEADINGS } from "../support/headings";
import type { Example } from "./example";

/** A commune's budget as its office typed it, without the add-in. */
const BUDGET: readonly (readonly Typed[])[] = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", null, null, null, null],
  [null, null, null, null, "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
  ["A", "B", "1", "2", "3=1+2"],
  ["1", "Giáo dục", 2310, 6245, 8555],
  ["2", "Y tế", 1450, 2318, 3768],
  ["3", "Văn hóa", 610, 845, 1545],
  [null, "Cộng", 4370, 9408, 13778],
];

/** A form as a unit filled it in, and what its rules want. */
const FORM_FILLED: readonly (readonly Typed[])[] = [
  ["STT", "Nội dung", "Dự toán", "Thực hiện"],
  ["I", "Chi đầu tư", 6760, 5120],
  ["1", "Giáo dục", 2310, 2010],
  ["2", "Y tế", 1450, null],
  ["3", "Giao thông", 3000, 1960],
];
const FORM: Form = {
  title: "Biểu chi đầu tư",
  unit: null,
  complete: false,
  lines: [
    { id: "I", number: "I", label: "Chi đầu tư", code: "", under: null },
    ...["Giáo dục", "Y tế", "Giao thông", "Quốc phòng"].map((label, at) => ({
      id: label, number: `${at + 1}`, label,
      code: "",
      under: "I",
    })),
  ],
  columns: [],
  rules: [
    {
      name: "Chi đầu tư đủ các khoản", over: "lines", op: "sum", total: "I",
      parts: ["Giáo dục", "Y tế", "Giao thông", "Quốc phòng"],
      blanks: "fail", from: "answer", sure: 1,
    },
  ],
};

/** Fields of one plan in two tables, of which the second takes its figures from the first. */
const FIELDS: readonly (readonly Typed[])[] = [
  ["STT", "Lĩnh vực", "Dự toán năm 2026"],
  ["1", "Giáo dục", 6245],
  ["2", "Y tế", 2318],
  ["3", "Văn hóa", 610],
  ["4", "Giao thông", 1452],
  ["5", "Môi trường", 845],
  [null, "Tổng cộng", 11470],
];
const SUMMARY: readonly (readonly Typed[])[] = [
  ["STT", "Lĩnh vực", "Thực hiện năm 2025", "Kế hoạch năm 2026"],
  ["1", "Y tế", 2207, 2318],
  ["2", "Giáo dục", 6012, 6245],
  ["3", "Giao thông", 1398, 1452],
  ["4", "Môi trường", 802, 845],
  ["5", "Văn hóa", 588, 601],
];

/** Supplies at prices, and what was reached of what was planned. */
const SUPPLIES: readonly (readonly Typed[])[] = [
  ["STT", "Tên vật tư", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
  ["1", "Giấy A4", "ram", 120, 72000, 8640000],
  ["2", "Mực in", "hộp", 15, 385000, 5775000],
  ["3", "Bút bi", "cái", 240, 4500, 1080000],
  ["4", "Ghim", "hộp", 36, 7500, 2700000],
  ["5", "Kẹp", "hộp", 18, 12500, 225000],
];
const SHARES: readonly (readonly Typed[])[] = [
  ["STT", "Nội dung", "Dự toán", "Thực hiện", "So sánh TH/DT (%)"],
  ["A", "B", "1", "2", "3=2/1"],
  ["1", "Thu nội địa", 4520.5, 4801.2, 106.2],
  ["2", "Thu viện trợ", 310, 295.4, 95.3],
  ["3", "Thu khác", 88.4, 91.7, 103.7],
  ["4", "Thu kết dư", 120, 99.6, 38],
];

/** What was harvested in two years, of which one growth was reckoned of other amounts. */
const GROWTH: readonly (readonly Typed[])[] = [
  ["STT", "Cây trồng", "Sản lượng 2024 (tấn)", "Sản lượng 2025 (tấn)", "Tăng, giảm (%)"],
  ["1", "Lúa", 5120, 5376, 5],
  ["2", "Ngô", 880, 901, 2.4],
  ["3", "Sắn", 1260, 1197, -5],
  ["4", "Rau các loại", 640, 716, 9.1],
];

/** A budget with its sums as formulas, in which some cells are others: row and column, from 0, and what stands there instead. */
function withFormulas(changes: readonly (readonly [row: number, col: number, to: Typed])[]): readonly (readonly Typed[])[] {
  const rows: Typed[][] = [
    ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", null, null, null, null],
    [null, null, null, null, "Đơn vị tính: triệu đồng"],
    ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
    ["1", "Giáo dục", 2310, 6245, "=C4+D4"],
    ["2", "Y tế", 1450, 2318, "=C5+D5"],
    ["3", "Văn hóa", 610, 845, "=C6+D6"],
    ["4", "Giao thông", 3120, 912, "=C7+D7"],
    ["5", "Thủy lợi", 420, 388, "=C8+D8"],
    [null, "Cộng", "=SUM(C4:C8)", "=SUM(D4:D8)", "=SUM(E4:E8)"],
  ];
  for (const [row, col, to] of changes) (rows[row] as Typed[])[col] = to;
  return rows;
}

/** Two headings that are sums, under a total that adds every line. */
const TWICE: readonly (readonly Typed[])[] = [
  ["STT", "Nội dung", "Năm 2025", "Năm 2026"],
  ["I", "Chi đầu tư", "=SUM(C3:C4)", "=SUM(D3:D4)"],
  ["1", "Vốn trong nước", 2310, 2450],
  ["2", "Vốn nước ngoài", 640, 715],
  ["II", "Chi thường xuyên", "=SUM(C6:C7)", "=SUM(D6:D7)"],
  ["1", "Giáo dục", 6245, 6318],
  ["2", "Y tế", 2318, 2407],
  [null, "Cộng", "=SUM(C2:C7)", "=D2+D5"],
];

/** What was paid in quarters, of which one line was added up before the last quarter came. */
const QUARTERS: readonly (readonly Typed[])[] = [
  ["STT", "Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"],
  ["1", "Giáo dục", 1510, 1622, 1480, 1633, "=SUM(C2:F2)"],
  ["2", "Y tế", 548, 602, 577, 591, "=SUM(C3:E3)"],
  ["3", "Văn hóa", 150, 148, 152, 160, "=SUM(C4:F4)"],
  ["4", "Giao thông", 305, 410, 366, 371, "=SUM(C5:F5)"],
];

/** What a commune reached of what it was given, with what is said of it. */
const RESULTS: readonly (readonly Typed[])[] = [
  ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025", "Thực hiện năm 2025", "Đánh giá"],
  ["1", "Thu nhập bình quân đầu người", "triệu đồng", "≥ 48", 49.2, "Đạt"],
  ["2", "Tỷ lệ hộ nghèo", "%", "Dưới 12,5", 13.1, "Đạt"],
  ["3", "Tỷ lệ người dân tham gia BHYT", "%", 95, 93.4, null],
  ["4", "Số trường đạt chuẩn quốc gia", "trường", 6, 6, "Đạt"],
];

/** Work that is followed, with what is said of it. */
const FOLLOWED: readonly (readonly Typed[])[] = [
  ["STT", "Nhiệm vụ", "Thời hạn hoàn thành", "Ngày hoàn thành thực tế", "Tình trạng"],
  ["1", "Ban hành kế hoạch", "15/01/2020", "12/01/2020", "Hoàn thành đúng hạn"],
  ["2", "Rà soát hộ nghèo", "31/03/2020", "04/04/2020", "Hoàn thành đúng hạn"],
  ["3", "Tập huấn cán bộ", "Quý II/2020", null, "Đang thực hiện"],
];

/** Work with its terms, one of them in no calendar. */
const TERMS: readonly (readonly Typed[])[] = [
  ["STT", "Nhiệm vụ", "Thời hạn hoàn thành", "Kinh phí"],
  ["1", "Khảo sát, lập danh mục", "15/01/2026", 120],
  ["2", "Lập dự toán", "31/02/2026", 85],
  ["3", "Lựa chọn nhà thầu", "30/06/2026", 140],
];

export const otherExamples: readonly Example[] = [
  { rule: "sums", tables: [{ kind: "other", rows: BUDGET }] },
  { rule: "products", tables: [{ kind: "other", rows: SUPPLIES }] },
  { rule: "across-tables", tables: [{ kind: "other", sheet: "Biểu 1", rows: FIELDS }, { kind: "other", sheet: "Biểu 2", rows: SUMMARY }] },
  { rule: "products", tables: [{ kind: "other", rows: SHARES }] },
  { rule: "products", tables: [{ kind: "other", rows: GROWTH }] },
  { rule: "formula-runs", tables: [{ kind: "other", rows: withFormulas([[5, 4, 1545]]) }] },
  { rule: "short-ranges", tables: [{ kind: "other", rows: withFormulas([[8, 2, "=SUM(C4:C7)"]]) }] },
  { rule: "short-ranges", tables: [{ kind: "other", rows: QUARTERS }] },
  { rule: "formula-numbers", tables: [{ kind: "other", rows: withFormulas([[8, 2, "=SUM(C4:C8)+500"]]) }] },
  { rule: "formula-references", tables: [{ kind: "other", rows: withFormulas([[8, 2, "=C4+C5+C6+C7+F8"]]) }] },
  {
    rule: "unseen-numbers",
    tables: [
      {
        kind: "other",
        rows: withFormulas([[7, 1, null], [7, 0, null]]),
        more: { looks: { unseen: [{ area: { row: 7, col: 2, rows: 1, cols: 1 }, value: true }] } },
      },
    ],
  },
  { rule: "calculation-settings", tables: [{ kind: "other", rows: withFormulas([]) }], calculation: ["manual"] },
  {
    rule: "very-hidden",
    tables: [{ kind: "other", sheet: "Nguồn", rows: withFormulas([]) }],
    sheets: [{ id: "1", name: "Tổng hợp", visible: true }, { id: "2", name: "Nguồn", visible: false, veryHidden: true }],
  },
  { rule: "reported-results", tables: [{ kind: "other", rows: RESULTS }] },
  { rule: "reported-tasks", tables: [{ kind: "other", rows: FOLLOWED }] },
  { rule: "form-rules", tables: [{ kind: "other", rows: FORM_FILLED, form: FORM }] },
  { rule: "wrong-days", tables: [{ kind: "other", rows: TERMS }] },
  { rule: "double-counts", tables: [{ kind: "other", rows: TWICE }] },
  { rule: "table-questions", tables: [{ kind: "other", rows: HEADINGS }] },
];
