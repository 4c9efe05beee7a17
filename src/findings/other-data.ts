import type { Day, Judgement, MoneyUnit, Target } from "../quantity";
import type { CellRef } from "../sheet";
import type { Amount, CorrectionData, Place, SumCause, SumData } from "./data";
import type { Missed } from "./indicator-data";

/** A result of a line with what was wanted, both in its unit. */
export interface ResultData {
  readonly indicator: string;
  readonly unit: string | null;
  readonly actual: number;
  readonly target: Target;
}

/** What is asked and told of tables that we did not make. */
export interface OtherFindings {
  /** What the rules of its form name and a table has not got, by its words. */
  readonly "form-parts": {
    readonly form: string;
    readonly missing: readonly { readonly of: "line" | "column"; readonly words: string }[];
  };
  /** Cells that a rule of its form wants filled: of the line (axis "column") or the column that it computes. `rule`: its name. */
  readonly "form-blank": {
    readonly axis: "column" | "row";
    readonly of: string;
    readonly rule: string | null;
    readonly cells: readonly Place[];
  };
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
  /** Of a table of somebody else's: a result that misses what was wanted. */
  readonly "result-not-met": ResultData & { readonly judgement: Missed };
  /** What was said of a result (`text`) is not what it shows. */
  readonly "assessment-differs": ResultData & {
    readonly text: string;
    readonly judgement: Extract<Judgement, { readonly status: "met" | "not-met" }>;
  };
  /**
   * A status (`text`) that cannot be right: done in time though after the term, or late though within it ("done-late", "done-early"), done
   * on a day to come ("done-later"), not due though the term is over, late though it is not, done with less than all of it ("unfinished"),
   * or all of it and not done ("finished").
   */
  readonly "status-differs": {
    readonly task: string;
    readonly text: string;
    readonly why: "done-late" | "done-early" | "done-later" | "not-due" | "not-late" | "unfinished" | "finished";
    readonly due: Day | null;
    readonly done: Day | null;
    readonly progress: number | null;
  };
  /** Tasks past their term whose status says that they are not done. */
  readonly "tasks-overdue": { readonly tasks: readonly { readonly label: string; readonly due: Day; readonly text: string }[] };
  /** What is multiplied, or a share, does not come to what is stated. */
  readonly "product-mismatch": SumData & SumCause;
  /** What is half believed of a line, or of a column, and does not hold: in so many of its cells; the data are of the first. */
  readonly "table-question": SumData & { readonly failing: number };
}
