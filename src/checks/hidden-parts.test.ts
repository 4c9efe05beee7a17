import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, twoBreakdowns } from "../../tests/support/formula-grids";
import { tableOf } from "../../tests/support/grids";
import type { BudgetTable } from "../tables";
import { hiddenParts } from "./hidden-parts";

const said = (table: BudgetTable, rows: readonly number[], cols: readonly number[] = []) =>
  found(hiddenParts, { ...table, hidden: { rows, cols } }).flatMap((finding) =>
    finding.code === "hidden-parts"
      ? [
          {
            severity: finding.severity,
            axis: finding.data.axis,
            parts: finding.data.parts.map(({ at, label, value }) => [at.row + 1, at.col, label, value]),
          },
        ]
      : [],
  );

describe("hidden-parts", () => {
  test("nothing hidden, nothing known of it, or nothing that counts: quiet", () => {
    expect(found(hiddenParts, twoBreakdowns())).toEqual([]);
    expect(said(twoBreakdowns(), [])).toEqual([]);
    // the caption, the total, and the column of keys
    expect(said(twoBreakdowns(), [0, 1, 40], [3])).toEqual([]);
    expect(said(twoBreakdowns({ C4: null }), [3])).toEqual([]);
  });

  test("hidden lines with amounts are named with their amounts, in one finding", () => {
    expect(said(twoBreakdowns(), [3, 5])).toEqual([
      { severity: "info", axis: "rows", parts: [[4, 2, "Xây dựng", 123], [6, 2, "Đào tạo", 300]] },
    ]);
  });

  test("a total that leaves out what a filter hides is not said to count it", () => {
    const filtered = (value: number): BudgetTable =>
      tableOf(
        "budget", ["number", "label", "amount", "key"],
        [
          ["", "Tổng", 5, "T"],
          ["A", "Phân theo nội dung chi", { formula: "=SUBTOTAL(9,C4:C5)", value }, "T:item"],
          ["1", "Xây dựng", 3, "A.1"],
          ["2", "Thiết bị", 2, "A.2"],
        ],
      ) as BudgetTable;
    expect(said(filtered(5), [4])).toMatchObject([{ parts: [[5, 2, "Thiết bị", 2]] }]);
    expect(said(filtered(3), [4])).toEqual([]);
  });

  test("hidden years and reporting units", () => {
    const table = calculated(["number", "label", "amount", "y2024", "y2025", "years", "key"], [["", "Tổng", 10, 4, 6, "=SUM(D2:E2)", "T"]]);
    expect(said(table, [], [3])).toEqual([{ severity: "info", axis: "columns", parts: [[2, 3, "2024", null]] }]);
    expect(said(table, [], [0, 5])).toEqual([]);
  });
});
