import { describe, expect, test } from "@jest/globals";
import { found, today } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { jumps } from "./jumps";

const years = (values: readonly (number | null)[], rest: IndicatorCells = {}) =>
  indicatorRows([{ ...rest, ...Object.fromEntries(values.map((value, index) => [`actual${2020 + index}`, value])) }]);

describe("jumps", () => {
  test("a fall larger than any move before", () => {
    expect(found(jumps, years([90, 91, 92.5, 93, 85]))).toMatchObject([
      { code: "worse-than-ever", severity: "warning", data: { year: 2024, value: 85, before: 93, worse: 8, largest: 1.5 } },
    ]);
    expect(found(jumps, years([15, 14, 13.5, 13, 18], { direction: "giảm" }))).toMatchObject([{ data: { worse: 5, largest: 1 } }]);
    expect(found(jumps, years([91, 92.5, 93, 85], { baseline: 90 }))).toMatchObject([{ data: { year: 2023 } }]);
  });

  test.each<[string, readonly (number | null)[], IndicatorCells]>([
    ["an improvement, however large", [90, 91, 92, 93, 99], {}],
    ["no larger than before", [90, 85, 92, 93, 88], {}],
    ["too few moves", [91, 92, 80], {}],
    ["too few moves that follow each other", [90, null, 92, null, 80], {}],
    ["a digit or two of what hardly moves", [95.1, 95.2, 95.1, 95.1, 94.8], {}],
    ["a value that is off by a power of ten", [90, 91, 92, 93, 0.94], { target2024: 95 }],
    ["to be kept", [9, 8, 9, 8, 2], { direction: "giữ" }],
  ])("quiet: %s", (_, values, rest) => {
    expect(found(jumps, years(values, rest))).toEqual([]);
  });

  test.each<[string, readonly number[], readonly number[]]>([
    ["after three moves, not after two", [90, 91, 92, 93, 80], [91, 92, 93, 80]],
    ["from twice the usual move on", [90, 91, 96, 91, 81], [90, 91, 96, 91, 81.1]],
    ["from a hundredth of the value on", [1000, 1001, 1002, 1003, 992], [1000, 1001, 1002, 1003, 993]],
    ["from three of the last digit on", [50, 51, 50, 50, 47], [50, 51, 50, 50, 48]],
    ["above the largest move, not at it", [90, 80, 81, 82, 71], [90, 80, 81, 82, 72]],
  ])("%s", (_, told, quiet) => {
    const counted = { unit: "người" } satisfies IndicatorCells;
    expect(found(jumps, years(told, counted))).toMatchObject([{ code: "worse-than-ever", data: { value: told.at(-1) } }]);
    expect(found(jumps, years(quiet, counted))).toEqual([]);
  });

  test("a year that is not over may still be low", () => {
    expect(found(jumps, years([90, 91, 92.5, 93, 40]), { ...today, year: 2024 })).toEqual([]);
  });
});
