import type { ColumnKey } from "../../src/templates";
import type { Typed } from "../support/formula-grids";
import type { Example, ExampleTable } from "./example";

const HEADS: Readonly<Record<string, string>> = {
  number: "STT",
  label: "Chỉ tiêu",
  unit: "Đơn vị tính",
  baseline: "Hiện trạng",
  num: "Tử số",
  den: "Mẫu số",
  target: "Mục tiêu",
  actual: "Thực hiện",
  status: "Đánh giá",
};

/** The cells of indicators by their columns: the columns come in the order in which they first stand. */
function indicators(rows: readonly Partial<Record<ColumnKey, Typed>>[], rest: Partial<ExampleTable> = {}): ExampleTable {
  const full = rows.map((row, index): Partial<Record<ColumnKey, Typed>> => ({ number: String(index + 1), unit: "%", ...row }));
  const shown = [...new Set<ColumnKey>(["number", "label", "unit", ...full.flatMap((row) => Object.keys(row) as ColumnKey[])])].filter(
    (key) => key !== "direction",
  );
  const columns: ColumnKey[] = [...shown, "key", "direction"];
  const [direction, key] = ["tăng", (index: number) => `x${index + 1}`];
  return {
    kind: "indicators",
    columns,
    heads: shown.map((one) => `${HEADS[one.replace(/\d+$/, "")] ?? one} ${/\d+$/.exec(one)?.[0] ?? ""}`.trim()),
    rows: full.map((row, index) => columns.map((one) => row[one] ?? (one === "key" ? key(index) : one === "direction" ? direction : null))),
    ...rest,
  };
}

const INSURED = "Tỷ lệ dân số tham gia bảo hiểm y tế";
const CHILD = "Tỷ suất tử vong trẻ em dưới 5 tuổi";

