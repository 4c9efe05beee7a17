/** How many units there are, and what became of each. */
export interface UnitCounts {
  readonly units: number;
  readonly read: number;
  readonly broken: number;
  readonly noTables: number;
  readonly missing: number;
}

/** The words of the pane's roll-up of many units. */
export interface PaneRollUpWords {
  readonly title: string;
  readonly hint: string;
  readonly from: string;
  readonly sources: { readonly sheets: string; readonly files: string };
  readonly listing: string;
  readonly noSheets: string;
  readonly pickFiles: string;
  readonly pickFolder: string;
  /** Where no folder can be picked. */
  readonly noFolder: string;
  readonly clear: string;
  readonly noFiles: string;
  /** How many of the listed sheets or files are chosen. */
  readonly chosen: (count: number, of: number) => string;
  /** The label of a group of rows. */
  readonly rows: string;
  readonly choose: (name: string) => string;
  readonly unit: (name: string) => string;
  readonly unitHint: string;
  readonly expected: string;
  readonly expectedHint: string;
  readonly line: string;
  readonly lineHint: string;
  readonly run: string;
  readonly reading: string;
  readonly writing: string;
  readonly cancel: string;
  readonly stopping: string;
  readonly counts: (counts: UnitCounts) => string;
  readonly wrong: (units: number) => string;
  readonly look: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly anyway: string;
  readonly leave: string;
  readonly made: string;
}

/** Where Excel itself makes a PDF or a file of the workbook; steps in the order of doing. */
export interface PaneExportWords {
  readonly title: string;
  readonly hint: string;
  readonly ways: readonly { readonly where: string; readonly steps: readonly string[] }[];
}
