import type { Area, CellValue } from "../../sheet";
import { MAX_COLS } from "../../sheet";

/** A formula of a file: its text begins with "="; `spill` is the area of an array formula. */
export interface StoredFormula {
  readonly text: string;
  readonly spill: Area | null;
  /** Neither text nor engine can say what it is: a data table, a shared formula without its master. */
  readonly unreadable?: boolean;
  /**
   * It names other workbooks, by these names. `constant`: of what it names there the file kept nothing, and what it kept of the cell itself
   * serves.
   */
  readonly linked?: { readonly books: readonly string[]; readonly constant: boolean };
}

/** A cell that is not blank. */
export interface StoredCell {
  readonly value: CellValue;
  readonly formula: StoredFormula | null;
}

/** A table of a sheet ("Bang1") as formulas speak of it. */
export interface StoredTable {
  readonly name: string;
  /** With its head and its row of totals. */
  readonly area: Area;
  readonly headRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

/** The cells of a sheet by `cellKey`; blanks are not there. */
export interface StoredSheet {
  readonly name: string;
  readonly visible: boolean;
  /** No menu of Excel shows it again. */
  readonly veryHidden?: true;
  readonly cells: Map<number, StoredCell>;
  /** 0-based rows that nobody sees; SUBTOTAL asks for them. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Where a filter is at work: hidden rows there are filtered out, which SUBTOTAL(9, …) leaves out, too. */
  readonly filtered: readonly Area[];
  /** 0-based stretches of columns that nobody sees, both ends included. */
  readonly hiddenCols: readonly { readonly from: number; readonly to: number }[];
  readonly merges: readonly Area[];
  /** The number formats of cells that show a date, by `cellKey`. */
  readonly dates: ReadonlyMap<number, string>;
  readonly tables: readonly StoredTable[];
  /** Pictures and charts lie on it that take the room of a table; or any, where it has no cells. */
  readonly drawn?: boolean;
  /** A pivot table stands on it. */
  readonly pivot?: boolean;
}

/** A defined name as the file has it: `refersTo` is any formula, without "=". */
export interface StoredName {
  readonly name: string;
  /** The sheet that it belongs to, null for the workbook. */
  readonly scope: string | null;
  readonly refersTo: string;
}

export interface StoredBook {
  readonly sheets: readonly StoredSheet[];
  readonly names: readonly StoredName[];
  /** What the file kept of sheets of other workbooks, each by the name that formulas have for it ("[1]Chi tiết"). */
  readonly linked?: readonly StoredSheet[];
  /** Its days are counted from 1904; those of `dates` have been shifted. */
  readonly from1904?: boolean;
}

export function cellKey(row: number, col: number): number {
  return row * MAX_COLS + col;
}

export function rowOf(key: number): number {
  return Math.floor(key / MAX_COLS);
}

export function colOf(key: number): number {
  return key % MAX_COLS;
}
