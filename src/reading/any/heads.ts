import { sameText } from "./same-text";
import { CELL, type Cells } from "./cells";
import { numberCells, type NumberCells } from "./number-row";
import { usedIn, type Rows } from "./rows";
import { isCaption, isNote, isOutlineHead } from "./words";

/** The heads of a table. Rows and columns relative to the cells. */
export interface Head {
  /** With the row of column numbers, from top to bottom. */
  readonly rows: readonly number[];
  readonly numberRow: number | null;
  readonly numbers: NumberCells | null;
  readonly left: number;
  readonly right: number;
  /** Cells of words in it. */
  readonly words: number;
}

/** Heads have at most so many rows, column numbers not counted. */
const MOST_HEAD_ROWS = 5;
/** From the first number upwards heads are looked for in so many rows. */
const REACH = 15;
/** Longer words are no head. */
const LONGEST_HEAD = 250;

/** The head that begins at a row with the word "STT" or the like; null where none does. `amounts` is to be filled by its lines. */
export function headAt(cells: Cells, rows: Rows, row: number, from: number): (Head & { readonly amounts: Uint8Array }) | null {
  const at = row - rows.from;
  if ((rows.texts[at] ?? 0) + (rows.years[at] ?? 0) < 2 || (rows.numbers[at] ?? 0) > 0) return null;
  const first = rows.first[at] ?? 0;
  let outline = -1;
  for (let col = first; col <= Math.min(rows.right, first + 2); col++)
    if (cells.kind(row, col) === CELL.text && isOutlineHead(cells.text(row, col))) outline = col;
  if (outline === -1) return null;
  let last = row;
  while (last - row + 1 < MOST_HEAD_ROWS && isUnder(cells, rows, last + 1, outline)) last++;
  let top = row;
  while (top > from && last - top + 1 < MOST_HEAD_ROWS && isOver(cells, rows, top - 1, outline)) top--;
  return { ...withNumbers(cells, rows, top, last), amounts: new Uint8Array(cells.cols) };
}

/** A further row of a head: nothing under "STT" and the label beside it, words or years over the others. */
function isUnder(cells: Cells, rows: Rows, row: number, outline: number): boolean {
  if (row > rows.to) return false;
  const at = row - rows.from;
  const words = (rows.texts[at] ?? 0) + (rows.years[at] ?? 0);
  if (words === 0 || (rows.numbers[at] ?? 0) > 0) return false;
  // in two languages the second begins with "No." under "STT"
  const again = cells.kind(row, outline) === CELL.text && isOutlineHead(cells.text(row, outline));
  const open = again || (cells.kind(row, outline) === CELL.blank && cells.kind(row, outline + 1) === CELL.blank);
  return open && !isCaption(cells.text(row, rows.first[at] ?? 0));
}

/** A head row above: words over columns behind the label. */
function isOver(cells: Cells, rows: Rows, row: number, label: number): boolean {
  const at = row - rows.from;
  const words = (rows.texts[at] ?? 0) + (rows.years[at] ?? 0);
  if (words === 0 || (rows.numbers[at] ?? 0) > 0 || (rows.others[at] ?? 0) > 0) return false;
  const first = rows.first[at] ?? 0;
  for (let col = first; col <= rows.right; col++) {
    if (cells.kind(row, col) !== CELL.text) continue;
    const text = cells.text(row, col);
    if (isCaption(text) || isNote(text) || text.length > LONGEST_HEAD || LETTERHEAD.test(text)) return false;
  }
  const merged = cells.merged(row, first);
  // a title stands in the first column, or over all of them
  if (words === 1)
    return first > label + 1 && !(merged && merged.lastCol - first + 1 >= (rows.right - rows.left + 1) * MOST_OVER);
  return !(merged && words === 1);
}
const LETTERHEAD = /cộng h(?:òa|oà) xã hội|độc lập|ủy ban nhân dân|uỷ ban nhân dân|^ubnd /iu;
/** What is merged over this part of a table is a title, no head. */
const MOST_OVER = 0.8;

