import type { CellRef } from "../sheet";
import type { Day, MoneyUnit } from "../quantity";

/** A number with the words of its row, as a sentence needs it. */
export interface Amount {
  readonly at: CellRef;
  readonly label: string;
  readonly value: number;
}

/**
 * A value that would settle what is wrong, out of the arithmetic of the table. `kind` names the typing error; null where none explains it.
 */
export interface CorrectionData {
  readonly at: CellRef;
  readonly from: number;
  readonly to: number;
  readonly kind: string | null;
  /**
   * What stands in the cell, where it is a formula. `linked`: it shows cells elsewhere, so that those are to be put right and no number is
   * written over it.
   */
  readonly source?: { readonly formula: string; readonly linked: boolean };
}

export interface SumData {
  readonly unit: MoneyUnit | null;
  readonly axis: "column" | "row";
  /** What is added up: lines of a column, or the years, reporting units or other columns of a row. */
  readonly over: "lines" | "years" | "units" | "columns";
  readonly stated: Amount;
  readonly computed: Amount;
  readonly gap: number;
  /** Only of what was disbursed: in which year, null for all of them. */
  readonly disbursed?: { readonly year: number | null };
  /** Only in a table that we did not make. */
  readonly claim?: ClaimData;
  /** What people call the rule of their form that says so; absent where they call it nothing, or have not said it. */
  readonly rule?: string;
}

/** What cells of a table that we did not make are believed to have to do with each other. */
export interface ClaimData {
  readonly op: "sum" | "same" | "of-which" | "difference" | "product" | "ratio";
  /** Of a ratio: 100 for points; else 1. */
  readonly factor: number;
  /** Of a ratio: by how much the first part is more than the second, over the second. */
  readonly growth?: true;
  /** Of a difference: so many of the first parts are added, the others are taken from them; else 1. */
  readonly added: number;
  /** The words over the column of its total, "" for none. */
  readonly head: string;
  /** Its parts in their order; of a sum those that stand together as one. */
  readonly areas: readonly { readonly from: { readonly at: CellRef }; readonly to: { readonly at: CellRef } }[];
}

/** What is likely wrong where a sum fails. */
export interface SumCause {
  readonly correction: CorrectionData | null;
  /** The line that a corrected total left out or counted twice, or the one that its amount was swapped with. */
  readonly other: Place | null;
  /**
   * Ties: any one of these would settle it; where `kind` is null in all of them, no typing error speaks for any. The best of them, at most
   * twenty.
   */
  readonly candidates: readonly CorrectionData[];
  /** How many cells tie. */
  readonly alike: number;
  /** What a rarer slip, or less evidence, speaks for than for those; with them at most twenty. */
  readonly rarer: readonly CorrectionData[];
  /** The one line whose amount is the gap: it may be counted too often or left out. */
  readonly equals: Place | null;
  /** Where no single cell settles it, or no typing error explains those that do: corrections that do so together. */
  readonly together: readonly CorrectionData[];
  /** One mistake in two cells may have settled it as well: an amount, and one of the parts that were made to agree with it. */
  readonly copied: readonly { readonly amount: CorrectionData; readonly parts: readonly CorrectionData[] }[];
  /**
   * Where those were all typed in another unit: so many times too large (or, `small`, too small) for the table's; `unit` null where there
   * is none such.
   */
  readonly typedIn: { readonly factor: number; readonly small: boolean; readonly unit: MoneyUnit | null } | null;
}

/** A cell with the words of its row. */
export interface Place {
  readonly at: CellRef;
  readonly label: string;
}

/**
 * A cell that should be a sum. `value`: what it shows, null for nothing; `right`: what the formula would show, null where its cells are
 * blank.
 */
export interface SumFaultData {
  readonly unit: MoneyUnit | null;
  readonly label: string;
  readonly value: number | null;
  readonly right: number | null;
  readonly formula: FormulaData;
  /** Other cells with the same fault: of the same line in other columns, or of the same sum in other lines. */
  readonly also: readonly FormulaData[];
}

/** The formula that belongs into a cell; `from` null where there is none. */
export interface FormulaData {
  readonly at: CellRef;
  readonly from: string | null;
  readonly to: string;
}

