import { CELL, type Cells } from "./cells";
import { headAt, headFor, sameHead, type Head } from "./heads";
import { numberCells } from "./number-row";
import { rowsOf, usedIn, type Rows } from "./rows";
import { isCaption, isLabelHead, isNote, isOutlineHead, isSignature } from "./words";

/** Where a table stands: rows and columns relative to the cells. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly head: Head | null;
  /** Rows of its lines, from top to bottom. */
  readonly body: readonly number[];
  /** Above its first row down to here nothing of another table stands. */
  readonly above: number;
}

/** So many blank rows do not end a table whose columns go on. */
const BLANKS_WITHIN = 2;
/** So many do not where the same columns hold numbers behind them. */
const BLANKS_BEFORE_SAME = 5;
/** Rows that are looked at to learn which columns of a table hold numbers. */
const SAMPLE = 30;
/** A table without heads has at least so many lines of numbers. */
const FEWEST_WITHOUT_HEAD = 2;
/** A table of words has a head of so many words, and so many lines. */
const [FEWEST_HEADS, FEWEST_LINES] = [3, 2];

/** The tables of a sheet, from top to bottom and from left to right. */
export function extentsOf(cells: Cells): Extent[] {
  return sideBySide(cells, 0, cells.rows - 1, 0, cells.cols - 1)
    .flatMap(([left, right]) => new Walk(cells, rowsOf(cells, 0, cells.rows - 1, left, right)).tables())
    .flatMap((extent) => parted(cells, extent))
    .map((extent) => trimmed(cells, extent))
    .sort((a, b) => topOf(a) - topOf(b) || a.left - b.left);
}

const topOf = ({ head, body, above }: Extent): number => head?.rows[0] ?? body[0] ?? above;

/** Goes down the rows of some columns and takes one table after the other. */
class Walk {
  private row: number;

  constructor(
    private readonly cells: Cells,
    private readonly rows: Rows,
  ) {
    this.row = rows.from;
  }

  tables(): Extent[] {
    const found: Extent[] = [];
    while (this.row <= this.rows.to) {
      const extent = this.next();
      if (extent) found.push(extent);
    }
    return found;
  }

  private numbers(row: number): number {
    return this.rows.numbers[row - this.rows.from] ?? 0;
  }

  private next(): Extent | null {
    const { cells, rows } = this;
    const above = this.row;
    for (; this.row <= rows.to; this.row++) {
      const worded = headAt(cells, rows, this.row, above);
      if (worded) return this.body(worded, above, worded.amounts);
      if (!this.holdsData(this.row)) continue;
      const amounts = this.amountsFrom(this.row);
      const head = headFor(cells, rows, this.row, above, amounts);
      return this.body(head, above, amounts);
    }
    return null;
  }

  private holdsData(row: number): boolean {
    const at = row - this.rows.from;
    return (
      this.numbers(row) + (this.rows.years[at] ?? 0) > 0 && numberCells(this.cells, row, this.rows.left, this.rows.right) === null
    );
  }

  /** Columns that hold numbers in the rows from `from` on. */
  private amountsFrom(from: number): Uint8Array {
    const { cells, rows } = this;
    const amounts = new Uint8Array(cells.cols);
    let blanks = 0;
    for (let row = from; row <= Math.min(rows.to, from + SAMPLE) && blanks <= BLANKS_WITHIN; row++) {
      blanks = usedIn(rows, row) === 0 ? blanks + 1 : 0;
      if (this.numbers(row) > 0) this.mark(amounts, row);
    }
    return amounts;
  }

  private mark(amounts: Uint8Array, row: number): void {
    for (let col = this.rows.left; col <= this.rows.right; col++) {
      const kind = this.cells.kind(row, col);
      if (kind === CELL.number || kind === CELL.numeral) amounts[col] = 1;
    }
  }

