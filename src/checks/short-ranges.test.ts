import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { check } from ".";
import { shortRanges } from "./short-ranges";

const found = (rows: Rows) => {
  const table = formulaTable(rows);
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
});
