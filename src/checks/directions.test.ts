import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { directions } from "./directions";
import { targets } from "./targets";

const table = (row: IndicatorCells) => indicatorRows([{ direction: null, ...row }]);
const said = (row: IndicatorCells) => found(directions, table(row)).map(({ code, severity }) => `${severity} ${code}`);
const missed = (row: IndicatorCells) => found(targets, table(row)).map(({ code }) => code);

const ASKED = ["info direction-unknown"];
const OVERRULED = ["warning direction-differs"];

describe("directions", () => {
  test.each<[string, IndicatorCells, string[]]>([
    ["a comparator says it", { target2025: "≥ 90", actual2025: 92 }, []],
    ["words say it", { target2025: "dưới 10", actual2025: 8 }, []],
    ["limits on both sides say it", { target2025: "trên 5% và dưới 10%", actual2025: 8 }, []],
    ["baseline and target say it", { baseline: 12.5, target2025: 10, actual2025: 8 }, []],
    ["the phrase names the baseline", { target2025: "từ 12,5% xuống 10%", actual2025: 8 }, []],
    ["the column says it", { target2025: 10, actual2025: 12, direction: "Tăng" }, []],
    ["the column says it in other words", { target2025: 10, actual2025: 8, direction: "càng thấp càng tốt" }, []],
    ["nothing says it", { target2025: 10, actual2025: 8 }, ASKED],
    ["nothing says it, in a cell of text", { target2025: "10 %", actual2025: 8 }, ASKED],
    ["nothing says it, and no value stands yet", { target2025: "10", actual2025: null }, ASKED],
    ["the target is the baseline", { baseline: 10, target2025: 10, actual2025: 8 }, ASKED],
    ["a range without a side", { target2025: "8 - 10", actual2025: 12 }, ASKED],
    ["no target, nothing to ask", { baseline: 10, actual2025: 8 }, []],
    ["a target in words", { target2025: "Duy trì và nâng cao", actual2025: 8 }, []],
    ["the column is right", { baseline: 12.5, target2025: 10, actual2025: 8, direction: "giảm" }, []],
    ["the column is wrong", { baseline: 12.5, target2025: 10, actual2025: 8, direction: "tăng" }, OVERRULED],
    [
      "the column is wrong about a target in a cell of text",
      { baseline: 80, target2025: "95", actual2025: 96, direction: "giảm" },
      OVERRULED,
    ],
    ["the column is wrong about a range", { baseline: 12.5, target2025: "8 - 10", actual2025: 9, direction: "tăng" }, OVERRULED],
    ["the column is wrong about an estimate", { baseline: 12.5, target2025: "khoảng 10", actual2025: 8, direction: "tăng" }, OVERRULED],
    ["what is to be kept is kept", { baseline: 12.5, target2025: 10, actual2025: 10, direction: "giữ" }, []],
    ["a comparator stands over the column", { target2025: "dưới 10", actual2025: 8, direction: "tăng" }, []],
  ])("%s", (_, row, wanted) => {
    expect(said(row)).toEqual(wanted);
    // none of these is missed, and of what is asked nothing is said to be
    expect(missed(row)).toEqual([]);
  });

  test("a fall short of a higher target is a miss although nothing is declared", () => {
    expect(missed({ baseline: 80, target2025: 95, actual2025: 90 })).toEqual(["target-not-met"]);
    expect(missed({ baseline: 12.5, target2025: 10, actual2025: 11, direction: "tăng" })).toEqual(["target-not-met"]);
  });

  test("it is told where the direction is chosen, with what the row holds", () => {
    expect(found(directions, table({ baseline: 12.5, target2025: 10, direction: "tăng" }))).toMatchObject([
      { at: { row: 1, col: 4 }, cells: [{}, {}, {}], data: { declared: "up", direction: "down", baseline: 12.5, hidden: false } },
    ]);
    expect(found(directions, Object.assign(table({ target2025: 10 }), { hidden: { rows: [], cols: [4] } }))).toMatchObject([
      { at: { row: 1, col: 5 }, data: { chosen: null } },
    ]);
  });
});
