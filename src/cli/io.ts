import type { SheetSpec, Workbook } from "../app";

/** What the command line needs of the world; main.ts gives the real one. */
export interface Io {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly stdin: () => Promise<string>;
  /** The .xlsx files that a path stands for: the file itself, or those of a folder and its folders, sorted. Throws when the path is not there. */
  readonly files: (path: string) => Promise<string[]>;
  readonly open: (file: string) => Promise<Workbook>;
  /** Writes a new workbook; throws `FileExists` rather than write over a file. */
  readonly write: (file: string, specs: readonly SheetSpec[]) => Promise<void>;
  readonly today: () => Date;
}

/** Thrown where a file would be written over. */
export class FileExists extends Error {
  override readonly name = "FileExists";
}
