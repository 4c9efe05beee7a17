import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, twoBreakdowns } from "../../tests/support/formula-grids";
import { signs } from "./signs";

const said = (table: Parameters<typeof found>[1]) =>
  found(signs, table).map(({ code, severity, at, data }) => ({ code, severity, row: at.row + 1, data }));

describe("signs", () => {
  test("amounts above zero, zeros and full tables are quiet", () => {
    expect(said(twoBreakdowns())).toEqual([]);
    expect(said(twoBreakdowns({ C4: 0, C5: 300 }))).toEqual([]);
  });

  test("a negative line with which the sums agree is a warning, unless its name says that it takes away", () => {
    expect(said(twoBreakdowns({ C4: -23, C5: 323 }))).toMatchObject([
      { code: "negative-amount", severity: "warning", row: 4, data: { value: -23, label: "Xây dựng" } },
    ]);
    expect(said(twoBreakdowns({ C4: -23, C5: 323, B4: "Điều chỉnh giảm dự toán" }))).toEqual([]);
    expect(said(twoBreakdowns({ C4: -23, C5: 323, B4: "Chương trình giảm nghèo" }))).toHaveLength(1);
  });

  test("a total below zero cannot be right", () => {
    expect(said(calculated(["number", "label", "amount", "key"], [["", "Tổng", -5, "T"]]))).toMatchObject([{ severity: "error", row: 2 }]);
  });

  test("a wrong sign that the sums tell is not told again", () => {
    expect(said(twoBreakdowns({ C4: -123 }))).toEqual([]);
  });

  test("a line without an amount where the total is not reached", () => {
    expect(said(twoBreakdowns({ C5: null }))).toMatchObject([
      { code: "amount-missing", severity: "warning", row: 5, data: { gap: 177, total: { value: 600 }, missing: [{ label: "Thiết bị" }] } },
    ]);
  });

  test("blank where the total is reached, or while the table is being filled in, is quiet", () => {
    expect(said(twoBreakdowns({ C4: 300, C5: null }))).toEqual([]);
    expect(said(twoBreakdowns({ C4: null, C5: null }))).toEqual([]);
    expect(said(twoBreakdowns({ C2: null, C5: null }))).toEqual([]);
    expect(said(twoBreakdowns({ C4: "123", C5: null }))).toEqual([]);
    expect(said(twoBreakdowns({ C4: 500, C5: null }))).toEqual([]);
  });

  test("under a line, and what lines under a blank one come to", () => {
    const table = (one: number | null, oneOne: number | null) =>
      calculated(["number", "label", "amount", "key"], [
        ["", "Tổng", 10, "T"],
        ["A", "Theo nội dung", "=SUM(C4,C7)", "T:item"],
        ["1", "Một", one, "A.1"],
        ["1.1", "Một một", oneOne, "A.2"],
        ["1.2", "Một hai", 3, "A.3"],
        ["2", "Hai", 3, "A.4"],
      ]);
    expect(said(table(7, 4))).toEqual([]);
    expect(said(table(7, null))).toMatchObject([{ code: "amount-missing", row: 5, data: { gap: 4, total: { label: "Một" } } }]);
    expect(said(table(null, 4))).toEqual([]);
  });
});
