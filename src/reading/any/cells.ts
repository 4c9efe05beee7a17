import { firstFrom, kept } from "../../base";
import { cleanText, isBlankMark, readNoAmount } from "../../quantity";
import { isCellError, lastCell, type Area, type CellValue, type SheetSnapshot } from "../../sheet";
import { marksOf, numeralOf } from "./numerals";
import { rowsWithoutSpacing } from "./spacing";

/** What a cell holds, as far as it can be told without its neighbours. `numeral`: text that may be a number; `none`: a dash, dots, "x". */
export const CELL = { blank: 0, number: 1, numeral: 2, none: 3, text: 4, error: 5, unevaluated: 6 } as const;

/** Years that heads are about. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

/**
 * The used cells of a sheet, each looked at once. Columns are relative to `left`; rows are counted from the first one on, without blank
 * rows that are nothing but spacing.
 */
export interface Cells {
  readonly sheet: string;
  /** The absolute row of one of its own; and the other way round, of spacing the row above it. */
  readonly rowAt: (row: number) => number;
  readonly placeOf: (absolute: number) => number;
  readonly left: number;
  readonly rows: number;
  readonly cols: number;
  /** One of `CELL` for each cell, row by row. */
  readonly kinds: Uint8Array;
  readonly kind: (row: number, col: number) => number;
  readonly value: (row: number, col: number) => CellValue;
  /** The words of a cell in one shape, "" for a blank one; a typed number as its digits. */
  readonly text: (row: number, col: number) => string;
  readonly formula: (row: number, col: number) => string | null;
  /** Typed or as text, a whole number that may be a year. */
  readonly isYear: (row: number, col: number) => boolean;
  /** A merged area's last column and row by its first cell; undefined for a cell that is none. */
  readonly merged: (row: number, col: number) => { readonly lastRow: number; readonly lastCol: number } | undefined;
}

/** Null for a sheet without used cells. Cells in `taken` are passed over. */
export function cellsOf(snapshot: SheetSnapshot, taken: readonly Area[]): Cells | null {
  const box = usedBox(snapshot, taken);
  if (!box) return null;
  const { top, left, cols } = box;
  const [down, right] = [top - snapshot.area.row, left - snapshot.area.col];
  const { kinds, rows, from, placeOf } = spaced(kindsIn(snapshot, box, taken), box);
  const merges = new Map<number, { lastRow: number; lastCol: number }>();
  for (const area of snapshot.merges ?? []) {
    const last = lastCell(area);
    const lastRow = placeOf(Math.min(last.row, top + box.rows - 1));
    merges.set(placeOf(area.row) * cols + area.col - left, { lastRow, lastCol: last.col - left });
  }
  const inside = (row: number, col: number): boolean => row >= 0 && col >= 0 && row < rows && col < cols;
  const kind = (row: number, col: number): number => (inside(row, col) ? (kinds[row * cols + col] ?? 0) : 0);
  const value = (row: number, col: number): CellValue =>
    kind(row, col) === CELL.blank ? null : (snapshot.values[from(row) + down]?.[col + right] ?? null);
  // labels and heads are asked for again and again
  const words = kept(cleanText, MOST_TEXTS);
  const text = (row: number, col: number): string => {
    const found = value(row, col);
    return typeof found === "string" ? words(found) : found === null || isCellError(found) ? "" : String(found);
  };
  return {
    sheet: snapshot.sheet,
    left,
    rows,
    cols,
    rowAt: (row) => top + from(row),
    placeOf,
    kinds,
    kind,
    value,
    text,
    formula: (row, col) => (inside(row, col) ? (snapshot.formulas[from(row) + down]?.[col + right] ?? null) : null),
    isYear: (row, col) => {
      const found = value(row, col);
      if (typeof found === "number") return isYear(found);
      return typeof found === "string" && found.length < LONGEST_YEAR && YEAR.test(found) && isYear(Number.parseInt(found, 10));
    },
    merged: (row, col) => (merges.size === 0 ? undefined : merges.get(row * cols + col)),
  };
}

