import { SetColHiddenMutation, SetColVisibleMutation, SetRowHiddenMutation, SetRowVisibleMutation } from "@univerjs/sheets";
import { MAX_COLS, MAX_ROWS } from "../../../sheet";
import { engineRange } from "../address";
import { clipToShown } from "../cells";
import { invalidArgument } from "../failure";
import { requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** True or false where all columns agree, else null. */
export function columnHidden({ session, handle: { sheetId, area } }: Self): Json {
  const model = session.model(sheetId);
  const count = Math.min(area.cols, model.getColumnCount());
  return common(count, (index) => !model.getColVisible(area.col + index));
}

export function rowHidden({ session, handle: { sheetId, area } }: Self): Json {
  const model = session.model(sheetId);
  const count = Math.min(area.rows, model.getRowCount());
  return common(count, (index) => !model.getRowVisible(area.row + index));
}

function common(count: number, read: (index: number) => boolean): Json {
  const first = read(0);
  for (let index = 1; index < count; index++) if (read(index) !== first) return null;
  return first;
}

export function setColumnHidden({ session, handle: { sheetId, area } }: Self, value: Json): void {
  const shown = clipToShown(session, sheetId, { ...area, row: 0, rows: MAX_ROWS });
  hide(session, sheetId, value, engineRange(shown), [SetColHiddenMutation.id, SetColVisibleMutation.id]);
}

export function setRowHidden({ session, handle: { sheetId, area } }: Self, value: Json): void {
  const shown = clipToShown(session, sheetId, { ...area, col: 0, cols: MAX_COLS });
  hide(session, sheetId, value, engineRange(shown), [SetRowHiddenMutation.id, SetRowVisibleMutation.id]);
}

function hide(
  session: Session, sheetId: string, value: Json, range: ReturnType<typeof engineRange>, [hidden, visible]: [string, string],
): void {
  if (typeof value !== "boolean") throw invalidArgument("hidden");
  requireWritable(session, sheetId, { row: 0, col: 0, rows: 1, cols: 1 }, "format");
  session.mutate(value ? hidden : visible, { subUnitId: sheetId, ranges: [range] });
}
