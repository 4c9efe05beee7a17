import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { areaToA1 } from "../sheet";
import { additionOf } from "./additions";

const read = (formula: string) => {
  const addition = additionOf(formula, "Biểu");
  return (
    addition && { cells: addition.terms.map(({ area, times }) => `${times < 0 ? "-" : ""}${areaToA1(area)}`), constant: addition.constant }
  );
};

describe("what a formula adds", () => {
  test.each([
    ["=SUM(C4:C6)", ["C4:C6"], 0],
    ["=C4+C5+C6", ["C4", "C5", "C6"], 0],
    ["=+$C$4-C5", ["C4", "-C5"], 0],
    ["=SUM(C4:C5,C8, C9+D1)", ["C4:C5", "C8", "C9", "D1"], 0],
    ['=IF(COUNT(D8:H8)=0,"",SUM(D8:H8))', ["D8:H8"], 0],
    ['=IF(COUNT(D8:D9)+COUNT(D11)=0,"",SUM(D8:D9)+SUM(D11))', ["D8:D9", "D11"], 0],
    ["=SUM(C4:C6)+5", ["C4:C6"], 5],
    ["=ROUND(SUM(C4:C6)-(C8-2),0)", ["C4:C6", "-C8"], 2],
    ["=IFERROR(sum(C4),0)", ["C4"], 0],
    ["='Biểu'!C4+C5", ["C4", "C5"], 0],
    ["=39000+705", [], 39705],
  ])("%s", (formula, cells, constant) => {
    expect(read(formula)).toEqual({ cells, constant });
  });

  test.each([
    "=SUM()", "=C4*2", "=C4/C5", "=SUMIFS(C:C,A:A,1)", "=SUBTOTAL(9,C4:C6)", "=Khác!C4+C5", "=TongChi", "=C4:C6", "=SUM(C4:C6", "=C4>3",
    "=IF(C4=0,1,C5)", "=#REF!+C4", "",
  ])("%s is no addition", (formula) => {
    expect(read(formula)).toBeNull();
  });

  test("any order of plus and minus, and no text throws", () => {
    const cell = fc.record({ row: fc.nat(99), col: fc.nat(30), rows: fc.constant(1), cols: fc.constant(1) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), cell), { minLength: 1, maxLength: 9 }), (terms) => {
        const formula = `=${terms.map(([minus, area]) => `${minus ? "-" : "+"}${areaToA1(area)}`).join("")}`;
        expect(read(formula)?.cells).toEqual(terms.map(([minus, area]) => `${minus ? "-" : ""}${areaToA1(area)}`));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void additionOf(text, "Biểu")));
  });
});
