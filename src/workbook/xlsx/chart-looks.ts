import type { CellValue, ChartSpec } from "../../sheet";

type Kind = ChartSpec["kind"];

/** Told apart in black and white: solid greys, and patterns of ST_PresetPatternVal in dark grey on white, in turn. */
export const CHART_FILLS = [
  "solid:404040", "solid:D0D0D0", "wdUpDiag", "solid:8C8C8C", "solid:FFFFFF", "wdDnDiag", "lgGrid", "pct20", "ltHorz", "ltVert", "lgCheck",
  "pct50",
] as const;
export type ChartFill = (typeof CHART_FILLS)[number];
export const CHART_DASHES = ["solid", "dash", "sysDot", "dashDot", "lgDash"] as const;
export const CHART_MARKERS = ["circle", "square", "triangle", "diamond", "x"] as const;
/** Colours as RRGGBB: of bars' edges and lines, of patterns, of axes and the frame, of the lines behind. */
export const CHART_INK = { line: "262626", pattern: "404040", axis: "7F7F7F", grid: "D9D9D9" } as const;
/** Room between groups of bars, in hundredths of the width of a bar. */
export const CHART_GAP = 60;

/** More labels than this hide one another. */
const MAX_LABELS = 24;
/** Parts of a stacked bar below this share of the longest one have no room for a label. */
const LEAST_LABELLED = 0.07;

export function isRound(kind: Kind): boolean {
  return kind === "pie" || kind === "doughnut";
}

export function isStacked(kind: Kind): boolean {
  return kind === "stacked-bar" || kind === "stacked-column";
}

/** Bars that lie: read from the top, as their table is. */
export function isLying(kind: Kind): boolean {
  return kind === "bar" || kind === "stacked-bar";
}

/** Slices need their names; one set of bars is named by the title. */
export function hasLegend(kind: Kind, series: number): boolean {
  return isRound(kind) || series > 1;
}

/** What the figures of a series are written as, beside its bars, points or slices. */
export interface SeriesLabels {
  /** Null: as its cells are. */
  readonly format: "#,##0" | "0.0%" | null;
  /** Points whose figure has no room. */
  readonly left: readonly number[];
}

/** Labels of the series `index` of those whose values are given; null where there is no room for any. */
export function seriesLabels(kind: Kind, series: readonly (readonly CellValue[])[], index: number): SeriesLabels | null {
  const values = series[index] ?? [];
  if (values.length * series.length > MAX_LABELS) return null;
  const least = isStacked(kind) ? longestStack(series) * LEAST_LABELLED : -Infinity;
  const left = values.flatMap((value, at) => (typeof value === "number" && value < least ? [at] : []));
  if (isRound(kind)) return { format: "0.0%", left };
  const thousands =
    values.some((value) => typeof value === "number" && Math.abs(value) >= 1000) &&
    values.every((value) => typeof value !== "number" || Number.isInteger(value));
  return { format: thousands ? "#,##0" : null, left };
}

function longestStack(series: readonly (readonly CellValue[])[]): number {
  const count = Math.max(0, ...series.map((values) => values.length));
  return Math.max(
    0,
    ...Array.from({ length: count }, (_, at) => series.reduce((sum, values) => sum + (typeof values[at] === "number" ? values[at] : 0), 0)),
  );
}

/** The looks of the series or slice `index`. */
export function turn<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0];
}
