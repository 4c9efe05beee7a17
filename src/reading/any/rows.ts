import { CELL, type Cells } from "./cells";

/** What the rows of some columns hold, counted once. Rows are relative to the cells. */
export interface Rows {
  readonly from: number;
  readonly to: number;
  /** Columns of the cells, both included. */
  readonly left: number;
  readonly right: number;
  /** Numbers typed or as text, but for years. */
  readonly numbers: Uint16Array;
  readonly years: Uint16Array;
  readonly texts: Uint16Array;
  /** Dashes and the like, errors, formulas without a value. */
  readonly others: Uint16Array;
  /** The first used column; `right + 1` for a blank row. */
  readonly first: Uint16Array;
}

/** Counts rows `from` to `to` of columns `left` to `right`. Rows of the arrays begin at `from`. */
export function rowsOf(cells: Cells, from: number, to: number, left: number, right: number): Rows {
  const rows = to - from + 1;
  const [numbers, years, texts, others, first] = [0, 0, 0, 0, 0].map(() => new Uint16Array(rows)) as [
    Uint16Array, Uint16Array, Uint16Array, Uint16Array, Uint16Array,
  ];
  for (let row = 0; row < rows; row++) {
    let [n, y, t, o, f] = [0, 0, 0, 0, right + 1];
    const base = (from + row) * cells.cols;
    for (let col = left; col <= right; col++) {
      const kind = cells.kinds[base + col] ?? 0;
      if (kind === CELL.blank) continue;
      if (f > right) f = col;
      if (kind === CELL.number || kind === CELL.numeral) {
        if (cells.isYear(from + row, col)) y++;
        else n++;
      } else if (kind === CELL.text) t++;
      else o++;
    }
    numbers[row] = n;
    years[row] = y;
    texts[row] = t;
    others[row] = o;
    first[row] = f;
  }
  return { from, to, left, right, numbers, years, texts, others, first };
}

/** How many cells of a row are used. */
export function usedIn(rows: Rows, row: number): number {
  const at = row - rows.from;
  return (rows.numbers[at] ?? 0) + (rows.years[at] ?? 0) + (rows.texts[at] ?? 0) + (rows.others[at] ?? 0);
}
