import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { tableOf, type GridCell } from "../../tests/support/grids";
import { columnOf, indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { percentSlips } from "./percent-slips";

const slips = (cells: IndicatorCells) => found(percentSlips, indicatorRows([cells]));

describe("percent-slips", () => {
  test.each<[IndicatorCells, number, number, string]>([
    [{ target2025: "≥ 95", actual2025: 0.95 }, 0.95, 95, "fraction"],
    [{ target2025: 13, actual2025: 0.125 }, 0.125, 12.5, "fraction"],
    [{ target2025: "dưới 18", direction: "giảm", actual2025: 0.175 }, 0.175, 17.5, "fraction"],
    [{ baseline: 24.4, target2025: "> 30", actual2025: 0.28 }, 0.28, 28, "fraction"],
    [{ baseline: 24.4, target2025: "> 30", actual2025: 0.29 }, 0.29, 29, "fraction"],
    [{ target2025: 100, actual2025: 1 }, 1, 100, "fraction"],
    [{ target2025: 95, actual2025: 9500 }, 9500, 95, "hundredfold"],
    [{ target2025: 95, actual2025: 955 }, 955, 95.5, "separator"],
    [{ actual2025: 0.5, num2025: 50, den2025: 100 }, 0.5, 50, "fraction"],
    [{ actual2025: 5000, num2025: 50, den2025: 100 }, 5000, 50, "hundredfold"],
  ])("%j", (cells, from, to, kind) => {
    expect(slips(cells)).toMatchObject([
      {
        code: "percent-slip",
        severity: from > 100 ? "error" : "warning",
        at: { col: columnOf([cells], "actual2025") },
        data: { value: from, likely: to, kind, correction: { from, to, kind } },
      },
    ]);
  });

  test("all years typed as fractions are all told; a computed one without a button", () => {
    expect(
      slips({ target2025: 95, actual2023: 0.9, actual2024: 0.92, actual2025: { formula: "=A1/A2", value: 0.94 } }).map(
        ({ data }) => "correction" in data && data.correction?.to,
      ),
    ).toEqual([90, 92, undefined]);
  });

  test("of a measure that passes the whole, too, where its values are about the whole", () => {
    const beds = { label: "Công suất sử dụng giường bệnh", target2025: "> 95", actual2023: 104, actual2024: 99 } satisfies IndicatorCells;
    expect(slips({ ...beds, actual2025: 1.03 })).toMatchObject([
      { code: "percent-slip", severity: "warning", data: { likely: 103, kind: "fraction" } },
    ]);
    expect(slips({ ...beds, actual2025: 0.985 })).toMatchObject([{ data: { likely: 98.5 } }]);
    for (const actual2025 of [103, 60, 3, 0.4]) expect(slips({ ...beds, actual2025 })).toEqual([]);
    expect(slips({ ...beds, actual2023: 104, actual2024: null, actual2025: 1.03 })).toEqual([]);
    expect(slips({ label: "Tốc độ tăng thu", actual2023: 9, actual2024: 12, actual2025: 1.1 })).toEqual([]);
  });

  test("a target that was typed as a percentage in Excel", () => {
    expect(slips({ target2025: 0.95, actual2024: 93, actual2025: 94 })).toMatchObject([{ data: { value: 0.95, likely: 95 } }]);
  });

  test.each<[string, IndicatorCells]>([
    ["no evidence", { actual2025: 0.95 }],
    ["small values of a small measure", { target2025: "dưới 1,0", direction: "giảm", actual2025: 0.9 }],
    ["numerator and denominator say so", { target2025: 95, actual2025: 0.95, num2025: 95, den2025: 10_000 }],
    ["it began small", { baseline: 0.4, target2025: 95, actual2025: 0.9 }],
    ["far better than asked for", { target2025: "dưới 18", direction: "giảm", actual2025: 0.9 }],
    ["one per cent among few", { target2025: 10, actual2025: 1 }],
    ["zero", { target2025: 95, actual2025: 0 }],
    ["growth", { label: "Tốc độ tăng thu", target2025: 12, actual2025: 0.4 }],
    ["more than the whole, near nothing", { target2025: 95, actual2025: 250 }],
    ["not a percentage", { unit: "người", target2025: 95, actual2025: 0.95 }],
  ])("quiet: %s", (_, cells) => {
    expect(slips(cells)).toEqual([]);
  });

  describe("a value is accused at the limit and not before it", () => {
    const kindOf = (cells: IndicatorCells) => slips(cells).map(({ data }) => ("kind" in data ? data.kind : "?"));

    test.each<[string, IndicatorCells, string[]]>([
      ["a tenth of the least of the others", { baseline: 2, target2025: 95, actual2025: 0.2 }, ["fraction"]],
      ["just above a tenth", { baseline: 2, target2025: 95, actual2025: 0.21 }, []],
      [
        "below a tenth, and a hundred times it within three times of a target to be reached",
        { target2025: 90, direction: "tăng", actual2025: 0.3 },
        ["fraction"],
      ],
      ["just beyond three times below", { target2025: 90, direction: "tăng", actual2025: 0.299 }, []],
      ["three times above", { target2025: 30, direction: "tăng", actual2025: 0.9 }, ["fraction"]],
      ["just beyond three times above", { target2025: 30, direction: "tăng", actual2025: 0.901 }, []],
      ["once and a half above a target to stay below", { target2025: "dưới 18", direction: "giảm", actual2025: 0.27 }, ["fraction"]],
      ["just beyond once and a half above such a target", { target2025: "dưới 18", direction: "giảm", actual2025: 0.271 }, []],
      ["one, where the least of the others is fifty", { target2025: 50, direction: "tăng", actual2025: 1 }, ["fraction"]],
      ["one, where it is less", { target2025: 49, direction: "tăng", actual2025: 1 }, []],
      ["a hundred times the target", { target2025: 95, actual2025: 9500 }, ["hundredfold"]],
      ["five times the largest, a decimal mark lost", { baseline: 20, target2025: 90, actual2025: 450 }, ["separator"]],
      ["below five times the largest", { baseline: 20, target2025: 90, actual2025: 449 }, []],
      ["a tenth beyond once and a half of the target", { target2025: 60, actual2025: 901 }, []],
      ["a tenth of once and a half of the target", { target2025: 60, actual2025: 900 }, ["separator"]],
    ])("%s", (_, cells, expected) => {
      expect(kindOf(cells)).toEqual(expected);
    });
  });

  test("values of the order of their target are never slips, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 100 }),
        fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (target, parts) => {
          const [a, b, c] = parts.map((part) => Math.min(100, Math.round(target * part * 10) / 10));
          expect(slips({ target2025: target, actual2023: a ?? null, actual2024: b ?? null, actual2025: c ?? null })).toEqual([]);
        },
      ),
    );
  });

  test("a fraction of what was meant is found again, exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1000 }), fc.integer({ min: -90, max: 90 }), (tenths, off) => {
        const [target, meant] = [tenths / 10, Math.min(1000, tenths + off) / 10];
        expect(slips({ baseline: target, target2025: target, actual2025: Number((meant / 100).toFixed(4)) })).toMatchObject([
          { data: { likely: meant } },
        ]);
      }),
    );
  });

  test("progress as a fraction", () => {
    const tasks = (progress: GridCell, status = "") =>
      found(percentSlips, tableOf("tasks", ["number", "label", "status", "progress", "key"], [["1", "Nhiệm vụ", status, progress, "1"]]));
    expect(tasks(0.5)).toMatchObject([{ code: "progress-fraction", data: { correction: { from: 0.5, to: 50 } } }]);
    expect(tasks(1, "Đã hoàn thành")).toMatchObject([{ data: { correction: { from: 1, to: 100 } } }]);
    for (const [progress, status] of [[1, ""], [0, ""], [50, ""], [100, "Đã hoàn thành"]] as const)
      expect(tasks(progress, status)).toEqual([]);
  });
});
