import { expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { twoBreakdowns } from "../../tests/support/formula-grids";
import { linkedValues } from "./linked-values";

test("values from other workbooks are one line of information; a number in place of a file's name says nothing", () => {
  const table = twoBreakdowns();
  expect(found(linkedValues, table)).toEqual([]);
  expect(found(linkedValues, { ...table, linked: [{ row: 90, col: 2, books: ["a.xlsx"] }] })).toEqual([]);
  const linked = [{ row: 4, col: 2, books: ["chi-tiet.xlsx", "2"] }, { row: 5, col: 2, books: ["chi-tiet.xlsx"] }];
  expect(found(linkedValues, { ...table, linked })).toMatchObject([
    {
      code: "linked-values",
      severity: "info",
      at: { row: 4, col: 2 },
      cells: [{ row: 4 }, { row: 5 }],
      data: { books: ["chi-tiet.xlsx"] },
    },
  ]);
});