function withNumbers(cells: Cells, rows: Rows, top: number, last: number): Head {
  const all = Array.from({ length: last - top + 1 }, (_, index) => top + index);
  const words = all.reduce((sum, row) => sum + usedIn(rows, row), 0);
  const numbers = last < rows.to ? numberCells(cells, last + 1, rows.left, rows.right) : null;
  const { left, right } = rows;
  return numbers
    ? { rows: [...all, last + 1], numberRow: last + 1, numbers, left, right, words }
    : { rows: all, numberRow: null, numbers: null, left, right, words };
}

/** The head above the first row of numbers: words or years over columns of numbers. Null where there is none down from row `from`. */
export function headFor(cells: Cells, rows: Rows, data: number, from: number, amounts: Uint8Array): Head | null {
  for (let row = isYearRow(cells, rows, data, amounts) ? data : data - 1; row >= Math.max(from, data - REACH); row--) {
    const at = row - rows.from;
    const words = (rows.texts[at] ?? 0) + (rows.years[at] ?? 0);
    if (words === 0 || ((rows.numbers[at] ?? 0) > 0 && row !== data)) continue;
    if (!isOverNumbers(cells, rows, row, amounts)) continue;
    let top = row;
    while (top > from && row - top + 1 < MOST_HEAD_ROWS && isOver(cells, rows, top - 1, rows.left)) top--;
    let last = row;
    while (last - top + 1 < MOST_HEAD_ROWS && last + 1 <= rows.to && goesOnBelow(cells, rows, last + 1, amounts)) last++;
    return withNumbers(cells, rows, top, last);
  }
  return null;
}

/** A further row of heads under one that was found: words over columns of numbers, and nothing before them. */
function goesOnBelow(cells: Cells, rows: Rows, row: number, amounts: Uint8Array): boolean {
  const at = row - rows.from;
  const words = (rows.texts[at] ?? 0) + (rows.years[at] ?? 0);
  const first = rows.first[at] ?? 0;
  return (
    words > 1 &&
    (rows.numbers[at] ?? 0) === 0 &&
    first > rows.left &&
    amounts[first] === 1 &&
    isOverNumbers(cells, rows, row, amounts)
  );
}

/** "Chỉ tiêu | 2021 | 2022": years over columns of numbers, in order. */
function isYearRow(cells: Cells, rows: Rows, row: number, amounts: Uint8Array): boolean {
  const at = row - rows.from;
  if ((rows.years[at] ?? 0) === 0 || (rows.numbers[at] ?? 0) > 0) return false;
  const years: number[] = [];
  for (let col = rows.left; col <= rows.right; col++) {
    const kind = cells.kind(row, col);
    if (kind === CELL.blank) continue;
    if (cells.isYear(row, col)) years.push(Number(cells.value(row, col)));
    else if (kind === CELL.text && years.length > 0 && amounts[col] === 0) continue;
  }
  const inOrder = years.every((year, index) => index === 0 || Math.abs(year - (years[index - 1] ?? 0)) <= MOST_YEARS);
  // a lone year is a head beside words only
  return inOrder && (years.length > 1 || (rows.texts[at] ?? 0) > 1);
}
/** Years of neighbouring columns lie at most so far apart. */
const MOST_YEARS = 10;

function isOverNumbers(cells: Cells, rows: Rows, row: number, amounts: Uint8Array): boolean {
  let [over, first] = [0, true];
  for (let col = rows.left; col <= rows.right; col++) {
    const kind = cells.kind(row, col);
    if (kind === CELL.blank) continue;
    const text = cells.text(row, col);
    if (kind === CELL.text && (isCaption(text) || isNote(text) || text.length > LONGEST_HEAD)) return false;
    // what stands in the first column alone is a title or a line, though numbers stand there too
    if (
      amounts[col] === 1 &&
      (kind === CELL.text || cells.isYear(row, col)) &&
      !(first && usedIn(rows, row) === 1 && col === rows.left)
    )
      over++;
    first = false;
  }
  return over > 0;
}

/**
 * How many rows from `row` on say the same as the head: it is printed on each page. 0 where another thing stands there.
 */
export function sameHead(cells: Cells, head: Head, row: number): number {
  const where = { left: head.left, right: head.right, fewest: 2 };
  const first = head.rows.findIndex((own) => sameText(cells, own, row, where));
  if (first === -1) return 0;
  let count = 1;
  while (first + count < head.rows.length && sameText(cells, head.rows[first + count] ?? 0, row + count, where))
    count++;
  return count;
}
