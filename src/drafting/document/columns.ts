import { tracedPiece, type Traced } from "../../base";
import { trimmed } from "./clean";
import type { Line } from "./lines";

/** A cell of a line whose columns are parted by blanks, and where it begins. */
interface Cell {
  readonly content: Traced;
  readonly from: number;
}

/** Below so many columns blanks part a letterhead, or a list from its amounts. */
const LEAST_COLUMNS = 3;
const GAP = / {2,}/g;

/**
 * Lines with columns of blanks as rows of cells: at least two one below the other, of three columns or more. A cell that is blank in a line
 * stays one, by where those of the head begin.
 */
export function* withColumns(lines: Iterable<Line>): Generator<Line, void> {
  let run: Line[] = [];
  for (const line of lines) {
    const mayBeRow = line.cells === null && line.marked === null && cellsIn(line).length >= LEAST_COLUMNS;
    if (!mayBeRow || (line.afterBlank && run.length > 0)) {
      yield* asRows(run);
      run = [];
    }
    if (mayBeRow) run.push(line);
    else yield line;
  }
  yield* asRows(run);
}

function asRows(run: readonly Line[]): readonly Line[] {
  const [head] = run;
  if (head === undefined || run.length < 2) return run;
  const columns = cellsIn(head);
  return run.map((line) => ({ ...line, cells: inColumns(cellsIn(line), columns) }));
}

function cellsIn({ content, indent }: Line): readonly Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const { index, 0: gap } of content.text.matchAll(GAP)) {
    cells.push({ content: trimmed(tracedPiece(content, from, index)), from: indent + from });
    from = index + gap.length;
  }
  cells.push({ content: trimmed(tracedPiece(content, from)), from: indent + from });
  return cells;
}

/** The cells of a row under the columns of its head; as they are where they are as many or more. */
function inColumns(cells: readonly Cell[], columns: readonly Cell[]): readonly Traced[] {
  if (cells.length >= columns.length) return cells.map(({ content }) => content);
  const row = columns.map(({ content }) => tracedPiece(content, 0, 0));
  let next = 0;
  cells.forEach(({ content, from }, at) => {
    const last = columns.length - (cells.length - at);
    let best = next;
    for (let column = next; column <= last; column += 1)
      if (Math.abs((columns[column]?.from ?? 0) - from) < Math.abs((columns[best]?.from ?? 0) - from)) best = column;
    row[best] = content;
    next = best + 1;
  });
  return row;
}
