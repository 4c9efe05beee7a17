import { allSteps } from "../../base";
import { isPercentFormat } from "./percent-format";
import { cellLooks, type Area, type CellRef, type SheetSnapshot } from "../../sheet";
import type { Said, TextCell } from "../../tables";
import { readMoneyUnit, type MoneyUnit } from "../../quantity";
import { CELL, cellsOf, type Cells } from "./cells";
import { columnsOf, kindsOf } from "./columns";
import { withSaidColumns, withSaidHeads } from "./said-layout";
import type { Extent } from "./extent";
import { extentsOf } from "./extents";
import { headPaths } from "./head-paths";
import type { Layout, LayoutColumn } from "./layout";
import { linesOf } from "./lines";
import { numbersOf } from "./number-grid";
import { columnRules, lineRules } from "./rules";
import { captionOf } from "./units";
import { isCaption, isNote } from "./words";

/**
 * The tables of a sheet as it stands, from top to bottom: what its heads, outline numbers and words show, before anything is believed of
 * what adds up to what. Cells of `taken` (tables of ours) are passed over; which rows are heads and what columns are is as people have
 * `said`. Prose, and forms without numbers, are none. Time and memory grow with the used cells. Never throws.
 */
export function layoutsOf(snapshot: SheetSnapshot, taken: readonly Area[], said: readonly Said[] = []): Layout[] {
  return allSteps(layingOut(snapshot, taken, said));
}

/** `layoutsOf` in steps, between which others may run. */
export function* layingOut(snapshot: SheetSnapshot, taken: readonly Area[], said: readonly Said[]): Generator<void, Layout[]> {
  const cells = cellsOf(snapshot, taken);
  yield;
  if (!cells) return [];
  const layouts: Layout[] = [];
  for (const extent of withSaidHeads(cells, yield* extentsOf(cells), said)) {
    yield;
    layouts.push(yield* layoutOf(snapshot, cells, extent, said));
  }
  return layouts;
}

function* layoutOf(snapshot: SheetSnapshot, cells: Cells, extent: Extent, said: readonly Said[]): Generator<void, Layout> {
  const { head, left, right, body, above } = extent;
  const { sheet } = cells;
  const [top, bottom] = [head?.rows[0] ?? body[0] ?? 0, body.at(-1) ?? 0];
  const format = snapshot.looks?.numberFormats ? cellLooks({ numberFormats: snapshot.looks.numberFormats }) : null;
  const isPercent = (row: number, col: number): boolean =>
    format !== null && isPercentFormat(format(cells.rowAt(row), cells.left + col).numberFormat);
  const paths = headPaths(cells, head, left, right);
  yield;
  const kinds = withSaidColumns(cells, extent, yield* kindsOf(cells, extent, paths, isPercent), said);
  yield;
  const columns = columnsOf(extent, cells, paths, kinds, snapshot.hidden);
  const { lines, said: expressions } = yield* linesOf(snapshot, cells, extent, kinds);
  yield;
  const { hasFormulas, ...numbers } = numbersOf(cells, extent, kinds.kinds);
  const rows = { first: top, last: head?.rows.at(-1) ?? top - 1, above };
  yield;
  // of tables side by side one may say it for all
  const caption = captionOf(cells, rows, extent) ?? captionOf(cells, rows, { left: 0, right: cells.cols - 1 });
  const place = (row: number, col: number): CellRef => ({ sheet, row: cells.rowAt(row), col: cells.left + left + col });
  return {
    sheet,
    area: { row: cells.rowAt(top), col: cells.left + left, rows: cells.rowAt(bottom) - cells.rowAt(top) + 1, cols: right - left + 1 },
    title: titleOf(cells, top, above, left, right) ?? titleOf(cells, top, above, 0, cells.cols - 1),
    caption: caption?.cell ?? null,
    unit: caption ? caption.unit : unitOfColumns(columns),
    headRows: head?.rows.map((row) => cells.rowAt(row)) ?? [],
    numberRow: head?.numberRow == null ? null : cells.rowAt(head.numberRow),
    columns, lines, numbers, hasFormulas,
    rules: [
      ...columnRules(paths, (col) => place(head?.numberRow ?? top, col), (col, row) => place(row, col)),
      ...lineRules(lines, expressions, (line) => place(body[line] ?? 0, kinds.labels[0] ?? 0)),
    ],
  };
}

/** The unit of money that all columns of amounts name in their own heads. */
function unitOfColumns(columns: readonly LayoutColumn[]): MoneyUnit | null {
  const units = new Set(columns.flatMap(({ kind, unit }) => (kind === "amount" ? [unit === null ? null : readMoneyUnit(unit)] : [])));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

/** A title has so many lines, and so many rows lie between it and the table. */
const [MOST_TITLE_LINES, TITLE_REACH] = [4, 7];
const NO_TITLE = /^\(|^số\s*:|cộng h(?:òa|oà) xã hội|độc lập|^ubnd|^(?:ủy|uỷ) ban/iu;

/** The lines of words right above a table, those in brackets left out. */
function titleOf(cells: Cells, top: number, above: number, left: number, right: number): TextCell | null {
  const found: { readonly at: CellRef; readonly text: string }[] = [];
  for (let row = top - 1; row >= Math.max(above, top - TITLE_REACH) && found.length < MOST_TITLE_LINES; row--) {
    const texts: number[] = [];
    for (let col = left; col <= right; col++) if (cells.kind(row, col) === CELL.text && !isCaption(cells.text(row, col))) texts.push(col);
    if (texts.length === 0) {
      if (found.length > 0) break;
      continue;
    }
    const [col = left] = texts;
    const text = cells.text(row, col);
    if (texts.length > 1 || isNote(text)) break;
    if (!NO_TITLE.test(text)) found.unshift({ at: { sheet: cells.sheet, row: cells.rowAt(row), col: cells.left + col }, text });
  }
  const [first] = found;
  return first ? { at: first.at, text: found.map(({ text }) => text).join(" ") } : null;
}
