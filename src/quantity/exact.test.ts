import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { ZERO, exactOf, plus, quotient, shifted, times, toNumber } from "./exact";

const decimal = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => Number(`${digits}e-${scale}`));

test("a number comes back as it was", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
      expect(toNumber(exactOf(value))).toBe(value === 0 ? 0 : value),
    ),
  );
});

test("sums are the same in every order and grouping, and have no noise", () => {
  expect(toNumber(plus(exactOf(0.1), exactOf(0.2)))).toBe(0.3);
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 30 }), fc.nat(30), (values, cut) => {
      const sum = (part: readonly number[]) => part.reduce((all, value) => plus(all, exactOf(value)), ZERO);
      expect(plus(sum(values.slice(0, cut)), sum(values.slice(cut)))).toEqual(sum(values.toReversed()));
    }),
  );
});

test("a million of a unit and back is the same", () => {
  fc.assert(fc.property(decimal, (value) => expect(toNumber(shifted(times(exactOf(value), 1e6), 6))).toBe(value === 0 ? 0 : value)));
});

test("a quotient is right to six decimals, halves away from zero; there is none by zero", () => {
  expect(quotient(exactOf(2), exactOf(3), 100)).toBe(66.666667);
  expect(quotient(exactOf(-1), exactOf(2_000_000), 1)).toBe(-0.000001);
  expect(quotient(exactOf(1), ZERO, 100)).toBeNull();
});
