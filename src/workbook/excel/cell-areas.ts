import type { Area, Cell, CellRef } from "../../sheet";
import { nameKey } from "./names";
import { rowPieces } from "./areas";

/** Cells of one sheet that lie together; the places of `cells` count row by row. */
export interface CellArea<T> {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly T[];
}

/** So many cells are written or read in one piece at most: with texts of a hundred letters a fifth of a message. */
const PIECE_CELLS = 5000;

/**
 * Cells as few areas: neighbours below one another are joined, then such columns beside one another. No cell may come twice.
 */
export function cellAreas<T>(items: readonly T[], at: (item: T) => CellRef): CellArea<T>[] {
  const sheets = new Map<string, Map<string, T>>();
  for (const item of items) {
    const cell = at(item);
    const key = nameKey(cell.sheet);
    const own = sheets.get(key) ?? new Map<string, T>();
    sheets.set(key, own.set(keyOf(cell), item));
  }
  return [...sheets.values()].flatMap((own) => {
    const all = [...own.values()];
    const [first] = all;
    if (first === undefined) return [];
    const { sheet } = at(first);
    const pieces = blocks(all.map(at)).flatMap((area) => rowPieces(area, Math.max(1, Math.floor(PIECE_CELLS / area.cols))));
    return pieces.map((area) => ({ sheet, area, cells: places(area).flatMap((cell) => own.get(keyOf(cell)) ?? []) }));
  });
}

function keyOf({ row, col }: Cell): string {
  return `${row} ${col}`;
}

/** The cells of an area, row by row. */
function places({ row, col, rows, cols }: Area): Cell[] {
  return Array.from({ length: rows * cols }, (_, i) => ({ row: row + Math.floor(i / cols), col: col + (i % cols) }));
}

function blocks(cells: readonly Cell[]): Area[] {
  const sorted = [...cells].sort((a, b) => a.col - b.col || a.row - b.row);
  const runs: Area[] = [];
  for (const { row, col } of sorted) {
    const last = runs.at(-1);
    if (last?.col === col && last.row + last.rows === row) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, col, rows: 1, cols: 1 });
  }
  const joined = new Map<string, Area>();
  for (const run of runs) {
    // An area is found by the rows that it has and the column after its last.
    const before = joined.get(`${run.row} ${run.rows} ${run.col}`);
    const area = before ? { ...before, cols: before.cols + 1 } : run;
    if (before) joined.delete(`${run.row} ${run.rows} ${run.col}`);
    joined.set(`${area.row} ${area.rows} ${area.col + area.cols}`, area);
  }
  return [...joined.values()];
}
