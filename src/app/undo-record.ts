import { rowOf, textOf, type RecordRow } from "../findings";
import { MAX_COLS, MAX_ROWS, type CellInput, type SheetSnapshot } from "../sheet";
import { WorkbookFailure, type LiveWorkbook, type MadeSheet } from "../workbook/port";
import { readRecord, readStatus, recordOutline } from "./known-record";

/** A record that was made, and the rows that it had then. */
export interface MadeRecord extends MadeSheet {
  readonly rows: readonly RecordRow[];
}

/**
 * The record as a sheet that holds what we wrote into it: what later checks have entered counts as that. Null where it is gone; throws
 * "sheet-has-entries" where people have written into it.
 */
export async function recordAsWritten(workbook: LiveWorkbook, { id, spec, rows: made }: MadeRecord): Promise<MadeSheet | null> {
  const outline = await workbook.outline();
  const sheet = outline.sheets.find((one) => one.id === id)?.name;
  if (sheet === undefined) return null;
  const [snapshot] = await workbook.read([{ sheet, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } }]);
  if (!snapshot) return null;
  const outlined = recordOutline(outline);
  const known = outlined?.sheetId === id ? readRecord(outlined, snapshot) : null;
  const ours = new Set(known?.columns.values());
  const rowsOf = new Map(known?.rows.map((row) => [row.row, row]));
  const isOurs = (row: number, col: number): boolean => {
    const value = snapshot.values[row - snapshot.area.row]?.[col - snapshot.area.col] ?? null;
    if (snapshot.formulas[row - snapshot.area.row]?.[col - snapshot.area.col]) return false;
    if (!known || row <= known.head) return value === (spec.cells[row]?.[col] ?? null);
    const own = rowsOf.get(row);
    return (
      value === null ||
      (own !== undefined &&
        ours.has(col) &&
        !isEntered(own, rowOf(made, textOf(own.cells.id)), (column) => known.columns.get(column) === col))
    );
  };
  for (const [r, line] of snapshot.values.entries()) {
    for (const c of line.keys()) {
      const [row, col] = [r + snapshot.area.row, c + snapshot.area.col];
      if (!isOurs(row, col)) throw new WorkbookFailure("sheet-has-entries", { sheet, found: { kind: "cell", at: { sheet, row, col } } });
    }
  }
  return { id, spec: { ...spec, cells: cellsOf(snapshot) } };
}

/** Whether people have said something of a row in a column since it was made. */
function isEntered({ cells }: RecordRow, made: RecordRow | null, isIn: (column: "status" | "explanation" | "who") => boolean): boolean {
  if (isIn("status")) {
    const status = textOf(cells.status);
    return !(
      status === "" || ["open", "fixed", "gone"].includes(readStatus(status) ?? "") || status === textOf(made?.cells.status ?? null)
    );
  }
  return (["explanation", "who"] as const).some(
    (field) => isIn(field) && textOf(cells[field]) !== "" && textOf(cells[field]) !== textOf(made?.cells[field] ?? null),
  );
}

/** The cells from A1. */
function cellsOf({ area, values }: SheetSnapshot): CellInput[][] {
  return Array.from({ length: area.row + area.rows }, (_, row) =>
    Array.from({ length: area.col + area.cols }, (_unused, col): CellInput => {
      const value = values[row - area.row]?.[col - area.col] ?? null;
      return typeof value === "object" && value !== null ? { formula: `=${value.error}` } : value;
    }),
  );
}
