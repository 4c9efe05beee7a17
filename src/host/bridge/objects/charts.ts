import { generateRandomId } from "@univerjs/core";
import { type Area, bounding } from "../../../sheet";
import { isEntireColumn, isEntireRow } from "../address";
import { type CellReader, readCells } from "../cells";
import { RECORD_MUTATION } from "../../record-mutations";
import type { ChartRecord, SeriesRecord, SheetCells } from "../../records";
import { apiNotFound, invalidArgument, itemNotFound } from "../failure";
import {
  type Argument, type ClassTable, countArgument, hostObject, type HostObject, objectArgument, optionalText, textArgument,
} from "../host-object";
import type { RangeHandle, Session } from "../session";
import { areaArgument } from "./area-argument";
import { chartAxesObject } from "./chart-axes";
import { changeChart, changeSeries, type ChartHandle, chartOf, putChart, type SeriesHandle, seriesOf } from "./chart-handle";
import { seriesLooks } from "./chart-looks";
import { RANGE } from "./range";
import { flag } from "./styles";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

/** The types that a saved workbook can hold. */
const TYPES = ["BarClustered", "ColumnClustered", "BarStacked", "ColumnStacked", "Doughnut", "Pie", "Line"];
const LEGEND_PLACES = ["Top", "Bottom", "Left", "Right"];

const TITLE: ClassTable<ChartHandle> = {
  name: "ChartTitle",
  scalars: {
    Text: {
      get: (self) => chartOf(self).title ?? "",
      set: (self, value) => {
        if (typeof value !== "string") throw invalidArgument("title");
        changeChart(self, { title: value });
      },
    },
    Visible: {
      get: (self) => chartOf(self).title !== null,
      set: (self, value) => changeChart(self, { title: flag(value, "visible") ? (chartOf(self).title ?? "") : null }),
    },
  },
};

const LEGEND: ClassTable<ChartHandle> = {
  name: "ChartLegend",
  scalars: {
    Visible: {
      get: (self) => chartOf(self).legend.visible,
      set: (self, value) => changeChart(self, { legend: { ...chartOf(self).legend, visible: flag(value, "visible") } }),
    },
    Position: {
      get: (self) => chartOf(self).legend.position,
      set: (self, value) => {
        if (typeof value !== "string" || !LEGEND_PLACES.includes(value)) throw invalidArgument("position");
        changeChart(self, { legend: { ...chartOf(self).legend, position: value } });
      },
    },
  },
};

const SERIES: ClassTable<SeriesHandle> = {
  name: "ChartSeries",
  scalars: {
    Name: {
      get: (self) => seriesOf(self).name,
      set: (self, value) => {
        if (typeof value !== "string") throw invalidArgument("name");
        changeSeries(self, { name: value });
      },
    },
    ...seriesLooks.scalars,
  },
  parts: seriesLooks.parts,
  methods: {
    Delete: (self) => changeChart(self, { series: chartOf(self).series.filter(({ id }) => id !== self.seriesId) }),
    SetValues: (self, args) => changeSeries(self, { values: cellsOf(objectArgument(args, 0, RANGE).handle) }),
    SetXAxisValues: (self, args) => changeSeries(self, { categories: cellsOf(objectArgument(args, 0, RANGE).handle) }),
  },
};

const SERIES_LIST: ClassTable<ChartHandle> = {
  name: "ChartSeriesCollection",
  items: (self) => chartOf(self).series.map(({ id }) => hostObject(SERIES, { ...self, seriesId: id })),
  methods: {
    Add: (self, args) => {
      const { series } = chartOf(self);
      const added = newSeries(optionalText(args, 0) ?? "", null, null);
      changeChart(self, {
        series: series.toSpliced(args[1] === undefined || args[1] === null ? series.length : countArgument(args, 1), 0, added),
      });
      return hostObject(SERIES, { ...self, seriesId: added.id });
    },
    GetCount: (self) => chartOf(self).series.length,
    GetItemAt: (self, args) => {
      const series = chartOf(self).series[countArgument(args, 0)];
      if (!series) throw invalidArgument("index of a series");
      return hostObject(SERIES, { ...self, seriesId: series.id });
    },
  },
};

const CHART: ClassTable<ChartHandle> = {
  name: "Chart",
  identity: ({ chartId }) => ({ Id: chartId }),
  scalars: {
    Id: { get: ({ chartId }) => chartId },
    ChartType: { get: (self) => chartOf(self).type },
    Name: {
      get: (self) => chartOf(self).name,
      set: (self, value) => {
        if (typeof value !== "string" || value === "") throw invalidArgument("name");
        changeChart(self, { name: value });
      },
    },
  },
  parts: {
    Axes: (self) => chartAxesObject(self),
    Title: (self) => hostObject(TITLE, self),
    Legend: (self) => hostObject(LEGEND, self),
    Series: (self) => hostObject(SERIES_LIST, self),
  },
  methods: {
    Delete: (self) => self.session.mutate(RECORD_MUTATION.removeChart, { subUnitId: self.sheetId, chartId: chartOf(self).id }),
    SetPosition: (self, args) => {
      const first = areaArgument(args);
      changeChart(self, { at: args[1] === undefined || args[1] === null ? first : bounding(first, areaArgument(args.slice(1))) });
    },
  },
};

