import type { Looks } from "./looks";
import { cellLooks } from "./looks";
import type { SheetSnapshot } from "./snapshot";

/** A number other than 0 that does not show: its text has the colour of its ground, or its number format shows nothing. */
export interface UnseenCell {
  readonly row: number;
  readonly col: number;
  readonly value: number;
  readonly why: "ink" | "format";
}

/** Colours whose red, green and blue are no further apart than this cannot be told from each other. */
const NEAR = 8;

const PARTS = /^#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/;

/** Whether two colours ("#RRGGBB", or any other name of one) look the same. */
export function isSameInk(ink: string, ground: string): boolean {
  const [a, b] = [ink, ground].map((color) => color.toUpperCase());
  if (a === b) return true;
  const [first, second] = [a, b].map((color) => PARTS.exec(color ?? "")?.slice(1) ?? []);
  return (
    first?.length === 3 && second?.length === 3 &&
    first.every((part, at) => Math.abs(Number.parseInt(part, 16) - Number.parseInt(second[at] ?? "", 16)) <= NEAR)
  );
}

/** Whether a number format (";;;", '""', "#,##0;;") shows nothing of a number other than 0. One with conditions is passed over. */
export function showsNothing(format: string, value: number): boolean {
  if (/\[[<>=]/.test(format)) return false;
  const written = format.replace(/"([^"]*)"|\\(.)/g, (_all, quoted?: string, escaped?: string) => ((quoted ?? escaped) === "" ? "" : "x"));
  const [positive = "", negative = positive] = written.split(";");
  const shown = value < 0 ? negative : positive;
  // a format of nothing at all is the general one
  return format.trim() !== "" && shown.replace(/\[[^\]]*\]|_.|\*./g, "").trim() === "";
}

/** The numbers of a snapshot that do not show, as far as its looks tell, from top to bottom. */
export function unseenIn({ area, values, looks = {} }: Pick<SheetSnapshot, "area" | "values" | "looks">): UnseenCell[] {
  const marked = (looks.unseen ?? []).map((look) => look.area);
  const formatted = (looks.numberFormats ?? []).filter(({ value }) => /[;"]/.test(value)).map((look) => look.area);
  if (marked.length + formatted.length === 0) return [];
  const look = cellLooks(withParts(looks));
  const found = new Map<string, UnseenCell>();
  for (const part of [...marked, ...formatted]) {
    for (let row = part.row; row < part.row + part.rows; row++) {
      for (let col = part.col; col < part.col + part.cols; col++) {
        const value = values[row - area.row]?.[col - area.col];
        if (typeof value !== "number" || value === 0) continue;
        const { unseen, numberFormat } = look(row, col);
        const why = unseen ? "ink" : numberFormat !== undefined && showsNothing(numberFormat, value) ? "format" : null;
        if (why) found.set(`${row} ${col}`, { row, col, value, why });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row || a.col - b.col);
}

function withParts({ unseen, numberFormats }: Looks): Looks {
  return { ...(unseen ? { unseen } : {}), ...(numberFormats ? { numberFormats } : {}) };
}
