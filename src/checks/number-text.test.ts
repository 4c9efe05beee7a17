import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import { tasksOf } from "../../tests/support/task-rows";
import { numberText } from "./number-text";

describe("number-text", () => {
  test.each([
    ["abc", null],
    ["12,5%", 12.5],
    ["39.705", 39705],
    ["chưa có", null],
    ["l2", 12],
    ["1O0", 100],
    ["I7,5 %", 17.5],
    ["Ol", null],
    ["10 xã", null],
  ])("%p among the actual values", (text, reading) => {
    expect(found(numberText, indicatorOf("> 30", text))).toMatchObject([{ code: "text-for-number", severity: "error", at: { row: 1, col: 6 }, data: { text, reading } }]);
  });

  test("numbers, blanks and empty results of formulas are quiet", () => {
    expect(found(numberText, indicatorOf("> 30", 31))).toEqual([]);
    expect(found(numberText, indicatorOf("Duy trì và nâng cao", null))).toEqual([]);
    expect(found(numberText, budgetOf({ total: { formula: '=""', value: "" }, items: [1], sources: [1] }))).toEqual([]);
  });

  test("letters that look like digits are said to be so", () => {
    const letters = (text: string) => found(numberText, indicatorOf("> 30", text)).map(({ data }) => "letters" in data && data.letters);
    expect([letters("1O0"), letters("100 %"), letters("abc"), letters("O")]).toEqual([[true], [false], [false], [false]]);
  });

  test.each([
    ["%", 46178, [{ value: 46178, day: { year: 2026, month: 6, day: 5 } }]],
    ["tuổi", 45658, [{ value: 45658, day: { year: 2025, month: 1, day: 1 } }]],
    ["/vạn dân", 46178, [{ value: 46178 }]],
    ["%", 46178.5, []],
    ["%", 35000, []],
    ["%", 60000, []],
    ["người", 46178, []],
  ])("a number of %s that is a date: %p", (unit, value, expected) => {
    expect(found(numberText, indicatorOf("> 30", value, { unit })).map(({ data }) => data)).toMatchObject(expected);
  });

  test("a number with a neighbour of its own order is no date", () => {
    expect(found(numberText, indicatorOf("> 30", 46178, { actual2024: 31 }))).toMatchObject([{ code: "date-for-number", severity: "warning", at: { row: 1, col: 6 } }]);
    expect(found(numberText, indicatorOf("> 40.000", 46178))).toEqual([]);
    expect(found(numberText, indicatorOf("> 30", 46178, { actual2024: 45900 }))).toEqual([]);
    expect(found(numberText, tasksOf([{ progress: 46178 }, { progress: 50 }]))).toMatchObject([{ code: "date-for-number", at: { row: 1, col: 4 } }]);
  });
});
