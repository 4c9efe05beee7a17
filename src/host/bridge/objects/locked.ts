import { clipToShown } from "../cells";
import { requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";

/** Marks cells as locked (as all are) or as open for typing on a protected sheet. */
export function setLocked(session: Session, { sheetId, area }: RangeHandle, locked: boolean): void {
  requireWritable(session, sheetId, area, "format");
  const shown = clipToShown(session, sheetId, area);
  const pending = session.pending(sheetId);
  for (let row = shown.row; row < shown.row + shown.rows; row++) {
    for (let col = shown.col; col < shown.col + shown.cols; col++) {
      const { locked: _, ...others } = pending.custom(row, col);
      pending.put(row, col, { custom: locked ? others : { ...others, locked: false } });
    }
  }
}
