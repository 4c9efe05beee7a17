import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { blankSum, plainSum } from "../sheet";
import { acrossTeller, isPlainDown } from "./plain-sums";

const letters = fc.constantFrom("C", "D", "Z", "AA", "BC");
const row = fc.integer({ min: 1, max: 12_000 });
/** What a hand does to a formula: nothing, or one sign gone, doubled or another. */
const edit = fc.tuple(fc.nat(60), fc.constantFrom("", "", "0", "1", "$", ",", ":", "D", ")", " "), fc.boolean(), fc.boolean());
const edited = (formula: string, [at, sign, instead, whether]: readonly [number, string, boolean, boolean]): string =>
  whether ? `${formula.slice(0, at)}${sign}${formula.slice(instead ? at + 1 : at)}` : formula;

describe("plain sums are told as comparing the texts tells them", () => {
  test("across a row", () => {
    let [plain, other] = [0, 0];
    const layouts = fc.constantFrom(
      (one: number) => `D${one}:H${one}`, (one: number) => `D${one}`, (one: number) => `D${one},F${one},AB${one}`,
      (one: number) => `Z${one}:AC${one}`,
    );
    fc.assert(
      fc.property(layouts, row, fc.boolean(), edit, fc.integer({ min: -1, max: 1 }), (textOf, at, blank, change, off) => {
        const formula = edited(blank ? blankSum(textOf(at)) : plainSum(textOf(at)), change);
        const expected = formula === blankSum(textOf(at + off)) || formula === plainSum(textOf(at + off));
        if (expected) plain += 1;
        else other += 1;
        expect(acrossTeller(textOf)(formula, at + off)).toBe(expected);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(plain, other)).toBeGreaterThan(50);
  });

  test("down a column", () => {
    let [plain, other] = [0, 0];
    fc.assert(
      fc.property(
        letters, letters, fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean(), edit,
        (own, asked, rows, range, blank, change) => {
          const places = range ? rows.slice(0, 2) : rows;
          const inner = (of: string): string => places.map((one) => `${of}${one}`).join(range ? ":" : ",");
          const formula = edited(blank ? blankSum(inner(own)) : plainSum(inner(own)), change);
          const expected = formula === blankSum(inner(asked)) || formula === plainSum(inner(asked));
          if (expected) plain += 1;
          else other += 1;
          expect(isPlainDown(formula, asked, places, range)).toBe(expected);
          expect(isPlainDown(blankSum(inner(asked)), asked, places, range)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
    expect(Math.min(plain, other)).toBeGreaterThan(50);
  });
});
