import type { Column, ColumnUse } from "./columns";

/** A column of numbers in a table that we did not make. */
export interface OtherColumn extends Column {
  readonly role: "figure" | "rate";
  readonly use: Exclude<ColumnUse, "words">;
  /** Absolute. */
  readonly col: number;
  /** The words of its heads from top to bottom, as one line. */
  readonly head: string;
  /** The unit that its own head names; null where it names none. */
  readonly unit: string | null;
}

/** A column of words in a table that we did not make. */
export interface WordColumn {
  /** Absolute. */
  readonly col: number;
  readonly use: "outline" | "label" | "unit" | "words";
  /** As in `OtherColumn`. */
  readonly head: string;
  readonly year: number | null;
}
