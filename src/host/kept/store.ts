import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { LeftBehind, LeftPart } from "../../workbook/xlsx";
import type { LogEntry, Snapshot } from "../log";

/** A workbook that this browser keeps. */
export interface KeptBook {
  readonly id: string;
  /** How it is called in the list: as its sheets, or `file`. */
  readonly name: string;
  /** The file that it was opened from. */
  readonly file: string | null;
  /** What of that file is not shown; older ones that were kept say it without the sheets, or not at all. */
  readonly left?: readonly (LeftPart | LeftBehind)[];
  /** How many starts with it did not come to an end, one after the other; none where it is absent. */
  readonly starts?: number;
  /** When something of it was kept last, in milliseconds since 1970. */
  readonly changed: number;
}

/** Which workbook it is, and what it was opened from. */
export type BookOrigin = Pick<KeptBook, "id" | "file" | "left">;

/** What is kept of a workbook: it is the snapshot with all of the log carried out. */
export interface KeptState {
  readonly snapshot: Snapshot;
  readonly log: readonly LogEntry[];
}

/** The workbooks that this browser keeps. All of it rejects where the browser's storage fails: full, or taken away. */
export interface BookStore {
  /** The one that was changed last comes first. */
  list(): Promise<KeptBook[]>;
  /** Null where it was removed. */
  load(id: string): Promise<KeptState | null>;
  /** Adds to the log of a workbook that has a snapshot. */
  append(book: KeptBook, entries: readonly LogEntry[]): Promise<void>;
  /** Puts a snapshot in the place of the one before and of its log. */
  replace(book: KeptBook, snapshot: Snapshot): Promise<void>;
  /** Keeps how many starts with a workbook did not come to an end; keeping the workbook itself sets it to none. */
  setStarts(id: string, starts: number): Promise<void>;
  remove(id: string): Promise<void>;
  close(): void;
}

/** A store of a browser that has none: it takes nothing, and says why. */
export function noStore(cause: Error): Pick<BookStore, "append" | "replace"> {
  return { append: () => Promise.reject(cause), replace: () => Promise.reject(cause) };
}

interface Schema extends DBSchema {
  books: { key: string; value: KeptBook };
  snapshots: { key: string; value: Snapshot };
  /** In the order of their keys. */
  log: { key: number; value: { readonly book: string; readonly entries: readonly LogEntry[] }; indexes: { book: string } };
}

const NAME = "plan-tables";
const VERSION = 1;

/** Rejects where the browser has no storage for this page, as in some private windows. */
export async function openStore(): Promise<BookStore> {
  const db = await openDB<Schema>(NAME, VERSION, {
    upgrade: (made) => {
      made.createObjectStore("books", { keyPath: "id" });
      made.createObjectStore("snapshots");
      made.createObjectStore("log", { autoIncrement: true }).createIndex("book", "book");
    },
    // a newer page wants to change the storage: it may, this one says so at its next write
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return {
    list: async () => (await db.getAll("books")).sort((a, b) => b.changed - a.changed),
    load: (id) => load(db, id),
    append: async (book, entries) => {
      const change = db.transaction(["books", "log"], "readwrite", { durability: "relaxed" });
      await Promise.all([change.objectStore("books").put(book), change.objectStore("log").add({ book: book.id, entries }), change.done]);
    },
    replace: async (book, snapshot) => {
      const change = db.transaction(["books", "snapshots", "log"], "readwrite");
      await Promise.all([
        change.objectStore("books").put(book), change.objectStore("snapshots").put(snapshot, book.id),
        dropLog(change, book.id), change.done,
      ]);
    },
    setStarts: async (id, starts) => {
      const change = db.transaction("books", "readwrite");
      const book = await change.store.get(id);
      if (book) await change.store.put({ ...book, starts });
      await change.done;
    },
    remove: async (id) => {
      const change = db.transaction(["books", "snapshots", "log"], "readwrite");
      await Promise.all([
        change.objectStore("books").delete(id), change.objectStore("snapshots").delete(id), dropLog(change, id), change.done,
      ]);
    },
    close: () => db.close(),
  };
}

async function load(db: IDBPDatabase<Schema>, id: string): Promise<KeptState | null> {
  const whole = db.transaction(["snapshots", "log"]);
  const [snapshot, log] = await Promise.all([
    whole.objectStore("snapshots").get(id), whole.objectStore("log").index("book").getAll(id), whole.done,
  ]);
  return snapshot === undefined ? null : { snapshot, log: log.flatMap(({ entries }) => entries) };
}

type Change = IDBPTransaction<Schema, ("books" | "snapshots" | "log")[], "readwrite">;

async function dropLog(change: Change, id: string): Promise<void> {
  const log = change.objectStore("log");
  for (const key of await log.index("book").getAllKeys(id)) await log.delete(key);
}
