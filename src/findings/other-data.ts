import type { SumData } from "./data";

/** What is asked and told of tables that we did not make. */
export interface OtherFindings {
  /** What is half believed of a line, or of a column, and does not hold: in so many of its cells; the data are of the first. */
  readonly "table-question": SumData & { readonly failing: number };
}
