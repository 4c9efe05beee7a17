import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { growth } from "../../tests/support/growth";
import { goneRows, inverseOrigins, risingOrigins } from "./row-origins";

const wanted = fc
  .uniqueArray(fc.nat(11), { maxLength: 9 })
  .chain((rows) => fc.tuple(...rows.map((row) => fc.option(fc.constant(row), { freq: 4 }))));
const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 });
const rises = (rows: readonly number[]): boolean => rows.every((row, at) => at === 0 || row > (rows[at - 1] ?? 0));
const numbers = (rows: readonly (number | null)[]): number[] => rows.filter((row): row is number => row !== null);

describe("rows that keep their order", () => {
  test("are the heaviest that rise, found among all parts", () => {
    fc.assert(
      fc.property(wanted, weights, (rows, weight) => {
        const of = (row: number): number => weight[row] ?? 0;
        const found = risingOrigins(rows, of);
        const sum = (part: readonly number[]): number => part.reduce((all, row) => all + of(row), 0);
        expect(found.every((row, at) => row === null || row === rows[at])).toBe(true);
        expect(rises(numbers(found))).toBe(true);
        const all = numbers(rows);
        const best = Math.max(
          0,
          ...Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_row, at) => (bits >> at) & 1)).filter(rises).map(sum),
        );
        expect(sum(numbers(found))).toBe(best);
      }),
    );
  });

  test("tens of thousands of them take hardly longer each than a few thousand", () => {
    const many = (size: number): number[] => Array.from({ length: size }, (_, at) => (at % 2 === 0 ? at : size - at));
    expect(numbers(risingOrigins(many(60_000))).length).toBeGreaterThanOrEqual(30_000);
    // 8 times as many: some 10 times as long; each with each would be 64 times
    expect(growth((size) => risingOrigins(many(size)), 8_000, 8)).toBeLessThan(28);
  });

  test("the way back gives each row the place from which it came, and says which are gone", () => {
    expect(inverseOrigins([0, null, 3, 4], 6)).toEqual([0, null, null, 2, 3, null]);
    expect(goneRows([0, null, 3, 4], 6)).toEqual([1, 2, 5]);
    expect(goneRows([], 2)).toEqual([0, 1]);
  });
});