/** Details against totals, and the formulas that compute them. Money is in the table's unit. */
export interface SumFindings {
  /** Parts do not reach the stated total (column), or a line's years its total (row). `gap`: stated minus computed. */
  readonly "sum-mismatch": SumData & SumCause & {
    /** Another sum that agrees with the stated total. */
    readonly witness: Amount | null;
  };
  /** Parts exceed the whole: those "trong đó", or (`partial`) those that are filled so far. */
  readonly "over-total": SumData & { readonly partial: boolean };
  /** Two breakdowns of one total, both complete, differ where no total is stated. */
  readonly "breakdowns-differ": SumData & SumCause;
  /** Stated and computed differ by no more than the rounding of their amounts. */
  readonly "sum-rounding": SumData;
  /** A cell that the sheet computes holds a typed number, or nothing (`value` null), instead of its formula. */
  /** `linked`: by a formula that names another workbook. */
  readonly "formula-replaced": SumFaultData & { readonly linked: boolean };
  /** A formula that does not add what its place asks for. All lists empty: it is of another kind and comes to another number. */
  readonly "formula-parts": SumFaultData & {
    readonly missing: readonly Place[];
    readonly extra: readonly (Place & { readonly why: "total" | "of-which" | "within" | "column" | "row" })[];
    readonly twice: readonly Place[];
    readonly subtracted: readonly Place[];
    /** A number typed into the formula; 0 for none. */
    readonly constant: number;
  };
  /** The same amount in two lines. `sameName`: they are called the same, too. */
  readonly "same-amount": {
    readonly unit: MoneyUnit | null;
    readonly value: number;
    readonly lines: readonly Amount[];
    readonly sameName: boolean;
  };
  /** A cell that is thousands or millions of times off what it is compared with. */
  readonly "unit-slip": {
    readonly unit: MoneyUnit | null;
    readonly label: string;
    /**
     * A power of ten from 100 on, beside last year from 10 on (in a budget of ours 1000 or 1000000), by which it is too large (or, `small`,
     * too small).
     */
    readonly factor: number;
    readonly small: boolean;
    /**
     * Compared with the whole that it is part of (or its parts), the other columns of its row, the lines beside it, or what is planned of
     * it; or with last year's figure on another sheet (`last`), of which it may also have two digits swapped: then the factor is 1.
     */
    readonly against: "whole" | "row" | "column" | "planned" | "sheets" | "last-year";
    readonly last?: Amount;
    readonly correction: CorrectionData;
    /** Other cells of the column that are off by the same factor. */
    readonly also: readonly CorrectionData[];
  };
  /**
   * A table of amounts that its unit cannot have: all of them look typed in another one (`to`), as another table of the plan says or as
   * they are too large for any budget.
   */
  readonly "table-unit": {
    readonly unit: MoneyUnit;
    readonly to: MoneyUnit;
    readonly total: Amount;
    readonly other: (Amount & { readonly unit: MoneyUnit }) | null;
  };
  /** Nothing that can be read says in what its amounts are; `text`: what stands there, "" for nothing. */
  readonly "table-unit-unread": { readonly text: string };
  readonly "negative-amount": { readonly unit: MoneyUnit | null; readonly label: string; readonly value: number };
  /** Lines without an amount in a breakdown that does not reach its stated total. `gap`: what is missing to it. */
  readonly "amount-missing": {
    readonly unit: MoneyUnit | null;
    readonly total: Amount;
    readonly gap: number;
    readonly missing: readonly Place[];
  };
  /** Hidden rows or columns with amounts that sums count. `value` of a column: null. */
  readonly "hidden-parts": {
    readonly unit: MoneyUnit | null;
    readonly axis: "rows" | "columns";
    readonly parts: readonly (Place & { readonly value: number | null })[];
  };
}

