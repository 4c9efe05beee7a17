import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { shiftArea } from "./shift";

/** Moves each line of an area by itself: the slow way that cannot be wrong. */
function linesAfter(start: number, size: number, at: number, count: number): number[] {
  const lines = Array.from({ length: size }, (_, index) => start + index);
  if (count >= 0) return lines.map((line) => (line >= at ? line + count : line));
  return lines.filter((line) => line < at || line >= at - count).map((line) => (line >= at ? line + count : line));
}

describe("shiftArea", () => {
  const spans = fc.record({
    start: fc.nat(30),
    size: fc.integer({ min: 1, max: 15 }),
    at: fc.nat(50),
    count: fc.integer({ min: -20, max: 20 }),
  });

  test("spans what its first and last line become, on both axes", () => {
    fc.assert(
      fc.property(spans, ({ start, size, at, count }) => {
        const lines = linesAfter(start, size, at, count);
        const rows = shiftArea({ row: start, rows: size, col: 7, cols: 2 }, { axis: "row", at, count });
        const cols = shiftArea({ col: start, cols: size, row: 7, rows: 2 }, { axis: "col", at, count });
        if (lines.length === 0) {
          expect([rows, cols]).toEqual([null, null]);
          return;
        }
        const [first, last] = [Math.min(...lines), Math.max(...lines)];
        expect(rows).toEqual({ row: first, rows: last - first + 1, col: 7, cols: 2 });
        expect(cols).toEqual({ col: first, cols: last - first + 1, row: 7, rows: 2 });
      }),
    );
  });

  test("comes back when what was inserted is taken away again", () => {
    fc.assert(
      fc.property(spans, ({ start, size, at, count }) => {
        const area = { row: start, rows: size, col: 0, cols: 1 };
        const inserted = Math.abs(count);
        const moved = shiftArea(area, { axis: "row", at, count: inserted });
        expect(moved && shiftArea(moved, { axis: "row", at, count: -inserted })).toEqual(area);
      }),
    );
  });
});
