import { generateRandomId } from "@univerjs/core";
import { type Area, bounding } from "../../../sheet";
import { isEntireColumn, isEntireRow } from "../address";
import { type CellReader, readCells } from "../cells";
import { apiNotFound, invalidArgument, itemNotFound } from "../failure";
import {
  type Argument, type ClassTable, countArgument, hostObject, type HostObject, objectArgument, optionalText, textArgument,
} from "../host-object";
import type { ChartRecord, SeriesRecord } from "../records";
import type { RangeHandle, Session } from "../session";
import { areaArgument } from "./area-argument";
import { chartAxesObject } from "./chart-axes";
import { seriesLooks } from "./chart-looks";
import { RANGE } from "./range";
import { flag } from "./styles";

interface Self {
  readonly session: Session;
  readonly sheetId: string;
}

interface ChartSelf extends Self {
  readonly chart: ChartRecord;
}

/** The types that a saved workbook can hold. */
const TYPES = ["BarClustered", "ColumnClustered", "BarStacked", "ColumnStacked", "Doughnut", "Pie", "Line"];
const LEGEND_PLACES = ["Top", "Bottom", "Left", "Right"];

const TITLE: ClassTable<ChartSelf> = {
  name: "ChartTitle",
  scalars: {
    Text: {
      get: ({ chart }) => chart.title ?? "",
      set: ({ chart }, value) => {
        if (typeof value !== "string") throw invalidArgument("title");
        chart.title = value;
      },
    },
    Visible: {
      get: ({ chart }) => chart.title !== null,
      set: ({ chart }, value) => {
        chart.title = flag(value, "visible") ? (chart.title ?? "") : null;
      },
    },
  },
};

const LEGEND: ClassTable<ChartSelf> = {
  name: "ChartLegend",
  scalars: {
    Visible: {
      get: ({ chart }) => chart.legend.visible,
      set: ({ chart }, value) => {
        chart.legend.visible = flag(value, "visible");
      },
    },
    Position: {
      get: ({ chart }) => chart.legend.position,
      set: ({ chart }, value) => {
        if (typeof value !== "string" || !LEGEND_PLACES.includes(value)) throw invalidArgument("position");
        chart.legend.position = value;
      },
    },
  },
};

const SERIES: ClassTable<ChartSelf & { readonly series: SeriesRecord }> = {
  name: "ChartSeries",
  scalars: {
    Name: {
      get: ({ series }) => series.name,
      set: ({ series }, value) => {
        if (typeof value !== "string") throw invalidArgument("name");
        series.name = value;
      },
    },
    ...seriesLooks.scalars,
  },
  parts: seriesLooks.parts,
  methods: {
    Delete: ({ chart, series }) => {
      const index = chart.series.indexOf(series);
      if (index >= 0) chart.series.splice(index, 1);
    },
    SetValues: ({ series }, args) => {
      series.values = cellsOf(objectArgument(args, 0, RANGE).handle);
    },
    SetXAxisValues: ({ series }, args) => {
      series.categories = cellsOf(objectArgument(args, 0, RANGE).handle);
    },
  },
};

const SERIES_LIST: ClassTable<ChartSelf> = {
  name: "ChartSeriesCollection",
  items: (self) => self.chart.series.map((series) => hostObject(SERIES, { ...self, series })),
  methods: {
    Add: (self, args) => {
      const series: SeriesRecord = { name: optionalText(args, 0) ?? "", values: null, categories: null };
      self.chart.series.splice(args[1] === undefined || args[1] === null ? self.chart.series.length : countArgument(args, 1), 0, series);
      return hostObject(SERIES, { ...self, series });
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (self, args) => {
      const series = self.chart.series[countArgument(args, 0)];
      if (!series) throw invalidArgument("index of a series");
      return hostObject(SERIES, { ...self, series });
    },
  },
};

const CHART: ClassTable<ChartSelf> = {
  name: "Chart",
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    Id: { get: ({ chart }) => chart.id },
    ChartType: { get: ({ chart }) => chart.type },
    Name: {
      get: ({ chart }) => chart.name,
      set: ({ chart }, value) => {
        if (typeof value !== "string" || value === "") throw invalidArgument("name");
        chart.name = value;
      },
    },
  },
  parts: {
    Axes: ({ chart }) => chartAxesObject(chart),
    Title: (self) => hostObject(TITLE, self),
    Legend: (self) => hostObject(LEGEND, self),
    Series: (self) => hostObject(SERIES_LIST, self),
  },
  methods: {
    Delete: ({ session, sheetId, chart }) => {
      const { charts } = session.record(sheetId);
      charts.splice(charts.indexOf(chart), 1);
    },
    SetPosition: ({ chart }, args) => {
      const first = areaArgument(args);
      chart.at = args[1] === undefined || args[1] === null ? first : bounding(first, areaArgument(args.slice(1)));
    },
  },
};

const CHARTS: ClassTable<Self> = {
  name: "ChartCollection",
  items: (self) => self.session.record(self.sheetId).charts.map((chart) => hostObject(CHART, { ...self, chart })),
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
  return chart ? hostObject(CHART, { ...self, chart }) : null;
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
    series: seriesOf(self.session, source, by),
    at: null,
  };
  charts.push(chart);
  return hostObject(CHART, { ...self, chart });
}

/** The series of a source as Excel takes them: a first line of text names them, a first line of text across labels the categories. */
function seriesOf(session: Session, source: RangeHandle, by: "Auto" | "Columns" | "Rows"): SeriesRecord[] {
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
    series.push({
      name: heads ? String(head) : `Series${series.length + 1}`,
      values: { sheetId, area: body(line) },
      categories: labels ? { sheetId, area: body(0) } : null,
    });
  }
  return series;
}

function isText(reader: CellReader, { row, col }: Area): boolean {
  return typeof reader.value(row, col) === "string" && reader.value(row, col) !== "";
}

function cellsOf({ sheetId, area }: RangeHandle) {
  return { sheetId, area };
}

export function chartsObject(session: Session, sheetId: string): HostObject {
  return hostObject(CHARTS, { session, sheetId });
}
