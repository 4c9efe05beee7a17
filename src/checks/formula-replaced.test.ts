import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, twoBreakdowns, type Typed } from "../../tests/support/formula-grids";
import { formulaReplaced } from "./formula-replaced";
import { sums } from "./sums";

const C3 = { row: 2, col: 2 };

describe("formula-replaced", () => {
  test("formulas in their places are quiet, in whatever way they add", () => {
    for (const formula of ["=SUM(C4:C6)", "=C4+C5+C6", '=IF(COUNT(C4:C6)=0,"",SUM(C4:C6))', "=SUM($C$4:$C$6)"])
      expect(found(formulaReplaced, twoBreakdowns({ C3: formula }))).toEqual([]);
  });

  test("a typed number that agrees will not follow: a warning with the formula", () => {
    expect(found(formulaReplaced, twoBreakdowns({ C3: 600 }))).toMatchObject([
      { severity: "warning", at: C3, data: { value: 600, right: 600, formula: { at: C3, from: null, to: "=SUM(C4:C6)" } } },
    ]);
  });

  test("a typed number that does not agree is an error, and the sums do not say it again", () => {
    const table = twoBreakdowns({ C3: 610 });
    expect(found(formulaReplaced, table)).toMatchObject([{ severity: "error", data: { value: 610, right: 600 } }]);
    expect(found(sums, table)).toEqual([]);
  });

  test("typed over to hide a slip among its lines: the sums still find that", () => {
    const table = twoBreakdowns({ C3: 600, C4: 132 });
    expect(found(formulaReplaced, table)).toMatchObject([{ severity: "error", data: { value: 600, right: 609 } }]);
    expect(found(sums, table)).toMatchObject([
      { code: "sum-mismatch", data: { correction: { at: { row: 3, col: 2 }, from: 132, to: 123 } } },
    ]);
  });

  test("a number of one's own sums is typed, too", () => {
    expect(found(formulaReplaced, twoBreakdowns({ C3: "=300+300" }))).toMatchObject([
      { severity: "warning", data: { formula: { from: "=300+300" } } },
    ]);
  });

  test("cleared over lines that have amounts: a warning; over blank ones nothing", () => {
    expect(found(formulaReplaced, twoBreakdowns({ C3: null }))).toMatchObject([{ severity: "warning", data: { value: null, right: 600 } }]);
    expect(found(formulaReplaced, twoBreakdowns({ C3: null, C4: null, C5: null, C6: null }))).toEqual([]);
    expect(found(formulaReplaced, twoBreakdowns({ C3: 600, C4: null, C5: null, C6: null }))).toMatchObject([
      { severity: "info", data: { value: 600, right: null } },
    ]);
  });

  test("text and errors are findings of their own", () => {
    expect(found(formulaReplaced, twoBreakdowns({ C3: "sáu trăm" }))).toEqual([]);
    expect(found(formulaReplaced, twoBreakdowns({ C3: { error: "#REF!" } }))).toEqual([]);
    expect(found(formulaReplaced, twoBreakdowns({ C3: 600, C4: "123" }))).toEqual([]);
  });

  const across = (years: Typed, units: Typed) =>
    calculated(
      ["number", "label", "amount", "y2024", "y2025", "years", "u1", "u2", "units", "key"],
      [["", "Tổng", 10, 4, 6, years, 7, 3, units, "T"]],
    );
  test("the sum of the years and of the reporting units", () => {
    expect(found(formulaReplaced, across("=SUM(D2:E2)", "=G2+H2"))).toEqual([]);
    expect(found(formulaReplaced, across(10, 11))).toMatchObject([
      { severity: "warning", at: { col: 5 }, data: { formula: { to: '=IF(COUNT(D2:E2)=0,"",SUM(D2:E2))' } } },
      { severity: "error", at: { col: 8 }, data: { value: 11, right: 10, formula: { to: '=IF(COUNT(G2:H2)=0,"",SUM(G2:H2))' } } },
    ]);
  });

  const crossed = (typed: Readonly<Record<string, Typed>>) =>
    calculated(
      ["number", "label", "amount", "y2024", "key"],
      ([
        ["", "Tổng", 30, 30, "T"],
        ["A", "Phân theo nội dung chi", "=SUM(C4,C7)", "=SUM(D4,D7)", "T:item"],
        ["1", "Xây dựng", 12, "=SUM(D5:D6)", "A.1"],
        ["1.1", "Tỉnh", 5, 5, "A.1×B.1"],
        ["1.2", "Xã", 7, 7, "A.1×B.2"],
        ["2", "Đào tạo", 18, "=SUM(D8:D9)", "A.2"],
        ["2.1", "Tỉnh", 8, 8, "A.2×B.1"],
        ["2.2", "Xã", 10, 10, "A.2×B.2"],
        ["B", "Phân theo nguồn vốn", "=SUM(C11:C12)", "=SUM(D11:D12)", "T:source"],
        ["1", "Tỉnh", 13, "=SUM(D5,D8)", "B.1"],
        ["2", "Xã", 17, "=SUM(D6,D9)", "B.2"],
      ] as const).map((row, index) => row.map((cell, col) => typed[`${"ABCDE"[col] ?? ""}${index + 2}`] ?? cell)),
    );
  test("of a table by item and source: items and sources are sums of shares in the years, and stated in the amount", () => {
    expect(found(formulaReplaced, crossed({}))).toEqual([]);
    expect(found(formulaReplaced, crossed({ D7: 18, D12: 71 }))).toMatchObject([
      { severity: "warning", at: { row: 6, col: 3 }, data: { formula: { to: '=IF(COUNT(D8:D9)=0,"",SUM(D8:D9))' } } },
      { severity: "error", at: { row: 11, col: 3 }, data: { value: 71, right: 17, formula: { to: '=IF(COUNT(D6,D9)=0,"",SUM(D6,D9))' } } },
    ]);
    expect(found(sums, crossed({ D12: 71 }))).toEqual([]);
  });
});
