import type { RowOrigins } from "../../sheet";
import { rowRange } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";

/** Whole rows that come (`rows` > 0, before the row `at`) or go (`rows` < 0, the row `at` the first of them). */
export interface RowMove {
  readonly at: number;
  readonly rows: number;
}

/**
 * What takes the first `end` rows of a sheet to the places that the origins give them, the lowest first, so that each move finds the rows
 * above it where they stood. Between rows that stay a row that goes gives its place to one that comes.
 */
export function rowMoves(origins: RowOrigins, end: number): RowMove[] {
  const moves: RowMove[] = [];
  let [above, coming] = [-1, 0];
  for (const origin of [...origins, end]) {
    if (origin === null) {
      coming++;
      continue;
    }
    const going = origin - above - 1;
    if (coming > going) moves.unshift({ at: origin, rows: coming - going });
    else if (going > coming) moves.unshift({ at: above + 1 + coming, rows: coming - going });
    [above, coming] = [origin, 0];
  }
  return moves;
}

/** Rows are inserted and deleted whole, so that Excel itself carries what stands beside and below. */
export function rowMoveSteps(moves: readonly RowMove[]): Step[] {
  return moves.map(({ at, rows }) =>
    step({ objects: 2, actions: 2 }, (sheet) => {
      const range = rowRange(sheet, at, at + Math.abs(rows) - 1);
      if (rows > 0) range.insert("Down").untrack();
      else range.delete("Up");
    }),
  );
}
