import { type AmountGrid, type Column, draftOf, finished, flagsIn, STATE } from "../tables";
import type { CellReader } from "./cells";

/** The amounts as they stand in the rows of a sheet from `from` on, used or not. */
export function sheetGrid(columns: readonly (readonly [Column, number])[], cells: CellReader, from: number, rows: number): AmountGrid {
  const { values, states } = draftOf(columns.length, rows);
  const cols = columns.map(([, col]) => col);
  const flags = columns.map(([column]) => flagsIn(column));
  const { evaluated, left } = cells;
  for (let row = 0; row < rows; row++) {
    const shown = cells.valuesOf(from + row);
    const written = cells.formulasOf(from + row);
    for (let column = 0; column < cols.length; column++) {
      const col = cols[column] ?? 0;
      const value = shown[col - left] ?? null;
      const formula = written[col - left] ?? null;
      if (typeof value === "number" && evaluated) {
        (values[column] as Float64Array)[row] = value;
        (states[column] as Uint8Array)[row] = STATE.number | (formula === null ? 0 : (flags[column]?.(formula) ?? 0));
      } else if (value !== null || formula !== null || !evaluated) {
        const cell = cells.number(from + row, col);
        if (cell.state === "number") (values[column] as Float64Array)[row] = cell.value;
        (states[column] as Uint8Array)[row] = STATE[cell.state] | (formula === null ? 0 : (flags[column]?.(formula) ?? 0));
      }
    }
  }
  return finished(
    columns.map(([column]) => column), cols, { values, states },
    (column, row) => cells.formula(from + row, cols[column] ?? 0),
  );
}
