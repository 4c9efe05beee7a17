import type { MoneyUnit } from "../../quantity";
import type { Area, CellRef } from "../../sheet";
import type { TextCell } from "../../tables";

/**
 * What the cells of a column are. Only `amount`, `share` and `quantity` columns hold numbers of the table; nobody adds up shares, nor
 * quantities and prices, which only people tell from amounts.
 */
export type ColumnKind = "outline" | "label" | "unit" | "amount" | "share" | "quantity" | "words" | "blank";

/** Whether the numbers of a column are numbers of its table. */
export function holdsNumbers(kind: ColumnKind | undefined): kind is "amount" | "share" | "quantity" {
  return kind === "amount" || kind === "share" || kind === "quantity";
}

/** The first and the last month of a period. */
export type Months = readonly [first: number, last: number];

export interface LayoutColumn {
  /** Absolute. */
  readonly col: number;
  readonly kind: ColumnKind;
  /** The words of its heads from top to bottom, those of merged heads too; without units and column numbers. */
  readonly path: readonly string[];
  /** As the column-number row calls it: "A", "5"; null where it does not. */
  readonly number: string | null;
  /** The unit that its own head names; null where it names none. */
  readonly unit: string | null;
  /** The year that its heads are about; null for none or several. */
  readonly year: number | null;
  /** The months of a year that its heads are about, 1 to 12: [4, 6] of "Quý II"; null where they name none. */
  readonly months: Months | null;
  /** One of its heads says that it is the sum of columns beside it ("Tổng số", "Cộng"). */
  readonly total: boolean;
  /** It stands under a head "Trong đó": what it is part of need not be reached. */
  readonly ofWhich: boolean;
  readonly hidden: boolean;
}

export interface LayoutLine {
  /** Absolute. */
  readonly row: number;
  /** Its outline number as it stands ("I", "1.1", "-"); "" for none. */
  readonly number: string;
  readonly label: string;
  /** What a column of codes ("Mã số") says of it; "" where there is none. */
  readonly code: string;
  /** How deep it lies in the tree, from 0, as far as number, indent, bold, capitals and dashes tell. */
  readonly depth: number;
  /** The line under which it lies, by its place in `lines`; null at the top. */
  readonly parent: number | null;
  /** Its label says that it adds up others ("Tổng cộng", "Cộng I"). */
  readonly total: boolean;
  /** It, or the lines under it where it has no numbers, are parts "trong đó": what they are part of need not be reached. */
  readonly ofWhich: boolean;
  /** Its label names a way of adding up that is one of several ("Phân theo …"): the lines under it reach what stands above it. */
  readonly breakdown: boolean;
  /** The unit that its own row names; null where it names none. */
  readonly unit: string | null;
  /** The months that its label is about ("Quý II", "6 tháng đầu năm"); null where it names none. */
  readonly months: Months | null;
  readonly hidden: boolean;
  /** Blank rows that are more than spacing, or a row that is no line, part it from the line before. */
  readonly apart: boolean;
}

/** A relation that words say of all lines, or of all columns: "6=5-4" under a head, "(A-B)" in a label. */
export interface SaidRule {
  readonly axis: "row" | "column";
  readonly op: "sum" | "difference" | "product" | "ratio";
  /** Places in `columns` (axis "row") or `lines` (axis "column"). */
  readonly total: number;
  /** Of a difference the first is what the others are taken from; of a sum with signs see `signs`. */
  readonly parts: readonly number[];
  /** 1 or -1 for each part of a sum or difference. */
  readonly signs: readonly number[];
  /** Of a ratio, where it is said: 100 for points. */
  readonly factor: number | null;
  /** Of a ratio: see `Relation`. */
  readonly growth?: true;
  /** The rule says that there is more than it names ("3=4+5+6(+Khác)"). */
  readonly open: boolean;
  readonly from: "rule-row" | "label";
  readonly at: CellRef;
}

/** The numbers of a table by line and column, read with the notation of the whole table. Places are `line * columns.length + column`. */
export interface NumberGrid {
  /** NaN where there is no number; 0 for a dash that says that there is none. */
  readonly values: Float64Array;
  /** Decimals that the cell shows; 0 where it holds no number. */
  readonly decimals: Uint8Array;
  /** What stands there, see `HELD`. */
  readonly holds: Uint8Array;
  readonly formula: (line: number, column: number) => string | null;
}

/** `none`: a dash, or words that say that there is no amount. `text`: words where a number belongs. */
export const HELD = { blank: 0, number: 1, none: 2, text: 3, error: 4, unevaluated: 5 } as const;

/** What a sheet shows of a table of anybody's, before anything is told of what adds up to what. */
export interface Layout {
  readonly sheet: string;
  /** From the first head to the last line, absolute. */
  readonly area: Area;
  /** The lines of words right above it that name it; null where there are none. */
  readonly title: TextCell | null;
  /** Where its unit is said; null where it is not. */
  readonly caption: TextCell | null;
  /** The money unit of the whole table; null for another one, several or none. */
  readonly unit: MoneyUnit | null;
  /** Rows of heads, those of column numbers too, absolute; none in a table without heads. */
  readonly headRows: readonly number[];
  /** The row of column numbers and rules; null where there is none. */
  readonly numberRow: number | null;
  /** Every column of the area, from left to right. */
  readonly columns: readonly LayoutColumn[];
  /** The rows under the heads that are lines, from top to bottom: heads repeated on each page, notes and blank rows are none. */
  readonly lines: readonly LayoutLine[];
  readonly rules: readonly SaidRule[];
  readonly numbers: NumberGrid;
  /** Its body has formulas at all: only then does a cell without one say anything. */
  readonly hasFormulas: boolean;
}
