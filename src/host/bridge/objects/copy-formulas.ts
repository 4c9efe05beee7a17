import { generateRandomId, type ICellData } from "@univerjs/core";
import { formulaShifter } from "../../../sheet";
import { isEntireColumn, isEntireRow } from "../address";
import { BLANK } from "../cell-input";
import { grid, makeRoom, readCells } from "../cells";
import { apiNotFound, invalidArgument } from "../failure";
import { requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";

/** What a cell gives to one that is so many rows and columns away. */
type Copy = (rows: number, cols: number) => ICellData;

/**
 * `Range.copyFrom` of formulas: relative references move with them, constants and blanks are copied, looks are not. A source
 * that fits several times into the target is repeated, and one that is larger than the target goes beyond it, as in Excel.
 */
export function copyFormulas(session: Session, source: RangeHandle, target: RangeHandle): void {
  const [from, to] = [source.area, target.area];
  if ([from, to].some((area) => isEntireColumn(area) || isEntireRow(area))) throw invalidArgument("whole rows or columns");
  const area = { ...to, rows: Math.max(to.rows, from.rows), cols: Math.max(to.cols, from.cols) };
  if (area.rows % from.rows !== 0 || area.cols % from.cols !== 0)
    throw apiNotFound("Range.copyFrom into a range that the source does not fill");
  requireWritable(session, target.sheetId, area, "content");
  makeRoom(session, target.sheetId, area);
  // all is read before anything is written: the ranges may overlap
  const repeated = area.rows > from.rows || area.cols > from.cols;
  const copies = grid(from, (row, col) => copyOf(session, source.sheetId, row, col, repeated));
  const pending = session.pending(target.sheetId, area);
  for (let row = 0; row < area.rows; row++) {
    for (let col = 0; col < area.cols; col++) {
      const [r, c] = [row % from.rows, col % from.cols];
      const copy = copies[r]?.[c];
      if (copy) pending.put(area.row + row, area.col + col, copy(area.row + row - from.row - r, area.col + col - from.col - c));
    }
  }
}

/** Copies of one formula share it: the engine then parses it once, however many cells it stands in. */
function copyOf(session: Session, sheetId: string, row: number, col: number, repeated: boolean): Copy {
  const cell = session.pending(sheetId).cell(row, col);
  const formula = cell?.f || (cell?.si ? readCells(session, sheetId).formula(row, col) : null);
  if (typeof formula === "string") {
    const moved = formulaShifter(formula);
    const si = repeated ? generateRandomId() : null;
    let written = false;
    return (rows, cols) => {
      if (written && si !== null) return { ...BLANK, si };
      written = true;
      return { ...BLANK, f: moved(rows, cols), si };
    };
  }
  const content = { ...BLANK, v: cell?.v ?? null, t: cell?.t ?? null, p: cell?.p ?? null };
  return () => ({ ...content });
}
