import { MAX_COLS, MAX_ROWS, type Area, type CellValue, type DefinedName, type SheetSnapshot } from "../../../sheet";
import { areaToAbsoluteA1, quoteSheet } from "../../../sheet";
import {
  cellKey, LeftParts, namesInZip, readDress, usualWidth, type CellDress, type LeftBehind, type LeftPart, type SheetDress, type StoredName,
} from "../../xlsx";
import { kindOf, type FileKind } from "../kind";
import { openFile, type Apart } from "../open-file";

/** A sheet of a file with all that a page can show of it. */
export interface WholeSheet {
  readonly name: string;
  readonly visible: boolean;
  /** What its cells hold, from the first that is used; formulas have been evaluated. */
  readonly cells: SheetSnapshot;
  readonly dress: SheetDress;
  /** Cells of which only the value is shown: their formulas could not be evaluated, name other workbooks, or fill other cells. */
  readonly valuesOnly: ReadonlyMap<number, CellValue>;
}

/** A file to be shown whole. */
export interface WholeBook {
  readonly sheets: readonly WholeSheet[];
  readonly names: readonly StoredName[];
  readonly styles: readonly CellDress[];
  /** The file is set to calculate by hand. */
  readonly byHand: boolean;
  /** The title among its properties; "" for none. */
  readonly title: string;
  /** What of the file is not shown, by kind, in a fixed order. */
  readonly left: readonly LeftPart[];
}

const ALL: Area = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

/** Reads a file whole, see `openFile`. Throws WorkbookFailure "unreadable-file". */
export async function openWhole(bytes: Uint8Array, name: string, apart: Apart = {}): Promise<WholeBook> {
  const kind = kindOf(bytes, name);
  const book = await openFile(bytes, name, apart);
  const outline = await book.outline();
  const dress = kind === "xlsx" ? readDress(bytes) : null;
  const looks = dress ? {} : ({ looks: ["numberFormats", "widths"] } as const);
  const snapshots = await book.read(outline.sheets.map((sheet) => ({ sheet: sheet.name, area: ALL })), { layout: true, ...looks });
  const styles = new Map<string, number>();
  const left = new LeftParts().addAll(dress?.left ?? []);
  if (!dress) for (const one of leftByFile(bytes, kind)) left.add(one);
  const sheets = outline.sheets.flatMap((info, index): WholeSheet[] => {
    const cells = snapshots[index];
    if (!cells) return [];
    const own = dress?.sheets[index] ?? dressOfLooks(cells, styles);
    const valuesOnly = valuesOf(cells);
    if (cells.linked) left.add("links", info.name);
    if (valuesOnly.size > (cells.linked?.length ?? 0)) left.add("formulas", info.name);
    return [{ name: info.name, visible: info.visible, cells, dress: own, valuesOnly }];
  });
  return {
    sheets,
    names: dress?.names ?? outline.names.map(storedName),
    styles: dress?.styles ?? [...styles.keys()].map((numberFormat) => ({ numberFormat })),
    byHand: outline.calculation?.includes("manual") ?? false,
    title: dress?.title ?? "",
    left: left.list(),
  };
}

/** What of a file other than .xlsx the names in its zip tell; of what is none nobody can tell it. */
function leftByFile(bytes: Uint8Array, kind: FileKind): LeftBehind[] {
  const names = kind === "ole" || kind === "text" ? [] : namesInZip(bytes);
  const has = (pattern: RegExp, one: LeftBehind): LeftBehind[] => (names.some((name) => pattern.test(name)) ? [one] : []);
  return [
    ...has(/vbaproject\.bin$|^basic\//, "macros"),
    ...has(/\/media\/|^pictures\//, "pictures"),
    ...has(/\/charts\/chart|^object [^/]*\//, "charts"),
    ...has(/pivottable/, "pivots"),
    ...(kind === "text" ? [] : (["looks"] as const)),
  ];
}

function storedName({ name, scope, refersTo }: DefinedName): StoredName {
  return { name, scope, refersTo: `${quoteSheet(refersTo.sheet)}!${areaToAbsoluteA1(refersTo.area)}` };
}

function valuesOf({ area, values, unevaluated, linked = [], arrays = [] }: SheetSnapshot): WholeSheet["valuesOnly"] {
  const found = new Map<number, CellValue>(unevaluated.map(({ row, col, kept }) => [cellKey(row, col), kept]));
  const keep = (row: number, col: number): void => {
    const value = values[row - area.row]?.[col - area.col];
    if (value !== undefined && !found.has(cellKey(row, col))) found.set(cellKey(row, col), value);
  };
  for (const { row, col } of linked) keep(row, col);
  // one that fills its own cell alone is like every other formula
  for (const { row, col, rows, cols } of arrays) if (rows * cols > 1) keep(row, col);
  return found;
}

/** Of a file whose reader tells formats and widths alone; `styles` gathers the formats by their places. */
function dressOfLooks({ area, looks = {} }: SheetSnapshot, styles: Map<string, number>): SheetDress {
  const cells = new Map<number, number>();
  for (const { area: at, value } of looks.numberFormats ?? []) {
    const place = styles.get(value) ?? styles.size;
    styles.set(value, place);
    for (let row = at.row; row < at.row + at.rows; row++)
      for (let col = at.col; col < at.col + at.cols; col++) cells.set(cellKey(row, col), place);
  }
  const widths = [...Array<null>(area.col).fill(null), ...(looks.widths ?? []).map((width) => (width === 0 ? null : width))];
  return {
    cells, widths,
    usualWidth: usualWidth(),
    heights: new Map(), freeze: { rows: 0, cols: 0 }, isProtected: false, passwordVerifier: "",
    validations: [], formats: [], notes: [], charts: [], page: null, left: new Set(),
  };
}
