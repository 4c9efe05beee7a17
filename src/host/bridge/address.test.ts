import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bounding, intersection, MAX_COLS, MAX_ROWS, parseSheetArea } from "../../sheet";
import { areaAddress, fullAddress, parseArea } from "./address";

const areas = fc.record({
  row: fc.nat(2000),
  col: fc.nat(300),
  rows: fc.integer({ min: 1, max: 500 }),
  cols: fc.integer({ min: 1, max: 90 }),
});

describe("addresses", () => {
  test("are read as they are written", () => {
    fc.assert(fc.property(areas, (area) => expect(parseArea(areaAddress(area))).toEqual(area)));
    for (const area of [
      { row: 0, rows: MAX_ROWS, col: 2, cols: 2 },
      { row: 4, rows: 3, col: 0, cols: MAX_COLS },
    ]) {
      expect(parseArea(areaAddress(area))).toEqual(area);
    }
    expect(areaAddress({ row: 0, rows: MAX_ROWS, col: 2, cols: 2 })).toBe("C:D");
    expect(areaAddress({ row: 4, rows: 3, col: 0, cols: MAX_COLS })).toBe("5:7");
  });

  test("are refused where they are none", () => {
    for (const text of ["", "A", "A0", "1:A", "A1,B2", "XFE1", "A1048577", "1048577:1048577", "tên"]) expect(parseArea(text)).toBeNull();
  });

  test("name their sheet, quoted where it needs it", () => {
    const cell = { row: 0, col: 0, rows: 1, cols: 1 };
    expect(["Sheet1", "Biểu", "Biểu 1", "it's", "2025", "B7"].map((sheet) => fullAddress(sheet, cell))).toEqual([
      "Sheet1!A1",
      "Biểu!A1",
      "'Biểu 1'!A1",
      "'it''s'!A1",
      "'2025'!A1",
      "'B7'!A1",
    ]);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 31 }).filter((name) => !/[![\]:*?/\\]|^'|'$|^=|^\s|\s$/.test(name)),
        areas,
        (sheet, area) => {
          expect(parseSheetArea(fullAddress(sheet, area))).toEqual({ sheet, area });
        },
      ),
    );
  });
});

describe("areas", () => {
  test("share what lies in both and are held by what holds both", () => {
    fc.assert(
      fc.property(areas, areas, (a, b) => {
        const all = bounding(a, b);
        expect([intersection(all, a), intersection(all, b)]).toEqual([a, b]);
        const shared = intersection(a, b);
        expect(shared).toEqual(intersection(b, a));
        if (shared) expect([intersection(shared, a), intersection(shared, b)]).toEqual([shared, shared]);
      }),
    );
  });
});
