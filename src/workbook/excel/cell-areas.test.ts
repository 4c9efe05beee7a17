import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cellAreas } from "./cell-areas";

const cell = fc.record({ sheet: fc.constantFrom("A", "B"), row: fc.nat(6), col: fc.nat(5) });

describe("cellAreas", () => {
  test("holds every cell once, in the place that it has", () => {
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: (one) => JSON.stringify(one), maxLength: 60 }), (cells) => {
        const placed = cellAreas(cells, (one) => one).flatMap(({ sheet, area, cells: own }) => {
          expect(own).toHaveLength(area.rows * area.cols);
          return own.map((one, i) => {
            expect(one).toEqual({ sheet, row: area.row + Math.floor(i / area.cols), col: area.col + (i % area.cols) });
            return one;
          });
        });
        const keys = (list: typeof cells) => list.map((one) => JSON.stringify(one)).sort();
        expect(keys(placed)).toEqual(keys(cells));
      }),
    );
  });

  test.each([
    ["a column", 500, 1, 1],
    ["a row", 1, 40, 1],
    ["a table", 30, 8, 1],
    ["a table of more cells than a piece has", 6000, 2, 3],
  ])("%s is %i × %i cells in %i areas", (_, rows, cols, areas) => {
    const cells = Array.from({ length: rows * cols }, (_unused, i) => ({
      sheet: "Kết quả kiểm tra",
      row: 4 + Math.floor(i / cols),
      col: 2 + (i % cols),
    }));
    expect(cellAreas(cells.reverse(), (one) => one)).toHaveLength(areas);
  });
});
