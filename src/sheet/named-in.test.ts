import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { namedIn } from "./named-in";

const number = fc.oneof(fc.nat({ max: 30 }), fc.nat(), fc.constantFrom("00", "07", "1048576", "1048577", "9999999", "10000000"));
const BEFORE = [
  "A", "$B", "C$", "$XFD$", "XFE", "ABCD", "LOG", "Tong_", "Biểu!D", "Sheet2!E", "'Biểu 1'!F", "'Biểu 01'!G", "[1]Biểu!H",
  "1.", "1E", ".", "#",
];
const OTHERS = [
  "(", ")", "+", ":", ",", "ROW(", "SUM(", "LOG10(", '"', '"A1"', "Tong", " ", "{", "}", "#REF!", "[", "]", "!", "A:A", "%", "ă",
];
const piece = fc.oneof(
  number.map(String),
  fc.tuple(fc.constantFrom(...BEFORE), number).map(([before, after]) => `${before}${after}`),
  fc.constantFrom(...OTHERS),
);
const formula = fc.array(piece, { maxLength: 14 }).map((pieces) => `=${pieces.join("")}`);

describe("namedIn", () => {
  test("says of each formula what its own pieces say, whichever of the same shape came before", () => {
    fc.assert(
      fc.property(formula, fc.array(number, { minLength: 1, maxLength: 20 }), (first, numbers) => {
        let at = 0;
        const other = first.replace(/\d+/g, () => String(numbers[at++ % numbers.length]));
        // a sign of our own in it makes a formula be cut by itself
        for (const one of [first, other]) expect(namedIn(one)).toEqual(namedIn(`${one}\uE000`));
      }),
      { numRuns: 1000 },
    );
  });

  test("tells areas and names with their sheets", () => {
    expect(namedIn("=SUM('Biểu 2'!C9:C$14,Tong)+ROW(A1)+[1]Biểu!C8")).toEqual([
      { sheet: "Biểu 2", area: { row: 8, col: 2, rows: 6, cols: 1 } },
      { sheet: null, name: "Tong" },
    ]);
    expect(namedIn("=SUM('Biểu 3'!C10:C$15,Tong)")).toEqual([
      { sheet: "Biểu 3", area: { row: 9, col: 2, rows: 6, cols: 1 } },
      { sheet: null, name: "Tong" },
    ]);
  });

  test("tells what a formula names often once, also where its rows differ", () => {
    const cell = (row: number, col: number, rows = 1, cols = 1) => ({ sheet: null, area: { row: row - 1, col, rows, cols } });
    for (const row of [12, 13, 1048575]) {
      expect(namedIn(`=IF(C${row}="",0,C${row}+$C$13)+C${row + 1}+C${row}+SUM(C${row}:D${row + 1})+SUM(D${row}:C${row + 1})`)).toEqual(
        row === 13
          ? [cell(13, 2), cell(14, 2), cell(13, 2, 2, 2)]
          : [cell(row, 2), cell(13, 2), ...(row === 12 ? [] : [cell(row + 1, 2)]), cell(row, 2, 2, 2)],
      );
    }
  });
});
