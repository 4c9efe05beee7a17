import { generateRandomId } from "@univerjs/core";
import { holdBook } from "./hold";
import { type BookStore, type KeptBook, type KeptState, openStore } from "./store";

/** What this window goes on with. */
export interface LastWork {
  /** An error where the browser keeps nothing. */
  readonly store: BookStore | Error;
  readonly book: Pick<KeptBook, "id" | "file">;
  /** Null for a new workbook. */
  readonly state: KeptState | null;
  /** True where the workbook of before is open in another window. */
  readonly elsewhere: boolean;
}

/** Which workbook this window has; it outlives a reload, and goes with the window. */
const WINDOW_KEY = "plan-tables book";
const NEW = "new";
/** A window that is loaded again gets its workbook when the page of before lets it go: so many milliseconds at most. */
const PATIENCE = 3000;

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
    const held = wanted ? await holdBook(wanted.id, wanted.id === own ? PATIENCE : 0) : null;
    const state = wanted && held ? await store.load(wanted.id) : null;
    const book = wanted && state ? { id: wanted.id, file: wanted.file } : await newBook(null);
    showNext(book.id);
    return { store, book, state, elsewhere: wanted !== undefined && held === null };
  } catch (cause) {
    store?.close();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { store: error, book: { id: "", file: null }, state: null, elsewhere: false };
  }
}

/** A workbook that nobody else has, held by this window. */
export async function newBook(file: string | null): Promise<Pick<KeptBook, "id" | "file">> {
  const id = generateRandomId(16);
  await holdBook(id, 0);
  return { id, file };
}

/** Which workbook this window shows when it is loaded again; null for a new one. */
export function showNext(id: string | null): void {
  sessionStorage.setItem(WINDOW_KEY, id ?? NEW);
}
