import type { ICommandService, IDisposable, IRange } from "@univerjs/core";
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from "@univerjs/sheets";
import type { Area } from "../../sheet";

/** Rows or columns that came (count > 0) or went (count < 0) before the 0-based index `at`. */
export interface Shift {
  readonly axis: "row" | "col";
  readonly at: number;
  readonly count: number;
}

/** Where an area is after a shift, as Excel moves references; null when all of it went. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const [start, size] = shift.axis === "row" ? [area.row, area.rows] : [area.col, area.cols];
  const moved = shiftSpan(start, size, shift);
  if (!moved) return null;
  return shift.axis === "row" ? { ...area, row: moved.start, rows: moved.size } : { ...area, col: moved.start, cols: moved.size };
}

function shiftSpan(start: number, size: number, { at, count }: Shift): { start: number; size: number } | null {
  const end = start + size;
  if (count >= 0) {
    if (at <= start) return { start: start + count, size };
    return at < end ? { start, size: size + count } : { start, size };
  }
  const until = at - count;
  const keptBefore = Math.max(0, Math.min(end, at) - start);
  const keptAfter = Math.max(0, end - Math.max(start, until));
  const left = keptBefore + keptAfter;
  if (left === 0) return null;
  return { start: keptBefore > 0 ? start : Math.max(start, until) + count, size: left };
}

/** Tells of rows and columns that come and go, however that happens (undo too). */
export function watchShifts(commands: ICommandService, listener: (sheetId: string, shift: Shift) => void): IDisposable {
  return commands.onCommandExecuted((command) => {
    const kind = SHIFTS[command.id];
    if (!kind) return;
    const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
    const [from, to] = kind.axis === "row" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    listener(subUnitId, { axis: kind.axis, at: from, count: kind.sign * (to - from + 1) });
  });
}

const SHIFTS: Readonly<Record<string, { readonly axis: "row" | "col"; readonly sign: 1 | -1 }>> = {
  [InsertRowMutation.id]: { axis: "row", sign: 1 },
  [RemoveRowMutation.id]: { axis: "row", sign: -1 },
  [InsertColMutation.id]: { axis: "col", sign: 1 },
  [RemoveColMutation.id]: { axis: "col", sign: -1 },
};
