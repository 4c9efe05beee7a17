import type { CellRef } from "../sheet";

/** What of a figure of a text is to be told beside its cell. */
export interface FigureTold {
  /** It surely is another one; else it may be. */
  readonly sure: boolean;
  /** What the table says, in the text's unit; null where it says nothing. */
  readonly shown: string | null;
  /** How that comes of cells; null where a cell says it. */
  readonly way: "sum" | "difference" | "growth" | "part" | "ratio" | null;
  /** The kind of a typing mistake; null where none makes the one of the other. */
  readonly slip: string | null;
  /** The cell that holds the text's figure. */
  readonly elsewhere: { readonly at: CellRef; readonly label: string; readonly head: string } | null;
}

/** The words of a text that is held against tables. */
export interface TextCheckWords {
  readonly verdicts: Readonly<Record<"differs" | "unsure" | "not-found" | "agrees", string>>;
  readonly counts: (counts: Readonly<Record<"differs" | "unsure" | "not-found" | "agrees", number>>) => string;
  readonly told: (told: FigureTold) => string;
  /** The text has no amount, share or count. */
  readonly noFigures: string;
  /** No table was understood in the workbook. */
  readonly noTables: string;
  readonly cli: {
    /** Of the option. */
    readonly text: string;
    readonly oneFile: string;
    readonly inSentence: (sentence: string) => string;
  };
  /** The sheet on which the result is written. */
  readonly sheet: {
    readonly name: string;
    /** What a text without a file is called. */
    readonly pasted: string;
    readonly title: string;
    readonly made: (text: string, date: string) => string;
    readonly note: string;
    readonly heads: {
      readonly number: string;
      readonly verdict: string;
      readonly figure: string;
      readonly shown: string;
      readonly cell: string;
      readonly what: string;
      readonly sentence: string;
    };
  };
}
