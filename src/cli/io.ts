import type { SheetSpec, Workbook } from "../app";
import { failureSentence, type Words } from "../i18n";
import type { UnitWorker, WorkerSetup } from "./unit-worker";

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
  readonly exists: (file: string) => Promise<boolean>;
  /** The text of a UTF-8 file. */
  readonly readText: (file: string) => Promise<string>;
  /** A new text file, or standard output (null); throws `FileExists` rather than write over a file. */
  readonly text: (file: string | null) => Promise<TextSink>;
  /** How far a long work is; null when it has ended. */
  readonly progress: (line: string | null) => void;
  /** How many threads the machine runs well at once. */
  readonly cores: number;
  /** A worker in a thread of its own; absent where there are no threads. */
  readonly thread?: (setup: WorkerSetup) => UnitWorker;
}

/** Takes text piece by piece; each piece waits until the other side has room. */
export interface TextSink {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Takes back what was written, where that can be done. */
  readonly discard: () => Promise<void>;
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
