import {
  MAX_COLS,
  equalAreas,
  isCellError,
  shiftFormula,
  type Area,
  type CellInput,
  type CellStyle,
  type ConditionalFormatSpec,
  type SheetSpec,
  type StyledArea,
} from "../../../sheet";
import { cellKey, type CellDress, type LeftBehind } from "../../xlsx";
import type { WholeBook, WholeSheet } from "./open-whole";

/** The page of a sheet whose file says nothing of it: as a new sheet of Excel, in millimetres. */
const PLAIN_PAGE = { orientation: "portrait", pagesWide: 1, percent: 100, margins: { top: 19, bottom: 19, left: 18, right: 18 } } as const;

/**
 * A sheet of a file as it can be written again, with what of its looks a SheetSpec holds: cells and formulas, styles, widths, heights,
 * merges, rules of typing, conditional formats, notes, charts, print set-up, hidden rows and columns. Names stay behind. Cells whose
 * formulas could not be computed, or name other workbooks, hold their values.
 */
export function wholeSpec({ styles }: Pick<WholeBook, "styles">, sheet: WholeSheet): SheetSpec {
  const {
    cells: { area, values, formulas, hidden, merges = [] },
    dress,
    valuesOnly,
  } = sheet;
  const size = sizeOf(sheet);
  const input = (row: number, col: number): CellInput => {
    const [line, place] = [row - area.row, col - area.col];
    const formula = formulas[line]?.[place] ?? null;
    const only = valuesOnly.get(cellKey(row, col));
    if (formula !== null && only === undefined) return { formula };
    const value = only ?? values[line]?.[place] ?? null;
    return value !== null && isCellError(value) ? null : value;
  };
  const hiddenCols = new Set(hidden?.cols);
  const hiddenRows = (hidden?.rows ?? []).filter((row) => row < size.rows);
  return {
    name: sheet.name,
    cells: Array.from({ length: size.rows }, (_, row) => Array.from({ length: size.cols }, (__, col) => input(row, col))),
    columns: Array.from({ length: size.cols }, (_, col) => ({
      width: dress.widths[col] ?? dress.usualWidth,
      ...(hiddenCols.has(col) ? { hidden: true } : {}),
    })),
    rowHeights: [...dress.heights].filter(([row]) => row < size.rows).map(([row, height]) => ({ row, height })),
    styles: stylesOf(styles, sheet, size),
    merges,
    names: [],
    freeze: dress.freeze,
    validations: [],
    ...(dress.validations.length > 0 ? { otherValidations: dress.validations } : {}),
    conditionalFormats: dress.formats.flatMap(({ areas, formula, style, stops }) => {
      const [first] = areas;
      return areas.map((one): ConditionalFormatSpec => ({
        area: one,
        style,
        formula: first ? shiftFormula(formula, one.row - first.row, one.col - first.col) : formula,
        ...(stops ? { stops } : {}),
      }));
    }),
    print: dress.page?.print ?? PLAIN_PAGE,
    charts: dress.charts,
    ...(dress.notes.length > 0 ? { notes: dress.notes } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    ...(dress.isProtected ? { isProtected: true } : {}),
    ...(dress.passwordVerifier === "" ? {} : { passwordVerifier: dress.passwordVerifier }),
  };
}

/** So far beyond the cells that hold anything looks are kept: borders of a form that is blank. */
const MOST_BEYOND = 500;

function sizeOf({ cells: { area, merges = [] }, dress }: WholeSheet): { readonly rows: number; readonly cols: number } {
  const used = [area, ...merges];
  const [bottom, right] = [Math.max(1, ...used.map((one) => one.row + one.rows)), Math.max(1, ...used.map((one) => one.col + one.cols))];
  let [rows, cols] = [bottom, right];
  for (const key of dress.cells.keys()) {
    const [row, col] = [Math.floor(key / MAX_COLS), key % MAX_COLS];
    if (row < bottom + MOST_BEYOND && col < right + MOST_BEYOND) [rows, cols] = [Math.max(rows, row + 1), Math.max(cols, col + 1)];
  }
  return { rows, cols };
}

function stylesOf(
  styles: readonly CellDress[],
  { dress }: WholeSheet,
  size: { readonly rows: number; readonly cols: number },
): StyledArea[] {
  const all: Area = { row: 0, col: 0, ...size };
  const plain = (place: number): CellStyle => {
    const { simpler: _, ...style } = styles[place] ?? {};
    return style;
  };
  const own = equalAreas(all, (row, col) => dress.cells.get(cellKey(row, col)));
  return [{ area: all, value: 0 }, ...own].flatMap(({ area, value }) => {
    const style = plain(value);
    return Object.keys(style).length === 0 ? [] : [{ area, style }];
  });
}

/** The sheet of a name, whatever its case. */
function sheetNamed({ sheets }: WholeBook, name: string): WholeSheet | null {
  return sheets.find((one) => one.name.toLocaleLowerCase("vi") === name.toLocaleLowerCase("vi")) ?? null;
}

/** A sheet of a file as it can be written again, and the kinds of what of it cannot. */
export interface SheetCopy {
  readonly spec: SheetSpec;
  readonly left: readonly LeftBehind[];
}

/** The sheet of a name; null where there is none. */
export function copyOfSheet(book: WholeBook, name: string): SheetCopy | null {
  const sheet = sheetNamed(book, name);
  if (!sheet) return null;
  return { spec: wholeSpec(book, sheet), left: book.left.flatMap(({ kind, sheets }) => (sheets.includes(sheet.name) ? [kind] : [])) };
}
