import type { Typed } from "../support/formula-grids";
import type { Example, ExampleTable } from "./example";

const COLUMNS = ["number", "label", "amount", "key"] as const;
const HEADS = ["STT", "Nội dung", "Kinh phí"];
const CAPTION = "Đơn vị tính: triệu đồng";

/** Total C4, five items C6:C10 under C5, four sources C12:C15 under C11; `typed` stands over them. */
function budget(typed: Readonly<Record<string, Typed>> = {}, rest: Partial<ExampleTable> = {}): ExampleTable {
  const rows: readonly (readonly Typed[])[] = [
    ["", "Tổng kinh phí", 275556, "T"],
    ["A", "Phân theo nội dung chi", "=SUM(C6:C10)", "T:item"],
    ["1", "Xây dựng mới", 39705, "A.1"],
    ["2", "Sửa chữa, nâng cấp", 78960, "A.2"],
    ["3", "Trang thiết bị", 84640, "A.3"],
    ["4", "Đào tạo", 72151, "A.4"],
    ["5", "Giám sát", 100, "A.5"],
    ["B", "Phân theo nguồn vốn", "=SUM(C12:C15)", "T:source"],
    ["1", "Ngân sách trung ương", 158486, "B.1"],
    ["2", "Ngân sách tỉnh", 56000, "B.2"],
    ["3", "Ngân sách huyện", 4430, "B.3"],
    ["4", "Vốn khác", 56640, "B.4"],
  ];
  return {
    kind: "budget",
    columns: COLUMNS,
    heads: HEADS,
    caption: CAPTION,
    rows: rows.map((row, index) => row.map((cell, col) => typed[`${"ABCD"[col] ?? ""}${index + 4}`] ?? cell)),
    ...rest,
  };
}

