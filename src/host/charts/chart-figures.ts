import { numfmt } from "@univerjs/core";
import type { Area, CellValue, ChartSpec } from "../../sheet";
import { hasLegend, isRound, seriesLabels } from "../../workbook/xlsx/chart-looks";

/** What a cell that a chart draws holds, and its number format where it has one. */
export interface DrawnCell {
  readonly value: CellValue;
  readonly pattern: string | null;
}

export type DrawnCells = (row: number, col: number) => DrawnCell;

/** What a chart shows: its figures as numbers and as written, in Vietnamese notation. */
export interface ChartFigures {
  readonly kind: ChartSpec["kind"];
  readonly title: string;
  readonly legend: boolean;
  readonly categories: readonly string[];
  readonly series: readonly SeriesFigures[];
  /** How the axis writes its numbers; null: as they come. */
  readonly axisPattern: string | null;
}

export interface SeriesFigures {
  readonly name: string;
  /** Null where a cell holds no number: a gap. */
  readonly values: readonly (number | null)[];
  /** As their cells write them, "" for a gap. */
  readonly texts: readonly string[];
  /** What stands beside the points; null where there is no room. */
  readonly labels: readonly (string | null)[];
}

/** The figures of a chart out of its cells, labelled as in a file that is saved. */
export function chartFigures(spec: ChartSpec, cellAt: DrawnCells): ChartFigures {
  const series = spec.series.map(({ values }) => cellsOf(values, cellAt));
  const values = series.map((cells) => cells.map(({ value }) => value));
  const axis = series[0]?.find(({ pattern }) => pattern !== null)?.pattern ?? null;
  return {
    kind: spec.kind,
    title: spec.title,
    legend: hasLegend(spec.kind, spec.series.length),
    categories: cellsOf(spec.categories, cellAt).map(written),
    series: spec.series.map(({ name }, index) => {
      const cells = series[index] ?? [];
      const numbers = cells.map(({ value }) => (typeof value === "number" ? value : null));
      const texts = cells.map((cell) => (typeof cell.value === "number" ? written(cell) : ""));
      return { name, values: numbers, texts, labels: labelsOf(spec.kind, values, index, cells) };
    }),
    axisPattern: axis?.includes("%") ? axis : null,
  };
}

function labelsOf(
  kind: ChartSpec["kind"], all: readonly (readonly CellValue[])[], index: number, cells: readonly DrawnCell[],
): (string | null)[] {
  const labels = seriesLabels(kind, all, index);
  const whole = cells.reduce((sum, { value }) => sum + (typeof value === "number" ? Math.abs(value) : 0), 0);
  return cells.map(({ value, pattern }, at) => {
    if (!labels || typeof value !== "number" || labels.left.includes(at)) return null;
    if (isRound(kind)) return whole > 0 ? writeFigure(Math.abs(value) / whole, labels.format) : null;
    return writeFigure(value, labels.format ?? pattern);
  });
}

function cellsOf({ row, col, rows, cols }: Area, cellAt: DrawnCells): DrawnCell[] {
  return Array.from({ length: rows * cols }, (_, at) => cellAt(row + Math.floor(at / cols), col + (at % cols)));
}

function written({ value, pattern }: DrawnCell): string {
  if (typeof value === "number") return writeFigure(value, pattern);
  return value === null || typeof value === "object" ? "" : String(value);
}

/** A number as Excel writes it on a Vietnamese machine, in a number format; null is General. */
export function writeFigure(value: number, pattern: string | null): string {
  return numfmt.format(pattern ?? "General", value, { locale: "vi" });
}