const CHARTS: ClassTable<Self> = {
  name: "ChartCollection",
  items: (self) => self.session.record(self.sheetId).charts.map((chart) => hostObject(CHART, { ...self, chartId: chart.id })),
  // the client finds a chart again by its id
  item: (self, args) => chartObject(self, (chart) => chart.id === args[0]) ?? missing(textArgument(args, 0)),
  methods: {
    Add: addChart,
    GetCount: ({ session, sheetId }) => session.record(sheetId).charts.length,
    GetItem: (self, args) => chartObject(self, (chart) => chart.name === args[0]) ?? missing(textArgument(args, 0)),
    GetItemOrNullObject: (self, args) => chartObject(self, (chart) => chart.name === args[0]),
  },
};

function missing(name: string): never {
  throw itemNotFound(`chart ${name}`);
}

function chartObject(self: Self, wanted: (chart: ChartRecord) => boolean): HostObject | null {
  const chart = self.session.record(self.sheetId).charts.find(wanted);
  return chart ? hostObject(CHART, { ...self, chartId: chart.id }) : null;
}

function addChart(self: Self, args: readonly Argument[]): HostObject {
  const type = textArgument(args, 0);
  if (!TYPES.includes(type)) throw apiNotFound(`ChartType.${type}`);
  const source = objectArgument(args, 1, RANGE).handle;
  const by = optionalText(args, 2) ?? "Auto";
  if (by !== "Auto" && by !== "Columns" && by !== "Rows") throw invalidArgument("seriesBy");
  const { charts } = self.session.record(self.sheetId);
  const chart: ChartRecord = {
    id: generateRandomId(8),
    name: `Chart ${charts.length + 1}`,
    type,
    title: null,
    legend: { visible: true, position: "Right" },
    axis: { reversed: false, position: "Automatic" },
    series: seriesFrom(self.session, source, by),
    at: null,
  };
  putChart(self, chart);
  return hostObject(CHART, { ...self, chartId: chart.id });
}

function newSeries(name: string, values: SheetCells | null, categories: SheetCells | null): SeriesRecord {
  return { id: generateRandomId(8), name, values, categories, looks: {} };
}

/** The series of a source as Excel takes them: a first line of text names them, a first line of text across labels the categories. */
function seriesFrom(session: Session, source: RangeHandle, by: "Auto" | "Columns" | "Rows"): SeriesRecord[] {
  const { area, sheetId } = source;
  if (isEntireColumn(area) || isEntireRow(area)) throw invalidArgument("sourceData");
  const columns = by === "Columns" || (by === "Auto" && area.rows >= area.cols);
  const reader = readCells(session, sheetId);
  const labels =
    (columns ? area.cols : area.rows) > 1 &&
    isText(
      reader,
      columns ? { ...area, cols: 1, row: area.row + area.rows - 1, rows: 1 } : { ...area, rows: 1, col: area.col + area.cols - 1, cols: 1 },
    );
  const heads =
    (columns ? area.rows : area.cols) > 1 &&
    isText(
      reader,
      columns
        ? { row: area.row, rows: 1, col: area.col + area.cols - 1, cols: 1 }
        : { row: area.row + area.rows - 1, rows: 1, col: area.col, cols: 1 },
    );
  const lines = columns ? area.cols : area.rows;
  const body = (line: number): Area =>
    columns
      ? { row: area.row + Number(heads), rows: area.rows - Number(heads), col: area.col + line, cols: 1 }
      : { col: area.col + Number(heads), cols: area.cols - Number(heads), row: area.row + line, rows: 1 };
  const series: SeriesRecord[] = [];
  for (let line = Number(labels); line < lines; line++) {
    const head = columns ? reader.value(area.row, area.col + line) : reader.value(area.row + line, area.col);
    const name = heads ? String(head) : `Series${series.length + 1}`;
    series.push(newSeries(name, { sheetId, area: body(line) }, labels ? { sheetId, area: body(0) } : null));
  }
  return series;
}

function isText(reader: CellReader, { row, col }: Area): boolean {
  return typeof reader.value(row, col) === "string" && reader.value(row, col) !== "";
}

function cellsOf({ sheetId, area }: RangeHandle): SheetCells {
  return { sheetId, area };
}

export function chartsObject(session: Session, sheetId: string): HostObject {
  return hostObject(CHARTS, { session, sheetId });
}
