import { RECORD_MUTATION } from "../../record-mutations";
import type { ChartRecord, SeriesRecord } from "../../records";
import { itemNotFound } from "../failure";
import type { Session } from "../session";

/** A chart that somebody holds, as it is now. */
export interface ChartHandle {
  readonly session: Session;
  readonly sheetId: string;
  readonly chartId: string;
}

export interface SeriesHandle extends ChartHandle {
  readonly seriesId: string;
}

/** Throws ItemNotFound where it was deleted. */
export function chartOf({ session, sheetId, chartId }: ChartHandle): ChartRecord {
  const chart = session.record(sheetId).charts.find(({ id }) => id === chartId);
  if (!chart) throw itemNotFound(`chart ${chartId}`);
  return chart;
}

export function changeChart(handle: ChartHandle, changed: Partial<Omit<ChartRecord, "id">>): void {
  putChart(handle, { ...chartOf(handle), ...changed });
}

/** Puts a chart where the one of its id is, or after all others. */
export function putChart({ session, sheetId }: Pick<ChartHandle, "session" | "sheetId">, chart: ChartRecord): void {
  session.mutate(RECORD_MUTATION.chart, { subUnitId: sheetId, chart });
}

/** Throws ItemNotFound where it was deleted. */
export function seriesOf(handle: SeriesHandle): SeriesRecord {
  const series = chartOf(handle).series.find(({ id }) => id === handle.seriesId);
  if (!series) throw itemNotFound(`series ${handle.seriesId}`);
  return series;
}

export function changeSeries(handle: SeriesHandle, changed: Partial<Omit<SeriesRecord, "id">>): void {
  const now = seriesOf(handle);
  changeChart(handle, { series: chartOf(handle).series.map((one) => (one.id === now.id ? { ...now, ...changed } : one)) });
}
