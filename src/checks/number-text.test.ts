import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import { columnOf, indicatorRows } from "../../tests/support/indicator-rows";
import { tasksOf } from "../../tests/support/task-rows";
import type { ColumnKey } from "../templates";
import { numberText } from "./number-text";

describe("number-text", () => {
  test.each([
    ["abc", null],
    ["12,5%", 12.5],
    ["39.705", 39705],
    ["khá tốt", null],
    ["l2", 12],
    ["1O0", 100],
    ["I7,5 %", 17.5],
    ["Ol", null],
    ["10 xã", null],
  ])("%p among the actual values", (text, reading) => {
    expect(found(numberText, indicatorOf("> 30", text))).toMatchObject([
      { code: "text-for-number", severity: "error", at: { row: 1, col: 6 }, data: { text, reading } },
    ]);
  });

  const among = (text: string, items: readonly number[] = [78960, 84640, 72151, 100]) =>
    found(numberText, budgetOf({ total: 275556, items: [text, ...items], sources: [158486, 56000, 4430, 56640] })).map(({ data }) =>
      "reading" in data ? [data.reading, ...data.others, data.unit] : [],
    );

  test.each([
    ["39.705 triệu", [39705, 39.705, "trieu-dong"]],
    ["39.705 triệu đồng", [39705, 39.705, "trieu-dong"]],
    ["39,705 triệu", [39705, 39.705, "trieu-dong"]],
    ["39705trđ", [39705, "trieu-dong"]],
    ["39.705.000.000 đồng", [39705, "trieu-dong"]],
    ["39,705 tỷ", [39705, 39_705_000, "trieu-dong"]],
    ["39.705.000 nghìn", [39705, "trieu-dong"]],
    ["(295) triệu đồng", [-295, "trieu-dong"]],
    ["39705 xã", [null, "trieu-dong"]],
    ["khoảng 39.705 triệu", [null, "trieu-dong"]],
    ["3 triệu đồng/người", [null, "trieu-dong"]],
  ])("an amount with its unit, %p, is told in the unit of the table", (text, readings) => {
    expect(among(text)).toEqual([readings]);
  });

  test("among whole amounts the whole reading comes first, whatever the notation", () => {
    expect(among("39,705")).toEqual([[39705, 39.705, "trieu-dong"]]);
    expect(among("39.705")).toEqual([[39705, 39.705, "trieu-dong"]]);
    expect(among("39,705", [78.96, 84.64])).toEqual([[39.705, 39705, "trieu-dong"]]);
    const alone = budgetOf({ total: null, items: ["39,705"], sources: [null] });
    expect(found(numberText, alone)).toMatchObject([{ data: { reading: 39.705, others: [39705] } }]);
  });

  test("a value with the unit of its row", () => {
    const read = (text: string, unit: string) =>
      found(numberText, indicatorOf("> 30", text, { unit })).map(({ data }) => ("reading" in data ? data.reading : undefined));
    expect([read("10 xã", "Xã"), read("24,5 cm", "cm"), read("10 bác sỹ", "Bác sĩ"), read("10 xã", "người")]).toEqual([
      [10], [24.5], [10], [null],
    ]);
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
    expect(found(numberText, indicatorOf("> 30", 46178, { actual2024: 31 }))).toMatchObject([
      { code: "date-for-number", severity: "warning", at: { row: 1, col: 6 } },
    ]);
    expect(found(numberText, indicatorOf("> 40.000", 46178))).toEqual([]);
    expect(found(numberText, indicatorOf("> 30", 46178, { actual2024: 45900 }))).toEqual([]);
    expect(found(numberText, tasksOf([{ progress: 46178 }, { progress: 50 }]))).toMatchObject([
      { code: "date-for-number", at: { row: 1, col: 4 } },
    ]);
  });

  test.each(["Đạt", "chưa đạt", "Đã thực hiện ở 7/17 xã", "7/17", "95,2%", "khoảng 95", "1O0", "= 100% kế hoạch", "1.234"])(
    "%p is a result of a target in words, in every column that takes it",
    (text) => {
      expect(found(numberText, indicatorOf("Duy trì và nâng cao", text, { baseline: text, actual2024: text }))).toEqual([]);
      expect(found(numberText, indicatorOf("> 30", text)).length).toBe(1);
    },
  );

  test("a word beside the targets of reporting units is as good, and none in the columns of numerators", () => {
    const rows = (target: string | number) =>
      indicatorRows([{ target2025: target, u1: "Đạt", u2: "3/5 thôn", actual2025: "Đạt", un1: null }, { target2025: target, un1: "Đạt" }]);
    const places = (target: string | number) => found(numberText, rows(target)).map(({ at }) => [at.row, at.col]);
    const col = (key: ColumnKey) => columnOf([{ target2025: null, u1: null, u2: null, actual2025: null, un1: null }], key);
    expect(places("Duy trì")).toEqual([[2, col("un1")]]);
    expect(places(90)).toHaveLength(4);
  });

  test("of two targets the one that a year is held against says what it takes", () => {
    const rows = indicatorRows([{ target2025: "Duy trì", target2030: 90, actual2025: "Đạt", actual2026: "Đạt" }]);
    expect(found(numberText, rows)).toMatchObject([
      { at: { col: columnOf([{ target2025: null, target2030: null, actual2025: null, actual2026: null }], "actual2026") } },
    ]);
  });

  test("a formula that was kept as text is said to be one", () => {
    for (const text of ["=SUM(C10;C14)", "'=C9", "\uff1dC9", " = C4 + C5", "=39000+705"]) {
      const table = budgetOf({ total: 600, items: [text, 200], sources: [400, 200] });
      expect(found(numberText, table)).toMatchObject([
        { code: "text-for-number", severity: "error", data: { text: text.trim(), reading: null, formula: true } },
      ]);
    }
    expect(found(numberText, budgetOf({ total: 600, items: ["= ", 200], sources: [400, 200] }))).toMatchObject([
      { data: { formula: false } },
    ]);
  });
});
