import { type Area, areaToA1, columnIndex, columnLetters, MAX_COLS, MAX_ROWS, parseAreaA1, quoteSheet } from "../../sheet";

/** Whole rows or columns are areas that reach from edge to edge. */
export function isEntireColumn(area: Area): boolean {
  return area.rows === MAX_ROWS;
}

export function isEntireRow(area: Area): boolean {
  return area.cols === MAX_COLS;
}

export const WHOLE_SHEET: Area = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

/** "B7", "B7:C9", "B:C", "5:6", with or without "$" → an area of one sheet; null for anything else. */
export function parseArea(text: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text.trim());
  if (columns) {
    const [from, to] = [columnIndex(columns[1] ?? ""), columnIndex(columns[2] ?? "")];
    return from === null || to === null ? null : { row: 0, col: Math.min(from, to), rows: MAX_ROWS, cols: Math.abs(to - from) + 1 };
  }
  const rows = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/.exec(text.trim());
  if (rows) {
    const [from, to] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    return Math.max(from, to) >= MAX_ROWS ? null : { row: Math.min(from, to), col: 0, rows: Math.abs(to - from) + 1, cols: MAX_COLS };
  }
  return parseAreaA1(text);
}

/** "B7:C9", "B:C", "5:6". */
export function areaAddress(area: Area): string {
  if (isEntireColumn(area)) return `${columnLetters(area.col)}:${columnLetters(area.col + area.cols - 1)}`;
  if (isEntireRow(area)) return `${area.row + 1}:${area.row + area.rows}`;
  return areaToA1(area);
}

/** "Sheet1!B7:C9", "'Biểu 1'!B7": a name of letters, digits, "_" and "." is not quoted, as Excel writes it. */
export function fullAddress(sheet: string, area: Area): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && parseArea(sheet) === null;
  return `${plain ? sheet : quoteSheet(sheet)}!${areaAddress(area)}`;
}

/** As the engine counts: first and last row and column. */
export function engineRange(area: Area): { startRow: number; startColumn: number; endRow: number; endColumn: number } {
  return { startRow: area.row, startColumn: area.col, endRow: area.row + area.rows - 1, endColumn: area.col + area.cols - 1 };
}

export function areaOf(range: { startRow: number; startColumn: number; endRow: number; endColumn: number }): Area {
  return {
    row: range.startRow,
    col: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    cols: range.endColumn - range.startColumn + 1,
  };
}
