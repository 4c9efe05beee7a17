import type { Element, Plugin } from "chart.js";
import { isLying, isStacked } from "../../workbook/xlsx/chart-looks";
import type { ChartFigures } from "./chart-figures";

/** Between a bar, a point or a slice and its figure, in pixels. */
const APART = 4;

/** Where a figure stands: its place, and how its text lies to it. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly align: CanvasTextAlign;
  readonly baseline: CanvasTextBaseline;
}

/** What the library's elements know of themselves when they are drawn. */
interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly base?: number;
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly outerRadius?: number;
}

/** Writes figures beside bars, points and slices; over a pattern only one with a ground of its own can be read. */
export function figureLabels({ kind, series }: ChartFigures, font: string): Plugin<"bar" | "line" | "pie" | "doughnut"> {
  const within = isStacked(kind) || kind === "doughnut";
  return {
    id: "figures",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.font = font;
      for (const [index, { labels }] of series.entries()) {
        for (const [at, element] of chart.getDatasetMeta(index).data.entries()) {
          const text = labels[at];
          if (!text) continue;
          const { x, y, align, baseline } = within ? centreOf(element) : beside(kind, index, element);
          [ctx.textAlign, ctx.textBaseline] = [align, baseline];
          if (within) {
            const width = ctx.measureText(text).width + 4;
            ctx.fillStyle = "#ffffff";
            ctx.fillRect(x - width / 2, y - 8, width, 16);
          }
          ctx.fillStyle = "#000000";
          ctx.fillText(text, x, y);
        }
      }
      ctx.restore();
    },
  };
}

function centreOf(element: Element): Place {
  const { x, y } = element.tooltipPosition(true);
  return { x: x ?? 0, y: y ?? 0, align: "center", baseline: "middle" };
}

function beside(kind: ChartFigures["kind"], index: number, drawn: Drawn): Place {
  const { x, y, base = 0, startAngle = 0, endAngle = 0, outerRadius = 0 } = drawn;
  if (kind === "pie") {
    const angle = (startAngle + endAngle) / 2;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    return {
      x: x + across * (outerRadius + APART), y: y + down * (outerRadius + APART * 2),
      align: across < 0 ? "right" : "left", baseline: "middle",
    };
  }
  if (isLying(kind)) {
    const side = x < base ? -1 : 1;
    return { x: x + side * APART, y, align: side < 0 ? "right" : "left", baseline: "middle" };
  }
  const side = (kind === "line" ? index % 2 === 1 : y > base) ? 1 : -1;
  // beyond the mark of the point
  const apart = kind === "line" ? APART * 2 : APART;
  return { x, y: y + side * apart, align: "center", baseline: side > 0 ? "top" : "bottom" };
}
