import { overlap, type Area, type CellValue } from "../../sheet";
import type { Precedent } from "./prepare-formula";
import type { StoredBook, StoredFormula } from "./stored";
import { colOf, rowOf } from "./stored";

/** The values of a sheet's formulas by `cellKey`; undefined where nobody could compute one. */
export type FormulaValues = ReadonlyMap<number, CellValue | undefined>;

/** Where a formula stands: the number of its sheet, 0-based row and column. */
export interface FormulaPlace {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** A cell that holds a formula whose value is not simply what the file kept, before anything is known of it. */
export interface FormulaCell extends FormulaPlace {
  readonly formula: StoredFormula;
  /** What the file kept of it. */
  readonly kept: CellValue;
}

/** A formula as the engine is given it. */
export interface Formula extends FormulaPlace {
  /** The area of an array formula. */
  readonly spill: Area | null;
  /** As the engine is given it; null where it cannot be given. */
  readonly text: string | null;
  readonly precedents: readonly Precedent[];
  readonly dynamic: boolean;
  readonly steps: number;
  /** Whether `steps` is all that it may take. */
  readonly known: boolean;
  /** What the file kept of it. */
  readonly kept: CellValue;
}

export function formulaCells(book: StoredBook): FormulaCell[] {
  return book.sheets.flatMap(({ cells }, sheet) => {
    const found: FormulaCell[] = [];
    for (const [key, { formula, value }] of cells)
      if (formula && !formula.linked?.constant) found.push({ sheet, row: rowOf(key), col: colOf(key), formula, kept: value });
    return found;
  });
}

/** Whether the formula, or what it fills, stands in one of the areas. */
export function isIn({ sheet, row, col, formula }: FormulaCell, areas: readonly Precedent[]): boolean {
  const own = formula.spill ?? { row, col, rows: 1, cols: 1 };
  return areas.some((one) => one.sheet === sheet && overlap(one.area, own));
}
