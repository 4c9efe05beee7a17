import { addTo } from "../base";
import type { Area } from "./address";

/** Cells of one area that have a look in common. */
export interface Look<T> {
  readonly area: Area;
  readonly value: T;
}

/** How a cell is aligned across; "across": over the blank cells beside it. */
export type Align = "left" | "center" | "right" | "fill" | "justify" | "across" | "distributed";

export type Side = "top" | "right" | "bottom" | "left";

/**
 * How the cells of an area look, as far as it was asked for. A part that is absent says nothing: nobody asked for it, or this side cannot
 * tell (a .csv has no bold). Cells that a part does not name look as nearly all do. Areas of a part do not overlap, go from top to
 * bottom and are absolute. Conditional formats are passed over, and so is what a cell only takes from the style of a table.
 */
export interface Looks {
  /** English codes as Excel stores them; a cell that is not named has "General". */
  readonly numberFormats?: readonly Look<string>[];
  /** Levels of indent, from 1 on, of three blanks each; from the right where the cell is aligned to the right. */
  readonly indents?: readonly Look<number>[];
  /** A cell that is not named has text at the left and numbers at the right. */
  readonly aligns?: readonly Look<Align>[];
  readonly bold?: readonly Look<true>[];
  /** Text in the colour of its ground, white where the cell has none: nobody sees it. Grounds with patterns are passed over. */
  readonly unseen?: readonly Look<true>[];
  /** Lines of any kind. One between two cells belongs to both, whichever of them has it. */
  readonly borders?: readonly Look<readonly Side[]>[];
  /** Of each column of the area, in characters as `SheetSpec.columns` has them (hundredths); 0 where nobody sees it. */
  readonly widths?: readonly number[];
}

export type LookPart = keyof Looks;

/** How one cell looks; what it lacks is as nearly all cells have it. */
export interface CellLook {
  readonly numberFormat?: string;
  readonly indent?: number;
  readonly align?: Align;
  readonly bold?: true;
  readonly unseen?: true;
  readonly sides?: readonly Side[];
}

const SIDES: readonly Side[] = ["top", "right", "bottom", "left"];

/** Each set of sides once, so that equal ones are the same. */
const SETS: readonly (readonly Side[])[] = Array.from({ length: 16 }, (_, bits) => SIDES.filter((_side, at) => (bits >> at) & 1));

/** The sides that there are, in one order; undefined where there is none. */
export function sidesOf(has: (side: Side) => boolean | undefined): readonly Side[] | undefined {
  const bits = SIDES.reduce((all, side, at) => (has(side) ? all | (1 << at) : all), 0);
  return bits === 0 ? undefined : SETS[bits];
}

/** The wanted parts of how an area looks, out of its cells and those round it, each with what is its own, and the widths of its columns. */
export function looksOf(
  area: Area,
  wanted: readonly LookPart[],
  cell: (row: number, col: number) => CellLook,
  width: (col: number) => number,
): Looks {
  const part = <P extends LookPart>(name: P, make: () => NonNullable<Looks[P]>): Pick<Looks, P> | object =>
    wanted.includes(name) ? { [name]: make() } : {};
  return {
    ...part("numberFormats", () => equalAreas(area, (row, col) => cell(row, col).numberFormat)),
    ...part("indents", () => equalAreas(area, (row, col) => cell(row, col).indent)),
    ...part("aligns", () => equalAreas(area, (row, col) => cell(row, col).align)),
    ...part("bold", () => equalAreas(area, (row, col) => cell(row, col).bold)),
    ...part("unseen", () => equalAreas(area, (row, col) => cell(row, col).unseen)),
    ...part("borders", () => equalAreas(area, (row, col) => linesOf(cell, row, col))),
    ...part("widths", () => Array.from({ length: area.cols }, (_, at) => width(area.col + at))),
  };
}

