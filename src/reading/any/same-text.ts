import { CELL, type Cells } from "./cells";

interface Where {
  readonly left: number;
  readonly right: number;
  /** At least so many cells have to be used. */
  readonly fewest: number;
}

/** Whether two rows hold the same in all columns from `left` to `right`. */
export function sameText(cells: Cells, a: number, b: number, { left, right, fewest }: Where): boolean {
  let same = 0;
  for (let col = left; col <= right; col++) {
    const [one, other] = [cells.kind(a, col), cells.kind(b, col)];
    if (one === CELL.blank && other === CELL.blank) continue;
    if (cells.value(a, col) !== cells.value(b, col)) return false;
    same++;
  }
  return same >= fewest;
}
