import { gridOf, STATE, type AmountGrid } from "./amount-grid";
import { columnsOf, rowsAt } from "./indicator-columns";
import { rowNumbers, type NumberCell } from "./number-cells";
import type { Table } from "./table";

/** The cells that take a number and hold something else than a number or nothing, in the order of `numberCells`. */
export function oddCells(table: Table): NumberCell[] {
  if (table.kind === "tasks")
    return table.rows
      .filter(({ progress }) => progress && isOdd(progress.state))
      .flatMap(({ key, progress }) => (progress ? [{ about: `${key}/progress`, cell: progress }] : []));
  if (table.kind === "indicators") {
    const { grid, count } = columnsOf(table);
    const places = grid.odd === 0 ? [] : Array.from({ length: count }, (_, row) => row).filter((row) => isOddAt(grid, row));
    return rowsAt(table, places).flatMap((row) => rowNumbers(row).filter(({ cell }) => isOdd(cell.state)));
  }
  const grid = gridOf(table);
  const rates = table.kind === "budget" ? table.rates : undefined;
  if (grid.odd === 0 && !rates?.cells.some(({ state }) => isOdd(state))) return [];
  return table.rows.flatMap((row, index) => {
    const rate = rates?.cells[index];
    return [
      ...(isOddAt(grid, index)
        ? [...row.cells].flatMap(([column, cell]) => (isOdd(cell.state) ? [{ about: `${row.key}/${column}`, cell }] : []))
        : []),
      ...(rate && isOdd(rate.state) ? [{ about: `${row.key}/${rates?.column.id ?? ""}`, cell: rate }] : []),
    ];
  });
}

function isOddAt({ states }: AmountGrid, row: number): boolean {
  return states.some((column) => ((column[row] ?? 0) & STATE.mask) > STATE.number);
}

function isOdd(state: NumberCell["cell"]["state"]): boolean {
  return state !== "number" && state !== "blank";
}
