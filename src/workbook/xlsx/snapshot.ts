import type { Area, CellValue, DateCell, LinkedCell, LookPart, Looks, SheetSnapshot, Unevaluated } from "../../sheet";
import { contains, looksOf, MAX_COLS, MAX_ROWS, overlap } from "../../sheet";
import type { ReadArea, ReadOptions } from "../port";
import { wantedOf, WorkbookFailure } from "../port";
import type { FormulaValues } from "./calculate";
import type { LooksOf, SheetLooks } from "./read-looks";
import type { StoredBook, StoredSheet } from "./stored";
import { cellKey, colOf, rowOf } from "./stored";

/**
 * An area as read, `computed` by sheet in the order of the book. One that reaches the last row or column of the sheet is cut to the cells
 * in use. Throws "sheet-gone" where the sheet is not there and RangeError for an area beyond the sheet.
 */
export function snapshot(
  book: StoredBook, computed: readonly FormulaValues[], at: ReadArea, options: ReadOptions, looksIn: LooksOf,
): SheetSnapshot {
  const { place, layout, dates, looks, without } = wantedOf(at, options);
  const index = book.sheets.findIndex(({ name }) => name === at.sheet);
  const stored = book.sheets[index];
  const results = computed[index];
  if (!stored || !results) throw new WorkbookFailure("sheet-gone", { sheet: at.sheet });
  const bottom = at.area.row + at.area.rows;
  const right = at.area.col + at.area.cols;
  if (bottom > MAX_ROWS || right > MAX_COLS) throw new RangeError("an area beyond the sheet");
  const open = bottom === MAX_ROWS || right === MAX_COLS;
  const found = place || open ? used(stored, results, at.area) : at.area;
  if (place) {
    const beside = { ...(stored.drawn ? { drawn: true as const } : {}), ...(stored.pivot ? { pivot: true as const } : {}) };
    return { sheet: at.sheet, area: found ?? { ...at.area, rows: 0 }, values: [], formulas: [], unevaluated: [], ...beside };
  }
  const area = found ?? { ...at.area, rows: 1, cols: 1 };
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const unevaluated: Unevaluated[] = [];
  const linked: LinkedCell[] = [];
  const arrays: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const valueRow: CellValue[] = [];
    const formulaRow: (string | null)[] = [];
    for (let col = area.col; col < area.col + area.cols; col++) {
      const key = cellKey(row, col);
      const cell = stored.cells.get(key);
      if (cell?.formula && without.some((hole) => contains(hole, { row, col }))) {
        valueRow.push(null);
        formulaRow.push(null);
        continue;
      }
      const formula = cell?.formula?.text ?? null;
      if (cell?.formula?.spill) arrays.push(cell.formula.spill);
      const value = results.has(key) ? results.get(key) : (cell?.value ?? null);
      // A formula that gives an empty text shows a blank.
      valueRow.push(value === undefined || value === "" ? null : value);
      formulaRow.push(formula);
      if (value !== undefined && cell?.formula?.linked) linked.push({ row, col, books: cell.formula.linked.books });
      if (value === undefined) unevaluated.push({ row, col, formula: formula ?? "", kept: cell?.value ?? null });
    }
    values.push(valueRow);
    formulas.push(formulaRow);
  }
  return {
    sheet: at.sheet,
    area, values, formulas, unevaluated, ...(linked.length > 0 ? { linked } : {}),
    ...(dates ? { dates: datesOf(stored, area, values), ...(book.from1904 ? { from1904: true as const } : {}) } : {}),
    ...(layout ? layoutOf(stored, area) : {}),
    ...(layout && arrays.length > 0 ? { arrays } : {}),
    ...(looks.length > 0 ? { looks: lookedAt(stored, area, looks, looksIn(index, area.row + area.rows)) } : {}),
  };
}

function datesOf({ dates }: StoredSheet, area: Area, values: readonly (readonly CellValue[])[]): DateCell[] {
  if (dates.size === 0) return [];
  return values.flatMap((cells, index) =>
    cells.flatMap((value, at): DateCell[] => {
      const [row, col] = [area.row + index, area.col + at];
      const format = typeof value === "number" ? dates.get(cellKey(row, col)) : undefined;
      return format === undefined ? [] : [{ row, col, format }];
    }),
  );
}

function lookedAt({ hiddenCols }: StoredSheet, area: Area, wanted: readonly LookPart[], { cell, width, parts }: SheetLooks): Looks {
  const told = wanted.filter((part) => parts?.has(part) ?? true);
  return looksOf(area, told, cell, (col) => (isWithin(hiddenCols, col) ? 0 : width(col)));
}

function isWithin(stretches: StoredSheet["hiddenCols"], col: number): boolean {
  return stretches.some(({ from, to }) => from <= col && col <= to);
}

function layoutOf({ hiddenRows, hiddenCols, merges }: StoredSheet, area: Area): Required<Pick<SheetSnapshot, "hidden" | "merges">> {
  const rows = Array.from({ length: area.rows }, (_, at) => area.row + at).filter((row) => hiddenRows.has(row));
  const cols = Array.from({ length: area.cols }, (_, at) => area.col + at).filter((col) => isWithin(hiddenCols, col));
  return { hidden: { rows, cols }, merges: merges.filter((merge) => overlap(merge, area)) };
}

/** The smallest area round the cells in use; null where none is. */
function used(stored: StoredSheet, results: FormulaValues, area: Area): Area | null {
  let [top, left, bottom, right] = [MAX_ROWS, MAX_COLS, -1, -1];
  for (const keys of [stored.cells.keys(), results.keys()]) {
    for (const key of keys) {
      const cell = { row: rowOf(key), col: colOf(key) };
      if (!contains(area, cell)) continue;
      top = Math.min(top, cell.row);
      left = Math.min(left, cell.col);
      bottom = Math.max(bottom, cell.row);
      right = Math.max(right, cell.col);
    }
  }
  return bottom < 0
    ? null
    : { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}
