import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { RichApiFailure } from "./failure";
import { requireFormula } from "./formula-limits";

const codeOf = (formula: string): string => {
  try {
    requireFormula(formula);
    return "taken";
  } catch (error) {
    return error instanceof RichApiFailure ? error.code : String(error);
  }
};

const args = (count: number): string => Array.from({ length: count }, (_, i) => `A${i + 1}`).join(",");
const nested = (depth: number): string => `=${"ABS(".repeat(depth)}1${")".repeat(depth)}`;

test.each([
  "=SUM(", "=SUM(A1", "=A1)", "=(A1+2", "=()", "=A1+", "=*A1", "=A1*/B1", "=A1&", '="không có cuối', '=A1&"x', "=SUM(A1;B1)", "=1 2",
  '="a" "b"', '=A1"x"', "=2A1", "=A1,B1", "={1,2", "=A1+)", "=IF(A1>,1,2)", "=#", "=Bang1[1", `=SUM(${args(256)})`,
  `=${"1+".repeat(4096)}1`, `="${"x".repeat(256)}"`, nested(65),
])("Excel does not take %s", (formula) => {
  expect(codeOf(formula)).toBe("InvalidArgument");
});

test.each([
  "=A1", "=-A1", "=--A1", "=+A1*-B1", "=SUM(A1:A4)", "=SUM(A1,)", "=IF(,1,2)", "=NOW()", "=SUM( A1 , B2 )", "=SUM((A1,B2))", "=A1:B2 B1:C2",
  "=INDEX(A:A,1):B2", "=A1<>B1", "=A1>=B1", "=A1<=B1", "=A1=B1", "=50%", "=A1%*2", '="a""b"&""', "={1,2;3,4}", "=Bang1[1]",
  "=SUM(Bang1[[#This Row],[Cột 1]:[Cột 3]])", "=Bang1[@Cột]", "='Biểu ''A'' số 1'!A3*2", "='[Sổ.xlsx]Biểu'!$A$1", "=@A1", "=A1#", "=1E5",
  "=#REF!", "=SUM(pt_amounts)", '=IF(COUNT(C5:C7)=3,C9-C8,"")', "=ABS(N(C10))>0", `=SUM(${args(255)})`, `="${"x".repeat(255)}"`,
  `="${'""'.repeat(255)}"`, nested(64), `=${"1+".repeat(4095)}1`,
])("Excel takes %s", (formula) => {
  expect(codeOf(formula)).toBe("taken");
});

test("a formula that is taken is taken in an argument too, and not without its last bracket", () => {
  const value = fc.constantFrom("A1", "$B$2:C9", "12.5", '"x"', "pt_name", "'Biểu 1'!A1", "-3", "TRUE");
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      value,
      fc.tuple(tie("formula"), fc.constantFrom("+", "*", "&", "<>", " >= "), tie("formula")).map((parts) => parts.join("")),
      fc.array(tie("formula"), { maxLength: 4 }).map((parts) => `SUM(${parts.join(", ")})`),
      tie("formula").map((inner) => `(${inner})`),
    ),
  }));
  fc.assert(
    fc.property(formula, (body) => {
      expect(codeOf(`=${body}`)).toBe("taken");
      expect(codeOf(`=ROUND(${body},0)`)).toBe("taken");
      expect(codeOf(`=ROUND(${body},0`)).toBe("InvalidArgument");
      expect(codeOf(`=${body}*`)).toBe("InvalidArgument");
    }),
  );
});
