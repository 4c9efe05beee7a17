import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { shares } from "./shares";

const said = (cells: IndicatorCells) => found(shares, indicatorRows([cells]));

describe("shares", () => {
  test("a share that its counts do not give, with what they give", () => {
    expect(said({ actual2025: 95, num2025: 925, den2025: 1000 })).toMatchObject([
      { code: "share-mismatch", severity: "error", data: { share: 95, expected: 92.5, gap: 2.5, correction: { from: 95, to: 92.5 } } },
    ]);
  });

  test("rates have their own whole", () => {
    expect(said({ unit: "‰", actual2025: 14, num2025: 28, den2025: 2000 })).toEqual([]);
    expect(said({ unit: "/vạn dân", actual2025: 12.5, num2025: 250, den2025: 200_000 })).toEqual([]);
    expect(said({ unit: "/vạn dân", actual2025: 125, num2025: 250, den2025: 200_000 })).toMatchObject([{ data: { expected: 12.5 } }]);
    expect(said({ unit: "/100.000 dân", actual2025: 8, num2025: 16, den2025: 200_000 })).toEqual([]);
    expect(said({ unit: "trẻ nam/100 trẻ nữ", actual2025: 112.5, num2025: 225, den2025: 200 })).toEqual([]);
  });

  test("cut off instead of rounded is information; a computed share has no button", () => {
    expect(said({ actual2025: 94, num2025: 949, den2025: 1000 })).toMatchObject([{ severity: "info" }]);
    expect(said({ actual2025: { formula: "=90", value: 90 }, num2025: 949, den2025: 1000 })).toMatchObject([
      { severity: "error", data: { correction: null } },
    ]);
  });

  test("where the other years speak for the share, the counts may be wrong", () => {
    expect(said({ actual2023: 94, actual2024: 95, actual2025: 96, num2025: 96, den2025: 1000 })).toMatchObject([
      { data: { expected: 9.6, correction: null } },
    ]);
  });

  test("of a reporting unit", () => {
    const table = indicatorRows([{ u1: 80, un1: 70, ud1: 100, actual2025: null }]);
    expect(found(shares, { ...table, units: new Map([[1, "Xã A"]]) })).toMatchObject([
      { data: { reportingUnit: "Xã A", year: 2025, expected: 70 } },
    ]);
  });

  test.each<[string, IndicatorCells]>([
    ["no denominator", { actual2025: 95, num2025: 95 }],
    ["a denominator of nothing", { actual2025: 0, num2025: 0, den2025: 0 }],
    ["off by a power of ten", { actual2025: 0.925, num2025: 925, den2025: 1000 }],
    ["numerator over denominator", { actual2025: 95, num2025: 1000, den2025: 925 }],
    ["no share", { unit: "người", actual2025: 95, num2025: 1, den2025: 2 }],
  ])("quiet: %s", (_, cells) => {
    expect(said(cells)).toEqual([]);
  });

  test("rounded to any number of decimals it agrees", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), fc.integer({ min: 0, max: 4 }), (den, any, decimals) => {
        const num = any % (den + 1);
        expect(said({ actual2025: Number(((100 * num) / den).toFixed(decimals)), num2025: num, den2025: den })).toEqual([]);
      }),
    );
  });
});
