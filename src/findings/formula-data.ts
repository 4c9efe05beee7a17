import type { MoneyUnit } from "../quantity";
import type { CalculationSetting, CellRef } from "../sheet";
import type { Amount, Place } from "./data";

/** A cell and what its formula is. */
export interface FormulaAt {
  readonly at: CellRef;
  readonly formula: string;
}

/** What is found of the formulas of a table, whoever made it. `also`: other cells with the same fault. */
export interface FormulaFindings {
  /** Numbers typed into a formula that adds cells up, with their signs. */
  readonly "formula-number": FormulaAt & {
    readonly label: string;
    readonly numbers: readonly number[];
    readonly also: readonly FormulaAt[];
  };
  /** A formula adds cells that hold nothing, or words (`text`). `open`: they may be filled in later. */
  readonly "formula-empty": FormulaAt & {
    readonly label: string;
    readonly cells: readonly { readonly at: CellRef; readonly text: string | null }[];
    readonly open: boolean;
    readonly also: readonly FormulaAt[];
  };
  /** A total adds `by`, and the cells that `by` adds up already. `extra`: what it counts twice, null where that cannot be told. */
  readonly "double-count": FormulaAt & {
    readonly unit: MoneyUnit | null;
    readonly label: string;
    readonly value: number | null;
    readonly extra: number | null;
    readonly by: readonly Place[];
    readonly also: readonly FormulaAt[];
  };
  /**
   * Among formulas that are alike one cell was typed over (`formula` null) or has another one. `right`: what the one that belongs there
   * shows.
   */
  readonly "formula-interrupted": {
    readonly unit: MoneyUnit | null;
    readonly at: CellRef;
    readonly label: string;
    readonly axis: "column" | "row";
    readonly formula: string | null;
    readonly expected: string;
    readonly value: number | null;
    readonly right: number | null;
    readonly also: readonly { readonly at: CellRef; readonly expected: string }[];
  };
  /** Numbers that do not show, for the colour of their text or their format, and the total that adds each. */
  readonly "unseen-number": {
    readonly unit: MoneyUnit | null;
    readonly parts: readonly (Amount & { readonly why: "ink" | "format"; readonly by: CellRef })[];
  };
  /** The workbook computes otherwise than usual. */
  readonly "calculation-setting": { readonly settings: readonly CalculationSetting[] };
  /** Sheets that no menu shows again; `reader`: the first cell of a table whose formula reads it, null where it only holds numbers. */
  readonly "very-hidden": { readonly sheets: readonly { readonly sheet: string; readonly reader: CellRef | null }[] };
  /** The area of a sum ends before a number that belongs to it. `by`: what says that it does. */
  readonly "range-short": FormulaAt & {
    readonly unit: MoneyUnit | null;
    readonly label: string;
    readonly expected: string;
    /** By the words of their lines; of columns (`axis` "row") by their heads. */
    readonly missing: readonly Amount[];
    readonly axis: "column" | "row";
    readonly by: "neighbours" | "outline" | "place";
    readonly also: readonly FormulaAt[];
  };
}
