import { CELL, type Cells } from "./cells";

/** Whether two rows hold the same words, at least two of them, or the same numbers beside each other as column numbers do. */
export function sameText(cells: Cells, a: number, b: number, left: number, right: number): boolean {
  let same = 0;
  for (let col = left; col <= right; col++) {
    const [one, other] = [cells.kind(a, col), cells.kind(b, col)];
    if (one === CELL.blank && other === CELL.blank) continue;
    if (cells.value(a, col) !== cells.value(b, col)) return false;
    same++;
  }
  return same >= 2;
}
