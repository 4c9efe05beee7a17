import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1, type SheetSnapshot } from "../sheet";
import { check } from ".";
import { shortRanges } from "./short-ranges";

const found = (rows: Rows, more: Partial<SheetSnapshot> = {}) => {
  const table = formulaTable(rows, more);
  return shortRanges
    .check(table, { today, tables: [table] })
    .flatMap(({ severity, data }) =>
      "missing" in data && "by" in data && "expected" in data
        ? [[severity, toA1(data.at), data.expected, ...data.also.map((one) => toA1(one.at))]]
        : [],
    );
};

describe("short-ranges", () => {
  test("nothing in a table that is right", () => {
    expect(found(budgetRows())).toEqual([]);
  });

  test("the columns beside it say how far a sum goes", () => {
    expect(found(budgetRows({ C7: "=SUM(C2:C5)" }))).toEqual([["error", "C7", "=SUM(C2:C6)"]]);
    expect(found(budgetRows({ C7: "=SUM(C$2:C$4)" }))).toEqual([["error", "C7", "=SUM(C$2:C$6)"]]);
  });

  test("what follows from it is not told again", () => {
    const table = formulaTable(budgetRows({ C7: "=SUM(C2:C5)" }));
    expect(check([table], today).findings.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual(["range-short"]);
  });

  test("where all of them stop, one line between is a warning, several are not told", () => {
    expect(found(budgetRows({ C7: "=SUM(C2:C5)", D7: "=SUM(D2:D5)", E7: "=SUM(E2:E5)" }))).toEqual([
      ["warning", "C7", "=SUM(C2:C6)", "D7", "E7"],
    ]);
    expect(found(budgetRows({ C7: "=SUM(C2:C4)", D7: "=SUM(D2:D4)", E7: "=SUM(E2:E4)" }))).toEqual([]);
  });

  test("a rate among whole numbers, a line that is added otherwise and an area without numbers are left alone", () => {
    const alike = (to: Readonly<Record<string, Rows[number][number]>>) => budgetRows({ C7: "=SUM(C2:C5)", D7: 1, E7: 1, ...to });
    expect(found(alike({ C6: 0.96 }))).toEqual([]);
    expect(found(alike({ C7: "=SUM(C2:C5)+C6" }))).toEqual([]);
    expect(found(alike({ C7: "=SUM(C2:C5)-C6" }))).toEqual([]);
    expect(found(alike({ C2: null, C3: null, C4: null, C5: null }))).toEqual([]);
  });

  test("of a total above its parts the outline numbers tell", () => {
    const rows = (second: string): Rows => [
      ["STT", "Nội dung", "2025", "2026"],
      ["I", "Chi đầu tư", "=SUM(C3:C4)", 715],
      ["1", "Vốn trong nước", 2310, 315],
      ["2", "Vốn nước ngoài", 640, 200],
      [second, "Vốn khác", 77, 200],
      ["III", "Khác", 5, 6],
    ];
    expect(found(rows("3"))).toEqual([["error", "C2", "=SUM(C3:C5)"]]);
    expect(found(rows("II"))).toEqual([]);
  });

  const across = (heads: readonly string[], formulas: readonly string[]): Rows => [
    ["STT", "Nội dung", ...heads],
    ...formulas.map((formula, at): Rows[number] => {
      const row = at + 2;
      const numbers = [2310 + at * 17, 640 + at * 31, 77 + at, 415 - at * 9];
      const cells = heads.slice(0, -1).map((_, index) => numbers[index] ?? 0);
      return [`${at + 1}`, `Xã ${at + 1}`, ...cells, formula.replaceAll("#", `${row}`)];
    }),
  ];
  const QUARTERS = ["Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"];

  test("across a row the lines above and below say how far a sum goes", () => {
    const whole = "=SUM(C#:F#)";
    expect(found(across(QUARTERS, [whole, whole, whole, whole]))).toEqual([]);
    expect(found(across(QUARTERS, [whole, "=SUM(C#:E#)", whole, whole]))).toEqual([["error", "G3", "=SUM(C3:F3)"]]);
    expect(found(across(QUARTERS, [whole, "=SUM($C#:$E#)", "=SUM(C#:E#)", whole]))).toEqual([["error", "G3", "=SUM($C3:$F3)", "G4"]]);
  });

  test("a line that stops short is told once", () => {
    const table = formulaTable(across(QUARTERS, ["=SUM(C#:F#)", "=SUM(C#:E#)", "=SUM(C#:F#)", "=SUM(C#:F#)"]));
    const codes = check([table], today).findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
    expect(codes).toEqual(["range-short"]);
  });

  test("where all lines stop before one like column, it is a warning; a share, a rate and a column of another kind are left alone", () => {
    const short = Array.from({ length: 4 }, () => "=SUM(C#:E#)");
    expect(found(across(["Tỉnh", "Huyện", "Xã", "Thôn", "Cộng"], short))).toEqual([["warning", "G2", "=SUM(C2:F2)", "G3", "G4", "G5"]]);
    expect(found(across(["Tỉnh", "Huyện", "Xã", "Tỷ lệ (%)", "Cộng"], short))).toEqual([]);
    expect(found(across(["Tỉnh", "Huyện", "Xã", "Số hộ (hộ)", "Cộng"], short))).toEqual([]);
    expect(found(across(["Tỉnh", "Huyện", "Xã", "Năm 2025", "Cộng"], short))).toEqual([]);
  });

  test("columns under one head belong to one sum", () => {
    const merges = [{ row: 0, col: 3, rows: 1, cols: 4 }];
    const rows = (formula: string): Rows =>
      [
        ["STT", "Nội dung", "Tổng số", "Chia ra", null, null, null],
        [null, null, null, "Lương", "Phụ cấp", "Đóng góp", "Khác"],
        ...[1, 2, 3].map((at) => [
          `${at}`, `Xã ${at}`, formula.replaceAll("#", `${at + 2}`), 2310 + at, 640 + at * 3, 77 * at, 415 - at * 9,
        ]),
      ];
    expect(found(rows("=SUM(D#:G#)"), { merges })).toEqual([]);
    expect(found(rows("=SUM(D#:F#)"), { merges })).toEqual([["warning", "C3", "=SUM(D3:G3)", "C4", "C5"]]);
  });
});
