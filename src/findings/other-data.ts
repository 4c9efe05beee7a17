import type { MoneyUnit } from "../quantity";
import type { CellRef } from "../sheet";
import type { Amount, CorrectionData, SumCause, SumData } from "./data";

/** What is asked and told of tables that we did not make. */
export interface OtherFindings {
  /** The same line of two tables; `agreeing`: other lines in which their two columns do not differ. */
  readonly "tables-differ": {
    readonly here: Amount & { readonly unit: MoneyUnit | null };
    readonly there: Amount & { readonly unit: MoneyUnit | null };
    readonly agreeing: number;
    /** The value of the other table, where sums speak for that one and none for this. */
    readonly correction: CorrectionData | null;
  };
  /** What stands in a column of days and is no day of the calendar (`why` "calendar"), or no time at all among days. */
  readonly "wrong-day": { readonly at: CellRef; readonly label: string; readonly text: string; readonly why: "calendar" | "unreadable" };
  /** What is multiplied, or a share, does not come to what is stated. */
  readonly "product-mismatch": SumData & SumCause;
  /** What is half believed of a line, or of a column, and does not hold: in so many of its cells; the data are of the first. */
  readonly "table-question": SumData & { readonly failing: number };
}
