import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { translateFormula } from "./vietnamese-formula";

describe("translateFormula", () => {
  test.each([
    ["=SUM(A1;A2)", "=SUM(A1,A2)"],
    ["=sum(a1:a3)*1,05", "=SUM(A1:A3)*1.05"],
    ["=ROUND(A1*0,5;2)", "=ROUND(A1*0.5,2)"],
    ["=IF(A1>5;1,5;0)", "=IF(A1>5,1.5,0)"],
    ["=A1*1,10", "=A1*1.10"],
    ['=A1&"; 1,5 a1"', '=A1&"; 1,5 a1"'],
    ['=IF(A1="a;b";"1,5";\'Biểu 1;2,5\'!b2)', "=IF(A1=\"a;b\",\"1,5\",'Biểu 1;2,5'!B2)"],
    ["=SUM({1,2;3,4};1)", "=SUM({1,2;3,4},1)"],
    ["=tổng_chi*2", "=tổng_chi*2"],
    ["=$a$1+b$2", "=$A$1+B$2"],
  ])("%s", (typed, engine) => {
    expect(translateFormula(typed)).toBe(engine);
  });

  test.each(["=IF(A1>5,1,0)", "=SUM(A1,A2)", "=ROUND(B2/3,2)", "=SUM(1,2)*0.5", "=SUMIF(A1:A9,\">1,5\",B1:B9)"])(
    "%s stays as the engine shows it",
    (formula) => {
      expect(translateFormula(formula)).toBe(formula);
    },
  );

  test("what is translated once stays when it is edited again", () => {
    const token = fc.constantFrom("A1", "B$2", "1", "0,5", "12", ";", "(", ")", "+", "*", "SUM", '"x;1,5"', "'Biểu 1'!", ":");
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const once = translateFormula(`=${tokens.join(" ")}`);
        expect(translateFormula(once)).toBe(once);
      }),
    );
  });
});
