import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { contains } from "../../sheet";
import { bands } from "./bands";

describe("bands", () => {
  test("hold every cell that is not blank exactly once", () => {
    const table = fc.record({
      rows: fc.integer({ min: 0, max: 200 }),
      cols: fc.integer({ min: 1, max: 12 }),
      seed: fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
      every: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(table, ({ rows, cols, seed, every }) => {
        const content = Array.from({ length: rows }, () =>
          Array.from({ length: cols }, () => (Number(seed.next().value) < every ? 1 : "")),
        );
        const areas = bands(content);
        for (const [row, line] of content.entries()) {
          for (const [col, entry] of line.entries()) {
            const times = areas.filter((area) => contains(area, { row, col })).length;
            expect(times === 1 || (entry === "" && times === 0)).toBe(true);
          }
        }
        for (const { row, col, rows: height, cols: width } of areas) expect(row + height <= rows && col + width <= cols).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("leave a long blank column out, but not a short one, and all of a blank table", () => {
    const line = (row: number) => [row, "", row];
    expect(bands(Array.from({ length: 500 }, (_, row) => line(row)))).toEqual([
      { row: 0, col: 0, rows: 500, cols: 1 },
      { row: 0, col: 2, rows: 500, cols: 1 },
    ]);
    expect(bands(Array.from({ length: 20 }, (_, row) => line(row)))).toEqual([{ row: 0, col: 0, rows: 20, cols: 3 }]);
    expect(bands([["", ""], ["", ""]])).toEqual([]);
    expect(bands([])).toEqual([]);
  });

  test("a heading over all columns does not make the rows below it wide", () => {
    const areas = bands([
      Array.from({ length: 20 }, () => "x"),
      ...Array.from({ length: 1000 }, (_, row) => [row, ...Array.from({ length: 19 }, () => "")]),
    ]);
    expect(areas.reduce((sum, { rows, cols }) => sum + rows * cols, 0)).toBeLessThan(1000 + 20 * 40);
  });
});
