import { derived, firstFrom } from "../base";
import { contains, lastCell, type Area } from "../sheet";
import { STATE } from "./amount-grid";
import type { AnyAddition } from "./additions";
import { formulaGridOf, type FormulaGrid } from "./formula-grid";
import type { OtherTable } from "./table";

/** A sum whose area ends before a number that belongs to it. */
export interface ShortRange {
  /** Places of the formula grid: of the sum, and of the numbers that it leaves out, those next to its area first. */
  readonly place: number;
  readonly missing: readonly number[];
  /** As its area should be. */
  readonly area: Area;
  readonly wanted: Area;
  /** What says so: the sums beside it, the tree of lines, or nothing but that it stands between them. */
  readonly by: "neighbours" | "outline" | "place";
}

/** Sums beside it that are asked. */
const NEIGHBOURS = 2;

/** The sums of a table that stop short of a line that belongs to them. */
export const shortRangesOf = derived((table: OtherTable): readonly ShortRange[] => {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  return grid.kinds.flatMap(({ places }) => places.flatMap((place) => shortAt(table, grid, place) ?? []));
});

function shortAt(table: OtherTable, grid: FormulaGrid, place: number): ShortRange | null {
  const addition = grid.additionAt(place);
  const [line, column] = [Math.floor(place / grid.columns), place % grid.columns];
  const [row, col] = [table.rows[line]?.row ?? -1, table.columns[column]?.col ?? -1];
  if (!addition || addition.numbers.length > 0) return null;
  const areas = addition.terms.filter(({ area, sheet, times }) => sheet === null && times > 0 && area.rows > 1 && area.cols === 1);
  // of several areas one leaves out what another one has
  const [term] = areas;
  if (!term || areas.length > 1 || term.area.col !== col) return null;
  const { area } = term;
  const below = lastCell(area).row < row;
  if (!below && area.row <= row) return null;
  const asked: Asked = { line, column, area, below, addition };
  if (!hasNumber(grid, area)) return null;
  const gap = gapOf(table, grid, asked);
  const last = table.rows[gap.at(-1) ?? -1];
  if (!last) return null;
  const ends = besideOf(grid, line, column).flatMap((one) => endBeside(table, grid, one, area) ?? []);
  const by = ends.some((end) => end >= last.row) ? "neighbours" : placedBy(table, asked, grid, gap, ends.length > 0);
  if (by === null) return null;
  const wanted = { ...area, rows: last.row - area.row + 1 };
  return { place, missing: gap.map((one) => one * grid.columns + column), area, wanted, by };
}

/** Whether the tree, or where it stands, says that a line is left out; null where a line of another kind stands there. */
function placedBy(
  { rows }: OtherTable, { line, column, area, below }: Asked, grid: FormulaGrid, gap: readonly number[], areOthersShort: boolean,
): "outline" | "place" | null {
  const [next, ...more] = gap.flatMap((one) => rows[one] ?? []);
  const before = rows.find(({ row }) => row === lastCell(area).row);
  if (!next || !before || more.length > 0 || next.kind === "of") return null;
  if (next.parent !== before.parent || next.depth !== before.depth) return null;
  if (!below) return next.parent !== line || areOthersShort || next.number === "" ? null : "outline";
  return isOfOtherKind(grid, area, gap, column) ? null : "place";
}

function valuesIn(grid: FormulaGrid, { row, rows, col }: Area): number[] {
  return Array.from({ length: rows }, (_, at) => grid.valueAt(grid.placeOf(row + at, col))).filter((one) => one !== null);
}

const hasNumber = (grid: FormulaGrid, area: Area): boolean => valuesIn(grid, area).length > 0;

/** A rate among whole numbers is no part of their sum. */
function isOfOtherKind(grid: FormulaGrid, area: Area, gap: readonly number[], column: number): boolean {
  return valuesIn(grid, area).every(Number.isInteger) && gap.some((line) => !Number.isInteger(grid.valueAt(line * grid.columns + column)));
}

interface Asked {
  readonly line: number;
  readonly column: number;
  readonly area: Area;
  /** The sum stands below its area. */
  readonly below: boolean;
  readonly addition: AnyAddition;
}

/** Lines with a number right after the area that nothing of the sum names: of a sum below all down to it, of one above the next alone. */
function gapOf({ rows, columns }: OtherTable, grid: FormulaGrid, { line, column, area, below, addition }: Asked): number[] {
  const [last, col] = [lastCell(area).row, columns[column]?.col ?? -1];
  const found: number[] = [];
  const [from, to] = below ? [0, line] : [line + 1, rows.length];
  for (let index = firstFrom(rows.length, (at) => (rows[at]?.row ?? 0) > last, from); index < to; index++) {
    const [row, state] = [rows[index]?.row ?? -1, grid.stateAt(index, column)];
    if (state === STATE.blank) continue;
    if (state !== STATE.number || addition.terms.some((term) => term.sheet === null && contains(term.area, { row, col }))) return [];
    found.push(index);
    if (!below) break;
  }
  return found;
}

/** The formulas on both sides of a cell, in its line. */
function besideOf(grid: FormulaGrid, line: number, column: number): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    for (let at = column + step, seen = 0; at >= 0 && at < grid.columns && seen < NEIGHBOURS; at += step) {
      if (grid.kindAt(line, at) < 0) continue;
      seen += 1;
      found.push(line * grid.columns + at);
    }
  }
  return found;
}

/** The last row of a sum beside it that begins in the same line; null where it is no such sum. */
function endBeside({ columns }: OtherTable, grid: FormulaGrid, place: number, { row }: Area): number | null {
  const col = columns[place % grid.columns]?.col ?? -1;
  const same = grid.additionAt(place)?.terms.find(
    ({ sheet, times, area }) => sheet === null && times > 0 && area.col === col && area.cols === 1 && area.row === row,
  );
  return same ? lastCell(same.area).row : null;
}
