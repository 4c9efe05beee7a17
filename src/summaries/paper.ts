import { lineCount, roomOf, scaleOf } from "../templates";
import type { CellInput } from "../sheet";
import type { Block, Line, LineKind, RowOf } from "./lines";
import { PRINTED, WIDTHS } from "./lines";
import { lookOf } from "./looks";

/** A line in its row, with all its cells; `page`: a printed page begins here. */
export interface Placed {
  readonly kind: LineKind;
  readonly key: string;
  readonly cells: readonly CellInput[];
  readonly data: string;
  readonly page: boolean;
}

/** Points of a line of letters, for each point of their size, and what stands above and below all lines. */
const LINE = { height: 1.32, padding: 4 } as const;
/** Letters that a column takes for each of its characters, at 12 points: bold ones are wider. */
const LETTERS = { plain: 0.95, bold: 0.85 } as const;

const LONG_LINE = 100;

/** Points that a row needs for its longest text. */
export function heightOf(kind: LineKind, cells: readonly CellInput[], widths: readonly number[] = WIDTHS): number {
  const { merges, height, size, bold } = lookOf(kind);
  if (kind === "chart" || kind === "rule") return height;
  const room = ((bold ? LETTERS.bold : LETTERS.plain) * 12) / size;
  const lines = cells.slice(0, PRINTED).map((cell, col) => {
    if (typeof cell !== "string") return 1;
    const last = merges.find(([from]) => from === col)?.[1] ?? col;
    const sum = widths.slice(col, last + 1).reduce((all, one) => all + one, 0);
    // over a long line wide and narrow letters make up for each other
    const width = sum > LONG_LINE ? sum * 1.1 : sum;
    return cell.split("\n").reduce((all, text) => all + lineCount(text, Math.max(1, width * room)), 0);
  });
  return Math.max(height, Math.ceil(Math.max(1, ...lines) * size * LINE.height + LINE.padding));
}

/** What takes more of a page is cut, so that no page stays half empty before it. */
const TOGETHER = 0.6;

type Draft = { readonly line: Line; readonly page: boolean };

/** Lines in pages: what belongs together is not cut, and a table that goes on has its head again. */
function paged(blocks: readonly Block[]): Draft[] {
  const room = roomOf(scaleOf(WIDTHS.slice(0, PRINTED)));
  const drafts: Draft[] = [];
  let used = 0;
  const height = (line: Line): number => heightOf(line.kind, line.cells.map((cell) => (typeof cell === "function" ? null : cell)));
  const sum = (lines: readonly Line[]): number => lines.reduce((all, line) => all + height(line), 0);
  const put = (line: Line, page = false): void => {
    drafts.push({ line, page });
    used = (page ? 0 : used) + height(line);
  };
  const putAll = (lines: readonly Line[], needed: number): void => {
    const page = used > 0 && used + needed > room;
    for (const [index, line] of lines.entries()) put(line, page && index === 0);
  };
  for (const [index, { lead, head, rows, together }] of blocks.entries()) {
    const all = [...lead, ...head, ...rows];
    const whole = sum(all);
    // a drawing that is cut can be read on neither page
    if (together && whole <= room * (rows.some(({ kind }) => kind === "chart") ? 1 : TOGETHER)) {
      const over = index === blocks.length - 1 && used > 0 && used + whole > room ? withSignatures(drafts, blocks[index - 1]) : [];
      if (over.length > 0 && sum(over) + whole <= room) {
        drafts.length -= over.filter(({ key }) => !key.endsWith(OVER)).length;
        for (const [at, line] of over.entries()) put(line, at === 0);
      }
      putAll(all, whole);
      continue;
    }
    // no head without a row, no heading of a group without one of its rows
    const begin = rows.findIndex(({ kind }) => !kind.endsWith(":group")) + 1;
    const first = [...lead, ...head, ...rows.slice(0, begin)];
    putAll(first, sum(first));
    let copies = 1;
    for (const [index, row] of rows.slice(begin).entries()) {
      const after = rows[begin + index + 1];
      const next = row.kind.endsWith(":group") || after?.kind === "own" ? after : undefined;
      // a blank row begins no page: it ends the one that is full
      if (row.kind === "blank" || used + height(row) + (next ? height(next) : 0) <= room) put(row);
      else if (head.length === 0) put(row, true);
      else {
        copies++;
        for (const [index, again] of head.entries()) put({ ...again, key: `${again.key}~${copies}` }, index === 0);
        put(row);
      }
    }
  }
  return drafts;
}

/** Ends the key of a head that is written again over the last rows; other copies are counted from 2. */
const OVER = "~0";

/**
 * The last row of a table and whatever stands under it, under its head again: they go over to the page of the signatures, which must not
 * stand alone.
 */
function withSignatures(drafts: readonly Draft[], above: Block | undefined): Line[] {
  const kind = (at: number): string => drafts[at]?.line.kind ?? "chart";
  let from = drafts.length - 1;
  while (from > 0 && ["blank", "own"].includes(kind(from))) from--;
  // no heading stays behind alone
  while (/^(part|heading|subheading)$|:(head|group)$/.test(kind(from - 1))) from--;
  const over = drafts.slice(from);
  if (from <= 0 || over.some(({ line, page }) => page || line.kind === "chart")) return [];
  const lines = over.map(({ line }) => line);
  const head = lines.some((line) => line.kind.endsWith(":head")) || !above?.rows.some((row) => row === lines[0]) ? [] : above.head;
  return [...head.map((line) => ({ ...line, key: `${line.key}${OVER}` })), ...lines];
}

/** The blocks one under the other, each line in its row. */
export function place(blocks: readonly Block[]): Placed[] {
  const drafts = paged(blocks);
  const rows = new Map(drafts.map(({ line }, row) => [line.key, row]));
  const rowOf: RowOf = (key) => rows.get(key) ?? missing(key);
  return drafts.map(({ line: { kind, key, cells, data = "" }, page }) => ({
    kind, key, page, data,
    cells: WIDTHS.map((_, col) => resolved(cells[col] ?? null, rowOf)),
  }));
}

function missing(key: string): never {
  throw new Error(`no line ${key}`);
}

function resolved(cell: CellInput | ((rowOf: RowOf) => CellInput), rowOf: RowOf): CellInput {
  return typeof cell === "function" ? cell(rowOf) : cell;
}
