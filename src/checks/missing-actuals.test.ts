import { describe, expect, test } from "@jest/globals";
import { found, today } from "../../tests/support/context";
import { indicatorOf } from "../../tests/support/grids";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { missingActuals } from "./missing-actuals";

const years = (year: number, ...args: Parameters<typeof indicatorOf>) =>
  found(missingActuals, indicatorOf(...args), { ...today, year }).flatMap((finding) =>
    finding.code === "actual-missing" ? [finding.data.years] : [],
  );

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
    expect(found(missingActuals, indicatorOf("> 30", null))).toMatchObject([{ severity: "info", at: { row: 1, col: 5 } }]);
  });

  test("a table into which nobody has typed is told once", () => {
    const rows: IndicatorCells[] = [{ target2025: 90, actual2025: null }, { target2025: 80, actual2025: null, label: "Hai" }];
    expect(found(missingActuals, indicatorRows(rows))).toMatchObject([
      { code: "actuals-missing", severity: "info", data: { indicators: 2 } },
    ]);
    expect(found(missingActuals, indicatorRows([{ ...rows[0], actual2025: 91 }, rows[1] ?? {}])).map(({ code }) => code)).not.toContain(
      "actuals-missing",
    );
  });

  test("reporting units that have said nothing, among those that have", () => {
    const cells = { target2025: 90, u1: 91, u2: null, u3: null, actual2025: { formula: "=F2", value: 91 } } satisfies IndicatorCells;
    const table = { ...indicatorRows([cells]), units: new Map([[1, "Xã A"], [2, "Xã B"], [3, "Xã C"]]) };
    expect(found(missingActuals, table)).toMatchObject([
      { code: "units-missing", severity: "info", data: { year: 2025, units: ["Xã B", "Xã C"], of: 3 } },
    ]);
    expect(found(missingActuals, table, { ...today, year: 2025 })).toEqual([]);
    expect(found(missingActuals, indicatorRows([{ ...cells, u2: 90, u3: 92 }]))).toEqual([]);
    expect(found(missingActuals, indicatorRows([{ ...cells, u1: null, actual2025: { formula: "=F2", value: "" } }]))).toMatchObject([
      { code: "actual-missing" },
    ]);
  });
});
