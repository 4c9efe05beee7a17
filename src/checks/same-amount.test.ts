import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import { formulaTable, type Rows } from "../../tests/support/other-tables";
import { sameAmount } from "./same-amount";

const lines = (amounts: readonly Typed[], names: Readonly<Record<number, string>> = {}) =>
  calculated(["number", "label", "amount", "y2025", "key"], [
    ["", "Tổng", null, null, "T"],
    ["A", "Theo nội dung", null, null, "T:item"],
    ...amounts.map((amount, index): Typed[] => [
      String(index + 1), names[index] ?? `Dòng ${index + 1}`, amount, typeof amount === "number" ? amount / 10 : null, `A.${index + 1}`,
    ]),
  ]);
const said = (...args: Parameters<typeof lines>) =>
  found(sameAmount, lines(...args)).map(({ severity, at, cells, data }) => ({ severity, at: at.row, cells: cells.length, data }));

describe("same-amount", () => {
  test("an odd amount in two lines is information, once for all columns", () => {
    expect(said([39705, 78960, 39705, 72151])).toMatchObject([
      { severity: "info", at: 5, cells: 4, data: { value: 39705, sameName: false, lines: [{ at: { row: 3 } }, { at: { row: 5 } }] } },
    ]);
  });

  test("under one name it is a warning", () => {
    expect(said([39705, 78960, 39705], { 0: "Sửa chữa trạm  y tế", 2: "Sửa chữa trạm y tế" })).toMatchObject([
      { severity: "warning", data: { sameName: true } },
    ]);
    expect(said([150, 78960, 150], { 0: "Hội nghị", 2: "hội nghị" })).toMatchObject([{ severity: "warning" }]);
  });

  test.each([
    [[100, 100, 300]],
    [[1000, 5, 1000]],
    [[12_500, 12_500, 7]],
    [[39705, 39706, 39707]],
    [[0, 0, 12345]],
    [["39705", 39705, 12345]],
    // a norm for each of three
    [[33.333, 33.333, 33.333]],
  ])("%j is quiet", (amounts) => {
    expect(said(amounts)).toEqual([]);
  });

  test("the more lines, the more digits have to agree", () => {
    const many = Array.from({ length: 400 }, (_, index) => 10_007 + 13 * index);
    expect(said([...many.slice(1), many[1] ?? 0])).toEqual([]);
    expect(said([...many, 123_456_789, 123_456_789])).toHaveLength(1);
  });

  test("a line with one line under it, and the source that pays it, have its amount; lines under two headings are told", () => {
    const table = (second: number) =>
      calculated(["number", "label", "amount", "key"], [
        ["", "Tổng", 91_357, "T"],
        ["A", "Theo nội dung", "=SUM(C4,C6)", "T:item"],
        ["1", "Một", 45_678, "A.1"],
        ["1.1", "Một một", 45_678, "A.2"],
        ["2", "Hai", 45_679, "A.3"],
        ["2.1", "Hai một", second, "A.4"],
        ["2.2", "Hai hai", 45_679 - second, "A.5"],
        ["-", "Trong đó", 45_679, "A.6"],
        ["B", "Theo nguồn", "=SUM(C11:C12)", "T:source"],
        ["1", "Tỉnh", 45_678, "B.1"],
        ["2", "Xã", 45_679, "B.2"],
      ]);
    expect(found(sameAmount, table(40_000))).toEqual([]);
    expect(found(sameAmount, table(45_678))).toMatchObject([
      { severity: "info", data: { lines: [{ label: "Một một" }, { label: "Hai một" }] } },
    ]);
  });

  describe("in tables of somebody else's", () => {
    const told = (lines: Rows) =>
      found(sameAmount, formulaTable([["STT", "Nội dung", "Năm 2025", "Năm 2026"], ...lines])).map(({ severity, at }) => [
        severity, at.row,
      ]);

    test("a line that stands twice is a warning", () => {
      const lines: Rows = [
        ["1", "Giáo dục", 2310, 6245],
        ["2", "Y tế", 1450, 2318],
        ["3", "y  tế", 1450, 2318],
        ["4", "Văn hóa", 610, 845],
      ];
      expect(told(lines)).toEqual([["warning", 3]]);
    });

    test.each<[string, Rows]>([
      ["other numbers", [["1", "Y tế", 1450, 2318], ["2", "Y tế", 1450, 2319], ["3", "Văn hóa", 610, 845]]],
      ["another name", [["1", "Y tế xã", 1450, 2318], ["2", "Y tế huyện", 1450, 2318], ["3", "Văn hóa", 610, 845]]],
      ["small numbers", [["1", "Máy in", 1, 2], ["2", "Máy in", 1, 2], ["3", "Máy tính", 10, 12]]],
      ["a line in between", [["1", "Y tế", 1450, 2318], ["2", "Văn hóa", 610, 845], ["3", "Y tế", 1450, 2318]]],
      ["a formula that says so", [["1", "Y tế", 1450, 2318], ["2", "Y tế", "=C2", "=D2"], ["3", "Văn hóa", 610, 845]]],
      ["lines under each other", [["I", "Y tế", 1450, 2318], ["1", "Y tế", 1450, 2318], ["II", "Văn hóa", 610, 845]]],
    ])("%s: nothing", (_name, lines) => {
      expect(told(lines)).toEqual([]);
    });
  });
});
