import type { Traced } from "../../base";

/** What stands under a heading. */
export const SECTION_KINDS = ["target", "report", "budget", "task", "organisation", "basis", "other"] as const;
/**
 * "target": what is to be reached; "report": what was reached or is so far; "budget": money; "task": who does what, measures;
 * "organisation": who carries it out; "basis": laws and reasons that the document rests on.
 */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Years that a heading or a title says: one year is a period of itself. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** How a paragraph is numbered: "Điều 2.", "II.", "1.1.", "a)", "-". */
export interface Marker {
  readonly text: string;
  readonly kind: "annex" | "article" | "roman" | "capital" | "number" | "letter" | "dash" | "plus";
}

/** A paragraph of the text, its wrapped lines joined; a row of a table is one, too. */
export interface Paragraph {
  /** Its place in `TextDocument.paragraphs`. */
  readonly index: number;
  readonly marker: Marker | null;
  /** Cleaned, without its marker; traced back to the text as given. */
  readonly text: Traced;
  readonly isHeading: boolean;
  /** The heading or item of a list that it stands under. */
  readonly parent: Paragraph | null;
  readonly section: Section;
  /** The cells of a row of a table; null elsewhere. */
  readonly cells: readonly Traced[] | null;
}

export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: Paragraph | null;
  readonly parent: Section | null;
  /** What its heading says, else what the one above says. */
  readonly kind: SectionKind;
  /** Only what its own heading says. */
  readonly years: Years | null;
}

/** The rows of one table of the document, in order. */
export interface DocumentTable {
  readonly rows: readonly Paragraph[];
}

/** The text of an administrative document taken apart: "Nghị định 30/2020/NĐ-CP, Phụ lục I" says how it is laid out. */
export interface TextDocument {
  /** As given: every span points into it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly DocumentTable[];
  /** The years that the title says, null where it says none. */
  readonly years: Years | null;
}
