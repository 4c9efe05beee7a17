import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_COLS } from "../../sheet";
import { bytesOf, messagesOf, rowContent, type Piece } from "./pieces";

const wanted = { place: false, layout: false, dates: false, looks: [], without: [] } as const;
const pieceOf = (index: number, rows: number, cols: number): Piece => ({
  sheet: `S${index}`, index, wanted, area: { row: 3, col: 1, rows, cols },
});

/** Reads the messages, of which the rows of each request turn out to be of a size. */
function read(pieces: readonly Piece[], sizes: readonly number[], limit: number): (readonly Piece[])[] {
  const known = new Map<number, number>();
  const messages: (readonly Piece[])[] = [];
  for (const message of messagesOf(pieces, (index) => known.get(index), limit)) {
    messages.push(message);
    for (const { index } of message) known.set(index, sizes[index] ?? 0);
  }
  return messages;
}

describe("messages", () => {
  const sized = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 100 }), cols: fc.integer({ min: 1, max: 9 }), size: fc.nat(2000) }), {
    maxLength: 8,
  });

  test("hold all rows of each area, one after the other", () => {
    fc.assert(fc.property(sized, fc.integer({ min: 100, max: 50_000 }), (all, limit) => {
      const pieces = all.map(({ rows, cols }, index) => pieceOf(index, rows, cols));
      const parts = read(pieces, all.map(({ size }) => size), limit).flat();
      for (const { index, area } of pieces) {
        const own = parts.filter((part) => part.index === index).map((part) => part.area);
        const rows = own.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at));
        expect(rows).toEqual(Array.from({ length: area.rows }, (_, at) => area.row + at));
        expect(own.every(({ col, cols }) => col === area.col && cols === area.cols)).toBe(true);
      }
    }));
  });

  test("are no larger than the limit as far as is known, but for one row alone", () => {
    fc.assert(fc.property(sized, fc.integer({ min: 100, max: 50_000 }), (all, limit) => {
      const known = new Set<number>();
      for (const message of read(all.map(({ rows, cols }, index) => pieceOf(index, rows, cols)), all.map(({ size }) => size), limit)) {
        const bytes = message.reduce((sum, piece) => sum + bytesOf(piece, known.has(piece.index) ? all[piece.index]?.size : undefined), 0);
        expect(bytes <= limit || (message.length === 1 && message[0]?.area.rows === 1)).toBe(true);
        for (const { index } of message) known.add(index);
      }
    }));
  });

  test("begin with a small part of a large area, beside the others, and go on as its rows turn out", () => {
    const pieces = [pieceOf(0, 1000, 10), pieceOf(1, 10, 10)];
    const limit = bytesOf(pieceOf(0, 100, 10));
    const rows = (size: number) => read(pieces, [size, 0], limit).map((message) => message.map(({ index, area }) => [index, area.rows]));
    expect(rows(0).slice(0, 3)).toEqual([[[0, 10], [1, 10]], [[0, 100]], [[0, 100]]]);
    expect(rows(5000).slice(0, 3)).toEqual([[[0, 10], [1, 10]], [[0, 10]], [[0, 10]]]);
  });

  test("ask for whole sheets and for places at once", () => {
    const open = { ...pieceOf(0, 50, MAX_COLS), wanted: { ...wanted, dates: true } };
    const places = [1, 2].map((index) => ({ ...pieceOf(index, 10, 10), wanted: { ...wanted, place: true } }));
    expect(read([open, ...places], [], 1_000_000)).toEqual([[{ ...open, area: { ...open.area, col: 1 } }, ...places]]);
  });
});

test("a row takes what its values and formulas take, a typed cell twice as much", () => {
  expect(rowContent([["ab", 1]], [[null, null]])).toBe(rowContent([["ab", 1]], [["ab", 1]]));
  const long = rowContent(Array.from({ length: 500 }, () => [1]), Array.from({ length: 500 }, () => [`=${"A1+".repeat(700)}1`]));
  expect(Math.round(long / 100)).toBe(21);
});
