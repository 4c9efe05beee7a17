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
      const taken = addition.terms.flatMap(({ sheet, area, times }) => (sheet === null && times < 0 ? [area] : []));
      const inside = added.flatMap(sumsIn);
      left -= inside.length + 1;
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
  for (const place of grid.kinds.flatMap(({ places }) => places).sort((a, b) => a - b)) byColumn[place % grid.columns]?.push(place);
  const rowOf = (place: number): number => rows[Math.floor(place / grid.columns)]?.row ?? -1;
  return ({ row, rows: height, col, cols: width }) =>
    byColumn.flatMap((places, column) => {
      const at = columns[column]?.col ?? -1;
      if (places.length === 0 || at < col || at >= col + width) return [];
      const from = (line: number): number => firstFrom(places.length, (index) => rowOf(places[index] ?? -1) >= line);
      return places.slice(from(row), from(row + height));
    });
}