  /** The lines under a head, up to the next head, a signature, or the end of what belongs together. */
  private body(head: Head | null, above: number, amounts: Uint8Array): Extent | null {
    const { cells, rows } = this;
    const body: number[] = [];
    let blanks = 0;
    let [lastNumbers, withNumbers] = [-1, 0];
    let row = head ? (head.rows.at(-1) ?? 0) + 1 : this.firstLine(above);
    for (; row <= rows.to; row++) {
      if (usedIn(rows, row) === 0) {
        blanks++;
        continue;
      }
      if (blanks > BLANKS_WITHIN && !(blanks <= BLANKS_BEFORE_SAME && this.goesOn(row, amounts))) break;
      const apart = blanks > 0;
      blanks = 0;
      const again = head && sameHead(cells, head, row);
      if (again) {
        row += again - 1;
        continue;
      }
      const used = usedIn(rows, row);
      if (this.numbers(row) > 0) {
        const column = numberCells(cells, row, rows.left, rows.right);
        if (column && (body.length === 0 || (column.size > 2 && head?.numberRow !== null))) continue;
        this.mark(amounts, row);
        lastNumbers = body.length;
        withNumbers++;
      } else {
        const words = cells.text(row, rows.first[row - rows.from] ?? 0);
        if (used <= 2 && (isNote(words) || isCaption(words))) continue;
        if (used <= SIGNATURE_CELLS && this.signs(row)) break;
        if (body.length > 0 && this.beginsAnother(row, apart, amounts)) break;
      }
      body.push(row);
    }
    this.row = Math.max(row, above + 1);
    const lines = this.withoutTail(body, lastNumbers);
    const enough =
      withNumbers > 0
        ? head !== null || withNumbers >= FEWEST_WITHOUT_HEAD
        : head !== null && head.words >= FEWEST_HEADS && lines.length >= FEWEST_LINES;
    return enough && lines.length > 0 ? { left: rows.left, right: rows.right, head, body: lines, above } : null;
  }

  private firstLine(above: number): number {
    // without a head its lines begin with the first number
    return Math.max(above, this.row);
  }

  private signs(row: number): boolean {
    for (let col = this.rows.left; col <= this.rows.right; col++)
      if (this.cells.kind(row, col) === CELL.text && isSignature(this.cells.text(row, col))) return true;
    return false;
  }

  /** Whether the numbers of a row stand in columns that hold numbers already. */
  private goesOn(row: number, amounts: Uint8Array): boolean {
    if (this.numbers(row) === 0) return false;
    for (let col = this.rows.left; col <= this.rows.right; col++) {
      const kind = this.cells.kind(row, col);
      if ((kind === CELL.number || kind === CELL.numeral) && amounts[col] === 0) return false;
    }
    return true;
  }

  /** Whether a row without numbers is the head of another table: words over the columns of numbers, and numbers under them. */
  private beginsAnother(row: number, apart: boolean, amounts: Uint8Array): boolean {
    const { cells, rows } = this;
    const worded = headAt(cells, rows, row, row);
    if (worded) return true;
    const [texts, years] = [rows.texts[row - rows.from] ?? 0, rows.years[row - rows.from] ?? 0];
    if (texts + years < 2) return false;
    let [over, all] = [0, 0];
    for (let col = rows.left; col <= rows.right; col++) {
      if (amounts[col] === 0) continue;
      all++;
      if (cells.kind(row, col) === CELL.text || cells.isYear(row, col)) over++;
    }
    if (over < 2 || over < all * MOST_HEADED || !(apart || usedIn(rows, row - 1) <= 1)) return false;
    for (let next = row + 1; next <= Math.min(rows.to, row + HEAD_REACH); next++) if (this.numbers(next) > 0) return true;
    return false;
  }

  /** Without the words at the end that are no lines: names, remarks, the title of the next table. */
  private withoutTail(body: readonly number[], lastNumbers: number): number[] {
    const { cells, rows } = this;
    let end = body.length;
    if (lastNumbers === -1) {
      while (end > 0 && usedIn(rows, body[end - 1] ?? 0) < 2) end--;
      return body.slice(0, end);
    }
    end = lastNumbers + 1;
    for (; end < body.length; end++) {
      const row = body[end] ?? 0;
      const before = body[end - 1] ?? 0;
      // a line without an amount has its number; one without a number stands right under the others, in few words
      const [used, words] = [usedIn(rows, row), cells.text(row, rows.first[row - rows.from] ?? 0)];
      if (row !== before + 1 || used < 2 || words.length > LONGEST_MARK) break;
    }
    return body.slice(0, end);
  }
}

/** Signatures stand in few cells of their row. */
const SIGNATURE_CELLS = 5;
/** Of the columns of numbers at least this part has a word above it where another table begins. */
const MOST_HEADED = 0.6;
/** So many rows under a head numbers begin. */
const HEAD_REACH = 6;
/** An outline number has at most so many signs. */
const LONGEST_MARK = 8;

/** Parts of the columns that stand apart from each other: blank columns between them, and rows or heads of their own. */
function sideBySide(cells: Cells, from: number, to: number, left: number, right: number): [number, number][] {
  const used = new Uint32Array(cells.cols);
  for (let row = from; row <= to; row++)
    for (let col = left; col <= right; col++)
      if (cells.kinds[row * cells.cols + col] !== CELL.blank) used[col] = (used[col] ?? 0) + 1;
  const parts: [number, number][] = [];
  for (let col = left; col <= right; col++) {
    if (used[col] === 0) continue;
    const last = parts.at(-1);
    if (last && last[1] === col - 1) last[1] = col;
    else parts.push([col, col]);
  }
  const joined: [number, number][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && !standsAlone(cells, from, to, last, part)) last[1] = part[1];
    else joined.push([...part]);
  }
  return joined;
}

