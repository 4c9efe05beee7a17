import { addTo } from "../base";
import { isCellError, risingOrigins, shiftFormula, type CellInput, type RowOrigins, type SheetSnapshot } from "../sheet";
import { COLUMN, PRINTED, type Block, type Line } from "./lines";
import { isOurs, isPeoples } from "./looks";
import type { Placed } from "./paper";
import { linesOf } from "./sheet";

/** The summary as it stood: its lines, each in the row of its index. */
export interface Previous {
  readonly lines: readonly Placed[];
  /** Rows that must not be deleted: people have put comments on them, notes, or words beside them. */
  readonly carrying?: ReadonlySet<number>;
}

/** Cells as they were read, ready to be written again: formulas as formulas. */
export function inputsOf({ values, formulas }: SheetSnapshot, cols: number): CellInput[][] {
  return values.map((row, r) =>
    Array.from({ length: cols }, (_, c) => {
      const formula = formulas[r]?.[c] ?? null;
      const value = row[c] ?? null;
      return formula !== null ? { formula } : value !== null && isCellError(value) ? value.error : value;
    }),
  );
}

/**
 * Reads the cells of an earlier summary, in the columns that it was made with; null where it is of a form that has no keys, or is of
 * nobody.
 */
export function readPrevious(cells: readonly (readonly CellInput[])[], carrying: ReadonlySet<number> = new Set()): Previous | null {
  const lines = linesOf(cells);
  return lines.some(({ kind }) => kind === "title") ? { lines, carrying } : null;
}

const isBlank = (cell: CellInput | undefined): boolean => cell === null || cell === undefined || cell === "";

/** What people have written in cells of a row that are not ours, by column. */
function writtenIn({ kind, cells }: Placed): [col: number, cell: CellInput][] {
  return cells.flatMap((cell, col): [number, CellInput][] =>
    col < COLUMN.key && !isBlank(cell) && !isOurs(kind, col) ? [[col, cell]] : [],
  );
}

/** The first words of a row, by which people know it. */
function labelOf({ cells }: Placed): string {
  const texts = cells.slice(0, PRINTED).filter((cell) => typeof cell === "string" && /\p{L}/u.test(cell));
  return String(texts[0] ?? "");
}

/**
 * Gives each line back what people wrote into its row (`kept`: a line of theirs that says what we write there), and each row that they
 * inserted its place under the row that it stood under.
 */
export function withWords(blocks: readonly Block[], previous: Previous, kept: (line: Line, before: Placed) => Line): Block[] {
  const old = new Map(previous.lines.map((line, row) => [line.key, { line, row }]));
  const inserted = insertedUnder(previous);
  const again = (line: Line): Line[] => {
    const before = old.get(line.key);
    const added = inserted.get(line.key) ?? [];
    if (!before || before.line.kind !== line.kind) return [line, ...added];
    if (isPeoples(line.kind)) return [line.data === undefined ? { ...line, cells: before.line.cells } : kept(line, before.line), ...added];
    const cells = [...line.cells];
    for (const [col, cell] of writtenIn(before.line)) {
      while (cells.length <= col) cells.push(null);
      cells[col] = (rowOf) => moved(cell, rowOf(line.key) - before.row);
    }
    return [{ ...line, cells }, ...added];
  };
  return onTop(inserted.get(TOP) ?? [], blocks.map((one) => eachLine(one, again)));
}

function eachLine({ lead, head, rows, together }: Block, change: (line: Line) => readonly Line[]): Block {
  return {
    lead: lead.flatMap(change),
    head: head.flatMap(change),
    rows: underCharts(rows.flatMap(change)),
    ...(together ? { together } : {}),
  };
}

/** The figures of a chart stand in rows that follow each other: what people have between them goes under it. */
function underCharts(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ kind }) => kind === "chart");
  const last = lines.findLastIndex(({ kind }) => kind === "chart");
  if (first === -1) return lines;
  const within = lines.slice(first, last + 1);
  const isOwn = ({ kind }: Line): boolean => kind === "own";
  return [...lines.slice(0, first), ...within.filter((line) => !isOwn(line)), ...within.filter(isOwn), ...lines.slice(last + 1)];
}

function onTop(lines: readonly Line[], blocks: readonly Block[]): Block[] {
  return lines.length === 0 ? [...blocks] : [{ lead: [], head: [], rows: lines }, ...blocks];
}

/** The key of a line that stands for a row of people's: the row in which it stood. */
const ownKey = (row: number): string => `own/${row}`;

