import { expect, test } from "@jest/globals";
import { isSameInk, showsNothing, unseenIn } from "./unseen";

test.each([
  ["#FFFFFF", "#ffffff", true], ["#FEFEFE", "#FFFFFF", true], ["#000000", "#000000", true], ["theme 4 0", "theme 4 0", true],
  ["#FFFFFF", "#F2F2F2", false], ["#FF0000", "#FFFFFF", false], ["theme 4 0", "theme 4 -0.5", false], ["theme 4 0", "#FFFFFF", false],
] as const)("%s on %s is not seen: %s", (ink, ground, same) => {
  expect(isSameInk(ink, ground)).toBe(same);
});

test.each([
  [";;;", 5, true], [";;;", -5, true], [";;", 5, true], ['""', 5, true], ['"";"";""', -2, true], ["#,##0;;", -2, true],
  ["[Red];;;", 2, true],
  ["#,##0;;", 2, false], ["#,##0", 2, false], ["#,##0;-#,##0;;@", 7, false], ['#,##0;(#,##0);"-"', -7, false], ["", 3, false],
  ["General", 3, false], ['"(" 0 ")"', -3, false], ["#,##0\\ ", -3, false],
  ['"ẩn"', 3, false], ["[>0];;;", 3, false], ['0" ;"', 3, false], ["0\\;", 3, false], ["#,##0;;", 0.5, false],
  ['#,##0;"";', -3, true], ["_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", -3, false], ["@", 3, false],
] as const)("%s shows nothing of %d: %s", (format, value, nothing) => {
  expect(showsNothing(format, value)).toBe(nothing);
});

test("numbers other than 0 that do not show, each once", () => {
  const area = { row: 2, col: 1, rows: 2, cols: 3 };
  const values = [[1, 0, "a"], [2, 3, null]];
  const looks = {
    unseen: [{ area: { row: 2, col: 1, rows: 1, cols: 3 }, value: true as const }],
    numberFormats: [
      { area: { row: 2, col: 1, rows: 2, cols: 1 }, value: ";;;" }, { area: { row: 3, col: 2, rows: 1, cols: 1 }, value: "0" },
    ],
  };
  expect(unseenIn({ area, values, looks })).toEqual([
    { row: 2, col: 1, value: 1, why: "ink" },
    { row: 3, col: 1, value: 2, why: "format" },
  ]);
  expect(unseenIn({ area, values })).toEqual([]);
});
