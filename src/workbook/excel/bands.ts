import type { Area } from "../../sheet";

/** Rows that are looked at together. */
const BLOCK = 32;

/** What a blank cell takes in a message, in bytes, and what another area does (an object path and an action). */
const BLANK_BYTES = 5;
const AREA_BYTES = 530;

/** Rows of a table and, for each column, whether it holds anything there. */
interface Band {
  readonly row: number;
  readonly rows: number;
  readonly used: readonly boolean[];
}

/**
 * Areas that hold every cell of a table that is not "", none of them overlapping: blank columns and stretches of rows are
 * left out where that makes the message smaller.
 */
export function bands(content: readonly (readonly unknown[])[]): Area[] {
  const joined: Band[] = [];
  for (let row = 0; row < content.length; row += BLOCK) {
    const block = bandOf(row, content.slice(row, row + BLOCK));
    const last = joined.at(-1);
    const both = last && {
      row: last.row,
      rows: last.rows + block.rows,
      used: last.used.map((used, col) => used || block.used[col] === true),
    };
    if (both && blanksMore(both, last, block) * BLANK_BYTES <= AREA_BYTES) joined[joined.length - 1] = both;
    else joined.push(block);
  }
  return joined.flatMap(spans);
}

function bandOf(row: number, lines: readonly (readonly unknown[])[]): Band {
  return { row, rows: lines.length, used: (lines[0] ?? []).map((_, col) => lines.some((line) => line[col] !== "")) };
}

function blanksMore(both: Band, ...parts: readonly Band[]): number {
  const cells = ({ rows, used }: Band) => rows * used.filter(Boolean).length;
  return cells(both) - parts.reduce((sum, part) => sum + cells(part), 0);
}

/** The used columns of a band, over gaps that are too small to be worth another area. */
function spans({ row, rows, used }: Band): Area[] {
  const found: Area[] = [];
  for (const [col, any] of used.entries()) {
    if (!any) continue;
    const last = found.at(-1);
    const end = last ? last.col + last.cols : 0;
    if (last && (col - end) * rows * BLANK_BYTES <= AREA_BYTES) found[found.length - 1] = { ...last, cols: col + 1 - last.col };
    else found.push({ row, col, rows, cols: 1 });
  }
  return found;
}
