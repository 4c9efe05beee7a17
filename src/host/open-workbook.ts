import type { LeftBehind, LeftPart } from "../workbook/xlsx";
import { createBridge } from "./bridge/bridge";
import type { Transport } from "./bridge/frame";
import { showCharts } from "./charts/show-charts";
import type { Engine } from "./engine";
import { arrangeFiles } from "./file-actions";
import { endEditingOutside, startGrid } from "./grid";
import { type Keeper, keepBook } from "./kept/keeper";
import { findLastWork, MOST_STARTS, newBook, showNext, UNKEPT } from "./kept/last-work";
import { arrangeRecent } from "./kept/recent-list";
import { replay, workbookOf } from "./log";
import { element } from "./page-element";
import type { Speech } from "./speech";
import type { Words } from "./words";

/** Shows the workbook of before, or a new one, with what keeps, opens and saves it; `openPane` begins the pane anew. */
export async function openWorkbook(speech: Speech, openPane: () => void): Promise<Transport> {
  const last = await findLastWork();
  const status = element("status", HTMLElement);
  const container = element("workbook", HTMLElement);
  const { state } = last;
  let engine: Engine;
  try {
    engine = startGrid(container, speech, state ? { data: workbookOf(state.snapshot) } : { name: "", sheets: [speech.words.sheet] });
  } catch (cause) {
    if (!state || last.store instanceof Error) throw cause;
    // the next start has a new workbook, and says why
    await last.store.setStarts(last.book.id, MOST_STARTS);
    location.reload();
    // nothing is answered any more
    return new Promise(() => undefined);
  }
  endEditingOutside(engine, window);
  let { book } = last;
  const { store } = last;
  const say = (sentence: (words: Words) => string): void => speech.say(status, sentence);
  if (store instanceof Error) say((words) => words.notKept(store.message));
  else if (last.passedOver) say((words) => words[last.passedOver ?? "elsewhere"]);
  else if (state) {
    try {
      replay(engine, state.log);
      say((words) => words.broughtBack);
    } catch {
      const { id, release } = await newBook();
      book.release();
      book = { ...book, id, release };
      showNext(id);
      say((words) => words.broughtBackInPart);
    }
  }
  const bridge = createBridge(engine);
  showCharts(engine, element("charts", HTMLElement), speech, () => say((words) => words.noCharts));

  const keeper = keepBook({
    engine, book, store,
    known: state !== null && book === last.book,
    failed: (cause) => {
      say((words) => (cause ? words.notKept(cause.message) : words.keptAgain));
    },
  });
  /** A workbook that is there and calculated, that can be left, or is asked for, may be started with. */
  const startEnds = async (id: string): Promise<void> => {
    if (!(store instanceof Error)) await store.setStarts(id, 0).catch(() => undefined);
  };
  void engine.settled().then(() => startEnds(last.book.id), () => undefined);
  const leave = keepOnLeaving(keeper, speech, startEnds);
  if (!(store instanceof Error))
    arrangeRecent({
      button: element("recent", HTMLButtonElement),
      dialog: element("recent-list", HTMLDialogElement),
      speech, store, open: leave,
      current: () => keeper.id,
    });

  arrangeFiles({
    engine, speech, status,
    question: element("question", HTMLDialogElement),
    open: element("open", HTMLButtonElement),
    picker: element("file", HTMLInputElement),
    save: element("save", HTMLButtonElement),
    target: document.body,
    isKept: () => !(store instanceof Error) && !keeper.unsafe,
    origin: book.file === null ? null : { name: book.file, left: (book.left ?? []).map(leftPart) },
    turnTo: async (work) => {
      let next = store instanceof Error ? UNKEPT : await newBook();
      try {
        const opened = await keeper.turnTo(next.id, work);
        [book, next] = [next, book];
        if (!(store instanceof Error)) showNext(book.id);
        return opened;
      } finally {
        next.release();
      }
    },
    // the pane begins anew with the workbook: what it knew was of the one before
    shown: openPane,
  });
  return bridge;
}

function leftPart(told: LeftPart | LeftBehind): LeftPart {
  return typeof told === "string" ? { kind: told, sheets: [] } : told;
}

/**
 * What was typed last is kept when the page goes away; where that fails, the browser asks before it goes. Returns what lets the page begin
 * anew with another workbook, null for a new one.
 */
function keepOnLeaving(
  keeper: Keeper, speech: Speech, startEnds: (id: string) => Promise<void>,
): (id: string | null) => Promise<void> {
  let agreed = false;
  document.addEventListener("visibilitychange", () => void keeper.flush());
  window.addEventListener("pagehide", () => {
    void startEnds(keeper.id);
    void keeper.flush();
  });
  window.addEventListener("beforeunload", (event) => {
    void keeper.flush();
    if (keeper.unsafe && !agreed) event.preventDefault();
  });
  return async (id) => {
    await keeper.flush();
    if (keeper.unsafe && !window.confirm(speech.words.leaveUnkept)) return;
    agreed = true;
    if (id !== null) await startEnds(id);
    showNext(id);
    location.reload();
  };
}
