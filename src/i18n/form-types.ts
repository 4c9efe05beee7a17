import type { MoneyUnit } from "../quantity";

/** What a form becomes as a template, counted. */
export interface FormCounts {
  readonly tables: number;
  readonly columns: number;
  readonly lines: number;
  readonly rules: number;
}

/** The words of forms as templates. */
export interface FormWords {
  readonly counts: (counts: FormCounts) => string;
  /** `areas`: the first of them, `more` how many others there are. */
  readonly cleared: (cells: number, areas: readonly string[], more: number) => string;
  readonly nothingCleared: string;
  readonly added: (cells: number, areas: readonly string[], more: number) => string;
  readonly dropped: (cells: number, areas: readonly string[], more: number) => string;
  readonly reworded: (cell: string, from: string, to: string) => string;
  readonly moreReworded: (count: number) => string;
  readonly inputs: (cells: number) => string;
  readonly cli: {
    readonly form: string;
    readonly forms: string;
    readonly sheet: string;
    readonly output: string;
    readonly year: string;
    readonly unit: string;
    readonly written: (file: string) => string;
    /** Of a workbook with several sheets that may be meant. */
    readonly whichSheet: (file: string, sheets: readonly string[]) => string;
    readonly badEnding: (file: string) => string;
    readonly badYear: (text: string) => string;
    readonly badUnit: (text: string, units: readonly MoneyUnit[]) => string;
    /** Neither a file nor a form that ships. */
    readonly unknown: (text: string) => string;
    readonly noTable: (file: string) => string;
    readonly onlyForWorkbook: string;
  };
}
