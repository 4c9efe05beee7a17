import { describe, expect, test } from "@jest/globals";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import { cellErrors } from "./cell-errors";
import { sums } from "./sums";

const today = { year: 2026 };

describe("cell-errors", () => {
  test("#REF! in a total is said once, and no sum is computed over it", () => {
    const table = budgetOf({ total: { formula: "=Z1", value: { error: "#REF!" } }, items: [1, 2], sources: [3] });
    expect(cellErrors.check(table, today)).toMatchObject([{ code: "cell-error", severity: "error", at: { row: 1, col: 2 }, data: { error: "#REF!" } }]);
    expect(sums.check(table, today)).toEqual([]);
  });

  test("a formula that could not be computed is a warning", () => {
    const table = indicatorOf("> 30", 31);
    const row = table.rows[0];
    if (!row) throw new Error("no row");
    const at = { sheet: table.sheet, row: 1, col: 6 };
    const blind = { ...table, rows: [{ ...row, actuals: new Map([[2025, { at, formula: "=LAMBDA(1)", state: "unevaluated" as const }]]) }] };
    expect(cellErrors.check(blind, today)).toMatchObject([{ code: "not-evaluated", severity: "warning", at, data: { formula: "=LAMBDA(1)" } }]);
    expect(cellErrors.check(table, today)).toEqual([]);
  });
});
