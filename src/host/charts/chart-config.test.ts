import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellValue, ChartSpec } from "../../sheet";
import { chartConfiguration } from "./chart-config";
import { chartFigures, type DrawnCell } from "./chart-figures";
import { wrap } from "./wrap";

const KINDS: readonly ChartSpec["kind"][] = ["bar", "column", "stacked-bar", "stacked-column", "doughnut", "pie", "line"];

/** A chart of a sheet whose first column names its rows; each further column is a series. */
function figuresOf(kind: ChartSpec["kind"], cells: readonly (readonly CellValue[])[], pattern: string | null = null) {
  const series = (cells[0]?.length ?? 1) - 1;
  const column = (col: number) => ({ row: 0, col, rows: cells.length, cols: 1 });
  const spec: ChartSpec = {
    name: "PT_chart", kind, title: "Kinh phí", alt: "", at: { row: 0, col: 9, rows: 9, cols: 9 },
    categories: column(0),
    series: Array.from({ length: series }, (_, index) => ({ name: `Nguồn ${index + 1}`, values: column(index + 1) })),
  };
  return chartFigures(spec, (row, col): DrawnCell => ({ value: cells[row]?.[col] ?? null, pattern: col > 0 ? pattern : null }));
}

const configure = (figures: ReturnType<typeof figuresOf>) =>
  chartConfiguration(figures, { width: 600, ratio: 1, fill: (index) => `fill ${index}`, widthOf: (text) => text.length * 7 });

describe("a chart in the page", () => {
  test("has the numbers of its cells, and gaps for everything else", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean(), fc.constant(null),
      fc.constant({ error: "#REF!" as const }),
    );
    const rows = fc.array(fc.tuple(fc.string(), value, value), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), rows, (kind, cells) => {
        const { data } = configure(figuresOf(kind, cells));
        expect(data.labels).toHaveLength(cells.length);
        // a label without a line has no end for the library
        for (const label of data.labels ?? []) expect(label.length).toBeGreaterThan(0);
        expect(data.datasets.map((one) => one.data)).toEqual(
          [1, 2].map((col) => cells.map((row) => (typeof row[col] === "number" ? row[col] : null))),
        );
      }),
    );
  });

  test.each([
    ["bar", "bar", "y"], ["column", "bar", "x"], ["stacked-bar", "bar", "y"], ["stacked-column", "bar", "x"], ["line", "line", "x"],
    ["pie", "pie", undefined], ["doughnut", "doughnut", undefined],
  ] as const)("%s is drawn as %s along %s", (kind, type, axis) => {
    const { type: drawn, options } = configure(figuresOf(kind, [["a", 1], ["b", 2]]));
    expect([drawn, options?.indexAxis]).toEqual([type, axis]);
    expect(options?.scales?.["x"]?.type).toBe(axis === undefined ? undefined : axis === "y" ? "linear" : "category");
    expect(JSON.stringify(options?.scales ?? {}).includes('"stacked":true')).toBe(kind.startsWith("stacked"));
  });

  test("writes figures in Vietnamese notation: of their cells, of shares, of whole numbers above a thousand", () => {
    expect(figuresOf("column", [["a", 1250.5], ["b", 3]], "#,##0.0").series[0]?.labels).toEqual(["1.250,5", "3,0"]);
    expect(figuresOf("column", [["a", 1250.5], ["b", 3]]).series[0]?.labels).toEqual(["1250,5", "3"]);
    expect(figuresOf("column", [["a", 275556], ["b", 3]]).series[0]?.labels).toEqual(["275.556", "3"]);
    expect(figuresOf("doughnut", [["a", 3], ["b", 1], ["c", null]]).series[0]?.labels).toEqual(["75,0%", "25,0%", null]);
    expect(figuresOf("pie", [["a", 0], ["b", 0]]).series[0]?.labels).toEqual([null, null]);
  });

  test("labels no part of a stack that is too thin, and nothing where labels would hide one another", () => {
    expect(figuresOf("stacked-bar", [["a", 1, 99], ["b", 50, 50]]).series.map(({ labels }) => labels)).toEqual([
      [null, "50"], ["99", "50"],
    ]);
    const many = figuresOf("column", Array.from({ length: 25 }, (_, at) => [String(at), at]));
    expect(many.series[0]?.labels.every((label) => label === null)).toBe(true);
    expect(many.series[0]?.texts[24]).toBe("24");
  });

  test("has an axis in per cent where its cells are", () => {
    const { options } = configure(figuresOf("line", [["a", 0.125], ["b", 0.5]], "0.0%"));
    const callback = options?.scales?.["y"]?.ticks?.callback as ((value: number) => string) | undefined;
    expect(callback?.(0.25)).toBe("25,0%");
  });
});

test("long names are broken at blanks, and cut where there is no more room", () => {
  const widthOf = (text: string): number => text.length;
  expect(wrap("Kinh phí đầu tư xây dựng mới", 12, 3, widthOf)).toEqual(["Kinh phí đầu", "tư xây dựng", "mới"]);
  expect(wrap("Kinh phí đầu tư xây dựng mới", 12, 2, widthOf)).toEqual(["Kinh phí đầu", "tư xây dựng…"]);
  expect(wrap("  ", 12, 2, widthOf)).toEqual([""]);
});
