import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { formulaReferences } from "./formula-references";

const found = (rows: Rows) => {
  const table = formulaTable(rows);
  return formulaReferences
    .check(table, { today, tables: [table] })
    .map(({ severity, cells }) => [severity, ...cells.map(({ row, col }) => `${row} ${col}`)]);
};

describe("formula-references", () => {
  test("a blank cell beside the table went astray, and so did words", () => {
    expect(found(budgetRows({ C7: "=C2+C3+C4+C5+G6" }))).toEqual([["warning", "6 2", "5 6"]]);
    expect(found(budgetRows({ C7: "=SUM(C2,C3,C4,C5,B6)" }))).toEqual([["warning", "6 2", "5 1"]]);
  });

  test("a line that may be filled in is information", () => {
    expect(found(budgetRows({ C4: null, C7: "=C2+C3+C4+C5+C6" }))).toEqual([["info", "6 2", "3 2"]]);
  });

  test("areas may have blanks, and what is not filled in at all is no fault", () => {
    expect(found(budgetRows({ C4: null, E4: null }))).toEqual([]);
    expect(
      found(budgetRows({ C2: null, C3: null, C4: null, C5: null, C7: "=C2+C3+C4+C5+C6", E2: null, E3: null, E4: null, E5: null })),
    ).toEqual([]);
  });
});
