import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sameValue } from "../../sheet";
import { cellFormula, cellValue, inputFor } from "./cell-values";

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.string(),
  fc.constantFrom("#REF!", "#N/A").map((error) => ({ error })),
);

test("values of Excel: blanks are null, errors are errors, the rest stands", () => {
  expect([["", null], ["#DIV/0!", 0], ["#Thẻ", true]].flat().map(cellValue)).toEqual([null, null, { error: "#DIV/0!" }, 0, "#Thẻ", true]);
  expect(() => cellValue(undefined)).toThrow(TypeError);
});

test("typed text that begins with = is no formula", () => {
  expect(cellFormula("=1+1", "=1+1")).toBeNull();
  expect(cellFormula("=1+1", 2)).toBe("=1+1");
  expect(cellFormula(5, 5)).toBeNull();
});

describe("sameValue", () => {
  test("holds for equal values, and for no others", () => {
    fc.assert(fc.property(value, value, (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b) && typeof a === typeof b || a === b);
    }));
  });
});

test("what was read can be written again", () => {
  expect(inputFor(5, null)).toBe(5);
  expect(inputFor("=x", null)).toBe("=x");
  expect(inputFor(5, "=A1")).toEqual({ formula: "=A1" });
  expect(inputFor({ error: "#N/A" }, null)).toEqual({ formula: "=#N/A" });
});
