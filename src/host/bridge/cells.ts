import { CellValueType, type ICellData, type Nullable, type ObjectMatrix } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from "@univerjs/sheets";
import { type Area, formulaShifter, intersection, lastCell, MAX_COLS, MAX_ROWS } from "../../sheet";
import { numbered } from "../numbered";
import { areaOf, engineRange } from "./address";
import { cellInput } from "./cell-input";
import { invalidArgument } from "./failure";
import type { Looks, PendingCells } from "./pending-cells";
import { requireWritable } from "./protection";
import type { RangeHandle, Session } from "./session";
import type { Json } from "./wire";

/** A value as Excel's API gives it: a number, text, truth value, "#REF!" …, "" for a blank. */
export type CellContent = number | string | boolean;

export interface CellReader {
  cell(row: number, col: number): Nullable<ICellData>;
  value(row: number, col: number): CellContent;
  /** "=…", else the same as `value`. */
  formula(row: number, col: number): CellContent;
  /** True where the value is the result of a formula, its own or one that spills into the cell. */
  calculated(row: number, col: number): boolean;
}

/** Reads raw values: the engine's own readers give the formatted text. */
export function readCells(session: Session, sheetId: string): CellReader {
  const matrix = session.model(sheetId).getCellMatrix();
  const formulas = session.engine.injector.get(FormulaDataModel);
  const spilled = formulas.getArrayFormulaCellData()[session.unitId]?.[sheetId];
  const shared = sharedFormulas(matrix);
  const cell = (row: number, col: number) => {
    const own: Nullable<ICellData> = matrix.getValue(row, col);
    const result = spilled?.[row]?.[col];
    return result && !hasContent(own) ? { ...own, v: result.v ?? null, t: result.t ?? null } : own;
  };
  const value = (row: number, col: number) => contentOf(cell(row, col));
  return {
    cell,
    value,
    calculated: (row, col) => {
      const own: Nullable<ICellData> = matrix.getValue(row, col);
      return Boolean(own?.f || own?.si || (spilled?.[row]?.[col] && !hasContent(own)));
    },
    formula: (row, col) => {
      const own: Nullable<ICellData> = matrix.getValue(row, col);
      return own?.f || (own?.si && shared(own.si, row, col)) || value(row, col);
    },
  };
}

/** Formulas that cells share, each as it reads in a place; the engine looks through the whole sheet for every such cell. */
export function sharedFormulas(matrix: ObjectMatrix<Nullable<ICellData>>): (id: string, row: number, col: number) => string | null {
  const known = new Map<string, (row: number, col: number) => string>();
  let all = false;
  const add = (id: string, formula: string, r: number, c: number): void => {
    const moved = formulaShifter(formula);
    known.set(id, (row, col) => moved(row - r, col - c));
  };
  const find = (id: string, row: number, col: number): void => {
    // what a cell shares nearly always stands further up in its column
    for (let r = row - 1; r >= 0; r--) {
      const cell: Nullable<ICellData> = matrix.getValue(r, col);
      if (cell?.f && cell.si === id) return add(id, cell.f, r, col);
    }
    all = true;
    matrix.forValue((r, c, cell) => {
      if (cell?.f && cell.si) add(cell.si, cell.f, r, c);
    });
  };
  return (id, row, col) => {
    if (!all && !known.has(id)) find(id, row, col);
    return known.get(id)?.(row, col) ?? null;
  };
}

export function hasContent(cell: Nullable<ICellData>): boolean {
  return Boolean(cell && (cell.f || cell.si || cell.p || (cell.v !== undefined && cell.v !== null && cell.v !== "")));
}

export function contentOf(cell: Nullable<ICellData>): CellContent {
  if (!cell) return "";
  if (cell.v === undefined || cell.v === null) return cell.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? "";
  if (cell.t === CellValueType.BOOLEAN) return cell.v === 1 || cell.v === true;
  return cell.v;
}

/** The grid of an area, each cell made by `read`. */
export function grid<T>(area: Area, read: (row: number, col: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cells: T[] = [];
    for (let col = area.col; col < area.col + area.cols; col++) cells.push(read(row, col));
    rows.push(cells);
  }
  return rows;
}

