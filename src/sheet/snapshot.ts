import type { Area, CellRef, SheetArea } from "./address";
import type { DateCell } from "./dates";
import type { Looks } from "./looks";

/** What Excel shows for a formula that failed: `#REF!`, `#N/A`, `#DIV/0!` … */
export interface CellError {
  readonly error: string;
}

/** A cell as read: a blank is null, never 0 or "". A percent cell holds its fraction (0.28 shown as 28%), as Excel keeps it. */
export type CellValue = number | string | boolean | null | CellError;

/** A formula that this side could not evaluate; its cell's value is null. */
export interface Unevaluated {
  readonly row: number;
  readonly col: number;
  readonly formula: string;
  /** What the file kept of it when it was last saved: to be shown as that, never to be reckoned with. Null where it kept nothing. */
  readonly kept: CellValue;
}

/** Formulas that need themselves, and all that hang on them. */
export interface Circles {
  /** The cells of each circle in order: each reads the next one, the last one the first. */
  readonly circles: readonly (readonly CellRef[])[];
  /** The cells of circles, and the formulas that follow from them. */
  readonly hanging: readonly CellRef[];
}

/** A cell whose formula names other workbooks, by the names of their files (a number where the file does not tell one). */
export interface LinkedCell {
  readonly row: number;
  readonly col: number;
  readonly books: readonly string[];
}

/** An area of a sheet as read. Rows and columns of the arrays are relative to `area`; all rows have `area.cols` entries. */
export interface SheetSnapshot {
  readonly sheet: string;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  /** "=SUM(C9:C13)" in A1 notation with English function names and comma separators; null for a typed cell. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** Formulas whose value nobody could compute, by absolute cell; empty in Excel. */
  readonly unevaluated: readonly Unevaluated[];
  /** Rows and columns of the area that nobody sees (filtered ones too), absolute and in order; only where it was asked for. */
  readonly hidden?: { readonly rows: readonly number[]; readonly cols: readonly number[] };
  /** Numbers that show as dates, by absolute cell; only where they were asked for. */
  readonly dates?: readonly DateCell[];
  /**
   * The workbook counts its days from 1904: numbers that show as no dates may still be some, 1462 days short. Dates that were told are as
   * of 1900.
   */
  readonly from1904?: true;
  /** Cells that show what a file kept of other workbooks, absolute; absent where there are none, and in Excel. */
  readonly linked?: readonly LinkedCell[];
  /** Merged areas that share a cell with the area, absolute; absent where it was not asked for or this Excel cannot tell. */
  readonly merges?: readonly Area[];
  /**
   * What array formulas of the area fill, each from the cell that has the formula, absolute; told by files alone, and only where hidden
   * rows were asked for.
   */
  readonly arrays?: readonly Area[];
  /** How the cells look, in the parts that were asked for. */
  readonly looks?: Looks;
  /**
   * Only where the place was asked for: pictures or charts are all that the sheet holds, or the file has one there that takes the room of a
   * table.
   */
  readonly drawn?: true;
  /** Only where the place was asked for, of files: a pivot table stands on the sheet. */
  readonly pivot?: true;
  /** Formulas of the area that need themselves, or hang on such; absent where there are none or nobody has looked. */
  readonly circles?: Circles;
}

/** A defined name that refers to one area. `scope` is the sheet that it belongs to, null for the workbook. */
export interface DefinedName {
  readonly name: string;
  readonly scope: string | null;
  readonly refersTo: SheetArea;
}

export interface SheetInfo {
  /** Stays the same when the sheet is renamed (in a file: its name). */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** No menu shows it again ("very hidden"); only where that is so. */
  readonly veryHidden?: true;
}

/**
 * How a workbook computes, where that is not as usual: by hand only, through circles, or with numbers cut to what they show ("precision as
 * displayed").
 */
export type CalculationSetting = "manual" | "iterative" | "as-displayed";

/** What a workbook holds, without the cells. Names that refer to no single area (constants, #REF!) are left out. */
export interface WorkbookOutline {
  readonly sheets: readonly SheetInfo[];
  readonly names: readonly DefinedName[];
  /** Told by files alone; absent where all is as usual. */
  readonly calculation?: readonly CalculationSetting[];
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}
