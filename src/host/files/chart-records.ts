import type { ChartSpec } from "../../sheet";
import type { ChartRecord } from "../records";

const KINDS: Record<string, ChartSpec["kind"]> = {
  BarClustered: "bar",
  ColumnClustered: "column",
  BarStacked: "stacked-bar",
  ColumnStacked: "stacked-column",
  Doughnut: "doughnut",
  Pie: "pie",
  Line: "line",
};

/** A recorded chart as a spec of its sheet; null where it has no place, is of another kind, or draws cells of another sheet. */
export function chartSpec(record: ChartRecord, sheetId: string): ChartSpec | null {
  const kind = KINDS[record.type];
  const categories = record.series[0]?.categories;
  if (!kind || !record.at || !categories || categories.sheetId !== sheetId) return null;
  const series = record.series.flatMap(({ name, values }) => (values?.sheetId === sheetId ? [{ name, values: values.area }] : []));
  if (series.length !== record.series.length) return null;
  return {
    name: record.name,
    kind,
    title: record.title ?? "",
    categories: categories.area,
    series,
    at: record.at,
    alt: record.title ?? record.name,
  };
}
