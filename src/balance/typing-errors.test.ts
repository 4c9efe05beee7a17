import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { misprints } from "./typing-errors";

/** The mistakes that make `typed` of `meant`, both written with `decimals`, counted with `scale` decimals. */
function kinds(typed: number, meant: number, decimals = 0, scale = decimals, amongNegatives = false): string[] {
  const units = (value: number) => Math.round(value * 10 ** scale);
  const found = misprints({ units: units(typed), scale, decimals, amongNegatives }, units(meant), units(meant));
  return [...new Set(found.sort((a, b) => a.likelihood - b.likelihood).map(({ kind }) => kind))];
}

test.each([
  [39750, 39705, 0, ["digits-swapped"]],
  [87654, 67854, 0, ["digits-swapped"]],
  [12.43, 12.34, 2, ["digits-swapped"]],
  [1.23, 2.13, 2, ["digits-swapped"]],
  [84640, 84540, 0, ["digit-wrong"]],
  [0.35, 0.85, 2, ["digit-wrong"]],
  [788960, 78960, 0, ["digit-doubled"]],
  [12.334, 12.34, 3, ["digit-doubled"]],
  [7215, 72151, 0, ["digit-dropped"]],
  [2151, 72151, 0, ["digit-dropped"]],
  [12.4, 12.34, 1, ["digit-dropped"]],
  [12.3, 12.34, 1, ["digit-dropped"]],
  [1000, 100, 0, ["zeros"]],
  [10005, 100005, 0, ["zeros"]],
  [-56640, 56640, 0, ["sign"]],
  [39.705, 39705, 3, ["separator"]],
  [125, 12.5, 0, ["separator"]],
  [39705000, 39705, 0, ["thousand-fold"]],
  [39, 39000000, 0, ["thousand-fold"]],
])("%p for %p", (typed, meant, decimals, expected) => {
  expect(kinds(typed, meant, decimals, 3)).toEqual(expect.arrayContaining(expected));
  expect(kinds(typed, meant, decimals, 3)[0]).toBe(expected[0]);
});

test.each([[100, 55], [1234, 4321], [0, 5000], [12345, 99999]])("%p for %p is no single mistake", (typed, meant) => {
  expect(kinds(typed, meant)).toEqual([]);
});

/** Typing, written down independently of the way back. */
const hands: Readonly<Record<string, (digits: string, at: number, digit: number) => string>> = {
  "digits-swapped": (digits, at) => digits.slice(0, at) + (digits[at + 1] ?? "") + (digits[at] ?? "") + digits.slice(at + 2),
  "digit-wrong": (digits, at, digit) => digits.slice(0, at) + digit + digits.slice(at + 1),
  "digit-doubled": (digits, at) => digits.slice(0, at + 1) + digits.slice(at),
  "digit-dropped": (digits, at) => digits.slice(0, at) + digits.slice(at + 1),
};

describe("whatever a typing hand does is found again, and nothing else is invented", () => {
  const meant = fc.integer({ min: 1000, max: 999_999_999 });

  test.each(Object.keys(hands))("%s", (kind) => {
    fc.assert(
      fc.property(meant, fc.nat(20), fc.nat(9), (value, place, digit) => {
        const text = String(value);
        const typed = hands[kind]?.(text, place % (text.length - 1), digit) ?? text;
        fc.pre(typed !== text && !typed.startsWith("0"));
        const found = kinds(Number(typed), value);
        // A repeated zero is told as zeros.
        expect(found.some((other) => other === kind || other === "zeros")).toBe(true);
      }),
    );
  });

  test("only values between the limits, none the same as typed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(100_000), fc.nat(3), (units, lo, width, decimals) => {
        for (const { to } of misprints({ units, scale: 3, decimals, amongNegatives: true }, lo, lo + width)) {
          expect(Number.isSafeInteger(to) && to >= lo && to <= lo + width && to !== units).toBe(true);
        }
      }),
    );
  });
});
