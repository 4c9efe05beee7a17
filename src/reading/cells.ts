import { readNumber } from "../quantity";
import { isCellError, type SheetSnapshot } from "../sheet";
import type { TypedCell } from "./table";

/** Shares are points here: "12,5%" in a cell of percent means 12,5. */
const SHARE_SIGN = /\s*[%‰]$/;

/** Looks cells of a snapshot up by their absolute place. */
export interface CellReader {
  /** As a number belongs there. */
  readonly number: (row: number, col: number) => TypedCell;
  /** As words belong there: numbers and booleans as they print, blanks and errors as "". */
  readonly text: (row: number, col: number) => string;
}

export function cellReader(snapshot: SheetSnapshot): CellReader {
  const unevaluated = new Set(snapshot.unevaluated.map(({ row, col }) => `${row},${col}`));
  const valueAt = (row: number, col: number) => snapshot.values[row - snapshot.area.row]?.[col - snapshot.area.col] ?? null;
  return {
    number: (row, col) => {
      const at = { sheet: snapshot.sheet, row, col };
      const formula = snapshot.formulas[row - snapshot.area.row]?.[col - snapshot.area.col] ?? null;
      const value = valueAt(row, col);
      if (unevaluated.has(`${row},${col}`)) return { at, formula, state: "unevaluated" };
      if (typeof value === "number") return { at, formula, state: "number", value };
      if (value !== null && isCellError(value)) return { at, formula, state: "error", error: value.error };
      const text = typeof value === "boolean" ? String(value).toUpperCase() : (value ?? "").trim();
      // a formula that shows nothing ("") counts as blank, as it does in Excel's own sums
      if (text === "") return { at, formula, state: "blank" };
      return { at, formula, state: "text", text, reading: readNumber(text.replace(SHARE_SIGN, ""), "vi") };
    },
    text: (row, col) => {
      const value = valueAt(row, col);
      return value === null || isCellError(value) ? "" : String(value).trim();
    },
  };
}
