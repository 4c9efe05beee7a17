import type { Area } from "../../sheet";
import { MAX_COLS, MAX_ROWS } from "../../sheet";

/** True for an area that reaches the last row or the last column: it stands for whatever is used there. */
export function isOpen(area: Area): boolean {
  return area.row + area.rows >= MAX_ROWS || area.col + area.cols >= MAX_COLS;
}

/** Rows in pieces of at most `rows` rows. */
export function rowPieces(area: Area, rows: number): Area[] {
  const pieces: Area[] = [];
  for (let done = 0; done < area.rows; done += rows) {
    pieces.push({ row: area.row + done, col: area.col, rows: Math.min(rows, area.rows - done), cols: area.cols });
  }
  return pieces;
}
