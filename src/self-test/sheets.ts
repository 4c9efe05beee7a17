import type { CellInput, SheetSpec } from "../sheet";

/** A spec with these cells and nothing else; rows may be ragged, they are filled with blanks. */
export function plainSheet(name: string, rows: readonly (readonly CellInput[])[], more: Partial<SheetSpec> = {}): SheetSpec {
  const cols = Math.max(1, ...rows.map((row) => row.length));
  return {
    name,
    cells: rows.map((row) => Array.from({ length: cols }, (_, col) => row[col] ?? null)),
    columns: Array.from({ length: cols }, () => ({ width: 12 })),
    rowHeights: [],
    styles: [],
    merges: [],
    names: [],
    freeze: { rows: 0, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 30, right: 15 } },
    charts: [],
    ...more,
  };
}

/** A table as a plan has it: merged head in two rows, typed and computed totals, names, input cells, print set-up, charts. */
export function budgetSheet(name: string): SheetSpec {
  const cells: CellInput[][] = [
    ["BIỂU KINH PHÍ THỰC HIỆN", null, null, null, null],
    ["Đơn vị tính: triệu đồng", null, null, null, null],
    ["STT", "Nội dung chi", "Tổng số", "Trong đó", null],
    [null, null, null, "Năm 2021", "Năm 2022"],
    ["1", "Điều tra và rà soát", 39_705, 20_000, 19_705],
    ["2", "Truyền thông", 78_960, 40_000, 38_960],
    ["3", "Can thiệp", 84_640, null, null],
    [null, "Tổng số", { formula: "=SUM(C5:C7)" }, { formula: "=SUM(D5:D7)" }, { formula: "=SUM(E5:E7)" }],
    [null, "Kinh phí được duyệt", 203_305, null, null],
    [null, "Chênh lệch", { formula: "=IF(COUNT(C5:C7)=3,C9-C8,\"\")" }, null, null],
  ];
  const all = { row: 0, col: 0, rows: cells.length, cols: 5 };
  const amounts = { row: 4, col: 2, rows: 6, cols: 3 };
  const head = { row: 2, col: 0, rows: 2, cols: 5 };
  return {
    name,
    cells,
    columns: [{ width: 6 }, { width: 34 }, { width: 14 }, { width: 14 }, { width: 14, hidden: false }],
    rowHeights: [{ row: 0, height: 24 }],
    styles: [
      { area: all, style: { font: "Times New Roman", size: 12 } },
      { area: { row: 0, col: 0, rows: 1, cols: 5 }, style: { bold: true, size: 14, align: "center", valign: "center" } },
      { area: { row: 1, col: 0, rows: 1, cols: 5 }, style: { italic: true, align: "right" } },
      { area: { row: 2, col: 0, rows: 8, cols: 5 }, style: { border: true } },
      { area: head, style: { bold: true, align: "center", valign: "center", wrap: true, fill: "#E7E6E6" } },
      { area: { row: 4, col: 0, rows: 6, cols: 1 }, style: { numberFormat: "@", align: "center" } },
      { area: amounts, style: { numberFormat: "#,##0.###" } },
      { area: { row: 4, col: 2, rows: 3, cols: 3 }, style: { locked: false, fill: "#FFFBE6" } },
    ],
    merges: [
      { row: 0, col: 0, rows: 1, cols: 5 },
      { row: 1, col: 0, rows: 1, cols: 5 },
      { row: 2, col: 0, rows: 2, cols: 1 },
      { row: 2, col: 1, rows: 2, cols: 1 },
      { row: 2, col: 2, rows: 2, cols: 1 },
      { row: 2, col: 3, rows: 1, cols: 2 },
    ],
    names: [{ name: "PT.budget.amount", area: { row: 4, col: 2, rows: 3, cols: 1 } }],
    freeze: { rows: 4, cols: 2 },
    validations: [
      {
        area: { row: 4, col: 2, rows: 3, cols: 3 },
        rule: { kind: "decimal", min: 0, max: 9e15 },
        alert: "stop",
        errorTitle: "Kinh phí",
        errorMessage: "Nhập một số không âm, tính bằng triệu đồng.",
        promptTitle: "Kinh phí",
        promptMessage: "Triệu đồng",
      },
      {
        area: { row: 4, col: 1, rows: 3, cols: 1 },
        rule: { kind: "list", values: ["Điều tra", "Truyền thông", "Can thiệp"] },
        alert: "warning",
        errorTitle: "Nội dung",
        errorMessage: "Nội dung này không có trong đề án.",
      },
    ],
    conditionalFormats: [
      { area: { row: 9, col: 2, rows: 1, cols: 1 }, formula: "=ABS(N(C10))>0", style: { fill: "#FFC7CE", color: "#9C0006", bold: true } },
    ],
    print: {
      orientation: "landscape",
      pagesWide: 1,
      titleRows: { from: 2, to: 3 },
      titleCols: { from: 0, to: 1 },
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      area: { row: 0, col: 0, rows: 46, cols: 5 },
    },
    charts: [
      {
        name: "PT.chart.items",
        kind: "bar",
        title: "Kinh phí theo nội dung",
        categories: { row: 4, col: 1, rows: 3, cols: 1 },
        series: [{ name: "Tổng số", values: { row: 4, col: 2, rows: 3, cols: 1 } }],
        at: { row: 11, col: 0, rows: 16, cols: 5 },
        alt: "Biểu đồ thanh: kinh phí của từng nội dung chi",
      },
      {
        name: "PT.chart.shares",
        kind: "doughnut",
        title: "Cơ cấu kinh phí",
        categories: { row: 4, col: 1, rows: 3, cols: 1 },
        series: [{ name: "Tổng số", values: { row: 4, col: 2, rows: 3, cols: 1 } }],
        at: { row: 28, col: 0, rows: 16, cols: 5 },
        alt: "Biểu đồ tròn: tỷ trọng của từng nội dung chi",
      },
    ],
  };
}
