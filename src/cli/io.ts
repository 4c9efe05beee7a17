import type { SheetCopy, SheetSpec, UnitWorker, Workbook, WorkerSetup } from "../app";
import type { DocumentText } from "../documents";
import { failureSentence, type Words } from "../i18n";

/** What the command line needs of the world; main.ts gives the real one. */
export interface Io {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly stdin: () => Promise<string>;
  /**
   * The files that a path stands for: the file itself, or all files of tables in a folder and its folders, sorted. Throws when the path is
   * not there.
   */
  readonly files: (path: string) => Promise<string[]>;
  readonly open: (file: string) => Promise<Workbook>;
  /** A sheet of a file as it can be written again, and what of it cannot; null where there is none of that name. */
  readonly sheet: (file: string, name: string) => Promise<SheetCopy | null>;
  /** A document (.txt, .docx, .pdf) as text; throws `DocumentFailure`, and what the system says of the file. */
  readonly document: (file: string) => Promise<DocumentText>;
  /** The bytes of a new .xlsx. */
  readonly workbook: (specs: readonly SheetSpec[]) => Promise<Uint8Array>;
  /** Begins a new file, which has its name after `keep`; throws `FileExists` rather than write over a file. */
  readonly create: (file: string) => Promise<Sink<string | Uint8Array>>;
  /** Gives the new files of this command their names, all or none; throws `FileExists` where another file has taken one meanwhile. */
  readonly keep: () => void;
  /** Takes back the new files that were not kept. */
  readonly discard: () => void;
  readonly today: () => Date;
  /** The text of a UTF-8 file. */
  readonly readText: (file: string) => Promise<string>;
  /** Standard output, piece by piece. */
  readonly print: Sink<string>;
  /** How far a long work is; null when it has ended. */
  readonly progress: (line: string | null) => void;
  /** How many threads the machine runs well at once. */
  readonly cores: number;
  /** A worker in a thread of its own; absent where there are no threads. */
  readonly thread?: (setup: WorkerSetup) => UnitWorker;
}

/** Takes content piece by piece; each piece waits until the other side has room. */
export interface Sink<T> {
  readonly write: (content: T) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Thrown where a file would be written over. */
export class FileExists extends Error {
  override readonly name = "FileExists";
  constructor(readonly file: string) {
    super(file);
  }
}

/** What could not be done, in one sentence: exit 2. */
export class NotDone extends Error {
  override readonly name = "NotDone";
}

/** Does what writes `file`; whatever it throws becomes `NotDone` with the sentence for it. */
export async function writing<T>(file: string, words: Words, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof NotDone) throw cause;
    if (cause instanceof FileExists) throw new NotDone(words.cli.exists(cause.file), { cause });
    const { code, sentence } = failureSentence(cause, words);
    // a new file is not there, of course: what is missing is its folder
    throw new NotDone(words.cli.cannotWrite(file, code === "ENOENT" ? words.cli.noFolder : sentence), { cause });
  }
}

/** Begins a new file of a kind that its name has to show. Throws `NotDone`. */
export async function beginFile(
  file: string, ending: ".xlsx" | ".csv" | ".json", words: Words, io: Io,
): Promise<Sink<string | Uint8Array>> {
  if (!file.toLowerCase().endsWith(ending)) throw new NotDone(words.cli.badEnding(file, ending));
  return writing(file, words, () => io.create(file));
}

/** A new workbook that waits for its content; it has its name after `keep`. */
interface NewWorkbook {
  readonly write: (specs: readonly SheetSpec[]) => Promise<void>;
}

/** A new workbook whose place is taken before the work for it begins; `write` gives it its content. All throw `NotDone`. */
export async function beginWorkbook(file: string, words: Words, io: Io): Promise<NewWorkbook> {
  const sink = await beginFile(file, ".xlsx", words, io);
  return {
    write: (specs) =>
      writing(file, words, async () => {
        await sink.write(await io.workbook(specs));
        await sink.close();
      }),
  };
}

/** Writes a new workbook, and nothing else. Throws `NotDone`; a file that is there stays as it is. */
export async function writeNew(file: string, specs: readonly SheetSpec[], words: Words, io: Io): Promise<void> {
  const workbook = await beginWorkbook(file, words, io);
  await workbook.write(specs);
  await writing(file, words, io.keep);
}

/** Writes a new file of text, and nothing else. Throws `NotDone`; a file that is there stays as it is. */
export async function writeText(file: string, ending: ".json", content: string, words: Words, io: Io): Promise<void> {
  const sink = await beginFile(file, ending, words, io);
  await writing(file, words, async () => {
    await sink.write(content);
    await sink.close();
    io.keep();
  });
}

/** The sentence of a file that could not be read. */
export function unreadSentence(file: string, cause: unknown, words: Words): string {
  return words.cli.unreadable(file, failureSentence(cause, words).sentence);
}
