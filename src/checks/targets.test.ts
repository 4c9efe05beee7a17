import { describe, expect, test } from "@jest/globals";
import { indicatorOf } from "../../tests/support/grids";
import { targets } from "./targets";

const codes = (...args: Parameters<typeof indicatorOf>) => targets.check(indicatorOf(...args), { year: 2026 }).map(({ code, severity, at }) => [code, severity, at.col]);
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
});
