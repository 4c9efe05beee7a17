import { columnCharacters, columnPixels, MAX_COLS, parseA1, type CellLook, type LookPart } from "../../sheet";
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

/** Reads the styles of a worksheet part. A cell that is not there looks as its row does, else as its column. */
function readLooks(part: string, bytes: Uint8Array, styles: readonly CellLook[], lastRow: number): SheetLooks {
  const columns: { readonly style: number; readonly width: number | null }[] = [];
  const rows = new Map<number, number>();
  const cells = new Map<number, number>();
  let usual = usualWidth();
  let row = -1;
  let col = -1;
  const usualStyle = (): number => rows.get(row) ?? columns[col]?.style ?? 0;
  const startRow = ({ r, s, customFormat }: Attributes): void => {
    row = r === undefined ? row + 1 : Number(r) - 1;
    col = -1;
    if (row <= lastRow && isTrue(customFormat)) rows.set(row, Number(s ?? 0));
  };
  const startCell = ({ r, s }: Attributes): void => {
    const at = r === undefined ? { row, col: col + 1 } : (parseA1(r) ?? { row, col });
    [row, col] = [at.row, at.col];
    const style = Number(s ?? 0);
    if (row > lastRow || style === usualStyle()) return;
    if (cells.size >= MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
    cells.set(cellKey(row, col), style);
  };
  scanXml(bytes, ["row", "c", "col", "sheetFormatPr"], (tag, attributes) => {
    if (tag === "row") startRow(attributes());
    else if (tag === "c") startCell(attributes());
    else if (tag === "col") addColumns(columns, attributes());
    else {
      const { defaultColWidth, baseColWidth } = attributes();
      usual = shownWidth(defaultColWidth) ?? usualWidth(Number(baseColWidth ?? BASE_WIDTH) || BASE_WIDTH);
    }
  });
  return {
    cell: (r, c) => styles[cells.get(cellKey(r, c)) ?? rows.get(r) ?? columns[c]?.style ?? 0] ?? PLAIN,
    width: (c) => columns[c]?.width ?? usual,
  };
}

/** Stretches of columns come in their order and do not overlap: Excel repairs a file in which they do. */
function addColumns(columns: { readonly style: number; readonly width: number | null }[], { min, max, width, style }: Attributes): void {
  const [first, last] = [Number(min) - 1, Math.min(Number(max), MAX_COLS) - 1];
  if (!(first >= columns.length && first < MAX_COLS)) return;
  const own = { style: Number(style ?? 0), width: shownWidth(width) };
  for (let col = first; col <= last; col++) columns[col] = own;
}

/** Excel's widest column, in characters. */
const WIDEST = 255;

/** The width of a column as a file has it, with the space beside its text, in characters (18.3.1.13); null where it says none. */
export function shownWidth(text: string | number | undefined): number | null {
  const width = Number(text ?? Number.NaN);
  return Number.isNaN(width) ? null : Math.min(WIDEST, columnCharacters(Math.trunc(((256 * width + 18) / 256) * 7)));
}
