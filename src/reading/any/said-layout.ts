import { overlap, type Area } from "../../sheet";
import type { Said } from "../../tables";
import { CELL, type Cells } from "./cells";
import type { ColumnKinds } from "./columns";
import type { Extent } from "./extent";
import type { Head } from "./heads";
import { numberCells } from "./number-row";

/** A head that people name stands at most so many rows above the table that was seen. */
const REACH = 15;

/** The tables with their heads as people have said: which rows are heads, and which are none. What is of no table is passed over. */
export function withSaidHeads(cells: Cells, extents: readonly Extent[], said: readonly Said[]): readonly Extent[] {
  let all = extents;
  for (const { claim, so, totals } of said) {
    if (claim.kind !== "head") continue;
    for (const area of totals) {
      // what is a whole sheet by now says nothing of rows
      if (area.rows > REACH) continue;
      const from = cells.placeOf(area.row);
      const to = cells.placeOf(area.row + area.rows - 1);
      for (let row = from; row <= to; row++)
        all = so ? withHead(cells, all, row, area) : all.map((one) => withoutHead(cells, one, row, area));
    }
  }
  return all;
}

function isIn(cells: Cells, { left, right }: Extent, area: Area): boolean {
  return overlap({ row: 0, rows: 1, col: cells.left + left, cols: right - left + 1 }, { ...area, row: 0, rows: 1 });
}

const topOf = ({ head, body }: Extent): number => head?.rows[0] ?? body[0] ?? 0;

/** The row is a head of the table in which it stands, or of the first one below. */
function withHead(cells: Cells, extents: readonly Extent[], row: number, area: Area): readonly Extent[] {
  if (!isUsed(cells, extents, row)) return extents;
  const own = extents.find(
    (one) => isIn(cells, one, area) && row <= (one.body.at(-1) ?? -1) && row >= Math.max(one.above, topOf(one) - REACH),
  );
  if (!own || own.head?.rows.includes(row)) return extents;
  const below = own.body.filter((line) => line > row);
  if (below.length === 0) return extents;
  const before = own.body.filter((line) => line < row);
  const replace = (...to: readonly Extent[]): Extent[] => extents.flatMap((one) => (one === own ? to : [one]));
  if (!before.some((line) => holdsNumbers(cells, own, line)))
    return replace({ ...own, head: headOf(cells, own, [...(own.head?.rows ?? []), ...before, row]), body: below });
  // printed again on a page it is no line, and parts nothing
  if (own.head?.rows.some((head) => sharesWords(cells, own, head, row)))
    return replace({ ...own, body: [...before, ...below] });
  return replace(
    { ...own, body: before },
    { ...own, head: headOf(cells, { ...own, head: null }, [row]), body: below, above: (before.at(-1) ?? row - 1) + 1 },
  );
}

/** The row is a line where nothing of the head stands under it, else words above the table. */
function withoutHead(cells: Cells, extent: Extent, row: number, area: Area): Extent {
  const { head, body } = extent;
  if (!head?.rows.includes(row) || !isIn(cells, extent, area)) return extent;
  const rest = head.rows.filter((one) => one !== row);
  const isLast = head.rows.at(-1) === row;
  return { ...extent, head: headOf(cells, extent, rest), body: isLast ? [row, ...body] : body };
}

function headOf(cells: Cells, { head, left, right }: Extent, all: readonly number[]): Head | null {
  const rows = [...all].sort((a, b) => a - b);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const numberRow = head?.numberRow != null && rows.includes(head.numberRow) ? head.numberRow : last;
  const numbers = rows.length > 1 ? numberCells(cells, numberRow, left, right) : null;
  let words = 0;
  for (const row of rows) for (let col = left; col <= right; col++) if (cells.kind(row, col) !== CELL.blank) words++;
  return { rows, numbers, numberRow: numbers ? numberRow : null, left, right, words };
}

function sharesWords(cells: Cells, { left, right }: Extent, one: number, other: number): boolean {
  for (let col = left; col <= right; col++)
    if (cells.kind(one, col) === CELL.text && cells.text(one, col) === cells.text(other, col)) return true;
  return false;
}

function isUsed(cells: Cells, extents: readonly Extent[], row: number): boolean {
  return extents.some(({ left, right }) => {
    for (let col = left; col <= right; col++) if (cells.kind(row, col) !== CELL.blank) return true;
    return false;
  });
}

/** Years, and column numbers, are words of a head. */
function holdsNumbers(cells: Cells, { left, right }: Extent, row: number): boolean {
  for (let col = left; col <= right; col++) {
    const kind = cells.kind(row, col);
    if ((kind === CELL.number || kind === CELL.numeral) && !cells.isYear(row, col)) return numberCells(cells, row, left, right) === null;
  }
  return false;
}

/** The kinds of columns as people have said; a column that is none of what was said is one of amounts, and of none its numbers are. */
export function withSaidColumns(cells: Cells, { left, right, head, body }: Extent, kinds: ColumnKinds, said: readonly Said[]): ColumnKinds {
  const top = cells.rowAt(head?.rows[0] ?? body[0] ?? 0);
  const rows = cells.rowAt(body.at(-1) ?? 0) - top + 1;
  let found = kinds;
  for (const { claim, so, totals } of said) {
    if (claim.kind !== "column") continue;
    for (let place = 0; place <= right - left; place++) {
      const own: Area = { row: top, rows, col: cells.left + left + place, cols: 1 };
      // what is wider than its table by now says nothing of its columns
      if (!totals.some((area) => area.cols <= right - left && overlap(area, own))) continue;
      const { is } = claim;
      if (so) found = withKind(found, place, is);
      else if (found.kinds[place] === is) found = withKind(found, place, is === "amount" ? "words" : "amount");
    }
  }
  return found;
}

function withKind(
  { kinds, labels, outline, unit, code, levels }: ColumnKinds, place: number, kind: ColumnKinds["kinds"][number],
): ColumnKinds {
  const others = (one: number | null): number | null => (one === place ? null : one);
  return {
    kinds: kinds.map((old, at) => (at === place ? kind : old)),
    labels: labels.filter((one) => one !== place),
    outline: others(outline),
    unit: others(unit),
    code: others(code),
    levels: levels.filter((one) => one !== place),
  };
}
