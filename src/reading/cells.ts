import { fromOldFonts, readNoAmount, readNumber } from "../quantity";
import { DAYS_TO_1904 } from "../base";
import { isCellError, shownDate, undatedDay, type CellValue, type SheetSnapshot } from "../sheet";
import type { TypedCell } from "../tables";

/** Shares are points here: "12,5%" in a cell of percent means 12,5. */
const SHARE_SIGN = /\s*[%‰]$/;

/** Looks cells of a snapshot up by their absolute place. */
export interface CellReader {
  /** As a number belongs there. */
  readonly number: (row: number, col: number) => TypedCell;
  /** As words belong there, in letters of today: numbers and booleans as they print, blanks and errors as "". */
  readonly text: (row: number, col: number) => string;
  /** As the add-in wrote it for itself: as `text`, whatever font people have. */
  readonly mark: (row: number, col: number) => string;
  /** As a time belongs there: as words, a number as the day that it is kept for. */
  readonly time: (row: number, col: number) => string;
  /** As it stands; null outside of what was read. */
  readonly value: (row: number, col: number) => CellValue;
  readonly formula: (row: number, col: number) => string | null;
  /** Whether what stands there as text is a date that the cell shows. */
  readonly isDate: (row: number, col: number) => boolean;
  /** A row of what was read, its first cell in column `left`; empty outside of it. */
  readonly valuesOf: (row: number) => readonly CellValue[];
  readonly formulasOf: (row: number) => readonly (string | null)[];
  readonly left: number;
  /** Every formula has a value. */
  readonly evaluated: boolean;
}

const NOTHING: readonly never[] = [];

/** Nearly no text has anything to take away: that is told by its first and last sign. */
function trimmed(text: string): string {
  return isNoSpace(text.charCodeAt(0)) && isNoSpace(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** Spaces below U+2000 are controls, U+0020, U+00A0 and U+1680. */
function isNoSpace(code: number): boolean {
  return code > 32 && code < 8192 && code !== 160 && code !== 5760;
}

/** The reader where money belongs: a dash and "không có" are no amount, "chưa có số liệu" is a blank. */
export function amountReader(cells: CellReader): CellReader {
  return {
    ...cells,
    number: (row, col) => {
      const cell = cells.number(row, col);
      if (cell.state !== "text") return cell;
      const { at, formula, text } = cell;
      const said = readNoAmount(text);
      return said === null
        ? cell
        : said === "none"
          ? { at, formula, state: "number", value: 0, none: true }
          : { at, formula, state: "blank" };
    },
  };
}

/** The reader where a measured value belongs: a dash, "chưa có số liệu" and "N/A" are a value that is missing. */
export function valueReader(cells: CellReader): CellReader {
  return {
    ...cells,
    number: (row, col) => {
      const cell = cells.number(row, col);
      return cell.state === "text" && !/\d/.test(cell.text.replace(/^0\s+(?=c)/iu, "")) && readNoAmount(cell.text) !== null
        ? { at: cell.at, formula: cell.formula, state: "blank" }
        : cell;
    },
  };
}

/** A date counts as what its cell shows: its number is no amount and no share. */
function withDates({ values, dates = [], area }: SheetSnapshot): SheetSnapshot["values"] {
  if (dates.length === 0) return values;
  const shown = [...values];
  for (const { row, col, format } of dates) {
    const cells = [...(shown[row - area.row] ?? NOTHING)];
    const value = cells[col - area.col];
    if (typeof value === "number") cells[col - area.col] = shownDate(value, format);
    shown[row - area.row] = cells;
  }
  return shown;
}

export function cellReader(snapshot: SheetSnapshot): CellReader {
  const unevaluated = new Map(snapshot.unevaluated.map(({ row, col, kept }) => [`${row},${col}`, kept]));
  const { formulas, sheet } = snapshot;
  const values = withDates(snapshot);
  const dates = new Set(snapshot.dates?.map(({ row, col }) => `${row},${col}`));
  const { row: top, col: left } = snapshot.area;
  const value = (row: number, col: number): CellValue => values[row - top]?.[col - left] ?? null;
  const formula = (row: number, col: number): string | null => formulas[row - top]?.[col - left] ?? null;
  const mark = (row: number, col: number): string => {
    const found = value(row, col);
    if (typeof found === "string") return trimmed(found);
    return found === null || isCellError(found) ? "" : String(found);
  };
  const text = (row: number, col: number): string => fromOldFonts(mark(row, col));
  const short = snapshot.from1904 ? DAYS_TO_1904 : 0;
  return {
    value,
    formula,
    text,
    mark,
    time: (row, col) => {
      const found = value(row, col);
      return (typeof found === "number" ? undatedDay(found + short) : null) ?? text(row, col);
    },
    isDate: (row, col) => dates.size > 0 && dates.has(`${row},${col}`),
    valuesOf: (row) => values[row - top] ?? NOTHING,
    formulasOf: (row) => formulas[row - top] ?? NOTHING,
    left,
    evaluated: unevaluated.size === 0,
    number: (row, col) => {
      const at = { sheet, row, col };
      const own = formula(row, col);
      const found = value(row, col);
      const kept = unevaluated.size > 0 ? unevaluated.get(`${row},${col}`) : undefined;
      if (kept !== undefined) return { at, formula: own, state: "unevaluated", kept };
      if (typeof found === "number") return { at, formula: own, state: "number", value: found };
      if (found !== null && isCellError(found)) return { at, formula: own, state: "error", error: found.error };
      const text = typeof found === "boolean" ? String(found).toUpperCase() : (found ?? "").trim();
      // a formula that shows nothing ("") counts as blank, as it does in Excel's own sums
      if (text === "") return { at, formula: own, state: "blank" };
      return { at, formula: own, state: "text", text, reading: readNumber(text.replace(SHARE_SIGN, ""), "vi") };
    },
  };
}
