import { BorderStyleTypes, type IBorderStyleData } from "@univerjs/core";
import type { Area } from "../../../sheet";
import { writeLooks } from "../cells";
import { invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject, textArgument } from "../host-object";
import type { Looks } from "../pending-cells";
import type { RangeHandle, Session } from "../session";
import { commonStyle, isColor, oneOf } from "./styles";

type Side = "t" | "b" | "l" | "r";

interface Edge {
  readonly side: Side;
  /** Cells of the area that carry it; null where the area has none. */
  readonly cells: (area: Area) => Area | null;
}

const EDGES: Readonly<Record<string, Edge>> = {
  EdgeTop: { side: "t", cells: (area) => ({ ...area, rows: 1 }) },
  EdgeBottom: { side: "b", cells: (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 }) },
  EdgeLeft: { side: "l", cells: (area) => ({ ...area, cols: 1 }) },
  EdgeRight: { side: "r", cells: (area) => ({ ...area, col: area.col + area.cols - 1, cols: 1 }) },
  InsideHorizontal: { side: "b", cells: (area) => (area.rows > 1 ? { ...area, rows: area.rows - 1 } : null) },
  InsideVertical: { side: "r", cells: (area) => (area.cols > 1 ? { ...area, cols: area.cols - 1 } : null) },
};

const STYLES = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
} as const;

interface BorderSelf {
  readonly session: Session;
  /** The cells that carry the border. */
  readonly handle: RangeHandle | null;
  readonly side: Side;
  readonly name: string;
}

function change(self: BorderSelf, border: (now: IBorderStyleData | null) => IBorderStyleData | null): void {
  const { session, handle, side } = self;
  if (!handle) return;
  const known = new Map<IBorderStyleData | null, Looks>();
  writeLooks(session, handle, (row, col, pending) => {
    const now = pending.line(row, col, side);
    const looks = known.get(now) ?? { s: { bd: { [side]: border(now) } } };
    known.set(now, looks);
    return looks;
  });
}

const BORDER: ClassTable<BorderSelf> = {
  name: "RangeBorder",
  scalars: {
    SideIndex: { get: ({ name }) => name },
    Style: {
      get: ({ session, handle, side }) => (handle ? commonStyle(session, handle, (style) => lineName(style.bd?.[side]?.s)) : "None"),
      set: (self, value) => {
        const style = oneOf<BorderStyleTypes>(STYLES, value, "border style");
        change(self, (now) => (style === BorderStyleTypes.NONE ? null : { s: style, cl: now?.cl ?? { rgb: "#000000" } }));
      },
    },
    Color: {
      get: ({ session, handle, side }) =>
        handle ? commonStyle(session, handle, (style) => style.bd?.[side]?.cl.rgb ?? "#000000") : "#000000",
      set: (self, value) => {
        const rgb = isColor(value, "border color");
        change(self, (now) => ({ s: now?.s ?? BorderStyleTypes.THIN, cl: { rgb } }));
      },
    },
  },
};

const BORDERS: ClassTable<{ readonly session: Session; readonly handle: RangeHandle }> = {
  name: "RangeBorderCollection",
  item: ({ session, handle }, args) => {
    const name = textArgument(args, 0);
    const edge = Object.hasOwn(EDGES, name) ? EDGES[name] : undefined;
    if (!edge) throw invalidArgument(`border ${name}`);
    const cells = edge.cells(handle.area);
    return hostObject(BORDER, { session, side: edge.side, name, handle: cells && session.range(handle.sheetId, cells) });
  },
};

export function bordersObject(session: Session, handle: RangeHandle): HostObject {
  return hostObject(BORDERS, { session, handle });
}

export function lineName(style: BorderStyleTypes | undefined): string {
  if (style === undefined) return "None";
  return Object.entries(STYLES).find(([, value]) => value === style)?.[0] ?? "Continuous";
}
