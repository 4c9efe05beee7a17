import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { contains, overlap } from "./address";
import { cellLooks, columnCharacters, columnPixels, equalAreas, looksOf, sidesOf, type CellLook } from "./looks";

const AREA = { row: 3, col: 2, rows: 6, cols: 5 };
const cells = Array.from({ length: AREA.rows * AREA.cols }, (_, at) => ({
  row: AREA.row + Math.floor(at / AREA.cols),
  col: AREA.col + (at % AREA.cols),
}));
const gridOf = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { minLength: cells.length, maxLength: cells.length });
const placeOf = (row: number, col: number): number => (contains(AREA, { row, col }) ? (row - AREA.row) * AREA.cols + col - AREA.col : -1);

test("areas of equal values hold each cell that has one, once, from top to bottom", () => {
  fc.assert(
    fc.property(gridOf(fc.constantFrom(null, undefined, 1, 2)), (values) => {
      const areas = equalAreas(AREA, (row, col) => values[placeOf(row, col)]);
      for (const [at, cell] of cells.entries())
        expect(areas.filter(({ area }) => contains(area, cell)).map(({ value }) => value)).toEqual(values[at] ? [values[at]] : []);
      expect(areas.every(({ area }, at) => !areas.slice(at + 1).some((other) => overlap(area, other.area)))).toBe(true);
      expect(areas.map(({ area }) => area.row)).toEqual(areas.map(({ area }) => area.row).sort((a, b) => a - b));
    }),
  );
});

test("what nearly all cells do not have costs nothing, and a block that looks alike is one area", () => {
  const bold = (row: number): CellLook => (row === 4 ? { bold: true } : {});
  expect(looksOf(AREA, ["bold", "indents", "borders"], bold, () => 9)).toEqual({
    bold: [{ area: { row: 4, col: 2, rows: 1, cols: 5 }, value: true }],
    indents: [],
    borders: [],
  });
  expect(
    looksOf(
      AREA,
      ["numberFormats", "widths"],
      () => ({ numberFormat: "0%" }),
      (col) => col,
    ),
  ).toEqual({ numberFormats: [{ area: AREA, value: "0%" }], widths: [2, 3, 4, 5, 6] });
});

const look = fc.record(
  { numberFormat: fc.constant("0%"), indent: fc.constantFrom(1, 2), align: fc.constant("left" as const), bold: fc.constant(true as const),
    unseen: fc.constant(true as const) },
  { requiredKeys: [] },
);

test("looks read cell by cell are those that they were made of", () => {
  fc.assert(
    fc.property(gridOf(look), (looks) => {
      const read = cellLooks(
        looksOf(
          AREA,
          ["numberFormats", "indents", "aligns", "bold", "unseen"],
          (row, col) => looks[placeOf(row, col)] ?? {},
          () => 0,
        ),
      );
      for (const [at, { row, col }] of cells.entries()) expect(read(row, col)).toEqual(looks[at]);
      expect(read(0, 0)).toEqual({});
    }),
  );
});

test("a line that one cell has is the other's, too, and made again of what is known it stays", () => {
  const sides = fc
    .array(fc.boolean(), { minLength: 4, maxLength: 4 })
    .map((has) => sidesOf((side) => has[["top", "right", "bottom", "left"].indexOf(side)]));
  fc.assert(
    fc.property(gridOf(sides), (own) => {
      const made = looksOf(
        AREA,
        ["borders"],
        (row, col) => ({ sides: own[placeOf(row, col)] ?? [] }),
        () => 0,
      );
      const at = cellLooks(made);
      const has = (row: number, col: number, side: "top" | "right" | "bottom" | "left"): boolean =>
        at(row, col).sides?.includes(side) ?? false;
      for (const [place, { row, col }] of cells.entries()) {
        expect((own[place] ?? []).every((side) => has(row, col, side))).toBe(true);
        if (contains(AREA, { row: row + 1, col })) expect(has(row, col, "bottom")).toBe(has(row + 1, col, "top"));
        if (contains(AREA, { row, col: col + 1 })) expect(has(row, col, "right")).toBe(has(row, col + 1, "left"));
      }
      expect(looksOf(AREA, ["borders"], at, () => 0)).toEqual(made);
    }),
  );
});

test("a width in characters comes back from its pixels", () => {
  for (let width = 0; width <= 255; width++) expect(columnCharacters(columnPixels(width))).toBe(width);
  expect([columnCharacters(64), columnCharacters(0)]).toEqual([8.43, 0]);
});
