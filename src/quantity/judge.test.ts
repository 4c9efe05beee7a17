import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isSurelyMet, isSurelyOnTheWay, judge, onTheWay } from "./judge";
import type { Comparator, Direction, Target } from "./types";

const target = (comparator: Comparator, value: number, rest: Partial<Target> = {}): Target => ({
  comparator,
  value,
  value2: null,
  baseline: null,
  unit: "%",
  ...rest,
});
const met = (actual: number, aim: Target, direction: Direction = "up"): string => judge(actual, aim, direction).status;

describe("a value against a target", () => {
  test("a strict limit is not met at the limit", () => {
    expect(judge(30, target(">", 30), "up")).toEqual({ status: "not-met", distance: 0, atLimit: true, side: "low" });
    expect(judge(30, target(">=", 30), "up")).toEqual({ status: "met", distance: 0, atLimit: true, side: "low" });
    expect(judge(28, target(">", 30), "up")).toEqual({ status: "not-met", distance: 2, atLimit: false, side: "low" });
    expect(judge(14.9, target("<", 15), "up")).toEqual({ status: "met", distance: -0.1, atLimit: false, side: "high" });
    expect(met(15, target("<", 15))).toBe("not-met");
  });

  test("a miss is above the target or short of it", () => {
    const tooHigh = (actual: number, aim: Target, direction: Direction = "up"): boolean | null => {
      const judgement = judge(actual, aim, direction);
      return judgement.status === "not-met" ? judgement.side === "high" : null;
    };
    expect([
      tooHigh(28, target(">", 30)), tooHigh(21.5, target("<", 20)), tooHigh(7, target("range", 4, { value2: 6 }), "equal"),
      tooHigh(3, target("range", 4, { value2: 6 }), "equal"),
    ]).toEqual([false, true, true, false]);
    // "tăng 5" from 10: 12 is 3 short, although it is more than 5; "giảm 5": 7 is 2 too high
    expect([
      tooHigh(12, target("change", 5, { baseline: 10 })), tooHigh(7, target("change", -5, { baseline: 10 }), "down"),
      tooHigh(10, target("change", 5, { baseline: 10 })),
    ]).toEqual([false, true, false]);
    // at a strict limit the side says which way it has to go
    const ends = { low: ">", high: "<" } as const;
    expect([
      tooHigh(12, target("<", 12)), tooHigh(12, target(">", 12)), tooHigh(10, target("range", 5, { value2: 10, ends })),
      tooHigh(5, target("range", 5, { value2: 10, ends })),
    ]).toEqual([true, false, true, false]);
  });

  test("a bare number is judged by the direction", () => {
    expect([
      met(91, target("=", 90)), met(91, target("=", 90), "down"), met(90.4, target("=", 90), "equal"), met(90.6, target("=", 90), "equal"),
    ]).toEqual(["met", "not-met", "met", "not-met"]);
    expect(met(89.9, target("=", 90))).toBe("not-met");
  });

  test("to be kept as it is a count has to be that number, a rounded share nearly", () => {
    const equal = (actual: number, value: number, unit: string | null): string =>
      judge(actual, target("=", value, { unit }), "equal").status;
    for (const unit of ["trung tâm y tế", "con", "tháng", "cm", "triệu đồng", "bác sĩ/trạm", null])
      expect([0.6, 1, 1.4].map((actual) => equal(actual, 1, unit))).toEqual(["not-met", "met", "not-met"]);
    for (const unit of ["%", "‰", "/vạn dân", "ca/100.000 dân", "%/năm", "Phần trăm"])
      expect([0.4, 0.6, 1.4, 1.6].map((actual) => equal(actual, 1, unit))).toEqual(["not-met", "met", "met", "not-met"]);
    expect([equal(2.5, 2, "con"), equal(0.46, 0.5, "%"), equal(0.44, 0.5, "%"), equal(0.46, 0.5, "mức lương cơ bản")]).toEqual([
      "not-met", "met", "not-met", "not-met",
    ]);
  });

  test("what binary arithmetic leaves behind is no difference", () => {
    const sum = 0.1 + 0.2;
    expect(judge(sum, target("<=", 0.3), "down")).toEqual({ status: "met", distance: 0, atLimit: true, side: "high" });
    expect([
      met(sum, target(">", 0.3)), met(sum, target("=", 0.3, { unit: "người" }), "equal"),
      met(1_234_567.8 * 1.1, target("<=", 1_358_024.58)),
    ]).toEqual(["not-met", "met", "met"]);
    // one đồng of thousands of tỷ is one
    expect(met(12_345.123456789, target(">=", 12_345.12345679))).toBe("not-met");
  });

  test("what is surely met is met, and what is surely met or not is told at once but for tolerances", () => {
    const small = fc.integer({ min: -40, max: 40 }).map((tenths) => tenths / 10);
    const drawn = fc.record({
      comparator: fc.constantFrom<Comparator>(">", ">=", "<", "<=", "=", "~", "range", "change"),
      value: small,
      value2: fc.option(small),
      baseline: fc.option(small),
    });
    fc.assert(
      fc.property(small, drawn, fc.constantFrom<Direction>("up", "down", "equal"), (actual, { comparator, value, ...rest }, direction) => {
        const aim = target(comparator, value, rest);
        const { status } = judge(actual, aim, direction);
        if (isSurelyMet(actual, aim, direction)) expect(status).toBe("met");
        else if (comparator !== "~" && !(comparator === "=" && direction === "equal")) expect(status).not.toBe("met");
      }),
      { numRuns: 1000 },
    );
  });

  test("what is surely on its way is not behind", () => {
    const value = fc.oneof(
      fc.integer({ min: -400, max: 400 }).map((tenths) => tenths / 10),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    const drawn = fc.record({
      comparator: fc.constantFrom<Comparator>(">", "<=", "=", "~", "range", "change"),
      value,
      value2: fc.option(value),
    });
    fc.assert(
      fc.property(
        fc.option(value), value, drawn, fc.constantFrom<Direction>("up", "down", "equal"), fc.integer({ min: 2020, max: 2026 }),
        fc.boolean(),
        (baseline, other, { comparator, value: aim, value2 }, direction, year, onLine) => {
          const aimed = target(comparator, aim, { value2 });
          const course = { baseline, baselineYear: 2020, target: aimed, targetYear: 2025, year, actual: other, direction };
          const line = onTheWay(course);
          const close = { ...course, actual: onLine && line.status !== "cannot-check" ? line.expected : other };
          if (isSurelyOnTheWay(close)) expect(onTheWay(close).status).not.toBe("behind");
          if (line.status === "on-the-way" && line.distance < -1) expect(isSurelyOnTheWay(course)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("about allows for a rounded figure", () => {
    expect([
      met(75.4, target("~", 75.5)), met(75.3, target("~", 75.5)), met(42_650, target("~", 42_700), "equal"), met(89, target("~", 90)),
    ]).toEqual(["met", "not-met", "met", "not-met"]);
  });

  test("a range counts by its end in the direction, by both where it may not be left", () => {
    const range = target("range", 4, { value2: 6 });
    expect([met(7, range), met(7, range, "equal"), met(3, range), met(3, range, "down"), met(4, range, "equal")]).toEqual([
      "met", "not-met", "not-met", "met", "met",
    ]);
  });

  test("a change needs its baseline", () => {
    expect(judge(5, target("change", 5), "up")).toEqual({ status: "cannot-check", reason: "no-baseline" });
    expect(met(15, target("change", 5, { baseline: 10 }))).toBe("met");
    expect(met(6, target("change", -5, { baseline: 10 }), "down")).toBe("not-met");
  });

  test("zero is a target, a blank is no value", () => {
    expect(met(0, target("<=", 0))).toBe("met");
    expect(met(0, target("=", 0), "equal")).toBe("met");
    expect(judge(null, target(">", 30), "up")).toEqual({ status: "cannot-check", reason: "no-actual" });
  });

  test("numbers that are further apart than a number can say are judged all the same", () => {
    expect([
      met(-1e308, target("<=", 1e308)), met(-1e308, target(">=", 1e308)), met(1e308, target("<=", -1e308)), met(1e308, target(">", -1e308)),
    ]).toEqual(["met", "not-met", "not-met", "met"]);
  });

  test("exactly one of a strict limit and its opposite holds", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }),
        (actual, value) => {
          expect(met(actual, target(">", value))).not.toBe(met(actual, target("<=", value)));
        },
      ),
    );
  });
});

describe("on the way", () => {
  const course = { baseline: 24, baselineYear: 2020, target: target(">", 30), targetYear: 2026, direction: "up" as const };
  test("by a straight line", () => {
    expect(onTheWay({ ...course, year: 2023, actual: 27 })).toEqual({ status: "on-the-way", expected: 27, distance: 0 });
    expect(onTheWay({ ...course, year: 2023, actual: 26.5 })).toEqual({ status: "behind", expected: 27, distance: 0.5 });
    expect(onTheWay({ ...course, year: 2030, actual: 29 })).toMatchObject({ status: "behind", expected: 30 });
  });
  test("downwards too", () => {
    const falling = { baseline: 20, baselineYear: 2020, target: target("<", 10), targetYear: 2030, direction: "down" as const };
    expect(onTheWay({ ...falling, year: 2025, actual: 14 })).toMatchObject({ status: "on-the-way", expected: 15 });
    expect(onTheWay({ ...falling, year: 2025, actual: 16 })).toMatchObject({ status: "behind" });
  });
  test("without what it takes it says why", () => {
    expect(onTheWay({ ...course, year: 2023, actual: null })).toMatchObject({ reason: "no-actual" });
    expect(onTheWay({ ...course, baseline: null, year: 2023, actual: 1 })).toMatchObject({ reason: "no-baseline" });
    expect(onTheWay({ ...course, targetYear: 2020, year: 2023, actual: 1 })).toMatchObject({ reason: "no-time" });
  });
});
