import type { QuestionId } from "./names";

/** What Excel answers, as a report holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Answers by what was asked; `{ error }` where Excel refused, with its code. */
export type Answers = Readonly<Record<string, Json>>;

/** Something that the documentation of Excel leaves open, asked of the Excel that is there. */
export interface Question {
  readonly id: QuestionId;
  /** What the add-in rests on; everything else is only noted. */
  readonly expects: Answers;
  readonly ask: (asking: Asking) => Promise<Answers>;
}

/** A sheet of the question's own, and how Excel is asked about it. */
export interface Asking {
  readonly sheetId: string;
  readonly sheetName: string;
  /** Runs a batch; what Excel refuses becomes `{ error: code }`. */
  attempt(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<Json | void>): Promise<Json>;
  /** A second sheet, which is removed with the first. */
  another(): Promise<string>;
  /** Waits for events. */
  pause(ms: number): Promise<void>;
  /** What the page saw of itself since it was opened. */
  readonly page: Answers;
  readonly supports: (excelApi: string) => boolean;
}

/** Cells as Excel gives them: values, formulas and texts are numbers, texts and truth values. */
export function cells(grid: readonly (readonly unknown[])[]): Json {
  return grid.map((row) =>
    row.map((cell) => (typeof cell === "number" || typeof cell === "string" || typeof cell === "boolean" ? cell : null)),
  );
}