/** Of the rows with numbers in either of two parts at most so many have some in both, where the parts are tables of their own. */
const MOST_SHARED = 0.7;

function standsAlone(
  cells: Cells,
  from: number,
  to: number,
  left: readonly [number, number],
  right: readonly [number, number],
): boolean {
  let [both, either, labels, numbers, outline] = [0, 0, 0, 0, false];
  const has = (row: number, [first, last]: readonly [number, number]): boolean => {
    for (let col = first; col <= last; col++) {
      const kind = cells.kinds[row * cells.cols + col];
      if ((kind === CELL.number || kind === CELL.numeral) && !cells.isYear(row, col)) return true;
    }
    return false;
  };
  for (let row = from; row <= to; row++) {
    const [l, r] = [has(row, left), has(row, right)];
    if (l && r) both++;
    if (l || r) either++;
    if (r) numbers++;
    const first = cells.kind(row, right[0]);
    if (r && first === CELL.text) labels++;
    if (first === CELL.text && isOutlineHead(cells.text(row, right[0]))) outline = true;
  }
  if (outline) return true;
  return numbers > 1 && both < either - 0 && labels >= numbers * MOST_SHARED && both <= either * MOST_SHARED && numbers < either;
}

/** Two tables under one row of heads: the columns of outline numbers, or of labels, stand twice. */
function parted(cells: Cells, extent: Extent): Extent[] {
  const { head, left, right, body } = extent;
  if (!head) return [extent];
  const [outlines, labels]: [number[], number[]] = [[], []];
  for (const row of head.rows) {
    for (let col = left; col <= right; col++) {
      if (cells.kind(row, col) !== CELL.text) continue;
      const text = cells.text(row, col);
      if (isOutlineHead(text)) outlines.push(col);
      else if (isLabelHead(text) && isWordy(cells, body, col)) labels.push(col);
    }
  }
  const starts = [...new Set(outlines)].sort((a, b) => a - b);
  const cuts =
    starts.length > 1
      ? starts.slice(1)
      : starts.length === 0
        ? secondLabels(
            cells,
            extent,
            [...new Set(labels)].sort((a, b) => a - b),
          )
        : [];
  if (cuts.length === 0) return [extent];
  return [left, ...cuts]
    .map((from, index): Extent => {
      const to = (cuts[index] ?? right + 1) - 1;
      const own = body.filter((row) => usedBetween(cells, row, from, to));
      return { ...extent, left: from, right: to, body: own };
    })
    .filter((one) => one.body.length > 0);
}

/** Columns of labels with numbers between them and numbers behind: "Nội dung thu | Dự toán | Nội dung chi | Dự toán". */
function secondLabels(cells: Cells, { body, right }: Extent, labels: readonly number[]): number[] {
  const numeric = (from: number, to: number): boolean =>
    body.some((row) => {
      for (let col = from; col <= to; col++)
        if (cells.kind(row, col) === CELL.number || cells.kind(row, col) === CELL.numeral) return true;
      return false;
    });
  const cuts: number[] = [];
  labels.forEach((col, index) => {
    const before = labels[index - 1];
    const after = labels[index + 1] ?? right + 1;
    if (before !== undefined && numeric(before + 1, col - 1) && numeric(col + 1, after - 1)) cuts.push(col);
  });
  return cuts;
}

/** A column of words: of its cells in the body most are text. */
function isWordy(cells: Cells, body: readonly number[], col: number): boolean {
  let [texts, numbers] = [0, 0];
  for (const row of body) {
    const kind = cells.kind(row, col);
    if (kind === CELL.text) texts++;
    else if (kind === CELL.number || kind === CELL.numeral) numbers++;
  }
  return texts > numbers;
}

function usedBetween(cells: Cells, row: number, from: number, to: number): boolean {
  for (let col = from; col <= to; col++) if (cells.kinds[row * cells.cols + col] !== CELL.blank) return true;
  return false;
}

/** Without columns at the sides that nothing of the table stands in. */
function trimmed(cells: Cells, extent: Extent): Extent {
  const rows = [...(extent.head?.rows ?? []), ...extent.body];
  const used = (col: number): boolean => rows.some((row) => cells.kinds[row * cells.cols + col] !== CELL.blank);
  let { left, right } = extent;
  while (left < right && !used(left)) left++;
  while (right > left && !used(right)) right--;
  return { ...extent, left, right };
}
