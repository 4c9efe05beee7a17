import { HorizontalAlign, VerticalAlign, WrapStrategy, type ICellData, type IStyleData, type Nullable } from "@univerjs/core";
import type { Area, CellStyle, StyledArea } from "../../sheet";
import { INDENT } from "../bridge/objects/range-format";

/** Style of each cell of the area that starts at A1; null where a cell has none. */
export type StyleAt = (row: number, col: number) => CellStyle | null;

/** Equal styles of neighbouring cells as one area: runs within rows, put together down the rows. */
export function styledAreas(rows: number, cols: number, styleAt: StyleAt): StyledArea[] {
  const done: { area: Area; style: CellStyle }[] = [];
  let open = new Map<string, { area: Area; style: CellStyle }>();
  for (let row = 0; row < rows; row++) {
    const next = new Map<string, { area: Area; style: CellStyle }>();
    for (const run of runsOf(row, cols, styleAt)) {
      const key = `${run.col} ${run.cols} ${run.key}`;
      const above = open.get(key);
      next.set(key, above ? { ...above, area: { ...above.area, rows: above.area.rows + 1 } } : { area: { row, col: run.col, rows: 1, cols: run.cols }, style: run.style });
      open.delete(key);
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

interface Run {
  readonly col: number;
  cols: number;
  readonly key: string;
  readonly style: CellStyle;
}

function runsOf(row: number, cols: number, styleAt: StyleAt): Run[] {
  const runs: Run[] = [];
  for (let col = 0; col < cols; col++) {
    const style = styleAt(row, col);
    if (!style) continue;
    const key = JSON.stringify(style);
    const last = runs.at(-1);
    if (last && last.key === key && last.col + last.cols === col) last.cols += 1;
    else runs.push({ col, cols: 1, key, style });
  }
  return runs;
}

const ALIGN: Partial<Record<HorizontalAlign, "left" | "center" | "right">> = { [HorizontalAlign.LEFT]: "left", [HorizontalAlign.CENTER]: "center", [HorizontalAlign.RIGHT]: "right" };
const VALIGN: Partial<Record<VerticalAlign, "top" | "center" | "bottom">> = { [VerticalAlign.TOP]: "top", [VerticalAlign.MIDDLE]: "center", [VerticalAlign.BOTTOM]: "bottom" };

/** A style of the engine in our words; null when nothing of it is set. `border` is judged by the caller, who sees the neighbours. */
export function cellStyle(style: IStyleData, cell: Nullable<ICellData>, border: boolean): CellStyle | null {
  const align = style.ht ? ALIGN[style.ht] : undefined;
  const valign = style.vt ? VALIGN[style.vt] : undefined;
  const color = hexColor(style.cl?.rgb);
  const fill = hexColor(style.bg?.rgb);
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
    ...(border ? { border: true } : {}),
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...(cell?.custom?.["locked"] === false ? { locked: false } : {}),
  };
  return Object.keys(found).length > 0 ? found : null;
}

/** "#abc", "#AABBCC", "rgb(170, 187, 204)" → "#AABBCC"; null for what is no plain colour. */
export function hexColor(color: Nullable<string>): string | null {
  if (!color) return null;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex) return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex}`.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase() : null;
}
