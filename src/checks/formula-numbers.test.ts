import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { formulaNumbers } from "./formula-numbers";

const numbersOf = (rows: Rows) => {
  const table = formulaTable(rows);
  return formulaNumbers
    .check(table, { today, tables: [table] })
    .map(({ at, data }) => [
      toA1(at),
      ...("numbers" in data ? data.numbers : []),
      ...("also" in data ? data.also.map((one) => toA1(one.at)) : []),
    ]);
};

describe("formula-numbers", () => {
  test.each([
    ["=SUM(C2:C6)+500", [["C7", 500]]],
    ["=SUM(C2:C6,500)", [["C7", 500]]],
    ["=C2+C3+C4+C5+C6-1200.5", [["C7", -1200.5]]],
    ["=ROUND(SUM(C2:C6)+500,0)", [["C7", 500]]],
    ["='Biểu 2'!C9+514", [["C7", 514]]],
    ["=SUM(C2:C6)", []],
    ["=SUM(C2:C6)/100", []],
    ["=SUM(C2:C6)*12", []],
    ["=ROUND(SUM(C2:C6),-1)", []],
    ["=C6+1", []],
    ["=39000+705", []],
    ["=SUM(C2:C6)+0", []],
  ])("%s", (formula, expected) => {
    expect(numbersOf(budgetRows({ C7: [formula, 7910] }))).toEqual(expected);
  });

  test("days that are counted on are none", () => {
    expect(numbersOf(budgetRows({ C7: ["=C6+7", 45_300] }))).toEqual([]);
    expect(numbersOf(budgetRows({ C7: ["=C6+7", 427] }))).toEqual([["C7", 7]]);
  });

  test("what was copied along is one finding", () => {
    expect(numbersOf(budgetRows({ C7: "=SUM(C2:C6)+500", D7: "=SUM(D2:D6)+500" }))).toEqual([["C7", 500, "D7"]]);
  });
});
