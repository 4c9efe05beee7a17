import { invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject } from "../host-object";
import { changeChart, type ChartHandle, chartOf } from "./chart-handle";

/** How the category axis of a chart lies: kept to be asked for; what is drawn and saved lies as its kind does. */
const CATEGORY: ClassTable<ChartHandle> = {
  name: "ChartAxis",
  scalars: {
    ReversePlotOrder: {
      get: (self) => chartOf(self).axis.reversed,
      set: (self, value) => {
        if (typeof value !== "boolean") throw invalidArgument("reversePlotOrder");
        changeChart(self, { axis: { ...chartOf(self).axis, reversed: value } });
      },
    },
    Position: {
      get: (self) => chartOf(self).axis.position,
      set: (self, value) => {
        if (value !== "Automatic" && value !== "Maximum" && value !== "Minimum") throw invalidArgument("position");
        changeChart(self, { axis: { ...chartOf(self).axis, position: value } });
      },
    },
  },
};

const AXES: ClassTable<ChartHandle> = {
  name: "ChartAxes",
  parts: { CategoryAxis: (self) => hostObject(CATEGORY, self) },
};

export function chartAxesObject(handle: ChartHandle): HostObject {
  return hostObject(AXES, handle);
}
