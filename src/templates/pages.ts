import type { PrintSpec, SheetSpec } from "../sheet";

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: 20–25 mm top and bottom, 30–35 mm left, 15–20 mm right; left is the binding side. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

type Orientation = PrintSpec["orientation"];

const MM_PER_POINT = 25.4 / 72;
/** Sides of A4 in millimetres. */
const A4 = { short: 210, long: 297 } as const;
/** Millimetres of a page between its margins. */
export const PAGE_WIDTH = { portrait: A4.short - MARGINS.left - MARGINS.right, landscape: A4.long - MARGINS.left - MARGINS.right } as const;
const PAGE_HEIGHT = { portrait: A4.long - MARGINS.top - MARGINS.bottom, landscape: A4.short - MARGINS.top - MARGINS.bottom } as const;
/** A tenth of the width is kept back: programs do not agree on how wide a column of so many characters is. */
export const KEPT_WIDTH = 0.9;
/** As with widths, a little less: heights are points everywhere, but the room of a page is rounded. */
const KEPT_HEIGHT = 0.95;

/** Millimetres of columns: 7 pixels a character and 5 of padding, 96 pixels to the inch. */
export function millimetresOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + ((width * 7 + 5) * 25.4) / 96, 0);
}

/** The scale in percent at which columns of these widths (in characters) fill an A4 page between its margins, at most 100. */
export function scaleOf(widths: readonly number[], orientation: Orientation = "landscape"): number {
  return Math.min(100, Math.floor((PAGE_WIDTH[orientation] / millimetresOf(widths)) * KEPT_WIDTH * 100));
}

/** Points of rows that a page takes at a scale in percent. */
export function roomOf(scale: number, orientation: Orientation = "landscape"): number {
  return (PAGE_HEIGHT[orientation] / MM_PER_POINT / (scale / 100)) * KEPT_HEIGHT;
}

/** Points of a row whose height nobody has set. */
const DEFAULT_HEIGHT = 16;

export interface PagedRows {
  readonly heights: SheetSpec["rowHeights"];
  /** The first row that is repeated on each page, and the first of the body: those between them are repeated. */
  readonly head: number;
  readonly body: number;
  /** Of each row of the body: whether it stays with the row above. */
  readonly glued: readonly boolean[];
  /** Points that a page takes, see `roomOf`. */
  readonly room: number;
}

/**
 * The rows that begin a page, so that no row is parted from one above that it stays with; none where no row does, and where the repeated
 * rows fill a page. What takes more than a page is cut where the page ends.
 */
export function rowBreaks({ heights, head, body, glued, room }: PagedRows): number[] {
  if (!glued.some(Boolean)) return [];
  const known = new Map(heights.map(({ row, height }) => [row, height]));
  const sum = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, index) => known.get(from + index) ?? DEFAULT_HEIGHT).reduce((all, height) => all + height, 0);
  const starts = glued.flatMap((under, index) => (under && index > 0 ? [] : [index]));
  const again = sum(head, body);
  // rows that are repeated and take the whole page leave no room to keep anything together in
  if (again >= room) return [];
  const breaks: number[] = [];
  let used = sum(0, body);
  for (const [index, start] of starts.entries()) {
    const height = sum(body + start, body + (starts[index + 1] ?? glued.length));
    if (start > 0 && used + height > room && again + height <= room) {
      breaks.push(body + start);
      used = again;
    }
    used += height;
    while (used > room) used -= room - again;
  }
  return breaks;
}