function linesOf(cell: (row: number, col: number) => CellLook, row: number, col: number): readonly Side[] | undefined {
  const own = cell(row, col).sides ?? [];
  const beside = (r: number, c: number, side: Side): boolean => r >= 0 && c >= 0 && (cell(r, c).sides?.includes(side) ?? false);
  const over: Readonly<Record<Side, () => boolean>> = {
    top: () => beside(row - 1, col, "bottom"),
    right: () => beside(row, col + 1, "left"),
    bottom: () => beside(row + 1, col, "top"),
    left: () => beside(row, col - 1, "right"),
  };
  return sidesOf((side) => own.includes(side) || over[side]());
}

/** Reads one cell of looks after the other. */
export function cellLooks({ numberFormats, indents, aligns, bold, unseen, borders }: Looks): (row: number, col: number) => CellLook {
  const [format, indent, align] = [lookAt(numberFormats), lookAt(indents), lookAt(aligns)];
  const [isBold, isUnseen, sides] = [lookAt(bold), lookAt(unseen), lookAt(borders)];
  const known = <K extends keyof CellLook>(name: K, value: CellLook[K]): CellLook => (value === undefined ? {} : { [name]: value });
  return (row, col) => ({
    ...known("numberFormat", format(row, col)),
    ...known("indent", indent(row, col)),
    ...known("align", align(row, col)),
    ...known("bold", isBold(row, col)),
    ...known("unseen", isUnseen(row, col)),
    ...known("sides", sides(row, col)),
  });
}

/** What a part says of a cell; undefined where it does not name the cell. */
function lookAt<T>(looks: readonly Look<T>[] = []): (row: number, col: number) => T | undefined {
  const rows = new Map<number, Look<T>[]>();
  for (const look of looks) {
    for (let row = look.area.row; row < look.area.row + look.area.rows; row++) addTo(rows, row, look);
  }
  return (row, col) => rows.get(row)?.find(({ area }) => col >= area.col && col < area.col + area.cols)?.value;
}

interface Run<T> {
  readonly row: number;
  readonly col: number;
  rows: number;
  cols: number;
  readonly value: T;
  readonly key: unknown;
}

/**
 * Equal values of neighbouring cells as one area: runs within rows, put together down the rows. Null and undefined belong to no area;
 * `keyOf` tells which are equal.
 */
export function equalAreas<T>(
  within: Area,
  at: (row: number, col: number) => T | null | undefined,
  keyOf: (value: T) => unknown = (value) => value,
): Look<T>[] {
  const done: Run<T>[] = [];
  let above = new Map<number, Run<T>>();
  for (let row = within.row; row < within.row + within.rows; row++) {
    const next = new Map<number, Run<T>>();
    for (const run of runsOf(row, within, at, keyOf)) {
      const last = above.get(run.col);
      if (last?.cols === run.cols && last.key === run.key) {
        last.rows += 1;
        next.set(run.col, last);
      } else {
        done.push(run);
        next.set(run.col, run);
      }
    }
    above = next;
  }
  return done.map(({ row, col, rows, cols, value }) => ({ area: { row, col, rows, cols }, value }));
}

function runsOf<T>(
  row: number,
  { col: first, cols }: Area,
  at: (row: number, col: number) => T | null | undefined,
  keyOf: (value: T) => unknown,
): Run<T>[] {
  const runs: Run<T>[] = [];
  for (let col = first; col < first + cols; col++) {
    const value = at(row, col);
    if (value === null || value === undefined) continue;
    const key = keyOf(value);
    const last = runs.at(-1);
    if (last && last.key === key && last.col + last.cols === col) last.cols += 1;
    else runs.push({ row, col, rows: 1, cols: 1, value, key });
  }
  return runs;
}

/**
 * Calibri 11, the font of cells without one of their own, at 96 dots an inch: pixels of a digit, and of the space beside a column's text.
 */
const [DIGIT, PADDING] = [7, 5];

/** The pixels of a column that is so many characters wide, as ECMA-376 part 1, 18.3.1.13 computes them. */
export function columnPixels(characters: number): number {
  return Math.trunc(characters * DIGIT + 0.5) + PADDING;
}

/** The characters that a column of so many pixels holds, in hundredths as Excel shows them. */
export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - PADDING) / DIGIT) * 100) / 100);
}
