import type { CellInput, NameSpec } from "../sheet";
import type { TablePlace } from "./choices";
import { definedName } from "./keys";
import { SIZE, column, type Column, type Frame } from "./layout";

/** The defined names of a table: its parts and its columns, whose body has `height` rows. */
export function tableNames({ table }: TablePlace, frame: Frame, columns: readonly Column[], height: number): NameSpec[] {
  const across = { col: 0, cols: columns.length };
  return [
    { name: definedName(table, "table"), area: { ...across, row: 0, rows: frame.body + height } },
    { name: definedName(table, "head"), area: { ...across, row: frame.head, rows: 2 } },
    { name: definedName(table, "plan"), area: { row: 0, col: keyColumn(columns), rows: 1, cols: 1 } },
    ...columns.map(({ key }, col) => ({ name: definedName(table, key), area: column(frame.body, height, col) })),
  ];
}

/** The cells of a table with its plan (see `planTag`) in the first row, over the hidden row keys. */
export function withPlanTag(cells: readonly (readonly CellInput[])[], columns: readonly Column[], tag: string): CellInput[][] {
  const at = keyColumn(columns);
  return cells.map((row, index) => (index === 0 ? row.map((cell, col) => (col === at ? tag : cell)) : [...row]));
}

function keyColumn(columns: readonly Column[]): number {
  return columns.findIndex(({ key }) => key === "key");
}

/** Capitals and what is as wide as they are in Times New Roman, and digits and signs of sums: so much wider than other letters. */
const WIDER: readonly (readonly [RegExp, number])[] = [[/[\p{Lu}mw&@%‰…—]/gu, 0.6], [/[\d+<=>×–]/g, 0.2]];

/** How much of a line a word takes, in letters of common width. */
function widthOf(word: string): number {
  return WIDER.reduce((width, [letters, more]) => width + more * (word.match(letters)?.length ?? 0), word.normalize("NFC").length);
}

/**
 * How many lines a text takes in a cell that holds `room` letters of common width a line, rather one too many. Words are kept whole where
 * they fit; those that do not ("HĐND&UBND", "ca/100.000") some programs break after a sign in them, others where the line ends.
 */
export function lineCount(text: string, room: number): number {
  if (text.length * 1.6 <= room) return 1;
  return placed(text.split(/\s+/), 1, room, (word) => {
    const pieces = word.split(/(?<=[/&–-])/);
    // a line may be left a letter short
    const cut = (piece: string): number => Math.ceil(widthOf(piece) / Math.max(1, room - 1));
    return Math.max(cut(word), pieces.length > 1 ? placed(pieces, 0, room, cut) : 1);
  });
}

/**
 * The lines of parts that are put one after the other with a gap between them; those that are longer than a line stand alone, in as many as
 * `cut` says.
 */
function placed(parts: readonly string[], gap: number, room: number, cut: (part: string) => number): number {
  let [lines, used] = [1, 0];
  for (const part of parts) {
    const width = widthOf(part);
    if (used > 0 && used + gap + width > room) [lines, used] = [lines + 1, 0];
    if (width > room) [lines, used] = [lines + cut(part) - 1, room];
    else used += (used > 0 ? gap : 0) + width;
  }
  return lines;
}

/**
 * Bold letters of a head, plain ones of a row, and the small digits of the column-number row, that a column takes for each of its
 * characters: generous, since a screen without Times New Roman sets wider letters.
 */
const ROOM = { head: 0.82, body: 0.92, rule: 1.2 } as const;

function pointsFor(texts: readonly { readonly text: string; readonly width: number }[], room: number, size: number): number {
  return Math.ceil(Math.max(1, ...texts.map(({ text, width }) => lineCount(text, Math.max(1, width * room)))) * size * 1.35 + 5);
}

/** Points of the two rows of heads, each at least `least`, and of the column-number row; a head over both rows has the room of both. */
export function headHeights(columns: readonly Column[], frame: Frame, least: number): { row: number; height: number }[] {
  const shown = columns.filter(({ hidden }) => !hidden);
  const shared = shown.filter(({ lower }) => lower !== null);
  const widthOf = (upper: string): number => shared.reduce((sum, one) => sum + (one.upper === upper ? one.width : 0), 0);
  const lower = Math.max(least, pointsFor(shared.map((one) => ({ text: one.lower ?? "", width: one.width })), ROOM.head, SIZE.table));
  const upper = Math.max(least, pointsFor(shared.map((one) => ({ text: one.upper, width: widthOf(one.upper) })), ROOM.head, SIZE.table));
  const both = pointsFor(
    shown.flatMap((one) => (one.lower === null ? [{ text: one.upper, width: one.width }] : [])),
    ROOM.head, SIZE.table,
  );
  return [
    { row: frame.head, height: Math.max(upper, both - lower) },
    { row: frame.head + 1, height: lower },
    { row: frame.body - 1, height: pointsFor(shown.map((one) => ({ text: one.rule, width: one.width })), ROOM.rule, SIZE.table - 1) },
  ];
}

/** Points of a row of the body for the longest of its shown texts. */
export function bodyHeight(cells: readonly CellInput[], columns: readonly Column[]): number {
  return pointsFor(
    cells.flatMap((cell, col) =>
      typeof cell === "string" && !columns[col]?.hidden ? [{ text: cell, width: columns[col]?.width ?? 1 }] : [],
    ),
    ROOM.body, SIZE.table,
  );
}
