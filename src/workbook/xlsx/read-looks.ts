import { firstFrom } from "../../base";
import { columnCharacters, columnIndex, columnPixels, MAX_COLS, parseA1, type Cell, type CellLook, type LookPart } from "../../sheet";
import { unpack } from "./archive";
import { tooLarge } from "./failures";
import { MAX_CELLS } from "./read-sheet";
import { cellKey } from "./stored";
import { isTrue, scanXml, type Attributes } from "./xml-events";

/** How the cells of one sheet look, whatever they hold. */
export interface SheetLooks {
  /** Those that can be told; all where it is absent. */
  readonly parts?: ReadonlySet<LookPart>;
  cell(row: number, col: number): CellLook;
  /** Characters, as if no column were hidden. */
  width(col: number): number;
}

/** The looks of a sheet, by its place in the book, as far as a row. */
export type LooksOf = (sheet: number, lastRow: number) => SheetLooks;

const PLAIN: CellLook = {};

/** A column without a width of its own has room for so many digits, and is a multiple of 8 pixels wide (18.3.1.81). */
const BASE_WIDTH = 8;
export const usualWidth = (digits = BASE_WIDTH): number => columnCharacters(Math.ceil(columnPixels(digits) / 8) * 8);

const NO_LOOKS: SheetLooks = { cell: () => PLAIN, width: () => usualWidth() };

/**
 * The looks of a file's sheets, read out of it when they are asked for and only then: most of a form's cells hold nothing but looks, and
 * our own tables are checked without them. `sheets` are the parts that hold them. Throws as `readBook` does.
 */
export function fileLooks(bytes: Uint8Array, sheets: readonly string[], styles: readonly CellLook[]): LooksOf {
  const known = new Map<number, { readonly lastRow: number; readonly looks: SheetLooks }>();
  return (sheet, lastRow) => {
    const before = known.get(sheet);
    if (before && before.lastRow >= lastRow) return before.looks;
    const part = sheets[sheet] ?? "";
    const content = unpack(bytes, part).get(part);
    const looks = content ? readLooks(part, content, styles, lastRow) : NO_LOOKS;
    known.set(sheet, { lastRow, looks });
    return looks;
  };
}

/** A cell as nearly all are written, as far as it tells its style: column, row, style. */
const CELL = /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,9})")?(?: t="[A-Za-z]{1,9}")?\/?>/g;

/** Reads the styles of a worksheet part. A cell that is not there looks as its row does, else as its column. */
function readLooks(part: string, bytes: Uint8Array, styles: readonly CellLook[], lastRow: number): SheetLooks {
  const columns = columnLooks();
  const rows = new Map<number, number>();
  const cells = new Map<number, number>();
  let usual = usualWidth();
  let row = -1;
  let col = -1;
  const startRow = ({ r, s, customFormat }: Attributes): void => {
    row = r === undefined ? row + 1 : Number(r) - 1;
    col = -1;
    if (row <= lastRow && isTrue(customFormat)) rows.set(row, Number(s ?? 0));
  };
  const startCell = (at: Cell, style: number): void => {
    row = at.row;
    col = at.col;
    if (row > lastRow || style === (rows.get(row) ?? columns.at(col)?.style ?? 0)) return;
    if (cells.size >= MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
    cells.set(cellKey(row, col), style);
  };
  const plain = (match: RegExpExecArray): void => {
    const style = match[3] === undefined ? 0 : Number(match[3]);
    startCell({ row: Number(match[2]) - 1, col: columnIndex(match[1] ?? "") ?? 0 }, style);
  };
  const open = (tag: string, attributes: () => Attributes): void => {
    if (tag === "row") startRow(attributes());
    else if (tag === "c") {
      const { r, s } = attributes();
      startCell(r === undefined ? { row, col: col + 1 } : (parseA1(r) ?? { row, col }), Number(s ?? 0));
    } else if (tag === "col") columns.add(attributes());
    else {
      const { defaultColWidth, baseColWidth } = attributes();
      usual = shownWidth(defaultColWidth) ?? usualWidth(Number(baseColWidth ?? BASE_WIDTH) || BASE_WIDTH);
    }
  };
  scanXml(bytes, ["row", "c", "col", "sheetFormatPr"], open, { pattern: CELL, found: plain });
  return {
    cell: (r, c) => styles[cells.get(cellKey(r, c)) ?? rows.get(r) ?? columns.at(c)?.style ?? 0] ?? PLAIN,
    width: (c) => columns.at(c)?.width ?? usual,
  };
}

interface ColumnLook {
  readonly style: number;
  readonly width: number | null;
}

/** Stretches of columns come in their order and do not overlap: Excel repairs a file in which they do. */
function columnLooks(): { add(attributes: Attributes): void; at(col: number): ColumnLook | undefined } {
  const stretches: { readonly last: number; readonly look: ColumnLook | undefined }[] = [];
  const next = (): number => (stretches.at(-1)?.last ?? -1) + 1;
  return {
    add({ min, max, width, style }) {
      const [first, last] = [Number(min) - 1, Math.min(Number(max), MAX_COLS) - 1];
      if (!(first >= next() && first < MAX_COLS && last >= first)) return;
      if (first > next()) stretches.push({ last: first - 1, look: undefined });
      stretches.push({ last, look: { style: Number(style ?? 0), width: shownWidth(width) } });
    },
    at: (col) => stretches[firstFrom(stretches.length, (at) => (stretches[at]?.last ?? 0) >= col)]?.look,
  };
}

/** Excel's widest column, in characters. */
const WIDEST = 255;

/** The width of a column as a file has it, with the space beside its text, in characters (18.3.1.13); null where it says none. */
export function shownWidth(text: string | number | undefined): number | null {
  const width = Number(text ?? Number.NaN);
  return Number.isNaN(width) ? null : Math.min(WIDEST, columnCharacters(Math.trunc(((256 * width + 18) / 256) * 7)));
}
