import type { MoneyUnit } from "../quantity";
import type { Column } from "./columns";
import type { BudgetRow, Relation, TableBase, TextCell } from "./table";

/** What a table seems to be about. */
export type Subject = "budget" | "indicators" | "tasks" | "other";

/** A column of numbers in a table that we did not make. */
export interface OtherColumn extends Column {
  readonly role: "figure" | "rate";
  /** Absolute. */
  readonly col: number;
  /** The words of its heads from top to bottom, as one line. */
  readonly head: string;
  /** The unit that its own head names; null where it names none. */
  readonly unit: string | null;
}

/** A line of a table that we did not make. */
export interface OtherLine extends BudgetRow {
  /** How deep it lies in the tree, from 0. */
  readonly depth: number;
}

/** A table that we did not make, as it was understood. */
export interface OtherTable extends TableBase {
  readonly kind: "other";
  readonly subject: Subject;
  readonly plan: null;
  /** The words that name it; null where there are none. */
  readonly title: TextCell | null;
  readonly unit: MoneyUnit | null;
  readonly caption: TextCell | null;
  /** Rows of its heads, absolute. */
  readonly headRows: readonly number[];
  /** The columns of numbers, from left to right. */
  readonly columns: readonly OtherColumn[];
  /** The columns of outline numbers and of labels, absolute; null where there is none. */
  readonly numberColumn: number | null;
  readonly labelColumn: number | null;
  readonly rows: readonly OtherLine[];
  /** What is believed of its cells, or said by people. */
  readonly relations: readonly Relation[];
  /** What is half believed, and for a person to answer. */
  readonly questions: readonly Relation[];
}
