/**
 * What a relation claims: total = Σ parts ("sum", "same" with one part), total ≥ Σ parts ("of-which"), the first part less the others
 * ("difference"), the product of the parts, or `factor` times the first over the second ("ratio").
 */
export interface Claimed {
  readonly op: "sum" | "same" | "of-which" | "difference" | "product" | "ratio";
  /** Of a ratio: 100 for points; 1 where it is not given. */
  readonly factor?: number;
  /** Of a product or ratio: its factors were rounded to the digits that they show. */
  readonly rounded?: true;
  /** Of a ratio: not the first over the second, but what it has more than the second over the second. */
  readonly growth?: true;
  /** Of a difference: so many of its first parts are added, the others are taken from them; 1 where it is not given. */
  readonly added?: number;
  /** Of a sum or difference of numbers rounded to threes or fives: so much it may be off; 0 where it is not given. */
  readonly slack?: number | undefined;
  readonly axis: "column" | "row";
  /** `answer`: people have said so, see `Said`. */
  readonly from: "formula" | "rule-row" | "outline" | "label" | "numbers" | "answer";
  /** How sure it is that the cells have this to do with each other, above 0 and up to 1: a table that we made says so itself. */
  readonly sure: number;
  /** How people want it to be judged; absent where they have said nothing. */
  readonly stated?: Stated;
}

/** A cell of a table by the place of its line and of its column, counted from the first column of its area, columns of words too. */
export type GridCell = readonly [line: number, column: number];

/**
 * What cells of a table have to do with each other, as far as it is believed. `sure`: 1 where words or the outline say it and all other
 * tracks (lines of a column sum, columns of a line sum) hold: what fails is wrong. From 0.7: what holds, and what fails where the numbers
 * alone speak for it and one slip of a typing hand explains the gap. Below: what fails and may as well be nothing of the kind.
 */
export interface GridRelation extends Claimed {
  readonly total: GridCell;
  /** Blank cells are among them: nothing may be missing once they are filled. */
  readonly parts: readonly GridCell[];
  /** Which pattern it belongs to: the same for all lines, or all columns, in which it was recognised together. */
  readonly pattern: string;
}

/**
 * What becomes of blank cells. `fail`: none may be blank; `zero`: a blank is 0; `skip`: nothing is asked while one is blank. Where people
 * have not said it blank parts are left out, and what fails then is no more than a warning.
 */
export const BLANK_MODES = ["fail", "zero", "skip"] as const;
export type BlankMode = (typeof BLANK_MODES)[number];

/** How people want a relation to be judged; each as it is judged otherwise where it is absent. */
export interface Stated {
  readonly blanks?: BlankMode;
  /** So much it may be off, in the unit of its total: no rounding explains more. */
  readonly tolerance?: number;
  readonly severity?: "error" | "warning" | "info";
  /** What they call it. */
  readonly name?: string;
  /** A part is not in this table, or there are parts that nobody has named: what fails is no more than a warning. */
  readonly incomplete?: true;
}
