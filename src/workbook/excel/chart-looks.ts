import type { ChartSpec } from "../../sheet";

/** Told apart in black and white; Excel's API has no patterns. The file side begins with the same greys. */
const GREYS = ["#404040", "#D0D0D0", "#8C8C8C", "#FFFFFF", "#6E6E6E", "#B4B4B4", "#262626", "#E8E8E8"] as const;
const INK = "#262626";
const STROKES = ["Continuous", "Dash", "Dot", "DashDot", "DashDotDot"] as const;
const MARKERS = ["Circle", "Square", "Triangle", "Diamond", "X"] as const;
/** More labels than this hide one another. */
const MAX_LABELS = 24;

/** Greys for bars and slices, strokes and markers for lines, figures where there is room for them. Needs ExcelApi 1.8. */
export function drawSeries(series: Excel.ChartSeries, spec: ChartSpec, index: number): void {
  const count = spec.categories.rows * spec.categories.cols;
  const round = isRound(spec);
  if (spec.kind === "line") {
    series.format.line.color = INK;
    series.format.line.lineStyle = turn(STROKES, index);
    series.markerStyle = turn(MARKERS, index);
    series.markerSize = 7;
    series.markerBackgroundColor = INK;
    series.markerForegroundColor = INK;
  } else if (round) {
    for (let at = 0; at < count; at++) series.points.getItemAt(at).format.fill.setSolidColor(turn(GREYS, at));
  } else {
    series.format.fill.setSolidColor(turn(GREYS, index));
    series.format.line.color = INK;
  }
  if (count * spec.series.length > MAX_LABELS || spec.kind.startsWith("stacked")) return;
  series.hasDataLabels = true;
  if (!round) return;
  series.dataLabels.showPercentage = true;
  series.dataLabels.showValue = false;
}

export function isRound({ kind }: ChartSpec): boolean {
  return kind === "pie" || kind === "doughnut";
}

/** Objects and actions that the looks of a chart take. */
export function looksCost(spec: ChartSpec): { readonly objects: number; readonly actions: number } {
  const points = isRound(spec) ? spec.categories.rows * spec.categories.cols : 0;
  return { objects: spec.series.length * 5 + points * 3, actions: spec.series.length * 9 + points };
}

function turn<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0];
}
