import { gridOf, STATE } from "./amount-grid";
import { numberCells, type NumberCell, type Table } from "./table";

/** The cells that take a number and hold something else than a number or nothing, in the order of `numberCells`. */
export function oddCells(table: Table): NumberCell[] {
  if (table.kind !== "budget") return numberCells(table, ({ state }) => isOdd(state));
  const grid = gridOf(table);
  if (grid.odd === 0) return [];
  return table.rows.flatMap((row, index) =>
    grid.states.some((column) => ((column[index] ?? 0) & STATE.mask) > STATE.number)
      ? [...row.cells].flatMap(([column, cell]) => (isOdd(cell.state) ? [{ about: `${row.key}/${column}`, cell }] : []))
      : [],
  );
}

function isOdd(state: NumberCell["cell"]["state"]): boolean {
  return state !== "number" && state !== "blank";
}
