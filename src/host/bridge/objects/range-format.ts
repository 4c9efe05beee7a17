import { HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from "@univerjs/core";
import {
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import { MAX_COLS, MAX_ROWS } from "../../../sheet";
import { engineRange } from "../address";
import { clipToShown, writeLooks } from "../cells";
import { invalidArgument } from "../failure";
import { type ClassTable, hostObject, type HostObject, type Scalar } from "../host-object";
import { isLocked, requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";
import { bordersObject } from "./borders";
import { setLocked } from "./locked";
import { flag, isColor, numberIn, oneOf, styleScalar } from "./styles";

export interface FormatSelf {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** Excel measures columns and rows in points, the engine in pixels of 1/96 inch. */
export const PIXELS_PER_POINT = 96 / 72;

/** One step of indent in the engine's pixels: about the three spaces that Excel takes. */
export const INDENT = 9;

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL = { Bottom: VerticalAlign.BOTTOM, Center: VerticalAlign.MIDDLE, Top: VerticalAlign.TOP };

const FONT: ClassTable<FormatSelf> = {
  name: "RangeFont",
  scalars: {
    Name: styleScalar((style) => style.ff ?? "Arial", (value) => ({ ff: text(value, "font name") })),
    Size: styleScalar((style) => style.fs ?? 11, (value) => ({ fs: numberIn(value, 1, 409, "font size") })),
    Bold: styleScalar((style) => style.bl === 1, (value) => ({ bl: flag(value, "bold") ? 1 : 0 })),
    Italic: styleScalar((style) => style.it === 1, (value) => ({ it: flag(value, "italic") ? 1 : 0 })),
    Color: styleScalar((style) => style.cl?.rgb ?? "#000000", (value) => ({ cl: { rgb: isColor(value, "font color") } })),
  },
};

const NO_FILL = { s: { bg: null } };

const FILL: ClassTable<FormatSelf> = {
  name: "RangeFill",
  scalars: {
    Color: styleScalar((style) => style.bg?.rgb ?? "#FFFFFF", (value) => ({ bg: { rgb: isColor(value, "fill color") } })),
  },
  methods: { Clear: ({ session, handle }) => writeLooks(session, handle, () => NO_FILL) },
};

const PROTECTION: ClassTable<FormatSelf> = {
  name: "FormatProtection",
  scalars: {
    Locked: {
      get: (self) => common(self, (row, col) => isLocked(self.session, self.handle.sheetId, row, col)),
      set: ({ session, handle }, value) => setLocked(session, handle, flag(value, "locked")),
    },
  },
};

const columnWidth: Scalar<FormatSelf> = {
  get: ({ session, handle: { sheetId, area } }) => {
    const model = session.model(sheetId);
    return same(Math.min(area.cols, model.getColumnCount()), (index) => model.getColumnWidth(area.col + index) / PIXELS_PER_POINT);
  },
  set: ({ session, handle: { sheetId, area } }, value) => {
    requireWritable(session, sheetId, area, "format");
    const colWidth = numberIn(value, 0, 1340, "columnWidth") * PIXELS_PER_POINT;
    const ranges = [engineRange(clipToShown(session, sheetId, { ...area, row: 0, rows: MAX_ROWS }))];
    session.mutate(SetWorksheetColWidthMutation.id, { subUnitId: sheetId, ranges, colWidth });
  },
};

const rowHeight: Scalar<FormatSelf> = {
  get: ({ session, handle: { sheetId, area } }) => {
    const model = session.model(sheetId);
    return same(Math.min(area.rows, model.getRowCount()), (index) => model.getRowHeight(area.row + index) / PIXELS_PER_POINT);
  },
  set: ({ session, handle: { sheetId, area } }, value) => {
    requireWritable(session, sheetId, area, "format");
    const height = numberIn(value, 0, 409.5, "rowHeight") * PIXELS_PER_POINT;
    const ranges = [engineRange(clipToShown(session, sheetId, { ...area, col: 0, cols: MAX_COLS }))];
    session.mutate(SetWorksheetRowHeightMutation.id, { subUnitId: sheetId, ranges, rowHeight: height });
    session.mutate(SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: sheetId, ranges, autoHeightInfo: 0 });
  },
};

const FORMAT: ClassTable<FormatSelf> = {
  name: "RangeFormat",
  scalars: {
    ColumnWidth: columnWidth,
    RowHeight: rowHeight,
    HorizontalAlignment: styleScalar(horizontalName, (value) => ({ ht: oneOf(HORIZONTAL, value, "horizontalAlignment") })),
    VerticalAlignment: styleScalar(
      verticalName,
      (value) => ({ vt: oneOf(VERTICAL, value, "verticalAlignment") }),
    ),
    WrapText: styleScalar(
      (style) => style.tb === WrapStrategy.WRAP,
      (value) => ({ tb: flag(value, "wrapText") ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ),
    IndentLevel: styleScalar(indentLevel, (value) => indent(numberIn(value, 0, 250, "indentLevel"))),
  },
  parts: {
    Font: (self) => hostObject(FONT, self),
    Fill: (self) => hostObject(FILL, self),
    Protection: (self) => hostObject(PROTECTION, self),
    Borders: ({ session, handle }) => bordersObject(session, handle),
  },
  methods: {
    AutofitRows: ({ session, handle: { sheetId, area } }) => {
      requireWritable(session, sheetId, area, "format");
      const ranges = [engineRange(clipToShown(session, sheetId, { ...area, col: 0, cols: MAX_COLS }))];
      session.mutate(SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: sheetId, ranges, autoHeightInfo: 1 });
    },
  },
};

export function rangeFormatObject(session: Session, handle: RangeHandle): HostObject {
  return hostObject(FORMAT, { session, handle });
}

export function horizontalName(style: IStyleData): string {
  return nameOf(HORIZONTAL, style.ht ?? 0, "General");
}

export function verticalName(style: IStyleData): string {
  return nameOf(VERTICAL, style.vt ?? 3, "Bottom");
}

export function indentLevel(style: IStyleData): number {
  return Math.round((style.pd?.l ?? 0) / INDENT);
}

function indent(level: number): IStyleData {
  return { pd: level === 0 ? null : { l: level * INDENT } };
}

function text(value: Json, what: string): string {
  if (typeof value !== "string" || value === "") throw invalidArgument(what);
  return value;
}

function nameOf(names: Readonly<Record<string, number>>, value: number, otherwise: string): string {
  return Object.keys(names).find((name) => names[name] === value) ?? otherwise;
}

function same(count: number, read: (index: number) => number): number | null {
  const first = read(0);
  for (let index = 1; index < count; index++) if (read(index) !== first) return null;
  return first;
}

function common({ session, handle }: FormatSelf, read: (row: number, col: number) => boolean): Json {
  const shown = clipToShown(session, handle.sheetId, handle.area);
  const first = read(shown.row, shown.col);
  for (let row = shown.row; row < shown.row + shown.rows; row++) {
    for (let col = shown.col; col < shown.col + shown.cols; col++) if (read(row, col) !== first) return null;
  }
  return first;
}
