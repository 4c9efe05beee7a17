import type { ChartSpec, PrintSpec } from "../../sheet";
import type { ChartRecord, PageRecord } from "../records";

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

/** The recorded print set-up. A sheet that nobody set up is printed one page wide. */
export function printSpec(page: PageRecord): PrintSpec {
  const { top, bottom, left, right } = page.margins;
  const breaks = page.columnBreaks.filter((col) => col > 0);
  const rows = page.rowBreaks.filter((row) => row > 0);
  return {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    pagesWide: page.zoom.horizontalFitToPages ?? 1,
    ...(page.zoom.scale !== undefined && breaks.length + rows.length > 0 ? { percent: page.zoom.scale } : {}),
    ...(page.titleRows ? { titleRows: page.titleRows } : {}),
    ...(page.titleColumns ? { titleCols: page.titleColumns } : {}),
    margins: { top: millimetres(top), bottom: millimetres(bottom), left: millimetres(left), right: millimetres(right) },
    ...(page.printArea ? { area: page.printArea } : {}),
    ...(breaks.length > 0 ? { pageBreakCols: breaks } : {}),
    ...(rows.length > 0 ? { pageBreakRows: rows } : {}),
  };
}

/** Points → millimetres, to a hundredth. */
function millimetres(points: number): number {
  return Math.round((points * 2540) / 72) / 100;
}

