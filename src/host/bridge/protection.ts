import type { Area } from "../../sheet";
import { RichApiFailure } from "./failure";
import type { Session } from "./session";

/**
 * True where a cell is locked, as every cell is until it is unlocked. The engine has no such mark: it is kept with the cell and moves with
 * it.
 */
export function isLocked(session: Session, sheetId: string, row: number, col: number): boolean {
  return session.model(sheetId).getCellRaw(row, col)?.custom?.["locked"] !== false;
}

/** Throws AccessDenied where Excel would: content of a locked cell, and any format, on a protected sheet. */
export function requireWritable(session: Session, sheetId: string, area: Area, what: "content" | "format"): void {
  if (!session.record(sheetId).protection) return;
  if (what === "content") {
    const rows = Math.min(area.rows, session.model(sheetId).getRowCount());
    const cols = Math.min(area.cols, session.model(sheetId).getColumnCount());
    let locked = rows < area.rows || cols < area.cols;
    for (let row = 0; row < rows && !locked; row++) {
      for (let col = 0; col < cols && !locked; col++) locked = isLocked(session, sheetId, area.row + row, area.col + col);
    }
    if (!locked) return;
  }
  throw new RichApiFailure("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
}
