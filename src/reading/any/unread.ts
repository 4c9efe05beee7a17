import { bounding, isCellError, type Area, type CellValue, type SheetSnapshot } from "../../sheet";
import { isYear } from "./cells";

/** Fewer rows of figures may be a line of text with numbers in it, a period, or a date. */
const FEWEST_ROWS = 3;
/** One figure in a row is a number before a line of words as often as an amount. */
const FEWEST_FIGURES = 2;
/** So many rows without figures lie within a block: a heading, a blank line. */
const ROWS_WITHIN = 1;

/** A figure as people type it, with its unit behind it at most: "1.250 tỷ đồng", "(3,5)", "12 %". */
const FIGURE = /^\(?[-+−–]?\s*\d[\d.,\s]*\)?\s*[%‰\p{L}/²³. ]{0,20}$/u;
/** "31.12.2025", "1.2.", "2a": what numbers lines and says dates is no figure. */
const NO_FIGURE = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}){1,2}$|^\d{1,2}(?:\.\d{1,2})*\.?\p{L}?$/u;
/** Longer texts are sentences. */
const LONGEST = 40;

/**
 * The rows of figures on a sheet that stand in no table: the area round the first block of them; null where there is none. `read` are
 * the areas of what was read, of whomever.
 */
export function unreadIn({ area, values }: SheetSnapshot, read: readonly Area[]): Area | null {
  let block: Area | null = null;
  let [rows, apart] = [0, 0];
  for (const [at, line] of values.entries()) {
    const found = figuresIn(line, { ...area, row: area.row + at }, read);
    if (found) {
      block = block ? bounding(block, found) : found;
      rows++;
      apart = 0;
    } else if (block && ++apart > ROWS_WITHIN) {
      if (rows >= FEWEST_ROWS) return block;
      [block, rows, apart] = [null, 0, 0];
    }
  }
  return rows >= FEWEST_ROWS ? block : null;
}

/** The figures of a row that stand in none of the areas; null for too few. */
function figuresIn(line: readonly CellValue[], { row, col: first }: Area, read: readonly Area[]): Area | null {
  const beside = read.filter((one) => row >= one.row && row < one.row + one.rows);
  let [count, left, right] = [0, 0, 0];
  for (const [at, value] of line.entries()) {
    const col = first + at;
    if (value === null || beside.some((one) => col >= one.col && col < one.col + one.cols) || !isFigure(value)) continue;
    if (count === 0) left = col;
    right = col;
    count++;
  }
  return count < FEWEST_FIGURES ? null : { row, col: left, rows: 1, cols: right - left + 1 };
}

function isFigure(value: CellValue): boolean {
  if (typeof value === "number") return !isYear(value);
  if (typeof value !== "string" || isCellError(value) || value.length > LONGEST) return false;
  const text = value.trim();
  return FIGURE.test(text) && !NO_FIGURE.test(text);
}
