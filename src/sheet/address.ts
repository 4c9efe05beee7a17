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
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n <= MAX_COLS ? n - 1 : null;
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
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.trim());
  if (!match) return null;
  const col = columnIndex(match[1] ?? "");
  const row = Number(match[2]) - 1;
  return col === null || row >= MAX_ROWS ? null : { row, col };
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