/** The entries of a 2-D array of the area's size, or one entry for all cells; InvalidArgument otherwise. */
export function spread(area: Area, value: Json): (row: number, col: number) => Json {
  if (!isArray(value)) return () => value;
  if (value.length !== area.rows || value.some((row) => !isArray(row) || row.length !== area.cols)) {
    throw invalidArgument("the number of rows or columns in the input array doesn't match the size of the range");
  }
  return (row, col) => {
    const entries = value[row];
    return (isArray(entries) ? entries[col] : undefined) ?? null;
  };
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Writes `values` or `formulas` of a range. AccessDenied on locked cells of a protected sheet, InvalidArgument for a wrong shape. */
export function writeContent(session: Session, { sheetId, area }: RangeHandle, value: Json): void {
  requireWritable(session, sheetId, area, "content");
  const entry = spread(area, value);
  if (!isArray(value) && (area.rows === MAX_ROWS || area.cols === MAX_COLS)) throw invalidArgument("one value for whole rows or columns");
  makeRoom(session, sheetId, area);
  const pending = session.pending(sheetId, area);
  for (let row = 0; row < area.rows; row++) {
    for (let col = 0; col < area.cols; col++) {
      const [r, c] = [area.row + row, area.col + col];
      const input = cellInput(entry(row, col), pending.numberFormat(r, c));
      if (input) pending.put(r, c, input);
    }
  }
}

/** Changes the looks of cells; content stays. `looks` gives cells that get the same the same object; null in it takes a property away. */
export function writeLooks(
  session: Session, { sheetId, area }: RangeHandle,
  looks: (row: number, col: number, pending: PendingCells) => Looks,
): void {
  requireWritable(session, sheetId, area, "format");
  const shown = clipToShown(session, sheetId, area);
  const pending = session.pending(sheetId);
  for (let row = shown.row; row < shown.row + shown.rows; row++) {
    for (let col = shown.col; col < shown.col + shown.cols; col++) pending.add(row, col, looks(row, col, pending));
  }
}

/** Whole rows and columns are styled as far as the sheet is shown; smaller areas make the sheet grow. */
export function clipToShown(session: Session, sheetId: string, area: Area): Area {
  const model = session.peek(sheetId);
  makeRoom(session, sheetId, { ...area, rows: area.rows === MAX_ROWS ? 1 : area.rows, cols: area.cols === MAX_COLS ? 1 : area.cols });
  return intersection(area, { row: 0, col: 0, rows: model.getRowCount(), cols: model.getColumnCount() }) ?? { ...area, rows: 1, cols: 1 };
}

/** A sheet grows by so many rows or columns at a time. */
const GROWTH = { rows: 500, cols: 10 } as const;

/** Lets the sheet grow to hold an area. */
export function makeRoom(session: Session, sheetId: string, area: Area): void {
  const model = session.peek(sheetId);
  const { endRow, endColumn } = engineRange(area);
  const grow = (last: number, step: number, most: number) => Math.min(most, Math.ceil((last + 1) / step) * step);
  if (endRow >= model.getRowCount())
    session.resize(SetWorksheetRowCountMutation.id, { subUnitId: sheetId, rowCount: grow(endRow, GROWTH.rows, MAX_ROWS) });
  if (endColumn >= model.getColumnCount())
    session.resize(SetWorksheetColumnCountMutation.id, { subUnitId: sheetId, columnCount: grow(endColumn, GROWTH.cols, MAX_COLS) });
}

/** The smallest area of cells with content (or, with `looks`, with any format) inside of `within`; null where there is none. */
export function usedArea(session: Session, sheetId: string, within: Area, looks: boolean): Area | null {
  const reader = readCells(session, sheetId);
  const model = session.model(sheetId);
  const end = lastCell(within);
  let [top, left, bottom, right] = [MAX_ROWS, MAX_COLS, -1, -1];
  const widen = (row: number, col: number) => {
    top = Math.min(top, row);
    left = Math.min(left, col);
    bottom = Math.max(bottom, row);
    right = Math.max(right, col);
  };
  const isUsed = (row: number, col: number): boolean => {
    const cell = reader.cell(row, col);
    return hasContent(cell) || Boolean(looks && cell?.s);
  };
  /** From both ends of a row up to the first cells that are used: those between them tell nothing more. */
  const widenRow = (row: number, line: object): void => {
    if (row < within.row || row > end.row) return;
    const cols = Object.keys(line);
    const isUsedAt = (col: number): boolean => col >= within.col && col <= end.col && isUsed(row, col);
    const first = cols.findIndex((col) => isUsedAt(Number(col)));
    if (first < 0) return;
    widen(row, Number(cols[first]));
    widen(row, Number(cols.findLast((col) => isUsedAt(Number(col)))));
  };
  for (const [row, line] of numbered(model.getCellMatrix().getMatrix())) widenRow(row, line);
  const spilled = session.engine.injector.get(FormulaDataModel).getArrayFormulaCellData()[session.unitId]?.[sheetId] ?? {};
  for (const [row, line] of numbered(spilled)) widenRow(row, line);
  for (const merge of looks ? model.getMergeData() : []) {
    const shared = intersection(areaOf(merge), within);
    if (!shared) continue;
    widen(shared.row, shared.col);
    widen(shared.row + shared.rows - 1, shared.col + shared.cols - 1);
  }
  return bottom < 0 ? null : { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}
