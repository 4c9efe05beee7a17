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

/** What of a cell's letters and ground is set: only in Excel, see `Looks.faces`. */
export interface Face {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly italic?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly valign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
}

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
  /** Letters, ground and wrapping of every cell; told by Excel alone. */
  readonly faces?: readonly Look<Face>[];
  /** Of each row of the area, in points; 0 where nobody sees it. Told by Excel alone. */
  readonly heights?: readonly number[];
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
  /** The same object for cells that look the same. */
  readonly face?: Face;
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
  const looks: CellLook[] = [];
  const part = <T>(name: LookPart, valueOf: (look: CellLook, row: number, col: number) => T | undefined) => {
    const areas = equalAreasIn<T>(area);
    const add = (row: number): void => areas.add(row, (col) => valueOf(looks[col - area.col] ?? {}, row, col));
    return { name, add, done: areas.done };
  };
  const parts = [
    part("numberFormats", ({ numberFormat }) => numberFormat),
    part("indents", ({ indent }) => indent),
    part("aligns", ({ align }) => align),
    part("bold", ({ bold }) => bold),
    part("unseen", ({ unseen }) => unseen),
    part("borders", (_look, row, col) => linesOf(cell, row, col)),
    part("faces", ({ face }) => face),
  ].filter(({ name }) => wanted.includes(name));
  for (let row = area.row; parts.length > 0 && row < area.row + area.rows; row++) {
    for (let at = 0; at < area.cols; at++) looks[at] = cell(row, area.col + at);
    for (const { add } of parts) add(row);
  }
  const widths = wanted.includes("widths") ? { widths: Array.from({ length: area.cols }, (_, at) => width(area.col + at)) } : {};
  return { ...Object.fromEntries(parts.map(({ name, done }) => [name, done()])), ...widths };
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
export function cellLooks({ numberFormats, indents, aligns, bold, unseen, borders, faces }: Looks): (row: number, col: number) => CellLook {
  const [format, indent, align] = [lookAt(numberFormats), lookAt(indents), lookAt(aligns)];
  const [isBold, isUnseen, sides, face] = [lookAt(bold), lookAt(unseen), lookAt(borders), lookAt(faces)];
  const known = <K extends keyof CellLook>(name: K, value: CellLook[K]): CellLook => (value === undefined ? {} : { [name]: value });
  return (row, col) => ({
    ...known("numberFormat", format(row, col)),
    ...known("indent", indent(row, col)),
    ...known("align", align(row, col)),
    ...known("bold", isBold(row, col)),
    ...known("unseen", isUnseen(row, col)),
    ...known("sides", sides(row, col)),
    ...known("face", face(row, col)),
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
  const areas = equalAreasIn<T>(within, keyOf);
  for (let row = within.row; row < within.row + within.rows; row++) areas.add(row, (col) => at(row, col));
  return areas.done();
}

/** `equalAreas` row by row. */
function equalAreasIn<T>(
  { col: first, cols }: Area,
  keyOf: (value: T) => unknown = (value) => value,
): { add(row: number, at: (col: number) => T | null | undefined): void; done(): Look<T>[] } {
  const done: Run<T>[] = [];
  // in their order
  let above: readonly Run<T>[] = [];
  return {
    add(row, at) {
      const runs: Run<T>[] = [];
      let last: Run<T> | undefined;
      for (let col = first; col < first + cols; col++) {
        const value = at(col);
        if (value === null || value === undefined) continue;
        const key = keyOf(value);
        if (last && last.key === key && last.col + last.cols === col) last.cols += 1;
        else runs.push((last = { row, col, rows: 1, cols: 1, value, key }));
      }
      let next = 0;
      above = runs.map((run) => {
        while ((above[next]?.col ?? Infinity) < run.col) next++;
        const over = above[next];
        if (over?.col === run.col && over.cols === run.cols && over.key === run.key) {
          over.rows += 1;
          return over;
        }
        done.push(run);
        return run;
      });
    },
    done: () => done.map(({ row, col, rows, cols, value }) => ({ area: { row, col, rows, cols }, value })),
  };
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
