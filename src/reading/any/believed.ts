import type { Relation } from "../../tables";

/** A cell of a layout: the places of its line and column. */
export type GridCell = readonly [line: number, column: number];

/**
 * What cells of a layout have to do with each other, as far as it is believed. `sure`: 1 where words or the outline say it and all other
 * tracks (lines of a column sum, columns of a line sum) hold: what fails is wrong. From 0.7: what holds, and what fails where the numbers
 * alone speak for it and one slip of a typing hand explains the gap. Below: what fails and may as well be nothing of the kind.
 */
export interface BelievedRelation extends Pick<Relation, "op" | "axis" | "from" | "sure"> {
  readonly total: GridCell;
  /** Blank cells are among them: nothing may be missing once they are filled. */
  readonly parts: readonly GridCell[];
  /** Of a ratio, and of a difference in which some parts are added: see `Relation`. */
  readonly factor?: number;
  /** Of a product or ratio, see `Relation`. */
  readonly rounded?: true;
  /** Of a ratio, see `Relation`. */
  readonly growth?: true;
  /** Of a difference, see `Relation`. */
  readonly added?: number;
  /** Of a sum or difference, see `Relation`. */
  readonly slack?: number;
  /** Which pattern it belongs to: the same for all lines, or all columns, in which it was recognised together. */
  readonly pattern: string;
}
