import type { ChartConfiguration, ChartDataset } from "chart.js";
import { CHART_DASHES, CHART_GAP, CHART_INK, CHART_MARKERS, isLying, isRound, isStacked, turn } from "../../workbook/xlsx/chart-looks";
import { type ChartFigures, type SeriesFigures, writeFigure } from "./chart-figures";
import { figureLabels } from "./figure-labels";
import { wrap } from "./wrap";

/** The types of the library that our kinds of charts are drawn with. */
export type DrawnType = "bar" | "line" | "pie" | "doughnut";
export type DrawnChart = ChartConfiguration<DrawnType, (number | null)[], string[]>;

/** What only a screen knows. */
export interface Drawing {
  /** In pixels. */
  readonly width: number;
  /** Dots of the screen to a pixel. */
  readonly ratio: number;
  /** The fill of the series or slice of an index. */
  readonly fill: (index: number) => string | CanvasPattern;
  /** How wide a text is in a font, in pixels. */
  readonly widthOf: (text: string, font: string) => number;
}

const FAMILY = '"Times New Roman", "Liberation Serif", serif';
/** 10 and 12 points, as in a saved file, in pixels. */
const TEXT = 13;
const TITLE = 16;
const MOST_LINES = 3;
/** At most this share of the width is for the names beside lying bars, and for a legend beside slices. */
const NAMES = 0.4;
/** Beside a standing chart's bars: the axis with its numbers, in pixels. */
const AXIS = 70;
/** Lengths of strokes and gaps, in pixels. */
const DASHES: Readonly<Record<(typeof CHART_DASHES)[number], number[]>> = {
  solid: [], dash: [7, 4], sysDot: [2, 2], dashDot: [7, 3, 2, 3], lgDash: [12, 4],
};
const MARKERS = { circle: "circle", square: "rect", triangle: "triangle", diamond: "rectRot", x: "crossRot" } as const;
const INK = `#${CHART_INK.line}`;

/** How the library draws a chart: greys and patterns, strokes and markers, labels and order as in a saved file. */
export function chartConfiguration(figures: ChartFigures, drawing: Drawing): DrawnChart {
  const { kind } = figures;
  const names = (share: number, lines: number) =>
    figures.categories.map((name) => wrap(name, share, lines, (text) => drawing.widthOf(text, `${TEXT}px ${FAMILY}`)));
  const labels = isRound(kind)
    ? names(drawing.width * NAMES, 2)
    : names(isLying(kind) ? drawing.width * NAMES : (drawing.width - AXIS) / Math.max(1, figures.categories.length), MOST_LINES);
  return {
    type: kind === "line" || kind === "pie" || kind === "doughnut" ? kind : "bar",
    data: { labels, datasets: figures.series.map((series, index) => dataset(figures, series, index, drawing)) },
    options: {
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: drawing.ratio,
      // the shares of a pie stand outside of it
      ...(kind === "pie" ? { radius: "72%" } : {}),
      locale: "vi-VN",
      color: "#000000",
      font: { family: FAMILY, size: TEXT },
      layout: { padding: { top: 8, right: 16, bottom: 8, left: 8 } },
      plugins: {
        title: {
          display: figures.title !== "",
          text: wrap(figures.title, drawing.width - 24, MOST_LINES, (text) => drawing.widthOf(text, `bold ${TITLE}px ${FAMILY}`)),
          color: "#000000",
          font: { family: FAMILY, size: TITLE, weight: "bold" },
          padding: { top: 0, bottom: 12 },
        },
        legend: {
          display: figures.legend,
          position: isRound(kind) ? "right" : "bottom",
          labels: { color: "#000000", boxWidth: 14, boxHeight: kind === "line" ? 8 : 12, usePointStyle: kind === "line" },
        },
      },
      ...(isRound(kind) ? {} : { indexAxis: isLying(kind) ? "y" : "x", scales: scales(figures) }),
    },
    plugins: [
      {
        id: "ground",
        beforeDraw: ({ ctx, width, height }) => {
          ctx.save();
          ctx.fillStyle = "#ffffff";
          ctx.strokeStyle = `#${CHART_INK.axis}`;
          ctx.fillRect(0, 0, width, height);
          ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
          ctx.restore();
        },
      },
      figureLabels(figures, `${TEXT}px ${FAMILY}`),
    ],
  };
}

function dataset(
  { kind, series: all }: ChartFigures, { name, values }: SeriesFigures, index: number, { fill }: Drawing,
): ChartDataset<DrawnType, (number | null)[]> {
  const data = [...values];
  if (kind === "line") {
    return {
      type: "line", label: name, data,
      borderColor: INK, borderWidth: 2, borderDash: DASHES[turn(CHART_DASHES, index)],
      pointStyle: MARKERS[turn(CHART_MARKERS, index)], pointRadius: 4, pointBackgroundColor: INK, pointBorderColor: INK,
      spanGaps: false,
    };
  }
  const edge = { borderColor: INK, borderWidth: 1 };
  if (kind === "pie" || kind === "doughnut") {
    return { type: kind, label: name, data, ...edge, backgroundColor: data.map((_, at) => fill(at)) };
  }
  const bars = isStacked(kind) ? 1 : all.length;
  return {
    type: "bar", label: name, data, ...edge, borderSkipped: false, backgroundColor: fill(index),
    categoryPercentage: bars / (bars + CHART_GAP / 100), barPercentage: 1,
  };
}

type Scales = NonNullable<NonNullable<ChartConfiguration<"bar">["options"]>["scales"]>;

function scales({ kind, axisPattern }: ChartFigures): Scales {
  const lying = isLying(kind);
  const stacked = isStacked(kind);
  const border = { color: `#${CHART_INK.axis}` };
  const ticks = { color: "#000000" };
  return {
    [lying ? "y" : "x"]: { type: "category", stacked, border, grid: { display: false }, ticks },
    [lying ? "x" : "y"]: {
      type: "linear",
      stacked,
      border,
      // room for the figure beyond the longest bar
      grace: stacked ? 0 : "10%",
      grid: { color: `#${CHART_INK.grid}` },
      ticks: { ...ticks, ...(axisPattern ? { callback: (value: string | number) => writeFigure(Number(value), axisPattern) } : {}) },
    },
  };
}
