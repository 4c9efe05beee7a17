import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { perMille } from "./per-mille";

const child = { label: "Tỷ suất tử vong trẻ em dưới 5 tuổi", unit: "‰", direction: "giảm", target2025: "dưới 15" } satisfies IndicatorCells;
const said = (cells: IndicatorCells) => found(perMille, indicatorRows([cells]));

describe("per-mille", () => {
  test("per cent in a cell of per mille: a tenth of the target and of the years before", () => {
    expect(said({ ...child, actual2024: 16.2, actual2025: 1.55 })).toMatchObject([
      {
        code: "per-mille-slip",
        severity: "warning",
        data: { unit: "‰", value: 1.55, likely: 15.5, kind: "percent", correction: { from: 1.55, to: 15.5 } },
      },
    ]);
    expect(said({ ...child, actual2025: 1.4 })).toMatchObject([{ severity: "info", data: { likely: 14, evidence: "target" } }]);
    expect(said({ ...child, actual2025: 1.4, num2025: 14, den2025: 1000 })).toMatchObject([
      { severity: "warning", data: { likely: 14, evidence: "ratio" } },
    ]);
  });

  test("per mille in a cell of per cent", () => {
    expect(
      said({ label: "Tỷ lệ tăng dân số tự nhiên", direction: "giảm", target2025: "dưới 1,0", actual2024: 0.98, actual2025: 9.6 }),
    ).toMatchObject([{ code: "per-mille-slip", data: { unit: "%", value: 9.6, likely: 0.96, kind: "per-mille" } }]);
  });

  test("a unit that the target's own words, or custom, contradict", () => {
    expect(said({ ...child, unit: "%", target2025: "≤ 18,5" })).toMatchObject([
      { code: "per-mille-unit", severity: "warning", data: { unit: "%", written: null } },
    ]);
    expect(said({ target2025: "dưới 15‰" })).toMatchObject([{ code: "per-mille-unit", data: { unit: "%", written: "dưới 15‰" } }]);
    expect(said({ ...child, unit: "%", target2025: "dưới 1,5" })).toEqual([]);
  });

  test.each<[string, IndicatorCells]>([
    ["ordinary values", { ...child, actual2023: 17, actual2024: 16, actual2025: 14.8 }],
    ["better by half", { ...child, actual2025: 7 }],
    ["hardly any", { ...child, actual2025: 0.3 }],
    ["numerator and denominator say so", { ...child, actual2025: 1.4, num2025: 14, den2025: 10_000 }],
    ["a share that grew", { label: "Tỷ lệ hài lòng", target2025: 8, actual2025: 80 }],
    ["a target of its own unit", { ...child, target2025: "dưới 15‰" }],
  ])("quiet: %s", (_, cells) => {
    expect(said(cells)).toEqual([]);
  });
});
