import { expect, test } from "@jest/globals";
import { MAX_COLS, MAX_ROWS } from "../../sheet";
import { areasIn } from "./selection";

test.each([
  ["Sheet1!B7", "Sheet1", { row: 6, col: 1, rows: 1, cols: 1 }],
  ["'Biểu 1, A'!A1:B2,'Biểu 1, A'!D4", "Biểu 1, A", { row: 0, col: 0, rows: 2, cols: 2 }],
  ["'Sở ''A'''!$C$5", "Sở 'A'", { row: 4, col: 2, rows: 1, cols: 1 }],
  ["Sheet1!1:1048576", "Sheet1", { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS }],
  ["Sheet1!A:XFD", "Sheet1", { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS }],
  ["Sheet1!A1:XFD1048576", "Sheet1", { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS }],
])("%s", (address, sheet, area) => expect(areasIn(address)[0]).toEqual({ sheet, area }));

test.each(["", "B7", "Sheet1!#REF!"])("%s is no area", (address) => expect(areasIn(address)).toEqual([]));

test("several areas are all there, those of a sheet that is named once too", () => {
  const sheet = "Biểu 1, A";
  const both = [{ sheet, area: { row: 0, col: 0, rows: 2, cols: 2 } }, { sheet, area: { row: 3, col: 3, rows: 1, cols: 1 } }];
  expect(areasIn("'Biểu 1, A'!A1:B2,'Biểu 1, A'!D4")).toEqual(both);
  expect(areasIn("'Biểu 1, A'!A1:B2,D4")).toEqual(both);
});