/** What cells hold and how the table stands, whatever it is about. */
export interface StructureFindings {
  /**
   * Text where a number belongs; `reading` the number that it may mean, in the `unit` of the table where that is one of money, also where
   * the text names another; `letters`: letters are read as the digits that they look like; `formula`: it is a formula that was kept as
   * text.
   */
  readonly "text-for-number": {
    readonly text: string;
    readonly reading: number | null;
    readonly others: readonly number[];
    readonly unit: MoneyUnit | null;
    readonly letters: boolean;
    readonly formula: boolean;
  };
  /** A number that a spreadsheet keeps of a date, where no value is anywhere near. */
  readonly "date-for-number": { readonly label: string; readonly value: number; readonly day: Day };
  /**
   * `sums`: words of the rows whose sums are not checked because of it; `also`: other cells of a table of somebody else's that fail alike.
   */
  readonly "cell-error": { readonly error: string; readonly sums: readonly string[]; readonly also: readonly { readonly at: CellRef }[] };
  readonly "not-evaluated": {
    readonly formula: string;
    readonly kept: number | string | null;
    readonly sums: readonly string[];
    readonly also: readonly { readonly at: CellRef }[];
  };
  /** Cells that show what the file kept of other workbooks; `books`: names of their files, as far as they are known. */
  readonly "linked-values": { readonly places: readonly CellRef[]; readonly books: readonly string[] };
  /** Formulas that need themselves: each of `circle` reads the next one, the last one the first. */
  readonly circular: {
    readonly circle: readonly { readonly at: CellRef; readonly formula: string | null }[];
    readonly sums: readonly string[];
  };
  /** A typed number of more digits than a spreadsheet keeps. */
  readonly "digits-lost": {
    readonly value: number;
    readonly digits: number;
    readonly unit: MoneyUnit | null;
    readonly sums: readonly string[];
  };
  /** A table of ours without the names and codes by which it is read: it was not checked. */
  readonly "table-lost": { readonly kind: "budget" | "indicators" | "tasks"; readonly sheet: string };
  /**
   * Columns of ours that are gone, by their keys ("target" and "actual": all of them), and numbers that the column-number row leaves out.
   */
  readonly "columns-gone": {
    readonly kind: "budget" | "indicators" | "tasks";
    readonly keys: readonly string[];
    readonly numbers: readonly number[];
  };
  readonly "column-head-blank": { readonly kind: "budget" | "indicators" | "tasks"; readonly keys: readonly string[] };
  /** The head names another year than the one that the column was made for. */
  readonly "column-head-year": { readonly text: string; readonly year: number };
  /** Lines typed right below the last row of the table, outside of its names. */
  readonly "rows-outside": { readonly kind: "budget" | "indicators" | "tasks"; readonly rows: readonly Place[] };
  /** Columns of numbers for a year that are none of the table's; `label` is the head. */
  readonly "columns-outside": { readonly columns: readonly Place[] };
  readonly "outline-twice": { readonly number: string; readonly rows: readonly Place[] };
  /** `number` stands after `before`, or under `under` to which it does not belong. */
  readonly "outline-order": { readonly number: string; readonly before: string | null; readonly under: string | null };
  /** After each number the one that follows it; `after` is null at the beginning. */
  readonly "outline-skipped": { readonly jumps: readonly { readonly after: string | null; readonly next: string }[] };
  /** One merged cell over cells that take entries. `hidden`: cells beneath it that hold something. */
  readonly "merged-inputs": {
    readonly from: { readonly at: CellRef };
    readonly to: { readonly at: CellRef };
    readonly hidden: readonly { readonly at: CellRef }[];
  };
  /** `all`: no task of the table has a lead. */
  readonly "task-lead-missing": { readonly tasks: readonly string[]; readonly all: boolean };
  /** Its last day is past and it is not done. `units`: the reporting units that have not done it. */
  readonly "task-late": {
    readonly task: string;
    readonly time: string;
    readonly due: Day;
    readonly status: "todo" | "doing" | "paused" | "blank";
    readonly units: readonly string[];
    /** Those of `units` that say nothing. */
    readonly silent: readonly string[];
  };
  readonly "task-time-unreadable": { readonly task: string; readonly time: string };
  /** No status was filled in, though `late` of the table's tasks are past their last day. */
  readonly "task-statuses-missing": { readonly late: number; readonly tasks: number };
  readonly "task-status-unknown": { readonly task: string; readonly text: string };
  /** Done with less than 100 %, or 100 % and not done. */
  readonly "task-progress-differs": { readonly task: string; readonly done: boolean; readonly progress: number };
  readonly "task-progress-range": { readonly task: string; readonly progress: number };
}
