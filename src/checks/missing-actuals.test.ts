import { describe, expect, test } from "@jest/globals";
import { indicatorOf } from "../../tests/support/grids";
import { missingActuals } from "./missing-actuals";

const years = (year: number, ...args: Parameters<typeof indicatorOf>) =>
  missingActuals.check(indicatorOf(...args), { year }).flatMap((finding) => (finding.code === "actual-missing" ? [finding.data.years] : []));

describe("missing-actuals", () => {
  test("only years that are over are asked for", () => {
    expect(years(2026, "> 30", null)).toEqual([[2024, 2025]]);
    expect(years(2025, "> 30", null)).toEqual([[2024]]);
    expect(years(2024, "> 30", null)).toEqual([]);
  });

  test("values that are there, and indicators in words, are quiet", () => {
    expect(years(2026, "> 30", 31, { actual2024: 29 })).toEqual([]);
    expect(years(2026, "Duy trì và nâng cao", null)).toEqual([]);
  });

  test("it is information", () => {
    expect(missingActuals.check(indicatorOf("> 30", null), { year: 2026 })).toMatchObject([{ severity: "info", at: { row: 1, col: 5 } }]);
  });
});
