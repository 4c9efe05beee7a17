import { BooleanNumber, generateRandomId, mergeWorksheetSnapshotWithDefault, type ICellData, type IWorksheetData } from "@univerjs/core";
import { columnPixels, MAX_COLS } from "../../sheet";
import type { WholeSheet } from "../../workbook/files";
import { cellKey } from "../../workbook/xlsx";
import { engineRange } from "../bridge/address";
import { NEW_SHEET } from "../engine";
import { cellData } from "./cell-data";
import { formulaSharer } from "./shared-formulas";

/** Rows and columns that stay free below and beside what a file holds. */
const SPARE = { rows: 100, cols: 10 } as const;

/** A style of the engine by its place in the file, and whether its cells may be typed into on a protected sheet. */
export interface PlacedStyle {
  readonly id: string;
  readonly open: boolean;
}

/** A sheet of a file as the engine holds it, cells and all: it is put in by one mutation. */
export function sheetData(id: string, sheet: WholeSheet, styles: readonly PlacedStyle[]): IWorksheetData {
  const { name, visible, cells, dress, valuesOnly } = sheet;
  const { area, values, formulas, hidden = { rows: [], cols: [] }, merges = [], arrays = [] } = cells;
  const lines: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, col: number, patch: ICellData): void => {
    const line = (lines[row] ??= {});
    line[col] = { ...line[col], ...patch };
  };
  const shared = formulaSharer(() => generateRandomId(8));
  let [rows, cols] = [area.row + area.rows, area.col + area.cols];
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      const [at, col] = [area.row + r, area.col + c];
      const kept = valuesOnly.get(cellKey(at, col));
      const formula = kept === undefined ? (formulas[r]?.[c] ?? null) : null;
      if (value === null && formula === null && kept === undefined) return;
      const line = (lines[at] ??= {});
      // the part of a formula that others share is filled later: it has to be the cell itself
      line[col] = Object.assign(formula === null ? {} : shared(at, col, formula), cellData(kept ?? value));
    });
  });
  for (const [key, place] of dress.cells) {
    const style = styles[place];
    const [row, col] = [Math.floor(key / MAX_COLS), key % MAX_COLS];
    if (!style) continue;
    put(row, col, { s: style.id, ...(style.open ? { custom: { locked: false } } : {}) });
    [rows, cols] = [Math.max(rows, row + 1), Math.max(cols, col + 1)];
  }
  for (const { row, col } of arrays) {
    const custom = lines[row]?.[col]?.custom ?? {};
    if (!valuesOnly.has(cellKey(row, col))) put(row, col, { custom: { ...custom, array: true } });
  }
  const hiddenRows = new Set(hidden.rows);
  const hiddenCols = new Set(hidden.cols);
  const width = columnPixels(dress.usualWidth);
  return mergeWorksheetSnapshotWithDefault({
    id, name,
    hidden: visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(NEW_SHEET.rows, rows + SPARE.rows),
    columnCount: Math.max(NEW_SHEET.columns, cols + SPARE.cols),
    cellData: lines,
    mergeData: merges.map(engineRange),
    defaultColumnWidth: width,
    columnData: Object.fromEntries(
      Array.from({ length: Math.max(cols, Math.min(dress.widths.length, cols + SPARE.cols)) }, (_, col) => [
        col,
        { w: widthOf(dress.widths[col], width), ...(hiddenCols.has(col) ? { hd: BooleanNumber.TRUE } : {}) },
      ]),
    ),
    rowData: Object.fromEntries(
      [...new Set([...dress.heights.keys(), ...hiddenRows])].map((row) => [row, rowOf(dress.heights.get(row), hiddenRows.has(row))]),
    ),
    freeze: {
      startRow: dress.freeze.rows > 0 ? dress.freeze.rows : -1,
      startColumn: dress.freeze.cols > 0 ? dress.freeze.cols : -1,
      ySplit: dress.freeze.rows,
      xSplit: dress.freeze.cols,
    },
  });
}

function widthOf(characters: number | null | undefined, usual: number): number {
  return characters === null || characters === undefined || characters === 0 ? usual : columnPixels(characters);
}

function rowOf(points: number | undefined, isHidden: boolean) {
  return {
    ...(points === undefined ? {} : { h: (points * 96) / 72, ia: BooleanNumber.FALSE }),
    ...(isHidden ? { hd: BooleanNumber.TRUE } : {}),
  };
}
