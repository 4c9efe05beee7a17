import type { SheetSpec, Workbook } from "../app";
import { failureSentence, type Words } from "../i18n";

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

/** What could not be done, in one sentence: exit 2. */
export class NotDone extends Error {
  override readonly name = "NotDone";
}

/** Writes a new workbook. Throws `NotDone` with the sentence for it; a file that is there stays as it is. */
export async function writeNew(file: string, specs: readonly SheetSpec[], words: Words, io: Io): Promise<void> {
  try {
    await io.write(file, specs);
  } catch (cause) {
    if (cause instanceof FileExists) throw new NotDone(words.cli.exists(file), { cause });
    throw new NotDone(words.cli.cannotWrite(file, failureSentence(cause, words).sentence), { cause });
  }
}
