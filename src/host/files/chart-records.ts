import { generateRandomId } from "@univerjs/core";
import type { Area, ChartSpec } from "../../sheet";
import { hasLegend, isLying, isRound } from "../../workbook/xlsx/chart-looks";
import type { ChartRecord, SheetCells } from "../records";

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
    alt: record.alt ?? record.title ?? record.name,
  };
}

/** A chart of a file as it is recorded on its sheet. */
export function chartRecord(spec: ChartSpec, sheetId: string): ChartRecord {
  const lying = isLying(spec.kind);
  const cells = (area: Area): SheetCells => ({ sheetId, area });
  return {
    id: generateRandomId(8),
    name: spec.name,
    type: Object.keys(KINDS).find((type) => KINDS[type] === spec.kind) ?? "",
    title: spec.title === "" ? null : spec.title,
    alt: spec.alt,
    legend: { visible: hasLegend(spec.kind, spec.series.length), position: isRound(spec.kind) ? "Right" : "Bottom" },
    axis: { reversed: lying, position: lying ? "Maximum" : "Automatic" },
    series: spec.series.map(({ name, values }) => ({
      id: generateRandomId(8), name, values: cells(values), categories: cells(spec.categories), looks: {},
    })),
    at: spec.at,
  };
}