/** One line with its years. */
function years(amount: Typed, cells: readonly Typed[], label = "Tổng kinh phí"): ExampleTable {
  return {
    kind: "budget",
    columns: ["number", "label", "amount", "y2021", "y2022", "y2023", "y2024", "y2025", "years", "key"],
    heads: ["STT", "Nội dung", "Kinh phí", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025", "Cộng các năm"],
    caption: CAPTION,
    rows: [["", label, amount, ...cells, "=SUM(D4:H4)", "T"]],
  };
}

/** A line with two digits swapped, in its amount and in one of its years. */
function copied(): ExampleTable {
  return {
    kind: "budget",
    columns: ["number", "label", "amount", "y2021", "y2022", "years", "key"],
    heads: ["STT", "Nội dung", "Kinh phí", "Năm 2021", "Năm 2022", "Cộng các năm"],
    caption: CAPTION,
    rows: [
      ["", "Tổng kinh phí", 196819, null, null, null, "T"],
      ["A", "Phân theo nội dung chi", "=SUM(C6:C8)", null, null, null, "T:item"],
      ["1", "Xây dựng mới", 39750, 30000, 9750, "=SUM(D6:E6)", "A.1"],
      ["2", "Sửa chữa, nâng cấp", 84963, null, null, null, "A.2"],
      ["3", "Đào tạo", 72151, null, null, null, "A.3"],
    ],
  };
}

/** Items with what was disbursed of them in all. */
function paid(rows: readonly (readonly [label: string, amount: Typed, disbursed: Typed])[]): ExampleTable {
  const sum = (column: string): string => `=SUM(${column}6:${column}${rows.length + 5})`;
  return {
    kind: "budget",
    columns: ["number", "label", "amount", "disbursed", "key"],
    heads: ["STT", "Nội dung", "Kinh phí", "Giải ngân"],
    caption: CAPTION,
    rows: [
      ["", "Tổng kinh phí", null, null, "T"],
      ["A", "Phân theo nội dung chi", sum("C"), sum("D"), "T:item"],
      ...rows.map(([label, amount, disbursed], index): Typed[] => [String(index + 1), label, amount, disbursed, `A.${index + 1}`]),
    ],
  };
}

/** A line with the plan of two years, and what was disbursed in them. */
function paidYears(cells: readonly [Typed, Typed, Typed, Typed]): ExampleTable {
  const [first, second, ...disbursed] = cells;
  return {
    kind: "budget",
    columns: ["number", "label", "amount", "y2025", "y2026", "years", "d2025", "d2026", "dyears", "key"],
    heads: ["STT", "Nội dung", "Kinh phí", "Năm 2025", "Năm 2026", "Cộng các năm", "Giải ngân 2025", "Giải ngân 2026", "Giải ngân"],
    caption: CAPTION,
    rows: [
      ["", "Tổng kinh phí", null, null, null, null, null, null, null, "T"],
      ["1", "Đào tạo", "=SUM(D5:E5)", first, second, "=SUM(D5:E5)", ...disbursed, "=SUM(G5:H5)", "A.1"],
    ],
  };
}

export const budgetExamples: readonly Example[] = [
  { rule: "sums", tables: [budget({ C6: 39750 })] },
  { rule: "sums", tables: [years(39705, [8000, 7900, 8100, 7805, 8000])] },
  { rule: "sums", tables: [copied()] },
  { rule: "sums", tables: [years(100, [60, 70, null, null, null])] },
  { rule: "sums", tables: [budget({ C4: "", C6: 39750 })] },
  { rule: "sums", tables: [budget({ C4: 275556.2, C6: 39705.1, C7: 78960.2, C12: 158486.2 })] },
  { rule: "formula-replaced", tables: [budget({ C5: 275601 })] },
  { rule: "formula-replaced", tables: [budget({ C5: 275556 })] },
  { rule: "formula-parts", tables: [budget({ C5: "=SUM(C6:C9)" })] },
  { rule: "formula-parts", tables: [budget({ C11: "=SUM(C12:C15)+C13" })] },
  { rule: "same-amount", tables: [budget({ C7: 39705, C9: 111406 })] },
  { rule: "unit-slips", tables: [years(39705, [8000000, 7900, null, null, null])] },
  {
    rule: "table-units",
    tables: [
      budget({}, { plan: "ke-hoach", sheet: "Kinh phí" }),
      budget({}, { plan: "ke-hoach", sheet: "Kinh phí (2)", caption: "Đơn vị tính: nghìn đồng" }),
    ],
  },
  { rule: "table-units", tables: [budget({}, { caption: "Đơn vị tính: trăm đồng" })] },
  { rule: "signs", tables: [budget({ C6: -295, C7: 118960 })] },
  { rule: "signs", tables: [budget({ C8: "" })] },
  { rule: "disbursement", tables: [paid([["Xây dựng mới", 39705, 30000], ["Sửa chữa, nâng cấp", 78960, 98700]])] },
  {
    rule: "disbursement",
    tables: [paid([["Xây dựng mới", 39705, 30000000], ["Sửa chữa, nâng cấp", 78960, 65000000], ["Giám sát", 100, 20000]])],
  },
  { rule: "disbursement", tables: [paidYears([300, 300, 200, 350])] },
  { rule: "disbursement", today: { year: 2025, month: 9, day: 30 }, tables: [paidYears([300, 300, 200, 50])] },
  { rule: "hidden-parts", tables: [budget({}, { hiddenRows: [9] })] },
  { rule: "cell-errors", tables: [budget({ C4: { error: "#REF!" } })] },
  { rule: "cell-errors", tables: [budget({ C5: "", C6: "" }, { unevaluated: { C5: "=SUM(C6:C10)", C6: "=C5-C7-C8-C9-C10" } })] },
  { rule: "cell-errors", tables: [budget({ C6: 3970500000039705 })] },
  { rule: "cell-errors", tables: [budget({ C14: "" }, { unevaluated: { C14: "=LAMBDA(x,x)(1)" } })] },
  { rule: "linked-values", tables: [budget({}, { linked: ["C7", "C9"] })] },
  { rule: "number-text", tables: [budget({ C6: "39.705 triệu", C8: "84640,O" })] },
  {
    rule: "columns",
    tables: [
      {
        ...years(39705, [8000, 7900, 8100, 7705, 8000]),
        columns: ["number", "label", "amount", "y2021", "y2022", "y2024", "y2025", "years", "key"],
        heads: ["STT", "", "Kinh phí", "Năm 2021", "Năm 2022", "Năm 2026", "Năm 2025", "Cộng các năm"],
        numbers: ["1", "2", "3", "4", "5", "7", "8", "9=4+…+8"],
        rows: [["", "Tổng kinh phí", 39705, 8000, 7900, 7705, 8000, "=SUM(D4:G4)", "T"]],
      },
    ],
  },
  { rule: "outside-entries", tables: [budget({}, { below: [["5", "Chi khác", 1500], ["", "Người lập biểu", ""]] })] },
  {
    rule: "outside-entries",
    tables: [
      {
        kind: "budget",
        columns: ["number", "label", "amount", "y2024", "y2025", null, "key"],
        heads: ["STT", "Nội dung", "Kinh phí", "Năm 2024", "Năm 2025", "Năm 2026"],
        caption: CAPTION,
        rows: [["", "Tổng kinh phí", 1000, 400, 600, 250, "T"]],
      },
    ],
  },
  {
    rule: "lost-tables",
    tables: [budget({}, { sheet: "Biểu kinh phí (2)" })],
    lost: [{ kind: "budget", at: { sheet: "Biểu kinh phí (2)", row: 1, col: 0 }, plan: null, caption: null, columns: null }],
  },
  { rule: "merged-inputs", tables: [budget({}, { merges: ["C6:C7"] })] },
  { rule: "outline-numbers", tables: [budget({ A7: "1", A9: "3" })] },
  { rule: "outline-numbers", tables: [budget({ A7: "3", A8: "2", A13: "3", A14: "4", A15: "6" })] },
];
