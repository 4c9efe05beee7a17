import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { slipBetween } from "./one-slip";

test("a slip is named where one leads into the interval, in the decimals of its column", () => {
  expect(slipBetween(39750, 0, 39705, 39705)).toEqual({ to: 39705, kind: "digits-swapped", rank: 0 });
  expect(slipBetween(12.53, 2, 12.345, 12.355)).toEqual({ to: 12.35, kind: "digits-swapped", rank: 0 });
  expect(slipBetween(38, 1, 82.95, 83.05)).toMatchObject({ to: 83 });
});

test("what no slip explains is null, and what is told lies in the interval", () => {
  expect(slipBetween(5000, 0, 1234, 1234)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), fc.nat(99), (value, lo, width) => {
      const slip = slipBetween(value, 0, lo, lo + width);
      return slip === null || (slip.to >= lo && slip.to <= lo + width && slip.to !== value);
    }),
  );
});
