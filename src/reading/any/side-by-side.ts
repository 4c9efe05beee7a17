import { CELL, type Cells } from "./cells";
import type { Extent } from "./extent";
import { isLabelHead, isNumberHead, isOutlineHead } from "./words";

/** A run of columns, both included. */
type Part = readonly [left: number, right: number];

/** Parts of the columns that stand apart from each other: blank columns between them, and rows or heads of their own. */
export function sideBySide(cells: Cells): Part[] {
  const used = new Uint8Array(cells.cols);
  for (let at = 0; at < cells.kinds.length; at++) if (cells.kinds[at] !== CELL.blank) used[at % cells.cols] = 1;
  const parts: [number, number][] = [];
  for (let col = 0; col < cells.cols; col++) {
    if (used[col] === 0) continue;
    const last = parts.at(-1);
    if (last && last[1] === col - 1) last[1] = col;
    else parts.push([col, col]);
  }
  const joined: [number, number][] = [];
  let rows: Uint8Array = new Uint8Array(cells.rows);
  for (const part of parts) {
    const last = joined.at(-1);
    const own = rowsWithNumbers(cells, part);
    if (last && !standsAlone(cells, rows, own, part)) {
      last[1] = part[1];
      own.forEach((has, row) => {
        if (has === 1) rows[row] = 1;
      });
    } else {
      joined.push([...part]);
      rows = own;
    }
  }
  return joined;
}

/** Of the rows with numbers in either of two parts at most so many have some in both, where the parts are tables of their own. */
const MOST_SHARED = 0.7;
/** Of the rows with numbers so many have a label in the first column of a table of its own. */
const MOST_LABELLED = 0.7;

function rowsWithNumbers(cells: Cells, [left, right]: Part): Uint8Array {
  const rows = new Uint8Array(cells.rows);
  for (let row = 0; row < cells.rows; row++) {
    for (let col = left; col <= right; col++) {
      const kind = cells.kinds[row * cells.cols + col];
      if ((kind !== CELL.number && kind !== CELL.numeral) || cells.isYear(row, col)) continue;
      rows[row] = 1;
      break;
    }
  }
  return rows;
}

/** Whether a part right of another is a table of its own: with its own outline numbers, or labels, and other rows. */
function standsAlone(cells: Cells, before: Uint8Array, own: Uint8Array, [first]: Part): boolean {
  let [both, either, labels, numbers] = [0, 0, 0, 0];
  for (let row = 0; row < cells.rows; row++) {
    const [l, r] = [before[row] === 1, own[row] === 1];
    if (l && r) both++;
    if (l || r) either++;
    if (r) numbers++;
    if (cells.kind(row, first) !== CELL.text) continue;
    if (r) labels++;
    else if (isOutlineHead(cells.text(row, first))) return true;
  }
  return numbers > 1 && numbers < either && labels >= numbers * MOST_LABELLED && both <= either * MOST_SHARED;
}

/** Two tables under one row of heads: the columns of outline numbers, or of labels, stand twice. */
export function parted(cells: Cells, extent: Extent): Extent[] {
  const { head, left, right, body } = extent;
  if (!head) return [extent];
  const [outlines, labels]: [number[], number[]] = [[], []];
  for (const row of head.rows) {
    for (let col = left; col <= right; col++) {
      if (cells.kind(row, col) !== CELL.text) continue;
      const text = cells.text(row, col);
      if (isOutlineHead(text) && (!isNumberHead(text) || isWordy(cells, body, col + 1))) outlines.push(col);
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

