import { describe, expect, test } from "@jest/globals";
import { found, today } from "../../tests/support/context";
import { indicatorOf } from "../../tests/support/grids";
import { columnOf, indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { targets } from "./targets";

const codes = (...args: Parameters<typeof indicatorOf>) =>
  found(targets, indicatorOf(...args)).map(({ code, severity, at }) => [code, severity, at.col]);
const missed = [["target-not-met", "warning", 6]];

describe("targets", () => {
  test.each([
    ["> 30", 28, missed],
    ["> 30", 30, missed],
    ["> 30", 30.1, []],
    ["≥ 30", 30, []],
    ["dưới 15", 15, missed],
    ["< 15", 14.9, []],
    [90, 89.9, missed],
    [90, 95, []],
    ["Duy trì và nâng cao", 3, []],
    ["> 30", null, []],
  ])("target %p, actual %p", (target, actual, expected) => {
    expect(codes(target, actual)).toEqual(expected);
  });

  test("a bare number is judged by where the indicator should go", () => {
    expect(codes(15, 14, { direction: "giảm" })).toEqual([]);
    expect(codes(15, 16, { direction: "giảm" })).toEqual(missed);
    expect(codes(15, 14, { direction: "down" })).toEqual([]);
  });

  test("a phrase's money is in đồng, the row's in millions", () => {
    expect(codes("≥ 50", 60, { unit: "triệu đồng" })).toEqual([]);
    expect(codes("≥ 50", 40, { unit: "triệu đồng" })).toEqual(missed);
  });

  test("a target in ‰ in a row of % is not judged: whose unit is wrong nobody knows", () => {
    expect(codes("dưới 15‰", 1.4)).toEqual([]);
  });

  const line = {
    baseline: 24,
    target2025: "> 30",
    actual2021: 25,
    actual2022: null,
    actual2023: null,
    actual2024: null,
    actual2025: null,
  } satisfies IndicatorCells;
  const on = (cells: IndicatorCells, year: number) => found(targets, indicatorRows([{ ...line, ...cells }]), { ...today, year });

  test("before the target's year: behind the line from the baseline, by how much", () => {
    // from 24 in 2020 to 30 in 2025: 27.6 in 2023
    expect(on({ actual2023: 26.5 }, 2024)).toMatchObject([
      {
        code: "behind-target",
        severity: "info",
        at: { col: columnOf([line], "actual2023") },
        data: { year: 2023, targetYear: 2025, expected: 27.6, distance: 1.1, baselineYear: 2020 },
      },
    ]);
    expect(on({ actual2023: 27.6 }, 2024)).toEqual([]);
    expect(on({ actual2023: 31 }, 2024)).toEqual([]);
  });

  test("falling indicators are behind when they are above their line", () => {
    const cells = { baseline: 24, target2025: "dưới 18", direction: "giảm" };
    expect(on({ ...cells, actual2023: 22 }, 2024)).toMatchObject([{ code: "behind-target", data: { expected: 20.4, distance: 1.6 } }]);
    expect(on({ ...cells, actual2023: 20 }, 2024)).toEqual([]);
  });

  test("nothing is behind without a baseline, in a year that goes on, after the target's year, or where a value cannot be right", () => {
    expect(on({ baseline: null, actual2023: 25 }, 2024)).toEqual([]);
    expect(on({ actual2021: null, actual2024: 24 }, 2024)).toEqual([]);
    expect(on({ actual2023: 25 }, 2026)).toEqual([]);
    expect(on({ actual2023: 0.27 }, 2024)).toEqual([]);
  });

  test("what is still added up from reporting units is no miss", () => {
    const cells = {
      unit: "người",
      target2025: 100,
      u1: 60,
      u2: null,
      actual2025: { formula: "=SUM(F2:G2)", value: 60 },
    } satisfies IndicatorCells;
    expect(found(targets, indicatorRows([cells]))).toEqual([]);
    expect(found(targets, indicatorRows([{ ...cells, u2: 30, actual2025: { formula: "=SUM(F2:G2)", value: 90 } }]))).toMatchObject([
      { code: "target-not-met" },
    ]);
  });
});
