import type { Engine } from "../engine";
import { type LogEntry, takeSnapshot, watchLog } from "../log";
import type { OpenedFile } from "../opening";
import { type BookOrigin, type BookStore, noStore } from "./store";

export interface KeeperOptions {
  readonly engine: Engine;
  /** An error where the browser has none. */
  readonly store: Pick<BookStore, "append" | "replace"> | Error;
  readonly book: BookOrigin;
  /** True where the store has this workbook already, as the engine has it; a new one is kept from its first change on. */
  readonly known: boolean;
  /** Told when keeping fails, and with null when it works again. */
  readonly failed: (cause: Error | null) => void;
}

/** Keeps a workbook in the background. */
export interface Keeper {
  /** The workbook that is kept now. */
  readonly id: string;
  /** True where something was changed that could not be kept, or cannot be. */
  readonly unsafe: boolean;
  /** Keeps at once what is waiting; resolves when it is kept, or could not be. */
  flush(): Promise<void>;
  /**
   * Runs what puts the workbook of a file into the engine; it is kept under `id` from then on, and that of before stays as it was. Where
   * the work rejects, the workbook of before goes on.
   */
  turnTo(id: string, work: () => Promise<OpenedFile>): Promise<OpenedFile>;
  dispose(): void;
}

/** Changes gather for so many milliseconds, so that typing makes one write. */
const GATHERED = 400;
/** Nothing waits longer than this for a moment in which nobody types: in milliseconds. */
const LONGEST_WAIT = 2000;
/** The log gives way to a snapshot when it is longer than this, and longer than the snapshot of before: in characters. */
const LONG_LOG = 500_000;

/**
 * Writes what happens to a workbook into the store: its log as it grows, now and then a snapshot in its place. Nothing waits for it.
 * After a failure the log has a gap, so that the next write is a snapshot.
 */
export function keepBook({ engine, store: given, book: first, known, failed }: KeeperOptions): Keeper {
  const store = given instanceof Error ? noStore(given) : given;
  let book = first;
  let waiting: LogEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  let paused = false;
  /** The log in the store does not lead to what the engine has. */
  let gap = !known;
  let broken = given instanceof Error;
  /** Changes that are in no store: what is gathered, and what a write lost. */
  let unkept = false;
  /** Characters of the log and of the snapshot in the store. */
  let [logged, size] = [0, 0];

  const write = async (): Promise<void> => {
    if (paused || waiting.length === 0) return;
    const entries = waiting;
    waiting = [];
    const { id, file, left = [] } = book;
    const kept = { id, file, left, name: file ?? sheetNames(engine), changed: Date.now() };
    const length = entries.reduce((sum, entry) => sum + entry.length, 0);
    try {
      if (gap || logged + length > Math.max(LONG_LOG, size)) {
        // it holds all changes until now; what is not calculated yet is calculated when it is opened
        const snapshot = takeSnapshot(engine);
        await store.replace(kept, snapshot);
        [gap, logged, size] = [false, 0, snapshot.length];
      } else {
        await store.append(kept, entries);
        logged += length;
      }
      if (broken) failed(null);
      broken = false;
      unkept = waiting.length > 0;
    } catch (cause) {
      gap = broken = true;
      failed(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    last = last.then(write);
    return last;
  };
  const gather = (): void => {
    timer ??= setTimeout(() => whenIdle(() => void flush()), GATHERED);
  };
  const watched = watchLog(engine, (entry) => {
    waiting.push(entry);
    unkept = true;
    gather();
  });
  return {
    get id() {
      return book.id;
    },
    get unsafe() {
      return broken && unkept;
    },
    flush,
    turnTo: async (id, work) => {
      await flush();
      paused = true;
      try {
        const opened = await work();
        [book, gap] = [{ id, file: opened.name, left: opened.left }, true];
        return opened;
      } finally {
        paused = false;
        if (waiting.length > 0) gather();
      }
    },
    dispose: () => {
      clearTimeout(timer);
      watched.dispose();
    },
  };
}

/** A snapshot of a large workbook takes a moment: not while somebody types, if that can be helped. */
function whenIdle(work: () => void): void {
  // older Safari has none
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: LONGEST_WAIT });
  else work();
}

/** Most characters of the name of a workbook that has no file. */
const LONGEST_NAME = 80;

function sheetNames({ workbook }: Engine): string {
  const names = workbook.getSheets().map((sheet) => sheet.getSheetName()).join(", ");
  return names.length > LONGEST_NAME ? `${names.slice(0, LONGEST_NAME - 1)}…` : names;
}
