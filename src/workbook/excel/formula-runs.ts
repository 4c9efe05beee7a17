import type { CellInput } from "../../sheet";
import { formulaShifter } from "../../sheet";

/** Formulas below one another in one column that are the first of them, moved down. */
export interface FormulaRun {
  readonly row: number;
  readonly col: number;
  /** With the first. */
  readonly rows: number;
}

/** A shorter run takes less room written out than copied. */
const SHORTEST = 4;

/** The runs of a table, column by column. */
export function formulaRuns(cells: readonly (readonly CellInput[])[]): FormulaRun[] {
  const cols = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const runs: FormulaRun[] = [];
  for (let col = 0; col < cols; col++) {
    for (let row = 0; row < cells.length; ) {
      const rows = runLength(cells, row, col);
      if (rows >= SHORTEST) runs.push({ row, col, rows });
      row += Math.max(1, rows);
    }
  }
  return runs;
}

/** 0 where there is no formula. */
function runLength(cells: readonly (readonly CellInput[])[], row: number, col: number): number {
  const first = formulaOf(cells[row]?.[col]);
  if (first === null) return 0;
  const moved = formulaShifter(first);
  let rows = 1;
  while (formulaOf(cells[row + rows]?.[col]) === moved(rows, 0)) rows++;
  return rows;
}

function formulaOf(input: CellInput | undefined): string | null {
  return typeof input === "object" && input !== null ? input.formula : null;
}
