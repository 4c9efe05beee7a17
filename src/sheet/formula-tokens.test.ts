import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formulaShifter, formulaTokens, referenceArea, shiftFormula, shownFormula } from "./formula-tokens";

const kinds = (formula: string): string[] => formulaTokens(formula).map((token) => `${token.kind}:${token.text}`);

describe("formulaTokens", () => {
  test("all pieces together are the formula, whatever stands in it", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => formulaTokens(text).map((token) => token.text).join("") === text));
  });

  test("references, names, functions, text and errors are told apart", () => {
    expect(kinds("=SUM(A1:B$2,'Biểu ''A'' 1'!C3)*LOG10(x1)+\"A1 \"\"B2\"\"\"&Tổng.chi")).toEqual([
      "other:=", "function:SUM", "other:(", "reference:A1:B$2", "other:,", "reference:'Biểu ''A'' 1'!C3", "other:)", "other:*",
      "function:LOG10", "other:(", "reference:x1", "other:)", "other:+", "string:\"A1 \"\"B2\"\"\"", "other:&", "name:Tổng.chi",
    ]);
    expect(kinds("A:A+$1:2-1.5E+3%#REF!")).toEqual([
      "reference:A:A", "other:+", "reference:$1:2", "other:-", "number:1.5E+3", "other:%", "error:#REF!",
    ]);
    expect(kinds("SUM( {1,2;3,4} )")).toEqual(["function:SUM", "other:(", "space: ", "array:{1,2;3,4}", "space: ", "other:)"]);
    expect(kinds("ABCD1+A1B+TRUE")).toEqual(["name:ABCD1", "other:+", "name:A1B", "other:+", "name:TRUE"]);
  });

  test("the sheet of a reference is its name without quotes", () => {
    const [token] = formulaTokens("'Biểu ''A'' 1'!C3:C5");
    expect(token).toEqual({ kind: "reference", text: "'Biểu ''A'' 1'!C3:C5", sheet: "Biểu 'A' 1", address: "C3:C5" });
  });
});

describe("referenceArea", () => {
  test.each([
    ["$B$7", { row: 6, col: 1, rows: 1, cols: 1 }],
    ["C9:B7", { row: 6, col: 1, rows: 3, cols: 2 }],
    ["B:C", { row: 0, col: 1, rows: 1_048_576, cols: 2 }],
    ["$3:4", { row: 2, col: 0, rows: 2, cols: 16_384 }],
    ["XFE1", null],
    ["A1048577", null],
  ])("%s", (address, area) => {
    expect(referenceArea(address)).toEqual(area);
  });
});

describe("shiftFormula", () => {
  test("relative parts move, fixed ones stay, text and functions are left alone", () => {
    expect(shiftFormula("=SUM(A1:B$2,$C3)*LOG10(D4)&\"A1\"&'Sheet A1'!E5", 2, 1)).toBe("=SUM(B3:C$2,$C5)*LOG10(E6)&\"A1\"&'Sheet A1'!F7");
    expect(shiftFormula("A:B+$A:B+1:2+$1:2", 2, 1)).toBe("B:C+$A:C+3:4+$1:4");
  });

  test("what leaves the sheet is #REF!", () => {
    expect(shiftFormula("A1+Sheet1!B2", -1, 0)).toBe("#REF!+Sheet1!B1");
    expect(shiftFormula("XFD1", 0, 1)).toBe("#REF!");
  });

  test("text, quoted sheets, functions and names that look like references stay", () => {
    expect(shiftFormula("=LOG10(A1)+PT_budget1_amount+'Biểu A1'!B$2&\"A1 \"\"B2\"\"\"", 3, 0)).toBe(
      "=LOG10(A4)+PT_budget1_amount+'Biểu A1'!B$2&\"A1 \"\"B2\"\"\"",
    );
  });

  test("moving down twice is moving down by both, and one shifter serves many cells", () => {
    const part = fc.constantFrom(
      "A1", "$B$2", "C$3:D4", "'Biểu ''A1'''!E5", "F:F", "6:$7", "LOG10(G8)", "PT_budget1_amount", "\"H9 \"\"I10\"\"\"", "1.5",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(1000), fc.nat(1000), (parts, a, b) => {
        const formula = `=${parts.join("+")}`;
        const shift = formulaShifter(formula);
        expect(shiftFormula(shift(a, 0), b, 0)).toBe(shift(a + b, 0));
        expect(shift(0, 0)).toBe(formula);
      }),
    );
  });

  test("there and back again is the same formula", () => {
    const cell = fc.record({
      row: fc.integer({ min: 300, max: 9000 }),
      col: fc.constantFrom("BA", "CZ", "AAA"),
      fix: fc.constantFrom("", "$"),
    });
    fc.assert(
      fc.property(cell, cell, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -20, max: 20 }), (a, b, rows, cols) => {
        const formula = `=IF(${a.fix}${a.col}${a.row}="","",SUM(${a.col}${a.fix}${a.row}:${b.col}${b.fix}${b.row}))`;
        expect(shiftFormula(shiftFormula(formula, rows, cols), -rows, -cols)).toBe(formula);
      }),
    );
  });
});

test("function names are shown as Excel shows them, text is not touched", () => {
  expect(shownFormula("=_xlfn.NUMBERVALUE(A1)&_xlfn._xlws.FILTER(A1:A2,1)&\"_xlfn.A\"")).toBe('=NUMBERVALUE(A1)&FILTER(A1:A2,1)&"_xlfn.A"');
});