export const indicatorExamples: readonly Example[] = [
  {
    rule: "targets",
    tables: [
      indicators([
        { label: INSURED, target2025: "> 95", actual2025: 95 },
        { label: "Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi", target2025: "dưới 20", actual2025: 21.5, direction: "giảm" },
      ]),
    ],
  },
  {
    rule: "targets",
    today: { year: 2024, month: 6, day: 30 },
    tables: [
      indicators([
        {
          label: "Tỷ lệ xã có bác sĩ",
          baseline: 24,
          actual2021: 25,
          actual2022: null,
          actual2023: 26.5,
          actual2024: null,
          target2025: "> 30",
          actual2025: null,
        },
      ]),
    ],
  },
  { rule: "unreadable-targets", tables: [indicators([{ label: INSURED, target2025: "9,5,3", actual2025: 95 }])] },
  {
    rule: "unreadable-targets",
    tables: [indicators([{ label: "Tỷ lệ tiêm chủng và số ca mắc", target2025: "≥ 90 %; ≤ 5 ca", actual2025: 95 }])],
  },
  {
    rule: "directions",
    tables: [
      indicators([
        { label: "Tỷ lệ hộ nghèo", baseline: 12.5, target2025: 10, actual2025: 8 },
        { label: "Tỷ lệ hộ cận nghèo", target2025: 10, actual2025: 8, direction: "" },
      ]),
    ],
  },
  {
    rule: "unit-limits",
    tables: [
      indicators([
        { label: INSURED, actual2025: 105 },
        { label: "Tuổi thọ trung bình", unit: "tuổi", actual2024: 74, actual2025: -75 },
        { label: "Số người được khám", unit: "người", actual2023: 1210, actual2024: 1198, actual2025: 1.234 },
      ]),
    ],
  },
  {
    rule: "unit-limits",
    tables: [indicators([{ label: INSURED, num2025: 1100, den2025: 1000 }, { label: "Độ che phủ rừng", actual2025: 105 }])],
  },
  {
    rule: "percent-slips",
    tables: [
      indicators([
        { label: INSURED, target2025: "≥ 95", actual2025: 0.95 },
        { label: "Tỷ lệ xã đạt chuẩn", target2025: 95, actual2025: 9500 },
        { label: "Tỷ lệ tiêm chủng", target2025: 95, actual2025: 955 },
      ]),
    ],
  },
  {
    rule: "per-mille",
    tables: [
      indicators([
        { label: CHILD, unit: "‰", target2025: "dưới 15", actual2024: 16.2, actual2025: 1.55, direction: "giảm" },
        { label: "Tỷ suất tử vong trẻ em dưới 1 tuổi", unit: "‰", target2025: "dưới 12", actual2025: 1.1, direction: "giảm" },
        { label: "Tỷ suất chết thô", unit: "%", target2025: "dưới 6‰", direction: "giảm" },
      ]),
    ],
  },
  {
    rule: "shares",
    tables: [
      indicators([
        { label: INSURED, actual2025: 95, num2025: 925, den2025: 1000 },
        { label: "Tỷ lệ xã đạt chuẩn", actual2025: 94, num2025: 949, den2025: 1000 },
      ]),
    ],
  },
  {
    rule: "target-order",
    tables: [
      indicators([
        { label: INSURED, target2025: "≥ 95", target2030: "≥ 90" },
        { label: "Tỷ lệ tiêm chủng", target2025: "> 98", target2030: "≥ 98" },
      ]),
    ],
  },
  {
    rule: "jumps",
    tables: [indicators([{ label: INSURED, actual2020: 90, actual2021: 91, actual2022: 92.5, actual2023: 93, actual2024: 85 }])],
  },
  {
    rule: "duplicate-targets",
    tables: [indicators([{ label: INSURED, target2025: "≥ 95" }, { label: "Tỉ lệ dân số tham gia Bảo hiểm y tế", target2025: "> 95" }])],
  },
  {
    rule: "duplicate-targets",
    tables: [
      indicators([{ label: INSURED, target2030: "> 95" }], { plan: "tinh", sheet: "Kế hoạch tỉnh" }),
      indicators([{ label: INSURED, target2030: 98 }], { plan: "huyen", sheet: "Kế hoạch huyện" }),
    ],
  },
  {
    rule: "budget-shares",
    tables: [
      indicators([{ label: "Tỷ lệ ngân sách y tế dành cho công tác y tế dự phòng", target2030: "≥ 30" }], { sheet: "Chỉ tiêu" }),
      {
        kind: "budget",
        sheet: "Kinh phí",
        columns: ["number", "label", "amount", "key"],
        heads: ["STT", "Nội dung", "Kinh phí"],
        caption: "Đơn vị tính: triệu đồng",
        rows: [
          ["", "Tổng ngân sách y tế", 1000, "T"], ["A", "Phân theo nội dung chi", "=SUM(C6:C7)", "T:item"],
          ["1", "Chi y tế dự phòng", 285, "A.1"], ["2", "Chi khám, chữa bệnh", 715, "A.2"],
        ],
      },
    ],
  },
  {
    rule: "assessments",
    tables: [
      indicators([
        {
          label: "Mạng lưới y tế cơ sở",
          unit: null,
          target2025: "Duy trì và nâng cao",
          actual2025: "Đã thực hiện ở 7/17 xã",
          status: "tạm được",
        },
        { label: "Chất lượng dân số", unit: null, target2025: "Từng bước nâng lên", actual2025: "Có chuyển biến", status: null },
        { label: "Y tế dự phòng", unit: null, target2025: "Được củng cố", actual2025: "Đã củng cố", status: "Đạt" },
      ]),
    ],
  },
  {
    rule: "missing-actuals",
    tables: [
      indicators([
        { label: INSURED, target2025: 95, actual2024: 93, actual2025: null },
        { label: "Tỷ lệ tiêm chủng", target2025: 90, actual2024: 91, actual2025: 92 },
      ]),
    ],
  },
  {
    rule: "missing-actuals",
    tables: [
      indicators([{ label: INSURED, target2025: 95, actual2025: null }, { label: "Tỷ lệ tiêm chủng", target2025: 90, actual2025: null }]),
    ],
  },
  {
    rule: "missing-actuals",
    tables: [
      {
        kind: "indicators",
        columns: ["number", "label", "unit", "target2025", "u1", "u2", "u3", "actual2025", "key", "direction"],
        heads: ["STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu 2025", "Xã A", "Xã B", "Xã C", "Thực hiện 2025"],
        rows: [["1", "Số trạm y tế xã đạt chuẩn", "trạm", 3, 1, null, null, "=SUM(E4:G4)", "x1", "tăng"]],
      },
    ],
  },
  { rule: "number-text", tables: [indicators([{ label: INSURED, actual2023: 92.5, actual2024: 93, actual2025: 46178 }])] },
];
