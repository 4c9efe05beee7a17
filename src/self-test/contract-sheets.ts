import type { CellInput, CellValue, SheetSpec } from "../sheet";
import { budgetSheet, plainSheet } from "./sheets";

/** Text that a spreadsheet would gladly take for something else; not "#REF!", which Excel's values do not tell from the error. */
export const TRICKY_TEXT = [
  "=1+1", "+84", "-", "-5", "@SUM(A1)", "1.10", "007", "1/2", "12,5%", "TRUE", "1e5", "'quoted", " a  b ", "a\nb", "<&>\"", "_x0041_",
  "1.234", "ế\u0301", "😀",
];

/** Numbers that have to come back to the last bit. */
export const NUMBERS = [0, -1, 0.1 + 0.2, 275_556, 2.5e15, Number.MAX_SAFE_INTEGER, 1e-7, 24.4];

export const FORMULA_DATA: CellInput[][] = [[39_705, "Vốn tỉnh"], [78_960, "x"], [84_640, "x"], [72_151, 12.5], []];

export const FORMULAS: readonly [string, CellValue][] = [
  ["=SUM(A1:A4)", 275_456],
  ["=A1+A2*2-A3/2", 155_305],
  ["=ROUND(A1/A2,2)", 0.5],
  ["=IF(A1>=A2,\"lớn\",\"nhỏ\")", "nhỏ"],
  ["=COUNT(A1:B4)", 5],
  ["=COUNTA(A1:B5)", 8],
  ["=AND(A1<A2,OR(A3=0,ISNUMBER(A4)))", true],
  ["=NUMBERVALUE(\"1.234,5\",\",\",\".\")", 1234.5],
  ["=LEFT(B1,3)&MID(B1,4,2)", "Vốn t"],
  ["=IFERROR(1/0,-1)", -1],
  ["=SUMIF(B1:B4,\"x\",A1:A4)", 163_600],
  ["=MAX(A1:A4)-MIN(A1:A4)", 44_935],
  ["=A1=A2", false],
  ["=A5", 0],
  ["=1/0", { error: "#DIV/0!" }],
  ["=NA()", { error: "#N/A" }],
];

export const numbers = plainSheet("Số", [NUMBERS, [true, false, null, ""]]);
export const texts = plainSheet("Chữ", TRICKY_TEXT.map((text) => [text]));
export const formulas = plainSheet("Công thức", [...FORMULA_DATA, ...FORMULAS.map(([formula]) => [{ formula }])]);
export const quoted = "Biểu 'A' số 1";
export const budget = budgetSheet("Kinh phí 2021-2025");
export const hidden = withHiddenColumns(budgetSheet("Kinh phí"));

export const looking = plainSheet("Hình thức", [["Nội dung", "Dự toán", "Ghi chú"], ["A", 12.5], ["Trong đó: a", 1000]], {
  columns: [{ width: 24 }, { width: 10 }, { width: 9, hidden: true }],
  styles: [
    { area: { row: 0, col: 0, rows: 1, cols: 3 }, style: { bold: true, align: "center" } },
    { area: { row: 1, col: 1, rows: 2, cols: 1 }, style: { numberFormat: "#,##0.###" } },
    { area: { row: 1, col: 1, rows: 1, cols: 1 }, style: { bold: true } },
    { area: { row: 2, col: 0, rows: 1, cols: 1 }, style: { indent: 2, align: "left" } },
    { area: { row: 0, col: 0, rows: 2, cols: 2 }, style: { border: true } },
  ],
});

/** Only its second column is seen. */
function withHiddenColumns(spec: SheetSpec): SheetSpec {
  return { ...spec, columns: spec.columns.map((column, at) => ({ ...column, hidden: at !== 1 })) };
}
