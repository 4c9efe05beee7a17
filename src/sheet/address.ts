/** A cell by 0-based row and column. */
export interface Cell {
  readonly row: number;
  readonly col: number;
}

/** A rectangle of cells: its top-left corner (0-based) and its size (both at least 1). */
export interface Area extends Cell {
  readonly rows: number;
  readonly cols: number;
}

/** A cell of a named sheet. */
export interface CellRef extends Cell {
  readonly sheet: string;
}

/** An area of a named sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** The limits of an Excel sheet: 1,048,576 rows and 16,384 columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

/** 0 → "A", 25 → "Z", 26 → "AA". Throws RangeError outside 0 … 16383. */
export function columnLetters(col: number): string {
  if (!Number.isInteger(col) || col < 0 || col >= MAX_COLS) throw new RangeError(`column ${col}`);
  let letters = "";
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** "A" → 0, "AA" → 26, any case. Returns null when it is no column of a sheet. */
export function columnIndex(letters: string): number | null {
  const { length } = letters;
  if (length === 0 || length > MOST_LETTERS) return null;
  let n = 0;
  for (let at = 0; at < length; at++) {
    const letter = letterAt(letters, at);
    if (letter === 0) return null;
    n = n * 26 + letter;
  }
  return n <= MAX_COLS ? n - 1 : null;
}

/** "XFD" is the last column. */
const MOST_LETTERS = 3;
const [DOLLAR, ZERO, NINE, A, Z] = ["$", "0", "9", "a", "z"].map((sign) => sign.charCodeAt(0)) as [number, number, number, number, number];
/** What small letters have more than capital ones. */
const SMALL = 0x20;

/** 1 for "A" or "a" … 26; 0 for another sign, and behind the end. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at) | SMALL;
  return code >= A && code <= Z ? code - A + 1 : 0;
}

/** {row: 6, col: 1} → "B7". */
export function toA1(cell: Cell): string {
  return columnLetters(cell.col) + (cell.row + 1);
}

/** {row: 6, col: 1} → "$B$7". */
export function toAbsoluteA1(cell: Cell): string {
  return `$${columnLetters(cell.col)}$${cell.row + 1}`;
}

/** "B7", "$B$7" → {row: 6, col: 1}; null for anything else. */
export function parseA1(text: string): Cell | null {
  const corner = parseCorner(text.trim());
  return corner?.row == null || corner.col === null || corner.row >= MAX_ROWS ? null : { row: corner.row, col: corner.col };
}

/** A corner of a reference: a cell, a whole column or a whole row. */
export interface Corner {
  /** Any number: it may lie beyond the sheet. */
  readonly row: number | null;
  readonly col: number | null;
}

/** "B7", "$B$7", "B", "$7": null for anything else. Sign by sign: a check asks for very many, and a pattern takes several times as long. */
export function parseCorner(text: string): Corner | null {
  const start = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  let at = start;
  while (letterAt(text, at) > 0) at++;
  const col = at === start ? null : columnIndex(text.slice(start, at));
  if (at > start && col === null) return null;
  if (at > start && text.charCodeAt(at) === DOLLAR) at++;
  if (at === text.length) return col === null || text.endsWith("$") ? null : { row: null, col };
  if (text.charCodeAt(at) === ZERO) return null;
  let row = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return null;
    row = row * 10 + code - ZERO;
  }
  return { row: row - 1, col };
}

/** "B7:C9" or "B7" for an area of one cell. */
export function areaToA1(area: Area): string {
  const first = toA1(area);
  return area.rows === 1 && area.cols === 1 ? first : `${first}:${toA1(lastCell(area))}`;
}

/** "$B$7:$C$9": the form that defined names and print titles use. */
export function areaToAbsoluteA1(area: Area): string {
  const first = toAbsoluteA1(area);
  return area.rows === 1 && area.cols === 1 ? first : `${first}:${toAbsoluteA1(lastCell(area))}`;
}

/** "B7:C9", "B7", with or without "$" → an area; null for anything else (whole rows and columns are not areas here). */
export function parseAreaA1(text: string): Area | null {
  const [first, last, rest] = text.split(":");
  const from = parseA1(first ?? "");
  const to = last === undefined ? from : parseA1(last);
  if (!from || !to || rest !== undefined) return null;
  const row = Math.min(from.row, to.row);
  const col = Math.min(from.col, to.col);
  return { row, col, rows: Math.abs(from.row - to.row) + 1, cols: Math.abs(from.col - to.col) + 1 };
}

/** `Biểu 1` → `'Biểu 1'`; a quote inside is doubled. Always quoted: Excel accepts it for every name. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `'Biểu 1'!B7:C9`. */
export function sheetAreaToA1({ sheet, area }: SheetArea): string {
  return `${quoteSheet(sheet)}!${areaToA1(area)}`;
}

/** `'Biểu 1'!$B$7`, `Sheet1!B7:C9`, with or without a leading "=" → sheet and area; null for anything else. */
export function parseSheetArea(text: string): SheetArea | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(text.trim());
  if (!match) return null;
  const area = parseAreaA1(match[3] ?? "");
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  return area && sheet ? { sheet, area } : null;
}

/** The bottom-right cell of an area. */
export function lastCell(area: Area): Cell {
  return { row: area.row + area.rows - 1, col: area.col + area.cols - 1 };
}

export function contains(area: Area, cell: Cell): boolean {
  return cell.row >= area.row && cell.col >= area.col && cell.row < area.row + area.rows && cell.col < area.col + area.cols;
}

export function overlap(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols && b.col < a.col + a.cols;
}

/** The cells that two areas share; null where they share none. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : null;
}

/** The smallest area that holds both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const col = Math.min(a.col, b.col);
  return { row, col, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, cols: Math.max(a.col + a.cols, b.col + b.cols) - col };
}

/** The parts of `wanted` that lie outside of `old`: at most four areas that do not overlap. */
export function outside(wanted: Area, old: Area): Area[] {
  const top = Math.max(wanted.row, old.row);
  const bottom = Math.min(lastCell(wanted).row, lastCell(old).row) + 1;
  const left = Math.max(wanted.col, old.col);
  const right = Math.min(lastCell(wanted).col, lastCell(old).col) + 1;
  if (top >= bottom || left >= right) return [wanted];
  const end = { row: wanted.row + wanted.rows, col: wanted.col + wanted.cols };
  return [
    { row: wanted.row, col: wanted.col, rows: top - wanted.row, cols: wanted.cols },
    { row: bottom, col: wanted.col, rows: end.row - bottom, cols: wanted.cols },
    { row: top, col: wanted.col, rows: bottom - top, cols: left - wanted.col },
    { row: top, col: right, rows: bottom - top, cols: end.col - right },
  ].filter((area) => area.rows > 0 && area.cols > 0);
}

export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.col === b.col;
}
