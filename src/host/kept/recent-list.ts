import type { Speech } from "../speech";
import type { Words } from "../words";
import { holdBook } from "./hold";
import type { BookStore, KeptBook } from "./store";

interface RecentParts {
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  readonly speech: Speech;
  readonly store: BookStore;
  /** The workbook of this window. */
  readonly current: () => string;
  /** Opens one of the list, or with null a new one. */
  readonly open: (id: string | null) => Promise<void>;
}

/** *Tệp gần đây*: the workbooks that this browser keeps, to be opened or removed, and a new one. */
export function arrangeRecent({ button, dialog, speech, store, current, open }: RecentParts): void {
  const note = make("p", "");
  note.setAttribute("role", "status");
  const say = (sentence: ((words: Words) => string) | null): void => speech.say(note, sentence);
  const notKept = (cause: unknown): void => say((words) => words.notKept(cause instanceof Error ? cause.message : String(cause)));
  const list = make("ul", "");
  const show = async (): Promise<void> => {
    const books = (await store.list()).filter(({ id }) => id !== current());
    list.replaceChildren(...books.map(row));
    if (books.length === 0) say((words) => words.noRecent);
  };
  const row = (book: KeptBook): HTMLLIElement => {
    const item = make("li", "");
    const { words, language } = speech;
    const time = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { dateStyle: "short", timeStyle: "short" });
    const opener = action(words.openRecent(book.name), `${time.format(book.changed)} · ${book.name}`, () => open(book.id));
    item.append(opener, action(words.removeRecent(book.name), words.remove, () => remove(book)));
    return item;
  };
  const remove = async (book: KeptBook): Promise<void> => {
    const release = await holdBook(book.id, 0);
    if (!release) say((words) => words.openElsewhere(book.name));
    else if (window.confirm(speech.words.removeQuestion(book.name))) await store.remove(book.id);
    release?.();
    await show();
  };
  const action = (label: string, text: string, act: () => void | Promise<void>): HTMLButtonElement => {
    const made = make("button", text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      Promise.resolve(act()).catch(notKept);
    });
    return made;
  };
  const heading = make("h2", "");
  heading.id = "recent-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  speech.follow((words) => {
    button.textContent = heading.textContent = words.recent;
    const close = action(words.close, words.close, () => dialog.close());
    dialog.replaceChildren(heading, list, note, action(words.newBook, words.newBook, () => open(null)), close);
  });
  button.hidden = false;
  button.addEventListener("click", () => {
    say(null);
    dialog.showModal();
    show().catch(notKept);
  });
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { textContent: text });
}