function kindsIn(snapshot: SheetSnapshot, box: Box, taken: readonly Area[]): Uint8Array {
  const { top, left, rows, cols } = box;
  const [down, right] = [top - snapshot.area.row, left - snapshot.area.col];
  const kinds = new Uint8Array(rows * cols);
  for (let row = 0; row < rows; row++) {
    const line = snapshot.values[row + down] ?? [];
    for (let col = 0; col < cols; col++) {
      const value = line[col + right] ?? null;
      if (value !== null) kinds[row * cols + col] = kindOf(value);
    }
  }
  for (const { row, col } of snapshot.unevaluated) {
    if (row >= top && col >= left && row < top + rows && col < left + cols)
      kinds[(row - top) * cols + col - left] = CELL.unevaluated;
  }
  for (const area of taken) mask(kinds, box, area);
  return kinds;
}

interface Spaced extends Pick<Cells, "kinds" | "rows" | "placeOf"> {
  /** Where in the box a row stands. */
  readonly from: (row: number) => number;
}

/** The kinds of a box without the rows that are nothing but spacing. */
function spaced(all: Uint8Array, { top, rows, cols }: Box): Spaced {
  const own = (row: number): Uint8Array => all.subarray(row * cols, (row + 1) * cols);
  const isUsed = (row: number): boolean => own(row).some((kind) => kind !== CELL.blank);
  const left = rowsWithoutSpacing(rows, isUsed, (row) => own(row).some((kind) => kind === CELL.number || kind === CELL.numeral));
  if (left === null) return { kinds: all, rows, from: (row) => row, placeOf: (absolute) => absolute - top };
  const kinds = new Uint8Array(left.length * cols);
  left.forEach((row, place) => kinds.set(own(row), place * cols));
  return {
    kinds,
    rows: left.length,
    from: (row) => left[row] ?? rows,
    // of a row that is spacing the one above it
    placeOf: (absolute) => firstFrom(left.length, (place) => (left[place] ?? 0) > absolute - top) - 1,
  };
}

/** Texts that are kept in one shape while a sheet is read. */
const MOST_TEXTS = 20_000;
/** Four digits, and blanks beside them; a file of text may write them with decimals. */
const LONGEST_YEAR = 16;
const YEAR = /^\s*\d{4}(?:[.,]0+)?\s*$/;

/** Whether a number may be a year, as heads and periods name them. */
export const isYear = (value: number): boolean => Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;

interface Box {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly cols: number;
}

/** The smallest rectangle that holds all values: what is only formatted costs no memory. */
function usedBox({ area, values, unevaluated }: SheetSnapshot, taken: readonly Area[]): Box | null {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  const use = (row: number, col: number): void => {
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (col < left) left = col;
    if (col > right) right = col;
  };
  values.forEach((line, row) => {
    const first = line.findIndex(isUsed);
    if (first === -1) return;
    use(area.row + row, area.col + first);
    use(area.row + row, area.col + line.findLastIndex(isUsed));
  });
  for (const { row, col } of unevaluated) use(row, col);
  const free =
    bottom >= 0 &&
    !taken.some((one) => one.row <= top && one.col <= left && lastCell(one).row >= bottom && lastCell(one).col >= right);
  return free ? { top, left, rows: bottom - top + 1, cols: right - left + 1 } : null;
}

const isUsed = (value: CellValue): boolean => value !== null && value !== "";

function mask(kinds: Uint8Array, { top, left, rows, cols }: Box, area: Area): void {
  const last = lastCell(area);
  for (let row = Math.max(0, area.row - top); row < Math.min(rows, last.row - top + 1); row++)
    kinds.fill(
      CELL.blank,
      row * cols + Math.max(0, area.col - left),
      row * cols + Math.max(0, Math.min(cols, last.col - left + 1)),
    );
}

const STARTS_WORD = /^[\p{L}\d]/u;
/** Words that say that there is no amount are short. */
const LONGEST_NONE = 24;

function kindOf(value: CellValue): number {
  if (typeof value === "number") return CELL.number;
  if (typeof value === "boolean") return CELL.text;
  if (typeof value !== "string") return value === null ? CELL.blank : CELL.error;
  const numeral = numeralOf(value);
  if (numeral) {
    const { comma, point } = marksOf(numeral);
    return (comma || point) && !numeral.code ? CELL.numeral : CELL.text;
  }
  if (value.trim() === "") return CELL.blank;
  if (value.length > LONGEST_NONE || (value.length > 2 && STARTS_WORD.test(value))) return CELL.text;
  return isBlankMark(value) || (value.length < 3 && readNoAmount(value) === "none") ? CELL.none : CELL.text;
}
