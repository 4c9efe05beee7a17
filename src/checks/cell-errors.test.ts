import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { budgetOf, indicatorOf, yearsOf } from "../../tests/support/grids";
import { cellErrors } from "./cell-errors";
import { sums } from "./sums";
import { readOthers } from "../reading";
import { snapshotOf } from "../../tests/support/text-snapshots";

describe("cell-errors", () => {
  test("#REF! in a total is said once, and no sum is computed over it", () => {
    const table = budgetOf({ total: { formula: "=Z1", value: { error: "#REF!" } }, items: [1, 2], sources: [3] });
    expect(found(cellErrors, table)).toMatchObject([
      { code: "cell-error", severity: "error", at: { row: 1, col: 2 }, data: { error: "#REF!", sums: ["Tổng"] } },
    ]);
    expect(found(sums, table)).toEqual([]);
  });

  test("a formula that could not be computed is a warning", () => {
    const table = indicatorOf("> 30", 31);
    const row = table.rows[0];
    if (!row) throw new Error("no row");
    const at = { sheet: table.sheet, row: 1, col: 6 };
    const blind = {
      ...table,
      rows: [{ ...row, actuals: new Map([[2025, { at, formula: "=LAMBDA(1)", state: "unevaluated" as const, kept: 12.5 }]]) }],
    };
    expect(found(cellErrors, blind)).toMatchObject([
      { code: "not-evaluated", severity: "warning", at, data: { formula: "=LAMBDA(1)", kept: 12.5, sums: [] } },
    ]);
    expect(found(cellErrors, table)).toEqual([]);
  });

  test("the sums that are not checked because of it are named", () => {
    const sumsOf = (table: Parameters<typeof found>[1]) => found(cellErrors, table).map(({ data }) => "sums" in data && data.sums);
    const broken = { formula: "=Z1", value: { error: "#N/A" } };
    expect(sumsOf(budgetOf({ total: 3, items: [broken, 2], sources: [3] }))).toEqual([["Phân theo nội dung chi"]]);
    expect(sumsOf(yearsOf(100, [20, broken, 50]))).toEqual([["Tổng"]]);
    expect(sumsOf(indicatorOf("> 30", { error: "#N/A" }))).toEqual([[]]);
  });
});

test("in a table of somebody else's all cells that fail alike are one finding", () => {
  const rows = [
    ["STT", "Nội dung", "Dự toán", "Thực hiện", "So sánh"],
    ["1", "Giáo dục", 0, 12, { error: "#DIV/0!" }],
    ["2", "Y tế", 0, 15, { error: "#DIV/0!" }],
    ["3", "Văn hóa", 20, { error: "#REF!" }, { error: "#REF!" }],
    ["4", "Giao thông", 30, 31, 1.03],
  ];
  const [table] = readOthers(snapshotOf(rows), []);
  expect(table && found(cellErrors, table)).toMatchObject([
    {
      code: "cell-error",
      cells: [{ row: 1, col: 4 }, { row: 2, col: 4 }],
      data: { error: "#DIV/0!", also: [{ at: { row: 2, col: 4 } }], sums: [] },
    },
    { code: "cell-error", cells: [{ row: 3 }, { row: 3 }], data: { error: "#REF!" } },
  ]);
});
