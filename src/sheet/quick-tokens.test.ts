import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_COLS, MAX_ROWS, toA1, toAbsoluteA1 } from "./address";
import { matchedTokens } from "./formula-tokens";
import { quickArea, quickTokens } from "./quick-tokens";

/** Pieces that formulas are made of, and what makes one of another when they meet. */
const piece = fc.constantFrom(
  "A1", "$B$2", "c$3", "$D4", "XFD1048576", "ABC12345678", "A01", "AB", "A:B", "$1:$2", ":", "A", "R1C1", "SUM", "LOG10",
  "x_1", "_a", "a?b", "(", ")", ",", ";", "+", "-", "*", "/", "%", "^", "&", "=", "<", ">", "$", "@", "1",
  "0", "12.5", ".5", "1.", ".", "e", "1E+3", "2e5",
  " ", "\n", "\t",
  '"a ""b"" c"', '"', '""', "'Biểu 1'!", "'a''b'!", "'", "''", "Sheet1!", "1!", "'[b.xlsx]A'!", "!", "[1]A!", "#REF!",
  "#N/A", "#", "{1,2}", "[", "]", "Bang[So]", "\\", "đ", "\u00a0", "🙂", "?",
);

describe("quickTokens", () => {
  test("what it tells is what the pattern finds", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")), (formula) => {
        const quick = quickTokens(formula);
        if (quick) expect(quick).toEqual(matchedTokens(formula));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    "=SUM(A1:B2,$C$3)*0.5", "='Biểu 1'!C3-Sheet2!$D4", '=IF(COUNT(C10:C14)=0,"",SUM(C10:C14))', "=A:A+1:3", "=ROUND(Tong/1E3,2)%",
  ])("it tells of %s", (formula) => expect(quickTokens(formula)).toEqual(matchedTokens(formula)));
});

describe("quickArea", () => {
  const cell = fc.record({ row: fc.nat(MAX_ROWS - 1), col: fc.nat(MAX_COLS - 1) });

  test("any two corners", () => {
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const area = {
          row: Math.min(one.row, other.row),
          col: Math.min(one.col, other.col),
          rows: Math.abs(one.row - other.row) + 1,
          cols: Math.abs(one.col - other.col) + 1,
        };
        expect(quickArea(`${toA1(one)}:${toAbsoluteA1(other)}`)).toEqual(area);
        expect(quickArea(toAbsoluteA1(one).toLowerCase())).toEqual({ ...one, rows: 1, cols: 1 });
      }),
    );
  });

  test.each(["A:B", "1:2", "A0", "XFE1", "A1048577", "", "A1:", "A1:B2:C3", "A1 ", "B"])("nothing of %j", (address) => {
    expect(quickArea(address)).toBeNull();
  });
});
