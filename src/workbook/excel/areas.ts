import type { Area } from "../../sheet";
import { lastCell, MAX_COLS, MAX_ROWS } from "../../sheet";

/** True for an area that reaches the last row or the last column: it stands for whatever is used there. */
export function isOpen(area: Area): boolean {
  return area.row + area.rows >= MAX_ROWS || area.col + area.cols >= MAX_COLS;
}

/** The parts of `wanted` that lie outside of `old`: at most four areas that do not overlap. */
export function outside(wanted: Area, old: Area): Area[] {
  const top = Math.max(wanted.row, old.row);
  const bottom = Math.min(lastCell(wanted).row, lastCell(old).row) + 1;
  const left = Math.max(wanted.col, old.col);
  const right = Math.min(lastCell(wanted).col, lastCell(old).col) + 1;
  if (top >= bottom || left >= right) return [wanted];
  const end = { row: wanted.row + wanted.rows, col: wanted.col + wanted.cols };
  return [
    { row: wanted.row, col: wanted.col, rows: top - wanted.row, cols: wanted.cols },
    { row: bottom, col: wanted.col, rows: end.row - bottom, cols: wanted.cols },
    { row: top, col: wanted.col, rows: bottom - top, cols: left - wanted.col },
    { row: top, col: right, rows: bottom - top, cols: end.col - right },
  ].filter((area) => area.rows > 0 && area.cols > 0);
}

/** Rows in pieces of at most `rows` rows. */
export function rowPieces(area: Area, rows: number): Area[] {
  const pieces: Area[] = [];
  for (let done = 0; done < area.rows; done += rows) {
    pieces.push({ row: area.row + done, col: area.col, rows: Math.min(rows, area.rows - done), cols: area.cols });
  }
  return pieces;
}
