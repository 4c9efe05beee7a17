import { describe, expect, test } from "@jest/globals";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import { check } from "../checks";
import { wordsOf } from "../i18n";
import { overlap, specArea, type SheetSpec } from "../sheet";
import { SUMMARY_NAME } from "../templates";
import { count, standings } from "./status";
import { summarySheet } from ".";

const right = { total: 275556, items: [39705, 78960, 84640, 72151, 100], sources: [158486, 56000, 4430, 56640] };

function made(lang: "vi" | "en" = "vi"): SheetSpec {
  const tables = [indicatorOf("> 30", 28), budgetOf(right)];
  return summarySheet({ sheet: "Tổng hợp", tables, findings: check(tables, { year: 2026, month: 11, day: 22 }).findings, date: "22/11/2026" }, wordsOf(lang));
}

describe("the summary sheet", () => {
  const spec = made();
  const text = spec.cells.flat().filter((cell) => typeof cell === "string");

  test("says how many targets are met and names each finding", () => {
    expect(text).toContain("0/1 chỉ tiêu đạt; 1 chưa đạt");
    expect(text.some((line) => line.startsWith("Chưa đạt: “Chỉ tiêu thử” năm 2025 là 28, mục tiêu > 30"))).toBe(true);
  });

  test("the shares are live formulas over its own amounts", () => {
    const first = spec.cells.findIndex((row) => row[2] === 275556);
    expect(spec.cells[first + 1]?.[3]).toEqual({ formula: `=IF(AND(ISNUMBER(C${first + 2}),ISNUMBER($C$${first + 1})),IF($C$${first + 1}=0,"",ROUND(C${first + 2}/$C$${first + 1}*100,1)),"")` });
  });

  test("a chart of the indicators, of the items and of the sources, over cells that hold numbers and clear of the tables", () => {
    expect(spec.charts.map(({ kind }) => kind)).toEqual(["column", "bar", "bar"]);
    for (const chart of spec.charts) {
      for (const { values } of chart.series) {
        const cells = spec.cells.slice(values.row, values.row + values.rows).map((row) => row[values.col]);
        expect(cells.some((cell) => typeof cell === "number")).toBe(true);
      }
      const covered = spec.cells.slice(chart.at.row, chart.at.row + chart.at.rows).flat();
      expect(covered.every((cell) => cell === null)).toBe(true);
    }
    expect(new Set(spec.charts.map(({ name }) => name)).size).toBe(3);
  });

  test("nothing lies over anything else, and the name covers the whole", () => {
    for (const [index, merge] of spec.merges.entries()) expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
    expect(spec.names).toEqual([{ name: SUMMARY_NAME, area: specArea(spec) }]);
    expect(spec.cells.every((row) => row.length === spec.columns.length)).toBe(true);
  });

  test("English is complete", () => {
    expect(made("en").cells.flat().filter((cell) => typeof cell === "string")).toContain("0/1 indicators met; 1 not met");
  });
});

describe("status", () => {
  test.each([
    ["> 30", 31, "met"],
    ["> 30", 30, "notMet"],
    ["> 30", null, "open"],
    ["Duy trì và nâng cao", null, "words"],
  ])("target %p, actual %p: %s", (target, actual, status) => {
    expect(indicatorOf(target, actual).rows.flatMap(standings).map((one) => one.status)).toEqual([status]);
  });

  test("targets in words are counted apart", () => {
    const all = [indicatorOf("> 30", 31), indicatorOf("Duy trì và nâng cao", null), indicatorOf("< 5", null)].flatMap(({ rows }) => rows.flatMap(standings));
    expect(count(all)).toEqual({ met: 1, checkable: 2, notMet: 0, open: 1, words: 1 });
  });
});
