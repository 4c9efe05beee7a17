import { invalidArgument } from "../failure";
import { type ClassTable, countArgument, hostObject, type HostObject, type Scalar, textArgument } from "../host-object";
import type { SeriesRecord } from "../records";
import type { Json } from "../wire";

/**
 * How a series or one of its points was made to look: kept to be asked for, since the engine draws no charts and a saved file has looks of
 * its own.
 */
type Looks = Map<string, Json>;

const kept = new WeakMap<SeriesRecord, Looks>();

function looksOf(series: SeriesRecord): Looks {
  const known = kept.get(series);
  if (known) return known;
  const looks: Looks = new Map();
  kept.set(series, looks);
  return looks;
}

interface Self {
  readonly looks: Looks;
  readonly prefix: string;
}

function remembered<T>(selfOf: (self: T) => Self, name: string, fits: (value: Json) => boolean, none: Json): Scalar<T> {
  return {
    get: (self) => {
      const { looks, prefix } = selfOf(self);
      return looks.get(prefix + name) ?? none;
    },
    set: (self, value) => {
      if (!fits(value)) throw invalidArgument(name);
      const { looks, prefix } = selfOf(self);
      looks.set(prefix + name, value);
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
    SetSolidColor: ({ looks, prefix }, args) => {
      const colour = textArgument(args, 0);
      if (!isColour(colour)) throw invalidArgument("color");
      looks.set(`${prefix}Fill`, colour);
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

const POINTS: ClassTable<{ readonly series: SeriesRecord }> = {
  name: "ChartPointsCollection",
  methods: {
    GetItemAt: ({ series }, args) => {
      const at = countArgument(args, 0);
      const count = series.values ? series.values.area.rows * series.values.area.cols : 0;
      if (at >= count) throw invalidArgument("index of a point");
      return hostObject(POINT, { looks: looksOf(series), prefix: `${at} ` });
    },
  },
};

const LABELS: ClassTable<Self> = {
  name: "ChartDataLabels",
  scalars: { ShowPercentage: remembered(same, "ShowPercentage", isFlag, false), ShowValue: remembered(same, "ShowValue", isFlag, true) },
};

const ofSeries = ({ series }: { readonly series: SeriesRecord }): Self => ({ looks: looksOf(series), prefix: "" });

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
    Format: (self: { readonly series: SeriesRecord }): HostObject => hostObject(FORMAT, ofSeries(self)),
    Points: (self: { readonly series: SeriesRecord }): HostObject => hostObject(POINTS, self),
    DataLabels: (self: { readonly series: SeriesRecord }): HostObject => hostObject(LABELS, ofSeries(self)),
  },
} as const;