/** In which row of the earlier summary each line stood; null where it stood nowhere. */
function rowsBefore(lines: readonly Pick<Line, "key">[], { lines: before }: Previous): (number | null)[] {
  const rows = new Map(before.map(({ key }, row) => [key, row]));
  const kept = new Map(before.map((_, row) => [ownKey(row), row]));
  // a row that stays as one of theirs is no longer that of its line
  const taken = new Set(lines.map(({ key }) => kept.get(key)));
  return lines.map(({ key }) => {
    const row = rows.get(key);
    return kept.get(key) ?? (row === undefined || taken.has(row) ? null : row);
  });
}

/** More than all rows that carry nothing together: nothing is worth losing one that does. */
function weightOf({ lines, carrying }: Previous): (row: number) => number {
  return (row) => (carrying?.has(row) === true ? lines.length + 1 : 1);
}

/**
 * Rows that carry something of people's and would have to go, or to pass another such row, stay between the rows between which they
 * stood, as rows of theirs: Excel moves comments with their rows and in no other way.
 */
export function withCarried(blocks: readonly Block[], previous: Previous, keptRow: (label: string) => string): Block[] {
  const { lines, carrying = new Set<number>() } = previous;
  const all = blocks.flatMap(({ lead, head, rows }) => [...lead, ...head, ...rows]);
  const origins = risingOrigins(rowsBefore(all, previous), weightOf(previous));
  const keyAt = new Map(origins.flatMap((row, index) => (row === null ? [] : [[row, all[index]?.key ?? ""] as const])));
  const present = new Set(all.map(({ key }) => key));
  const under = new Map<string, Line[]>();
  const moving = new Set<string>();
  let above = TOP;
  for (const [row, line] of lines.entries()) {
    const here = keyAt.get(row);
    if (here !== undefined) above = here;
    else if (carrying.has(row)) {
      addTo(under, above, keptLine(line, row, !present.has(line.key), keptRow));
      if (line.kind === "own") moving.add(line.key);
    }
  }
  if (under.size === 0) return [...blocks];
  const placed = blocks.map((one) => eachLine(one, (line) => (moving.has(line.key) ? [] : [line, ...(under.get(line.key) ?? [])])));
  return onTop(under.get(TOP) ?? [], placed);
}

/** What is left of a row of ours: its label and, where its row is gone, what people wrote into it. */
function keptLine(line: Placed, row: number, gone: boolean, keptRow: (label: string) => string): Line {
  if (line.kind === "own") return { ...line, key: ownKey(row) };
  const cells: CellInput[] = Array.from({ length: PRINTED }, () => null);
  if (gone) for (const [col, cell] of writtenIn(line)) cells[col] = cell;
  const label = line.kind === "chart" || line.kind.endsWith(":head") ? "" : labelOf(line);
  if (label !== "") cells[1] = keptRow(label);
  return { kind: "own", key: ownKey(row), cells };
}

/** Where the rows of a new summary stand in the earlier one; those that carry something keep their order. */
export function originsOf(lines: readonly Placed[], previous: Previous): RowOrigins {
  return risingOrigins(rowsBefore(lines, previous), weightOf(previous));
}

function moved(cell: CellInput, rows: number): CellInput {
  return typeof cell === "object" && cell !== null && rows !== 0 ? { formula: shiftFormula(cell.formula, rows, 0) } : cell;
}

/** Stands for the row above the first. */
const TOP = "";

/** Rows that people have inserted, by the key of the row above. */
function insertedUnder({ lines, carrying }: Previous): Map<string, Line[]> {
  const under = new Map<string, Line[]>();
  let above = TOP;
  for (const [row, line] of lines.entries()) {
    // a head that is repeated is not always there
    if (line.kind !== "own") above = /~\d+$/.test(line.key) ? above : line.key;
    else if (carrying?.has(row) === true || line.cells.some((cell) => !isBlank(cell)))
      addTo(under, above, { kind: "own", key: ownKey(row), cells: line.cells });
  }
  return under;
}

/** What people wrote in rows that are no longer there, with the words by which they knew them. */
export function leftovers(
  previous: Previous, keys: ReadonlySet<string>,
): { readonly key: string; readonly label: string; readonly text: string }[] {
  return previous.lines.flatMap((line, row) => {
    const { kind, key } = line;
    if (kind === "leftover")
      return isBlank(line.cells[4]) ? [] : [{ key, label: String(line.cells[1] ?? ""), text: String(line.cells[4]) }];
    if (kind === "own" || isPeoples(kind) || keys.has(key.replace(/~\d+$/, ""))) return [];
    // its row stays, with the words
    if (previous.carrying?.has(row) === true) return [];
    const texts = writtenIn(line).flatMap(([, cell]) => (typeof cell === "object" ? [] : [String(cell)]));
    return texts.length === 0 ? [] : [{ key: `left/${key}`, label: labelOf(line), text: texts.join("; ") }];
  });
}
