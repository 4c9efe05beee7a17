import { generateRandomId } from "@univerjs/core";
import { holdBook } from "./hold";
import { type BookOrigin, type BookStore, type KeptState, openStore } from "./store";

/** What this window goes on with. */
export interface LastWork {
  /** An error where the browser keeps nothing. */
  readonly store: BookStore | Error;
  readonly book: HeldBook;
  /** Null for a new workbook. */
  readonly state: KeptState | null;
  /** Why the workbook of before is not there: another window has it, or it did not come to stand when it was tried. */
  readonly passedOver: "elsewhere" | "neverStarts" | null;
}

/** A workbook that no other window has until it is let go, or this window closes. */
export interface HeldBook extends BookOrigin {
  readonly release: () => void;
}

/** Which workbook this window has; it outlives a reload, and goes with the window. */
const WINDOW_KEY = "plan-tables book";
const NEW = "new";
/** A window that is loaded again gets its workbook when the page of before lets it go: so many milliseconds at most. */
const PATIENCE = 3000;
/** A workbook is started with until so many starts did not come to an end: it hangs, or breaks the engine. */
export const MOST_STARTS = 2;

/**
 * The workbook of this window, or of a new window the one that was changed last, unless another window has it: no two windows write one
 * workbook. Never rejects.
 */
export async function findLastWork(): Promise<LastWork> {
  let store: BookStore | null = null;
  try {
    store = await openStore();
    const own = sessionStorage.getItem(WINDOW_KEY);
    const books = own === NEW ? [] : await store.list();
    const wanted = books.find(({ id }) => id === own) ?? books[0];
    const starts = wanted?.starts ?? 0;
    const broken = starts >= MOST_STARTS;
    const release = wanted && !broken ? await holdBook(wanted.id, wanted.id === own ? PATIENCE : 0) : null;
    const state = wanted && release ? await store.load(wanted.id) : null;
    const book = wanted && state && release ? { ...wanted, release } : await newBook();
    // a browser that is full still shows what it has
    if (state) await store.setStarts(book.id, starts + 1).catch(() => undefined);
    showNext(book.id);
    return { store, book, state, passedOver: broken ? "neverStarts" : wanted && !release ? "elsewhere" : null };
  } catch (cause) {
    store?.close();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { store: error, book: UNKEPT, state: null, passedOver: null };
  }
}

/** What a browser without storage has. */
export const UNKEPT: HeldBook = { id: "", file: null, release: () => undefined };

/** A workbook that nobody else has. */
export async function newBook(): Promise<HeldBook> {
  const id = generateRandomId(16);
  return { id, file: null, release: (await holdBook(id, 0)) ?? (() => undefined) };
}

/** Which workbook this window shows when it is loaded again; null for a new one. */
export function showNext(id: string | null): void {
  sessionStorage.setItem(WINDOW_KEY, id ?? NEW);
}
