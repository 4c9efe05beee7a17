import { Dimension, type ICellData } from "@univerjs/core";
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation, ScrollToCellOperation, SetRangeValuesMutation } from "@univerjs/sheets";
import { type Area, overlap } from "../../../sheet";
import { areaOf, engineRange, isEntireColumn, isEntireRow } from "../address";
import { BLANK } from "../cell-input";
import { clipToShown, hasContent } from "../cells";
import { invalidArgument, RichApiFailure } from "../failure";
import type { Argument } from "../host-object";
import { requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";
import { removeConditionalFormats } from "./conditional-formats";
import { removeDataValidation } from "./data-validation";

/** `Range.clear`: "All" (and nothing said), "Contents" or "Formats". */
export function clearRange(session: Session, handle: RangeHandle, applyTo: Argument | undefined): void {
  const what = applyTo ?? "All";
  if (what !== "All" && what !== "Contents" && what !== "Formats") throw invalidArgument("applyTo");
  const { sheetId, area } = handle;
  requireWritable(session, sheetId, area, what === "Contents" ? "content" : "format");
  if (what !== "Contents") {
    unmergeRange(session, handle);
    removeConditionalFormats(session, handle);
  }
  if (what === "All") removeDataValidation(session, handle);
  const blank: ICellData = { ...(what === "Formats" ? {} : BLANK), ...(what === "Contents" ? {} : { s: null, custom: null }) };
  overCells(session, handle, () => ({ ...blank }));
}

/** Changes the cells of an area that hold anything. */
function overCells(session: Session, { sheetId, area }: RangeHandle, change: () => ICellData): void {
  const cells: Record<number, Record<number, ICellData>> = {};
  const shown = clipToShown(session, sheetId, area);
  const model = session.model(sheetId);
  for (let row = shown.row; row < shown.row + shown.rows; row++) {
    for (let col = shown.col; col < shown.col + shown.cols; col++) {
      if (!model.getCellRaw(row, col)) continue;
      const line = (cells[row] ??= {});
      line[col] = change();
    }
  }
  session.mutate(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: cells });
}

/** Merges the range, or each of its rows: overlapping merges go, and only the first content stays. */
export function mergeRange(session: Session, handle: RangeHandle, across: boolean): void {
  const { sheetId, area } = handle;
  requireWritable(session, sheetId, area, "format");
  unmergeRange(session, handle);
  const parts: Area[] = across ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 })) : [area];
  const merged = parts.filter((part) => part.rows * part.cols > 1);
  for (const part of merged) keepFirst(session, sheetId, part);
  if (merged.length > 0) session.mutate(AddWorksheetMergeMutation.id, { subUnitId: sheetId, ranges: merged.map(engineRange) });
}

/** Only a write takes time: the engine goes over the whole sheet for it. */
function keepFirst(session: Session, sheetId: string, area: Area): void {
  const model = session.model(sheetId);
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let col = area.col; col < area.col + area.cols; col++) {
      if ((row === area.row && col === area.col) || !hasContent(model.getCellRaw(row, col))) continue;
      const line = (cells[row] ??= {});
      line[col] = { ...BLANK };
    }
  }
  if (Object.keys(cells).length > 0) session.mutate(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: cells });
}

export function unmergeRange(session: Session, { sheetId, area }: RangeHandle): void {
  requireWritable(session, sheetId, area, "format");
  const ranges = session.model(sheetId).getMergeData().filter((merge) => overlap(areaOf(merge), area));
  if (ranges.length > 0) session.mutate(RemoveWorksheetMergeMutation.id, { subUnitId: sheetId, ranges });
}

/** Turns to a sheet; a hidden one cannot be turned to. */
export function showSheet(session: Session, sheetId: string): void {
  const sheet = session.sheet(sheetId);
  if (sheet.isSheetHidden()) throw new RichApiFailure("InvalidOperation", "This operation is not permitted for the current object.");
  session.change(() => session.engine.workbook.setActiveSheet(sheet));
}

/** Shows the sheet, selects the range and brings it into view. */
export function selectRange(session: Session, { sheetId, area }: RangeHandle): void {
  showSheet(session, sheetId);
  const range = engineRange(clipToShown(session, sheetId, area));
  session.change(() => session.sheet(sheetId).getRange(range).activate());
  session.mutate(ScrollToCellOperation.id, { range });
}

/** `Range.insert`: whole rows or columns, or cells that move down or right. */
export function insertCells(session: Session, { sheetId, area }: RangeHandle, shift: Argument | undefined): void {
  requireWritable(session, sheetId, area, "format");
  if (shift !== "Down" && shift !== "Right") throw invalidArgument("shift");
  const sheet = session.sheet(sheetId);
  session.changeShown(sheetId, () => {
    if (isEntireRow(area)) sheet.insertRowsBefore(area.row, area.rows);
    else if (isEntireColumn(area)) sheet.insertColumnsBefore(area.col, area.cols);
    else sheet.getRange(engineRange(area)).insertCells(shift === "Down" ? Dimension.ROWS : Dimension.COLUMNS);
  });
}

/** `Range.delete`: whole rows or columns, or cells that others take the place of, from below or from the right. */
export function deleteCells(session: Session, { sheetId, area }: RangeHandle, shift: Argument | undefined): void {
  requireWritable(session, sheetId, area, "format");
  if (shift !== "Up" && shift !== "Left") throw invalidArgument("shift");
  const sheet = session.sheet(sheetId);
  session.changeShown(sheetId, () => {
    if (isEntireRow(area)) sheet.deleteRows(area.row, area.rows);
    else if (isEntireColumn(area)) sheet.deleteColumns(area.col, area.cols);
    else sheet.getRange(engineRange(area)).deleteCells(shift === "Up" ? Dimension.ROWS : Dimension.COLUMNS);
  });
}
