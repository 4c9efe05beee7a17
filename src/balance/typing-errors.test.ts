import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { LIKELIHOOD, misprints } from "./typing-errors";

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

/** How likely each mistake is by which `typed`, written with `decimals`, comes of `meant`. */
function likelihoods(typed: number, meant: number, decimals: number, amongNegatives = false): Record<string, number> {
  const units = (value: number) => Math.round(value * 1000);
  const found = misprints({ units: units(typed), scale: 3, decimals, amongNegatives }, units(meant), units(meant));
  return Object.fromEntries(found.toSorted((a, b) => b.likelihood - a.likelihood).map(({ kind, likelihood }) => [kind, likelihood]));
}

describe("a mistake is as likely as the mark that it leaves", () => {
  const { telling, replaced, dropped, odd } = LIKELIHOOD;

  test("they are told apart", () => {
    expect([telling, replaced, dropped, odd, LIKELIHOOD.none].every((one, at, all) => at === 0 || one > (all[at - 1] ?? 0))).toBe(true);
  });

  test.each<[string, number, number, number, Record<string, number>]>([
    ["a sign that slipped by any place", 39.705, 39_705, 3, { separator: telling }],
    ["a sign that was left out", 125, 12.5, 0, { separator: telling }],
    ["a sign that slipped by two places", 1250, 12.5, 0, { separator: telling }],
    ["a sign that slipped by four places", 123_450, 12.345, 0, { separator: telling }],
    ["the next unit of money", 39_705_000, 39_705, 0, { "thousand-fold": telling }],
    ["the unit of money after the next", 39, 39_000_000, 0, { "thousand-fold": telling }],
    ["one zero too many", 397_050, 39_705, 0, { zeros: telling }],
    ["one zero too few", 39_705, 397_050, 0, { zeros: telling, "digit-dropped": dropped }],
    ["two zeros too many", 3_970_500, 39_705, 0, { zeros: odd }],
    ["four zeros too few", 39_705, 397_050_000, 0, { zeros: odd }],
    ["five zeros too many", 3_970_500_000, 39_705, 0, { zeros: odd }],
    ["a zero that was typed twice", 100_005, 10_005, 0, { zeros: telling }],
    ["a digit that was typed twice", 788_960, 78_960, 0, { "digit-doubled": replaced }],
    ["neighbours that were swapped", 39_750, 39_705, 0, { "digits-swapped": telling }],
    ["digits that were swapped over others", 87_654, 47_658, 0, { "digits-swapped": odd }],
    ["a digit that was left out", 7215, 72_151, 0, { "digit-dropped": dropped }],
    ["a zero that was left out beside a zero", 10_005, 100_005, 0, { zeros: telling }],
    ["one digit for another", 84_640, 84_540, 0, { "digit-wrong": replaced }],
    ["a minus where nothing is negative", 56_640, -56_640, 0, { sign: odd }],
    ["a minus that was typed", -56_640, 56_640, 0, { sign: telling }],
  ])("%s: %p for %p", (_, typed, meant, decimals, expected) => {
    expect(likelihoods(typed, meant, decimals)).toEqual(expected);
  });

  test("a minus that is missing among negatives", () => {
    expect(likelihoods(56_640, -56_640, 0, true)).toEqual({ sign: telling });
  });
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
