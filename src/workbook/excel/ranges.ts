import type { Area } from "../../sheet";
import { columnLetters } from "../../sheet";

/*
 * `Excel.run` keeps every range alive on Excel's side until it ends, which takes an action more for each and a message
 * more for all of them. Nothing here uses a range after the message that it was made for, so none is tracked
 * (https://learn.microsoft.com/office/dev/add-ins/excel/performance#untrack-unneeded-ranges).
 */

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.col, area.rows, area.cols).untrack();
}

/** The smallest range that holds all cells with content; a null object where there is none. */
export function usedIn(range: Excel.Range): Excel.Range {
  return range.getUsedRangeOrNullObject(true).untrack();
}

/** Whole columns, 0-based and both included. */
export function columnRange(sheet: Excel.Worksheet, from: number, to: number): Excel.Range {
  return sheet.getRange(columnsA1(from, to)).untrack();
}

/** Whole rows, 0-based and both included. */
export function rowRange(sheet: Excel.Worksheet, from: number, to: number): Excel.Range {
  return sheet.getRange(rowsA1(from, to)).untrack();
}

/** "C:E" */
export function columnsA1(from: number, to: number): string {
  return `${columnLetters(from)}:${columnLetters(to)}`;
}

/** "5:7" */
export function rowsA1(from: number, to: number): string {
  return `${from + 1}:${to + 1}`;
}

/** The loaded place of a range. */
export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, col: range.columnIndex, rows: range.rowCount, cols: range.columnCount };
}

/** What `areaOf` needs to have been loaded. */
export const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
