import {
  BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy,
  type IBorderData, type IBorderStyleData, type ICellData, type IStyleData, type ITextRotation, type Nullable,
} from "@univerjs/core";
import { equalAreas, LINE_KINDS, type CellStyle, type LineStyle, type Side, type StyledArea } from "../../sheet";
import { INDENT } from "../bridge/objects/range-format";
import { LINES, SIDES } from "./cell-data";

/** Style of each cell of the area that starts at A1; null where a cell has none. */
export type StyleAt = (row: number, col: number) => CellStyle | null;

/** Equal styles of neighbouring cells as one area. */
export function styledAreas(rows: number, cols: number, styleAt: StyleAt): StyledArea[] {
  return equalAreas({ row: 0, col: 0, rows, cols }, styleAt, JSON.stringify).map(({ area, value }) => ({ area, style: value }));
}

const ALIGN: Partial<Record<HorizontalAlign, "left" | "center" | "right">> = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
};
const VALIGN: Partial<Record<VerticalAlign, "top" | "center" | "bottom">> = {
  [VerticalAlign.TOP]: "top",
  [VerticalAlign.MIDDLE]: "center",
  [VerticalAlign.BOTTOM]: "bottom",
};

/**
 * A style of the engine in our words; null when nothing of it is set. `border`, thin black lines all round, is judged by the caller, who
 * sees the neighbours.
 */
export function cellStyle(style: IStyleData, cell: Nullable<ICellData>, border: boolean): CellStyle | null {
  const align = style.ht ? ALIGN[style.ht] : undefined;
  const valign = style.vt ? VALIGN[style.vt] : undefined;
  const color = hexColor(style.cl?.rgb);
  const fill = hexColor(style.bg?.rgb);
  const turn = turnOf(style.tr);
  const indent = Math.round((style.pd?.l ?? 0) / INDENT);
  const found: CellStyle = {
    ...(style.ff ? { font: style.ff } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(color ? { color } : {}),
    ...(fill ? { fill } : {}),
    ...(align ? { align } : {}),
    ...(valign ? { valign } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(border ? { border: true } : linesOf(style.bd)),
    ...(style.ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(style.st?.s === BooleanNumber.TRUE ? { strike: true } : {}),
    ...(turn > 0 ? { turn } : {}),
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...(cell?.custom?.["locked"] === false ? { locked: false } : {}),
  };
  return Object.keys(found).length > 0 ? found : null;
}

/** Whether a line is one of those that go round the cells of our tables. */
export function isPlainLine(line: IBorderStyleData): boolean {
  return line.s === BorderStyleTypes.THIN && (hexColor(line.cl.rgb) ?? "#000000") === "#000000";
}

function linesOf(bd: Nullable<IBorderData>): Pick<CellStyle, "lines"> {
  const lines: Partial<Record<Side, LineStyle>> = {};
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const line = bd?.[SIDES[side]];
    const kind = line && LINE_KINDS.find((one) => LINES[one] === line.s);
    const color = hexColor(line?.cl.rgb) ?? "#000000";
    if (kind) lines[side] = { kind, ...(color === "#000000" ? {} : { color }) };
  }
  return Object.keys(lines).length > 0 ? { lines } : {};
}

/** Degrees as .xlsx has them; 0 for text that lies level. */
function turnOf(rotation: Nullable<ITextRotation>): number {
  if (!rotation) return 0;
  if (rotation.v === BooleanNumber.TRUE) return 255;
  const angle = Math.max(-90, Math.min(90, Math.round(rotation.a)));
  return angle <= 0 ? -angle : angle + 90;
}

/** "#abc", "#AABBCC", "rgb(170, 187, 204)" → "#AABBCC"; null for what is no plain colour. */
export function hexColor(color: Nullable<string>): string | null {
  if (!color) return null;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex) return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex}`.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase() : null;
}
