/** Which of the two: what was chosen to compare with, or what is open. */
export type Side = "other" | "mine";

/** Where the version to compare with is. */
export type CompareFrom = "sheet" | "file";

/** The words of the pane for two versions that are held against each other; what changed is in `VersionsWords`. */
export interface PaneCompareWords {
  readonly title: string;
  readonly hint: string;
  readonly from: string;
  readonly sources: Readonly<Record<CompareFrom, string>>;
  readonly listing: string;
  /** The sheet in front, which is the one version. */
  readonly front: (sheet: string) => string;
  readonly otherSheet: string;
  /** Instead of a sheet where the chosen one is in front or gone. */
  readonly choose: string;
  readonly noSheets: string;
  readonly pickFile: string;
  readonly noFile: string;
  /** The label of the choice which version is the old one. */
  readonly old: string;
  readonly sides: Readonly<Record<Side, Readonly<Record<CompareFrom, string>>>>;
  readonly run: string;
  readonly working: string;
  readonly cancel: string;
  /** What the open workbook is called as a version. */
  readonly workbook: string;
  /** When which versions were compared; times as "14:05". */
  readonly at: (time: string, old: string, now: string) => string;
  /** Before the reason. */
  readonly unread: (file: string) => string;
  /** The sheet in front is the one to compare with. */
  readonly oneSheet: (sheet: string) => string;
  readonly noTables: (version: string) => string;
  /** None of the tables is in both. */
  readonly nothing: string;
  /** Of a cell that stands in one version only, which is not open. */
  readonly only: { readonly old: string; readonly now: string };
  /** The title over tables that only one version has. */
  readonly lone: string;
  readonly unchanged: (tables: number) => string;
  readonly more: (changes: number) => string;
  readonly write: string;
  /** The form that adjusts a budget on new sheets. */
  readonly adjust: string;
  readonly writing: string;
  readonly stopping: string;
  readonly made: string;
}
