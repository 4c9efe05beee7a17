import { expect, test } from "@jest/globals";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CheckResult } from "./check-workbook";
import { describeTableAt } from "./describe-table";

const ROWS = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026"],
  [null, null, null, null, "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
  ["A", "B", "1", "2", "3=1+2"],
  ["1", "Giáo dục", 2310, 6245, 8555],
  ["2", "Y tế", 1450, 2318, 3768],
  ["3", "Văn hóa", 610, 845, 1545],
  [null, "Cộng", 4370, 9408, 13778],
];

const result: Pick<CheckResult, "tables" | "others" | "findings"> = { tables: [], others: readOthers(snapshotOf(ROWS), []), findings: [] };
const at = (row: number, col: number, sheet = "Biểu") =>
  describeTableAt(result as CheckResult, [{ sheet, area: { row, col, rows: 1, cols: 1 } }]);

test("a table is described by its unit, heads, lines and what adds up to what", () => {
  const found = at(4, 1);
  expect(found).toMatchObject({ range: "A3:E8", kind: "budget", unit: "trieu-dong", heads: "3–4", lines: 4, columns: "C–E", totals: [] });
  expect(found?.rules).toEqual([
    expect.objectContaining({ axis: "row", op: "sum", total: "E", parts: ["C", "D"], count: 4, failing: 1, everywhere: true }),
    expect.objectContaining({ axis: "column", op: "sum", total: "8", parts: ["5", "6", "7"], count: 3, failing: 1, everywhere: true }),
  ]);
});

test("a total lists its parts with their words and values, down its column and along its line", () => {
  const totals = at(7, 4)?.totals.map(({ axis, stated, computed, holds, parts }) => [
    axis, stated.value, computed, holds, ...parts.map(({ label, value }) => `${label} ${value}`),
  ]);
  expect(totals).toHaveLength(2);
  expect(totals).toContainEqual(["column", 13778, 13868, false, "Giáo dục 8555", "Y tế 3768", "Văn hóa 1545"]);
  expect(totals).toContainEqual(["row", 13778, 13778, true, "Chi đầu tư 4370", "Chi thường xuyên 9408"]);
});

test("heads of three lines, and what the row and the column of the cell are", () => {
  const rows = [
    ["TT", "Nội dung", "Dự toán năm 2026", null, null, "Tỷ lệ (%)"],
    [null, null, "Tổng số", "Trong đó", null, null],
    [null, null, null, "Chi đầu tư", "Chi thường xuyên", null],
    ["1", "Giáo dục", 8555, 2310, 6245, 61.7],
    ["2", "Y tế", 3768, 1450, 2318, 27.2],
    ["3", "Văn hóa", 1545, 700, 845, 11.1],
    [null, "Tổng cộng", 13868, 4460, 9408, 100],
  ];
  const headed: Pick<CheckResult, "tables" | "others" | "findings"> = { ...result, others: readOthers(snapshotOf(rows), []) };
  const seen = (row: number, col: number) =>
    describeTableAt(headed as CheckResult, [{ sheet: "Biểu", area: { row, col, rows: 1, cols: 1 } }]);
  expect(seen(6, 2)).toMatchObject({ heads: "1–3", lines: 4, columns: "C–F", row: "line", use: "amount" });
  expect(seen(6, 2)?.totals.map(({ axis, parts }) => [axis, parts.length])).toEqual(expect.arrayContaining([["column", 3], ["row", 2]]));
  expect(seen(1, 0)).toMatchObject({ row: "head", use: "words" });
  expect(seen(5, 5)).toMatchObject({ row: "line", use: "share", totals: [] });
});

test("of several selected areas the first that touches a table is described, by its cell in there", () => {
  const area = (row: number, col: number, rows = 1, cols = 1) => ({ sheet: "Biểu", area: { row, col, rows, cols } });
  const found = describeTableAt(result as CheckResult, [area(40, 0), area(0, 2, 6, 9), area(7, 4)]);
  expect(found?.at).toMatchObject({ row: 2, col: 2 });
});

test("nothing is described where no table stands", () => {
  expect([at(40, 0), at(4, 1, "Trang 2")]).toEqual([null, null]);
});
