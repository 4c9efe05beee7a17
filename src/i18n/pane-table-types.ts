import type { MoneyUnit } from "../quantity";
import type { AnswerData } from "../findings";

type ColumnUse = NonNullable<AnswerData["is"]>;

/**
 * A rule that cells of a table follow: lines ("5") or columns ("E") by their names on the sheet, "…" between the ends of long runs.
 * `everywhere`: in every line, or column, that has a total there; it fails in `failing` of `count`.
 */
export interface RuleData extends Omit<AnswerData, "kind" | "is"> {
  readonly factor: number;
  /** Of a ratio: by how much the first part is more than the second, over the second. */
  readonly growth?: true;
  readonly count: number;
  readonly failing: number;
  readonly everywhere: boolean;
}

/** What was understood of a table: its range, rows of its heads ("3–4", "" for none) and columns of numbers ("C–G"). */
export interface TableData {
  readonly range: string;
  readonly kind: "indicators" | "budget" | "tasks" | "other";
  readonly unit: MoneyUnit | null;
  readonly heads: string;
  readonly lines: number;
  readonly levels: number;
  readonly columns: string;
}

/** Words of "Biểu này". */
export interface PaneTableWords {
  readonly title: string;
  readonly working: string;
  /** No table stands at the selected cells. */
  readonly none: string;
  readonly understood: (table: TableData) => string;
  readonly rule: (rule: RuleData) => string;
  readonly noRules: string;
  /** After the rules that are shown. */
  readonly more: (count: number) => string;
  readonly doubts: (count: number) => string;
  /** Of a total: what it states and what its parts come to, as written. */
  readonly total: (cell: string, stated: string, computed: string, holds: boolean) => string;
  readonly partsOf: (cell: string) => string;
  readonly noTotal: (axis: "column" | "row") => string;
  /** Makes the table one of the workbook, and lets it go again. */
  readonly takeOver: string;
  readonly letGo: string;
  readonly takingOver: string;
  /** What taking over does. */
  readonly takeOverHint: string;
  /** The table was taken over: which sheet says how it is understood stands behind it. */
  readonly taken: string;
  /** What a person puts right; folded. */
  readonly correct: string;
  readonly head: (row: number, so: boolean) => string;
  /** Of a row above the table of a range. */
  readonly headOf: (row: number, range: string) => string;
  /** What the column is taken for, and what it may be instead. */
  readonly column: (column: string, use: ColumnUse) => string;
  readonly uses: Readonly<Record<ColumnUse, string>>;
  readonly partsHint: (cell: string) => string;
  /** "8" or "E" is the total of what is selected now. */
  readonly isTotal: (axis: "column" | "row", name: string) => string;
  /** How to see the parts of a total. */
  readonly hint: string;
}
