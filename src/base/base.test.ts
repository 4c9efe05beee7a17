import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DAYS_TO_1904, addTo, dayOfSerial, groupBy, isLikelySerial, kept, serialOf, serialOfTime } from ".";

describe("groups", () => {
  test("are in the order of their first items, which keep theirs", () => {
    expect([...groupBy(["bà", "anh", "bố", "em", "ai"], (word) => word[0])]).toEqual([
      ["b", ["bà", "bố"]], ["a", ["anh", "ai"]], ["e", ["em"]],
    ]);
    expect(groupBy([], String).size).toBe(0);
  });

  test("hold every item once, under its key, null and NaN too", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(null), fc.constant(NaN))), (items) => {
        const groups = groupBy(items, (item) => item);
        expect([...groups.values()].flat()).toHaveLength(items.length);
        for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => Object.is(item, key)));
      }),
    );
  });

  test("take what comes later", () => {
    const groups = new Map([["a", [1]]]);
    addTo(groups, "a", 2);
    addTo(groups, "b", 3);
    expect([...groups]).toEqual([["a", [1, 2]], ["b", [3]]]);
  });
});

describe("kept", () => {
  test("asks once, of each key, and again after it has forgotten", () => {
    const asked: string[] = [];
    const length = kept((text: string) => (asked.push(text), text.length), 2);
    expect(["ab", "ab", "", "", "abc", "ab"].map(length)).toEqual([2, 2, 0, 0, 3, 2]);
    expect(asked).toEqual(["ab", "", "abc", "ab"]);
  });
});

describe("days of a spreadsheet", () => {
  test.each([
    [1, 1899, 12, 31],
    [61, 1900, 3, 1],
    [25_569, 1970, 1, 1],
    [36_526, 2000, 1, 1],
    [46_348.75, 2026, 11, 22],
    [55_152, 2050, 12, 30],
  ])("%d is %d-%d-%d", (serial, year, month, day) => {
    expect(dayOfSerial(serial)).toEqual({ year, month, day });
    expect(serialOf({ year, month, day })).toBe(Math.floor(serial));
  });

  test("a time of the day is its fraction; 1904 begins 1462 days later", () => {
    expect(serialOfTime(Date.UTC(2026, 10, 22, 18))).toBe(46_348.75);
    expect(serialOf({ year: 1904, month: 1, day: 1 })).toBe(DAYS_TO_1904);
  });

  test("there and back again", () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => expect(serialOf(dayOfSerial(serial))).toBe(serial)));
  });

  test("likely ones are whole days from 2000 to 2050", () => {
    expect([36_525, 36_526, 40_000.5, 55_152, 55_153, NaN].map(isLikelySerial)).toEqual([false, true, false, true, false, false]);
  });
});
