import { describe, expect, test } from "@jest/globals";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import { numberText } from "./number-text";

const today = { year: 2026 };

describe("number-text", () => {
  test.each([
    ["abc", null],
    ["12,5%", 12.5],
    ["39.705", 39705],
    ["chưa có", null],
  ])("%p among the actual values", (text, reading) => {
    expect(numberText.check(indicatorOf("> 30", text), today)).toMatchObject([{ code: "text-for-number", severity: "error", at: { row: 1, col: 6 }, data: { text, reading } }]);
  });

  test("numbers, blanks and empty results of formulas are quiet", () => {
    expect(numberText.check(indicatorOf("> 30", 31), today)).toEqual([]);
    expect(numberText.check(indicatorOf("Duy trì và nâng cao", null), today)).toEqual([]);
    expect(numberText.check(budgetOf({ total: { formula: '=""', value: "" }, items: [1], sources: [1] }), today)).toEqual([]);
  });
});
