import { derived, firstFrom } from "../base";
import { contains, type Area } from "../sheet";
import type { AnyAddition } from "./additions";
import { formulaGridOf, type FormulaGrid } from "./formula-grid";
import type { OtherTable } from "./table";

/** A total that adds a cell, and the cells which that one adds up already. Places of the formula grid. */
export interface DoubleCount {
  readonly place: number;
  readonly by: readonly number[];
}

/** Cells that are looked through for one table: nobody writes more sums by hand, and running sums of long columns stay cheap. */
const MOST_CELLS = 1_000_000;

/** The totals of a table that count cells twice: directly, and within a sum that they add as well. */
export const doubleCountsOf = derived((table: OtherTable): readonly DoubleCount[] => {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  const sumsIn = sumFinder(table, grid);
  let left = MOST_CELLS;
  return grid.kinds.flatMap(({ places }) =>
    places.flatMap((place): DoubleCount[] => {
      const addition = grid.additionAt(place);
      if (!addition || left <= 0) return [];
      const added = addition.terms.flatMap(({ sheet, area, times }) => (sheet === null && times > 0 ? [area] : []));
      const inside = added.flatMap(sumsIn);
      left -= inside.length + 1;
      if (inside.length === 0) return [];
      const taken = addition.terms.flatMap(({ sheet, area, times }) => (sheet === null && times < 0 ? [area] : []));
      const by = inside.filter((one) => one !== place && !isTaken(grid, taken, one) && isWithin(grid.additionAt(one), added));
      return by.length > 0 ? [{ place, by }] : [];
    }),
  );
});

/** What is added and taken away again is not counted twice. */
function isTaken(grid: FormulaGrid, taken: readonly Area[], place: number): boolean {
  const cell = taken.length > 0 ? grid.cellAt(place)?.cell.at : null;
  return cell != null && taken.some((area) => contains(area, cell));
}

/** Whether all that a sum adds, two cells or more, are added beside it. */
function isWithin(addition: AnyAddition | null, added: readonly Area[]): boolean {
  if (!addition || addition.terms.reduce((count, { area }) => count + area.rows * area.cols, 0) < 2) return false;
  return addition.terms.every(
    ({ sheet, area, times }) =>
      sheet === null && times > 0 &&
      added.some((whole) => contains(whole, area) && contains(whole, { row: area.row + area.rows - 1, col: area.col + area.cols - 1 })),
  );
}

/** Finds the formulas of an area, whatever else is in it. */
function sumFinder({ rows, columns }: OtherTable, grid: FormulaGrid): (area: Area) => number[] {
  const byColumn = columns.map(() => new Array<number>());
  for (let line = 0; line < grid.lines; line++)
    byColumn.forEach((places, column) => {
      if (grid.kindAt(line, column) >= 0) places.push(line);
    });
  const [rowOf, colOf] = [(line: number) => rows[line]?.row ?? -1, (column: number) => columns[column]?.col ?? -1];
  return ({ row, rows: height, col, cols: width }) => {
    const found: number[] = [];
    const first = firstFrom(columns.length, (at) => colOf(at) >= col);
    for (let column = first; column < columns.length && colOf(column) < col + width; column++) {
      const lines = byColumn[column] ?? [];
      for (let at = firstFrom(lines.length, (index) => rowOf(lines[index] ?? -1) >= row); at < lines.length; at++) {
        const line = lines[at] ?? -1;
        if (rowOf(line) >= row + height) break;
        found.push(line * grid.columns + column);
      }
    }
    return found;
  };
}
