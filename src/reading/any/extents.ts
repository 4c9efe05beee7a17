import { CELL, type Cells } from "./cells";
import type { Extent } from "./extent";
import { headAt, headFor, sameHead, type Head } from "./heads";
import { numberCells } from "./number-row";
import { rowsOf, usedIn, type Rows } from "./rows";
import { sameText } from "./same-text";
import { parted, sideBySide } from "./side-by-side";
import { isCaption, isNote, isPageMark, isSignature } from "./words";

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

/** So many cells of lines are gone through before others may run. */
const STEP = 100_000;

/** The tables of a sheet, from top to bottom and from left to right; in steps. */
export function* extentsOf(cells: Cells): Generator<void, Extent[]> {
  const found: Extent[] = [];
  for (const [left, right] of sideBySide(cells)) {
    yield;
    const rows = rowsOf(cells, 0, cells.rows - 1, left, right);
    yield;
    for (const extent of yield* new Walk(cells, rows).tables()) {
      for (const part of parted(cells, extent)) found.push(trimmed(cells, part));
      yield;
    }
  }
  return found.sort((a, b) => topOf(a) - topOf(b) || a.left - b.left);
}

const topOf = ({ head, body, above }: Extent): number => head?.rows[0] ?? body[0] ?? above;

/** Goes down the rows of some columns and takes one table after the other. */
class Walk {
  private row: number;
  /** The first row behind the lines of the table before. */
  private above: number;

  constructor(
    private readonly cells: Cells,
    private readonly rows: Rows,
  ) {
    this.row = rows.from;
    this.above = rows.from;
  }

  *tables(): Generator<void, Extent[]> {
    const found: Extent[] = [];
    while (this.row <= this.rows.to) {
      const extent = yield* this.next();
      if (extent) found.push(extent);
    }
    return found;
  }

  private numbers(row: number): number {
    return this.rows.numbers[row - this.rows.from] ?? 0;
  }

  private *next(): Generator<void, Extent | null> {
    const { cells, rows, above } = this;
    for (; this.row <= rows.to; this.row++) {
      const worded = headAt(cells, rows, this.row, above);
      if (worded) return yield* this.body(worded, above, worded.amounts);
      if (!this.holdsData(this.row)) continue;
      const amounts = this.amountsFrom(this.row);
      const head = headFor(cells, rows, this.row, above, amounts);
      return yield* this.body(head, above, amounts);
    }
    return null;
  }

  private holdsData(row: number): boolean {
    const { cells, rows } = this;
    const at = row - rows.from;
    if ((rows.numbers[at] ?? 0) + (rows.years[at] ?? 0) === 0) return false;
    // column numbers stand under words
    const isUnderWords = row > this.above && (rows.texts[at - 1] ?? 0) > 0 && (rows.numbers[at - 1] ?? 0) === 0;
    return !isUnderWords || numberCells(cells, row, rows.left, rows.right) === null;
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
  private *body(head: Head | null, above: number, amounts: Uint8Array): Generator<void, Extent | null> {
    const { cells, rows } = this;
    const body: number[] = [];
    let blanks = 0;
    let [lastNumbers, withNumbers] = [-1, 0];
    let captioned = false;
    let row = head ? (head.rows.at(-1) ?? 0) + 1 : this.firstLine(above);
    const every = Math.ceil(STEP / (rows.right - rows.left + 1));
    for (; row <= rows.to; row++) {
      if (row % every === 0) yield;
      if (usedIn(rows, row) === 0) {
        blanks++;
        continue;
      }
      const again = head ? sameHead(cells, head, row) : 0;
      if (head && again > 0 && (captioned || this.isTitled(head, body, lastNumbers))) break;
      if (again > 0) {
        // what stands alone above a head that is printed again is the number of a page
        while (body.length > 0 && usedIn(rows, body.at(-1) ?? 0) === 1) body.pop();
        lastNumbers = Math.min(lastNumbers, body.length - 1);
        row += again - 1;
        blanks = 0;
        continue;
      }
      if (blanks > BLANKS_WITHIN && !(blanks <= BLANKS_BEFORE_SAME && this.goesOn(row, amounts))) break;
      const apart = blanks > 0;
      blanks = 0;
      const used = usedIn(rows, row);
      if (this.numbers(row) > 0) {
        this.mark(amounts, row);
        lastNumbers = body.length;
        withNumbers++;
        captioned = false;
      } else {
        const words = cells.text(row, rows.first[row - rows.from] ?? 0);
        if (used <= 2 && isCaption(words) && !this.standsAbove(head, row)) captioned = true;
        if (used <= 2 && (isNote(words) || isCaption(words))) continue;
        if (used <= SIGNATURE_CELLS && this.signs(row)) break;
        if (body.length > 0 && this.beginsAnother(row, apart, amounts)) break;
      }
      body.push(row);
    }
    this.row = Math.max(row, above + 1);
    const lines = this.withoutTail(body, lastNumbers);
    this.above = (lines.at(-1) ?? head?.rows.at(-1) ?? row) + 1;
    const enough =
      withNumbers > 0
        ? withNumbers >= FEWEST_WITHOUT_HEAD || (head?.words ?? 0) >= FEWEST_HEADS
        : head !== null && head.words >= FEWEST_HEADS && lines.length >= FEWEST_LINES;
    return enough && lines.length > 0 ? { left: rows.left, right: rows.right, head, body: lines, above } : null;
  }

  /** Words alone in their row behind the last line: the title of another table. */
  private isTitled(head: Head, body: readonly number[], lastNumbers: number): boolean {
    const { cells, rows } = this;
    return body.slice(lastNumbers + 1).some((row) => {
      const first = rows.first[row - rows.from] ?? 0;
      if (usedIn(rows, row) !== 1 || cells.kind(row, first) !== CELL.text) return false;
      return !this.standsAbove(head, row) && !isPageMark(cells.text(row, first));
    });
  }

  /** Title and caption of the table itself may be printed again with its head. */
  private standsAbove(head: Head | null, row: number): boolean {
    const [first = 0] = head?.rows ?? [];
    const { left, right } = this.rows;
    return TITLE_ROWS.some((up) => up <= first && sameText(this.cells, first - up, row, { left, right, fewest: 1 }));
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

/** So many rows above a head its title stands. */
const TITLE_ROWS = [1, 2, 3, 4];
/** Signatures stand in few cells of their row. */
const SIGNATURE_CELLS = 5;
/** Of the columns of numbers at least this part has a word above it where another table begins. */
const MOST_HEADED = 0.6;
/** So many rows under a head numbers begin. */
const HEAD_REACH = 6;
/** An outline number has at most so many signs. */
const LONGEST_MARK = 8;

/** Without columns at the sides that nothing of the table stands in. */
function trimmed(cells: Cells, extent: Extent): Extent {
  const rows = [...(extent.head?.rows ?? []), ...extent.body];
  const used = (col: number): boolean => rows.some((row) => cells.kinds[row * cells.cols + col] !== CELL.blank);
  let { left, right } = extent;
  while (left < right && !used(left)) left++;
  while (right > left && !used(right)) right--;
  return { ...extent, left, right };
}
