import type { Area, CellRef } from "../sheet";

/** The head over a column: its lower words, and where there are none its upper ones. */
export interface HeadCell {
  readonly key: string;
  readonly at: CellRef;
  readonly text: string;
  /** The year that the column is about; null where it is about none. */
  readonly year: number | null;
  /** A column that nobody is to see. */
  readonly hidden: boolean;
}

/** How a table stands in its sheet, whatever it is about. */
export interface TableStructure {
  /** The column of outline numbers, absolute; null where it is gone. */
  readonly numberColumn: number | null;
  /** Heads of the columns that are still under the head of the table; empty where it has no such name. */
  readonly heads: readonly HeadCell[];
  /** Columns that have to be there and are not. Without an essential one a table is not checked for what it is about. */
  readonly missingColumns: readonly { readonly key: string; readonly essential: boolean }[];
  /** Numbers that the column-number row leaves out, rising. */
  readonly missingNumbers: readonly number[];
  /** Rows of the body that are not among `rows`: headings of groups, and rows that are not used. */
  readonly others: readonly { readonly row: number; readonly number: string; readonly heading: boolean }[];
  /** Merged areas that share a cell with the body, absolute; empty where they are not known. */
  readonly merges: readonly Area[];
  /** The rows right below the table up to the first blank one, which no sum and no rule counts. */
  readonly below: readonly OutsideRow[];
  /** Columns of typed numbers under the head or right beside it that are none of ours. */
  readonly beside: readonly OutsideColumn[];
}

/** A row below a table, in the columns of the table. */
export interface OutsideRow {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  /** Where its words stand. */
  readonly at: CellRef;
  /** Typed cells of our columns beside number, words and note, by their keys. */
  readonly entries: ReadonlyMap<string, CellRef & { readonly value: string | number }>;
  /** Its words go across several columns, as a note does. */
  readonly across: boolean;
}

/** A column between ours or beside them, with a head. */
export interface OutsideColumn {
  readonly at: CellRef;
  readonly head: string;
  /** Typed numbers in rows of the body. */
  readonly numbers: readonly CellRef[];
}
