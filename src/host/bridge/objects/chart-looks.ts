import { invalidArgument } from "../failure";
import { type ClassTable, countArgument, hostObject, type HostObject, type Scalar, textArgument } from "../host-object";
import type { Json } from "../wire";
import { changeSeries, type SeriesHandle, seriesOf } from "./chart-handle";

/** Looks of a series, or of one of its points by the prefix of their names. */
interface Self {
  readonly series: SeriesHandle;
  readonly prefix: string;
}

function setLook({ series, prefix }: Self, name: string, value: Json): void {
  changeSeries(series, { looks: { ...seriesOf(series).looks, [prefix + name]: value } });
}

function remembered<T>(selfOf: (self: T) => Self, name: string, fits: (value: Json) => boolean, none: Json): Scalar<T> {
  return {
    get: (self) => {
      const { series, prefix } = selfOf(self);
      return seriesOf(series).looks[prefix + name] ?? none;
    },
    set: (self, value) => {
      if (!fits(value)) throw invalidArgument(name);
      setLook(selfOf(self), name, value);
    },
  };
}

const same = (self: Self): Self => self;
const isColour = (value: Json): boolean => typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);
const isFlag = (value: Json): boolean => typeof value === "boolean";
const oneOf = (names: readonly string[]) => (value: Json): boolean => typeof value === "string" && names.includes(value);
const LINE_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Automatic", "RoundDot"];
const MARKERS = ["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus"];
const isSize = (value: Json): boolean => typeof value === "number" && Number.isInteger(value) && value >= 2 && value <= 72;

const FILL: ClassTable<Self> = {
  name: "ChartFill",
  methods: {
    SetSolidColor: (self, args) => {
      const colour = textArgument(args, 0);
      if (!isColour(colour)) throw invalidArgument("color");
      setLook(self, "Fill", colour);
    },
  },
};

const LINE: ClassTable<Self> = {
  name: "ChartLineFormat",
  scalars: {
    Color: remembered(same, "LineColor", isColour, ""),
    LineStyle: remembered(same, "LineStyle", oneOf(LINE_STYLES), "Automatic"),
  },
};

const FORMAT: ClassTable<Self> = {
  name: "ChartSeriesFormat",
  parts: { Fill: (self) => hostObject(FILL, self), Line: (self) => hostObject(LINE, self) },
};
const POINT_FORMAT: ClassTable<Self> = { name: "ChartPointFormat", parts: { Fill: (self) => hostObject(FILL, self) } };
const POINT: ClassTable<Self> = { name: "ChartPoint", parts: { Format: (self) => hostObject(POINT_FORMAT, self) } };

const POINTS: ClassTable<SeriesHandle> = {
  name: "ChartPointsCollection",
  methods: {
    GetItemAt: (series, args) => {
      const at = countArgument(args, 0);
      const { values } = seriesOf(series);
      if (at >= (values ? values.area.rows * values.area.cols : 0)) throw invalidArgument("index of a point");
      return hostObject(POINT, { series, prefix: `${at} ` });
    },
  },
};

const LABELS: ClassTable<Self> = {
  name: "ChartDataLabels",
  scalars: { ShowPercentage: remembered(same, "ShowPercentage", isFlag, false), ShowValue: remembered(same, "ShowValue", isFlag, true) },
};

const ofSeries = (series: SeriesHandle): Self => ({ series, prefix: "" });

/** What a series has of looks, beside its cells. */
export const seriesLooks = {
  scalars: {
    HasDataLabels: remembered(ofSeries, "HasDataLabels", isFlag, false),
    MarkerStyle: remembered(ofSeries, "MarkerStyle", oneOf(MARKERS), "Automatic"),
    MarkerSize: remembered(ofSeries, "MarkerSize", isSize, 5),
    MarkerBackgroundColor: remembered(ofSeries, "MarkerBackgroundColor", isColour, ""),
    MarkerForegroundColor: remembered(ofSeries, "MarkerForegroundColor", isColour, ""),
  },
  parts: {
    Format: (self: SeriesHandle): HostObject => hostObject(FORMAT, ofSeries(self)),
    Points: (self: SeriesHandle): HostObject => hostObject(POINTS, self),
    DataLabels: (self: SeriesHandle): HostObject => hostObject(LABELS, ofSeries(self)),
  },
} as const;
