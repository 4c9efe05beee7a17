import type { ChartSpec } from "../../sheet";
import { lastCell, toA1 } from "../../sheet";
import { drawSeries, isRound, looksCost } from "./chart-looks";
import { messageBytes } from "./chunks";
import { rangeOf } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";

const TYPES = {
  bar: "BarClustered",
  column: "ColumnClustered",
  "stacked-bar": "BarStacked",
  "stacked-column": "ColumnStacked",
  doughnut: "Doughnut",
  pie: "Pie",
  line: "Line",
} as const;

/** Native charts. The alternative text is left out: the API has none for charts. */
export function chartSteps(charts: readonly ChartSpec[]): Step[] {
  return charts.map((spec) => {
    const looks = looksCost(spec);
    return step(
      {
        objects: 6 + spec.series.length * 3 + looks.objects,
        actions: 8 + spec.series.length * 4 + looks.actions,
        content: messageBytes(spec),
      },
      (sheet) => addChart(sheet, spec),
    );
  });
}

function addChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first, ...others] = spec.series;
  if (!first) throw new RangeError(`chart ${spec.name} has no series`);
  // From one row or column of numbers Excel makes exactly one series; with more it would guess what is a head.
  const chart = sheet.charts.add(TYPES[spec.kind], rangeOf(sheet, first.values), first.values.rows === 1 ? "Rows" : "Columns");
  chart.name = spec.name;
  chart.title.text = spec.title;
  const categories = rangeOf(sheet, spec.categories);
  const made = chart.series.getItemAt(0);
  made.name = first.name;
  made.setXAxisValues(categories);
  drawSeries(made, spec, 0);
  for (const [index, other] of others.entries()) {
    const series = chart.series.add(other.name);
    series.setValues(rangeOf(sheet, other.values));
    series.setXAxisValues(categories);
    drawSeries(series, spec, index + 1);
  }
  if (spec.kind === "bar" || spec.kind === "stacked-bar") {
    // a lying chart is read from the top, as its table is, with its figures under it
    const axis = chart.axes.categoryAxis;
    axis.reversePlotOrder = true;
    axis.position = "Maximum";
  }
  // Slices need their names; one set of bars is named by the title.
  const slices = isRound(spec);
  chart.legend.visible = slices || spec.series.length > 1;
  if (slices || spec.series.length > 1) chart.legend.position = slices ? "Right" : "Bottom";
  chart.setPosition(toA1(spec.at), toA1(lastCell(spec.at)));
}
