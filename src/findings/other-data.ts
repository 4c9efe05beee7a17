import type { SumCause, SumData } from "./data";

/** What is asked and told of tables that we did not make. */
export interface OtherFindings {
  /** What is multiplied, or a share, does not come to what is stated. */
  readonly "product-mismatch": SumData & SumCause;
  /** What is half believed of a line, or of a column, and does not hold: in so many of its cells; the data are of the first. */
  readonly "table-question": SumData & { readonly failing: number };
}
