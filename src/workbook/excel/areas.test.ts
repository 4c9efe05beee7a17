import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Area, Cell } from "../../sheet";
import { MAX_COLS, MAX_ROWS } from "../../sheet";
import { isOpen, rowPieces } from "./areas";
import { columnsA1, rowsA1 } from "./ranges";

const area = fc.record({ row: fc.nat(8), col: fc.nat(8), rows: fc.integer({ min: 1, max: 8 }), cols: fc.integer({ min: 1, max: 8 }) });

function cells(of: Area): Cell[] {
  return Array.from({ length: of.rows * of.cols }, (_, i) => ({ row: of.row + Math.floor(i / of.cols), col: of.col + (i % of.cols) }));
}

test("row pieces put together are the area, none longer than asked", () => {
  fc.assert(fc.property(area, fc.integer({ min: 1, max: 10 }), (whole, rows) => {
    const pieces = rowPieces(whole, rows);
    expect(pieces.flatMap(cells)).toEqual(cells(whole));
    expect(pieces.every((piece) => piece.rows <= rows)).toBe(true);
  }));
});

describe("an open area", () => {
  test.each([
    [{ row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS }, true],
    [{ row: 4, col: 1, rows: MAX_ROWS - 4, cols: 2 }, true],
    [{ row: 0, col: 0, rows: 3, cols: MAX_COLS }, true],
    [{ row: 0, col: 0, rows: MAX_ROWS - 1, cols: MAX_COLS - 1 }, false],
  ])("%j: %s", (given, open) => {
    expect(isOpen(given)).toBe(open);
  });
});

test("whole columns and rows", () => {
  expect(columnsA1(2, 27)).toBe("C:AB");
  expect(rowsA1(0, 4)).toBe("1:5");
});
