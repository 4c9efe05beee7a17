import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ceilDiv, floorDiv, fraction, fromUnits, intersect, isEmpty, keptDecimals, solve, toUnits } from "./arithmetic";

test.each([[39.705, 3], [1000, 0], [0.1 + 0.2, 1], [1e-7, 7], [1e21, 0], [-2.5, 1], [0, 0]])("%p has %p decimals", (value, decimals) => {
  expect(keptDecimals(value)).toBe(decimals);
});

test("units and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(3), (units, scale) => {
      const value = fromUnits(BigInt(units), scale);
      expect([toUnits(value, scale), toUnits(value, scale + 2)]).toEqual([BigInt(units), BigInt(units) * 100n]);
      expect(keptDecimals(value)).toBeLessThanOrEqual(scale);
    }),
  );
  expect([toUnits(1.25, 1), toUnits(-1.25, 1), toUnits(1e-300, 2), toUnits(-0.4, 0)]).toEqual([13n, -13n, 0n, 0n]);
});

test("division rounds towards the ends of the line", () => {
  const nonZero = fc.integer({ min: -50, max: 50 }).filter((n) => n !== 0);
  fc.assert(
    fc.property(fc.integer({ min: -999, max: 999 }), nonZero, (a, b) => {
      expect([floorDiv(BigInt(a), BigInt(b)), ceilDiv(BigInt(a), BigInt(b))]).toEqual([
        BigInt(Math.floor(a / b)), BigInt(Math.ceil(a / b)),
      ]);
    }),
  );
});

describe("solve", () => {
  test("holds exactly the whole numbers that the condition allows", () => {
    const small = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(small, small.filter((n) => n !== 0), fc.integer({ min: 1, max: 5 }), small, fc.nat(30), (start, num, den, low, width) => {
        const { lo, hi } = solve(BigInt(start), fraction(BigInt(num), BigInt(den)), BigInt(low), BigInt(low + width));
        for (let d = -400; d <= 400; d += 1) {
          const left = start * den + num * d;
          const allowed = left >= low * den && left <= (low + width) * den;
          expect(lo !== null && hi !== null && BigInt(d) >= lo && BigInt(d) <= hi).toBe(allowed);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("an open end stays open, on the side that the slope says", () => {
    expect(solve(10n, fraction(1n, 1n), null, 4n)).toEqual({ lo: null, hi: -6n });
    expect(solve(10n, fraction(-2n, 1n), null, 3n)).toEqual({ lo: 4n, hi: null });
    expect(isEmpty(intersect({ lo: null, hi: -6n }, { lo: 4n, hi: null }))).toBe(true);
  });
});
