import { decode } from "../../../bytes";
import { MAX_COLS, MAX_ROWS, type Area, type SheetSnapshot } from "../../../sheet";
import { wantedOf, WorkbookFailure, type Notice, type ReadArea, type ReadOptions, type Workbook } from "../../port";
import { failing, LARGEST_FILE, paced, tooLarge } from "../../xlsx";
import { rowsOf } from "./rows";

/** As Excel names the sheet of such a file: so long at most, without the signs that no name of a sheet may have. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/**
 * Opens a text of cells (.csv, .tsv) to be read: one sheet, named after the file, all of whose cells are text; `addSheets` throws
 * "not-supported". An encoding that had to be guessed is a notice of each read. Throws WorkbookFailure "unreadable-file" for what is no
 * text or beyond the limits.
 */
export function openCsv(bytes: Uint8Array, file: string): Workbook {
  if (bytes.length > LARGEST_FILE) throw tooLarge("size", { what: `${LARGEST_FILE / 2 ** 20} MB` });
  const { text, encoding } = failing(() => decode(bytes));
  const sheet = sheetName(file);
  const rows = rowsOf(text, file);
  const guessed: Notice | null = encoding === "windows-1258" || encoding === "windows-1252" ? { kind: encoding, sheet } : null;
  return {
    outline: () => Promise.resolve({ sheets: [{ id: sheet, name: sheet, visible: true }], names: [] }),
    read: async (areas, options = {}) => {
      if (guessed && areas.length > 0) options.notice?.(guessed);
      return paced(areas, (at) => snapshot(rows, sheet, at, options), options);
    },
    addSheets: () => Promise.reject(new WorkbookFailure("not-supported", { what: "addSheets" })),
  };
}

function sheetName(file: string): string {
  const name = file.replace(/\.[^.]+$/, "").replace(FORBIDDEN, "_").slice(0, LONGEST_NAME);
  return name.replace(/^'|'$/g, "_").trim() || "CSV";
}

/** An area as read; what of it reaches beyond the last row or column is cut to the cells in use. Text has no looks. */
function snapshot(rows: readonly (readonly string[])[], sheet: string, at: ReadArea, options: ReadOptions): SheetSnapshot {
  if (at.sheet !== sheet) throw new WorkbookFailure("sheet-gone", { sheet: at.sheet });
  const bottom = at.area.row + at.area.rows;
  const right = at.area.col + at.area.cols;
  if (bottom > MAX_ROWS || right > MAX_COLS) throw new RangeError("an area beyond the sheet");
  const { place, layout, dates, looks } = wantedOf(at, options);
  const open = bottom === MAX_ROWS || right === MAX_COLS;
  const found = place || open ? used(rows, at.area) : at.area;
  if (place) return { sheet, area: found ?? { ...at.area, rows: 0 }, values: [], formulas: [], unevaluated: [] };
  const area = found ?? { ...at.area, rows: 1, cols: 1 };
  const none = Array<null>(area.cols).fill(null);
  return {
    sheet, area,
    values: Array.from({ length: area.rows }, (_, r) => {
      const row = rows[area.row + r];
      return row ? none.map((_cell, c) => row[area.col + c] || null) : none;
    }),
    formulas: Array<readonly null[]>(area.rows).fill(none),
    unevaluated: [],
    ...(dates ? { dates: [] } : {}),
    ...(layout ? { hidden: { rows: [], cols: [] }, merges: [] } : {}),
    ...(looks.length > 0 ? { looks: {} } : {}),
  };
}

function used(rows: readonly (readonly string[])[], { row: top, col: left, rows: high, cols: wide }: Area): Area | null {
  let [firstRow, firstCol, lastRow, lastCol] = [MAX_ROWS, MAX_COLS, -1, -1];
  for (let row = top; row < Math.min(top + high, rows.length); row++) {
    const cells = rows[row] ?? [];
    for (let col = left; col < Math.min(left + wide, cells.length); col++) {
      if (cells[col] === "") continue;
      firstRow = Math.min(firstRow, row);
      firstCol = Math.min(firstCol, col);
      lastRow = row;
      lastCol = Math.max(lastCol, col);
    }
  }
  return lastRow < 0
    ? null
    : { row: firstRow, col: firstCol, rows: lastRow - firstRow + 1, cols: lastCol - firstCol + 1 };
}
