import { invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject } from "../host-object";
import type { ChartRecord } from "../records";

/** How the category axis of a chart lies: kept to be asked for, since the engine draws no charts. */
interface Axis {
  reversed: boolean;
  position: string;
}

const kept = new WeakMap<ChartRecord, Axis>();

function axisOf(chart: ChartRecord): Axis {
  const axis = kept.get(chart) ?? { reversed: false, position: "Automatic" };
  kept.set(chart, axis);
  return axis;
}

const CATEGORY: ClassTable<Axis> = {
  name: "ChartAxis",
  scalars: {
    ReversePlotOrder: {
      get: ({ reversed }) => reversed,
      set: (axis, value) => {
        if (typeof value !== "boolean") throw invalidArgument("reversePlotOrder");
        axis.reversed = value;
      },
    },
    Position: {
      get: ({ position }) => position,
      set: (axis, value) => {
        if (value !== "Automatic" && value !== "Maximum" && value !== "Minimum") throw invalidArgument("position");
        axis.position = value;
      },
    },
  },
};

const AXES: ClassTable<ChartRecord> = {
  name: "ChartAxes",
  parts: { CategoryAxis: (chart) => hostObject(CATEGORY, axisOf(chart)) },
};

export function chartAxesObject(chart: ChartRecord): HostObject {
  return hostObject(AXES, chart);
}
