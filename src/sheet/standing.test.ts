import { describe, expect, test } from "@jest/globals";
import { sameFormula, sameState, stateOf } from "./standing";

describe("formulas as Excel spells them", () => {
  test.each([
    ["='Sheet1'!A1+1", "=Sheet1!A1+1"],
    ["=sum(a1:b2)", "=SUM(A1:B2)"],
    ["=ROUND( C5 / 0.10 , 1 )", "=ROUND(C5/0.1,1)"],
    ["=_xlfn.NUMBERVALUE(A1,\",\")", "=NUMBERVALUE(A1,\",\")"],
    ["=SUM(pt_Amounts)", "=SUM(PT_amounts)"],
  ])("%s is %s", (a, b) => expect(sameFormula(a, b)).toBe(true));

  test.each([
    ["=SUM(A1:B2)", "=SUM(A1:B3)"],
    ["=A1+1", "=A1+10"],
    ["=IF(A1=\"a\",1,2)", "=IF(A1=\"A\",1,2)"],
    ["=$A$1", "=A1"],
    ["='Biểu 1'!A1", "='Biểu 2'!A1"],
    ["=A1-B1", "=A1+B1"],
  ])("%s is not %s", (a, b) => expect(sameFormula(a, b)).toBe(false));
});

describe("what stands in a cell", () => {
  test("a formula that comes to another value is the same cell; a number in its place is not", () => {
    expect(sameState({ formula: "=A1", value: 1 }, { formula: "=A1", value: 2 })).toBe(true);
    expect(sameState({ formula: "=A1", value: 1 }, { formula: null, value: 1 })).toBe(false);
    expect(sameState(stateOf(""), stateOf(null))).toBe(true);
    expect(sameState({ formula: null, value: { error: "#N/A" } }, { formula: null, value: { error: "#REF!" } })).toBe(false);
  });
});
