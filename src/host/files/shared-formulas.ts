import { formulaShifter } from "../../sheet";

/** What a cell of the engine gets of a formula: its text, or where it is as that of a cell above, moved, the id that both share. */
export interface FormulaPart {
  readonly f?: string;
  readonly si?: string;
}

interface Leader {
  readonly row: number;
  readonly shape: string;
  readonly moved: (rows: number, cols: number) => string;
  readonly part: { f: string; si?: string };
}

/**
 * Takes the formulas of a sheet row by row. One that reads as the last one above it in its column, moved, shares that one's: the engine
 * then parses it once, and an edit costs a tenth.
 */
export function formulaSharer(newId: () => string): (row: number, col: number, formula: string) => FormulaPart {
  const leaders = new Map<number, Leader>();
  return (row, col, formula) => {
    const shape = formula.replace(/\d+/g, "0");
    const leader = leaders.get(col);
    if (leader?.shape === shape && leader.moved(row - leader.row, 0) === formula) {
      leader.part.si ??= newId();
      return { si: leader.part.si };
    }
    const part = { f: formula };
    leaders.set(col, { row, shape, moved: formulaShifter(formula), part });
    return part;
  };
}
