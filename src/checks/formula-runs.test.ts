import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { formulaRuns } from "./formula-runs";

const found = (rows: Rows) => {
  const table = formulaTable(rows);
  return formulaRuns
    .check(table, { today, tables: [table] })
    .flatMap(({ severity, data }) =>
      "expected" in data && "right" in data
        ? [[severity, toA1(data.at), data.expected, data.right, ...data.also.map((one) => toA1(one.at))]]
        : [],
    );
};

/** Years of a line, and their sum under them. */
const years = (totals: Rows[number]): Rows => [
  ["Nội dung", "2021", "2022", "2023", "2024", "2025"],
  ["Giáo dục", 110, 121, 135, 142, 155],
  ["Y tế", 210, 221, 235, 242, 255],
  ["Cộng", ...totals],
];

describe("formula-runs", () => {
  test("nothing in a table that is right", () => {
    expect(found(budgetRows())).toEqual([]);
  });

  test("a typed number among the sums of a column or a row", () => {
    expect(found(budgetRows({ E4: 1545 }))).toEqual([["warning", "E4", "=C4+D4", 1455]]);
    expect(found(budgetRows({ E4: 1455 }))).toEqual([["warning", "E4", "=C4+D4", 1455]]);
    const typed = (total: number) => found(years(["=SUM(B2:B3)", "=SUM(C2:C3)", total, "=SUM(E2:E3)", "=SUM(F2:F3)"]));
    expect(typed(370)).toEqual([["warning", "D4", "=SUM(D2:D3)", 370]]);
    // the sums name it
    expect(typed(380)).toEqual([]);
  });

  test("another formula, where it comes to another number", () => {
    expect(found(budgetRows({ E4: "=C4-D4" }))).toEqual([["warning", "E4", "=C4+D4", 1455]]);
    expect(found(budgetRows({ E4: "=SUM(C4:D4)" }))).toEqual([]);
    // one that adds more of the line may be the one that is right
    const pay = [2, 3, 4, 5, 6].map((row) => [
      `Cán bộ ${row}`,
      40 + row,
      7,
      row === 4 ? 3 : null,
      row === 4 ? "=B4+C4+D4" : `=B${row}+C${row}`,
    ]);
    expect(found([["Họ tên", "Lương", "Phụ cấp", "Khác", "Cộng"], ...pay])).toEqual([]);
  });

  test("a typed number in the formula is told there, another factor is information", () => {
    expect(found(budgetRows({ E4: "=C4+D4+100" }))).toEqual([]);
    const rates = (factor: number) =>
      budgetRows(Object.fromEntries([2, 3, 4, 5, 6].map((row) => [`E${row}`, `=C${row}*${row === 4 ? factor : 1.05}`])));
    expect(found(rates(1.1))).toEqual([["info", "E4", "=C4*1.05", 640.5]]);
    expect(found(rates(1.05))).toEqual([]);
  });

  test("subtotals go the other way and are in nobody's way", () => {
    const rows: Rows = [
      ["STT", "Nội dung", "2024", "2025", "Cộng"],
      ["I", "Chi đầu tư", "=SUM(C3:C4)", "=SUM(D3:D4)", "=SUM(E3:E4)"],
      ["1", "Vốn trong nước", 10, 11, "=C3+D3"],
      ["2", "Vốn nước ngoài", 20, 21, "=C4+D4"],
      ["II", "Chi thường xuyên", "=SUM(C6:C8)", "=SUM(D6:D8)", "=SUM(E6:E8)"],
      ["1", "Giáo dục", 30, 31, "=C6+D6"],
      ["2", "Y tế", 40, 41, 99],
      ["3", "Văn hóa", 50, 51, "=C8+D8"],
    ];
    expect(found(rows)).toEqual([["warning", "E7", "=C7+D7", 81]]);
  });

  test("a line that was pasted over is one finding", () => {
    const rows: Rows = [
      ["Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Thuế", "Tổng"],
      ...[2, 3, 4, 5, 6].map((row) =>
        row === 4
          ? ["Hàng 4", 12, 40, 500, 51, 560]
          : [`Hàng ${row}`, 10 + row, 40 + row, `=B${row}*C${row}`, `=D${row}*10%`, `=D${row}+E${row}`],
      ),
    ];
    expect(found(rows)).toEqual([["warning", "D4", "=B4*C4", 480, "E4", "F4"]]);
  });

  test("what stands for itself is left alone", () => {
    // nothing to add up, an average among sums, columns that are typed as often as not
    expect(found(budgetRows({ C4: null, D4: null, E4: 900 }))).toEqual([]);
    expect(
      found([
        ["Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"],
        ...[2, 3, 4, 5, 6].map((row) => [`Chỉ tiêu ${row}`, 11, 12, 13, 14, row === 4 ? 12.5 : `=SUM(B${row}:E${row})`]),
      ]),
    ).toEqual([]);
    expect(found(budgetRows({ E3: 3768, E5: 4032 }))).toEqual([]);
  });
});
