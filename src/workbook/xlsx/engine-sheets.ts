import type { CellValue } from "../../sheet";
import type { EngineSheet } from "./engine";
import type { Formula } from "./formula-cells";
import type { StoredBook, StoredSheet } from "./stored";
import { cellKey, colOf, rowOf } from "./stored";

/** What the engine calls sheets of other workbooks: longer than a sheet's name may be. */
export function linkedName(index: number): string {
  return `sheet ${index} of the other workbooks that it names`;
}

/** The cells that a formula fills. */
export function cellsOf({ row, col, spill }: Pick<Formula, "row" | "col" | "spill">): { row: number; col: number }[] {
  const cols = spill?.cols ?? 1;
  return Array.from({ length: (spill?.rows ?? 1) * cols }, (_, i) => ({ row: row + Math.floor(i / cols), col: col + (i % cols) }));
}

/** The book as the engine is given it, without the formulas that are lost. */
export function engineSheets(book: StoredBook, formulas: readonly Formula[], lost: ReadonlySet<Formula>): EngineSheet[] {
  const texts = book.sheets.map(() => new Map<number, string | null>());
  for (const formula of formulas) {
    // The cells of an array formula have to be free, and a formula that is not computed has no value.
    for (const { row, col } of cellsOf(formula)) texts[formula.sheet]?.set(cellKey(row, col), null);
    if (!lost.has(formula)) texts[formula.sheet]?.set(cellKey(formula.row, formula.col), formula.text);
  }
  const linked = (book.linked ?? []).map((sheet, i) => ({ ...sheet, name: linkedName(i) }));
  return [...book.sheets, ...linked].map((sheet, i) => ({
    name: sheet.name,
    hiddenRows: sheet.hiddenRows,
    filteredRows: filteredRows(sheet),
    cells: engineCells(sheet, texts[i] ?? new Map()),
  }));
}

/** Hidden rows where a filter is at work: it does not tell which of them somebody hid by hand. */
function filteredRows({ hiddenRows, filtered }: StoredSheet): Set<number> {
  const rows = [...hiddenRows].sort((a, b) => a - b);
  const areas = [...filtered].sort((a, b) => a.row - b.row);
  const found = new Set<number>();
  let [next, end] = [0, 0];
  for (const row of rows) {
    for (let area = areas[next]; area && area.row <= row; area = areas[++next]) end = Math.max(end, area.row + area.rows);
    if (row < end) found.add(row);
  }
  return found;
}

function* engineCells(
  sheet: StoredSheet, texts: ReadonlyMap<number, string | null>,
): Generator<{ row: number; col: number; value: CellValue; formula: string | null }> {
  for (const [key, { value, formula }] of sheet.cells) {
    const at = { row: rowOf(key), col: colOf(key) };
    const text = texts.get(key);
    // what a file says that a formula comes to is not looked at
    if (text === undefined && (!formula || formula.linked?.constant)) yield { ...at, value, formula: null };
    else if (text) yield { ...at, value: null, formula: text };
  }
}
