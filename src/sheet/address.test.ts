import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  MAX_COLS, MAX_ROWS, areaToA1, areaToAbsoluteA1, columnIndex, columnLetters, contains, lastCell, outside, overlap, parseA1, parseAreaA1,
  parseSheetArea, sheetAreaToA1, toA1, toAbsoluteA1, type Area, type Cell,
} from "./address";

const cell = fc.record({ row: fc.nat(MAX_ROWS - 1), col: fc.nat(MAX_COLS - 1) });
const area: fc.Arbitrary<Area> = fc.tuple(cell, cell).map(([a, b]) => ({
  row: Math.min(a.row, b.row),
  col: Math.min(a.col, b.col),
  rows: Math.abs(a.row - b.row) + 1,
  cols: Math.abs(a.col - b.col) + 1,
}));
const sheet = fc
  .string({ minLength: 1, maxLength: 31, unit: "grapheme" })
  .filter((name) => name.trim() === name && !/[[\]:*?/\\!\p{Cc}]/u.test(name));

describe("addresses", () => {
  test("the corners of the alphabet", () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    expect(columnIndex("XFE")).toBeNull();
    expect(() => columnLetters(16384)).toThrow(RangeError);
  });

  test("what is written is read back", () => {
    fc.assert(
      fc.property(cell, area, sheet, (one, whole, name) => {
        expect(parseA1(toA1(one))).toEqual(one);
        expect(parseA1(toAbsoluteA1(one))).toEqual(one);
        expect(columnIndex(columnLetters(one.col))).toBe(one.col);
        expect(parseAreaA1(areaToA1(whole))).toEqual(whole);
        expect(parseAreaA1(areaToAbsoluteA1(whole))).toEqual(whole);
        expect(parseSheetArea(`=${sheetAreaToA1({ sheet: name, area: whole })}`)).toEqual({ sheet: name, area: whole });
      }),
    );
  });

  test("what is no address is null, never a throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        [parseA1(text), parseAreaA1(text), parseSheetArea(text)].every((one) => one === null || typeof one === "object"),
      ),
    );
    expect(["", "A0", "1A", "A1048577", "XFE1", "A:A", "1:1", "A1:B2:C3"].map(parseAreaA1)).toEqual(Array(8).fill(null));
  });

  test("areas hold their corners and overlap themselves", () => {
    fc.assert(
      fc.property(area, cell, (whole, one) => {
        expect(contains(whole, whole) && contains(whole, lastCell(whole)) && overlap(whole, whole)).toBe(true);
        expect(overlap(whole, { ...one, rows: 1, cols: 1 })).toBe(contains(whole, one));
      }),
    );
  });
});

test("outside holds each cell of the wanted area that the old one lacks, once", () => {
  const small = fc.record({ row: fc.nat(8), col: fc.nat(8), rows: fc.integer({ min: 1, max: 8 }), cols: fc.integer({ min: 1, max: 8 }) });
  const cells = (of: Area): Cell[] =>
    Array.from({ length: of.rows * of.cols }, (_, i) => ({ row: of.row + Math.floor(i / of.cols), col: of.col + (i % of.cols) }));
  fc.assert(fc.property(small, small, (wanted, old) => {
    const expected = cells(wanted).filter((one) => !contains(old, one));
    expect(outside(wanted, old).flatMap(cells).map(toA1).sort()).toEqual(expected.map(toA1).sort());
  }));
});
