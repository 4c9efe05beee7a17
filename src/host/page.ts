import "./page.css";
import { createBridge } from "./bridge/bridge";
import { serveFrame } from "./bridge/frame-messages";
import { arrangeFiles } from "./file-actions";
import { endEditingOutside, startGrid } from "./grid";
import { type Keeper, keepBook } from "./kept/keeper";
import { findLastWork, type LastWork, newBook, showNext } from "./kept/last-work";
import { arrangeRecent } from "./kept/recent-list";
import { replay, workbookOf } from "./log";
import { arrangePane } from "./pane-frame";
import { languageOf, wordsOf } from "./words";

const language = languageOf(location.search);
const words = wordsOf(language);
document.documentElement.lang = language;
const status = element("status", HTMLElement);

void findLastWork().then(start);

/** Shows the workbook of before, or a new one, with the pane beside it. */
async function start(last: LastWork): Promise<void> {
  const container = element("workbook", HTMLElement);
  container.setAttribute("aria-label", words.workbook);
  const { state } = last;
  const engine = startGrid(container, language, state ? { data: workbookOf(state.snapshot) } : { name: "", sheets: [words.sheet] });
  endEditingOutside(engine, window);
  let { book } = last;
  if (last.store instanceof Error) status.textContent = words.notKept(last.store.message);
  else if (last.elsewhere) status.textContent = words.elsewhere;
  else if (state) {
    try {
      replay(engine, state.log);
      status.textContent = words.broughtBack;
    } catch {
      book = await newBook(book.file);
      showNext(book.id);
      status.textContent = words.broughtBackInPart;
    }
  }
  const frame = arrangePane({
    frame: element("pane", HTMLIFrameElement),
    divider: element("divider", HTMLElement),
    toggle: element("toggle-pane", HTMLButtonElement),
    words,
  });
  const bridge = createBridge(engine);
  serveFrame({ ...bridge, handle: (request) => bridge.handle(request).finally(sayWhereChartsAre) }, window, frame);
  const paneUrl = `taskpane-embedded.html?lang=${language}`;
  frame.src = paneUrl;

  const { store } = last;
  const keeper = keepBook({
    engine, book, store,
    known: state !== null && book === last.book,
    failed: (cause) => {
      status.textContent = cause ? words.notKept(cause.message) : words.keptAgain;
    },
  });
  const leave = keepOnLeaving(keeper);
  if (!(store instanceof Error))
    arrangeRecent({
      button: element("recent", HTMLButtonElement),
      dialog: element("recent-list", HTMLDialogElement),
      words, language, store, open: leave,
      current: () => keeper.id,
    });

  arrangeFiles({
    engine, words, language, status,
    question: element("question", HTMLDialogElement),
    open: element("open", HTMLButtonElement),
    picker: element("file", HTMLInputElement),
    save: element("save", HTMLButtonElement),
    target: document.body,
    isKept: () => !(store instanceof Error) && !keeper.unsafe,
    turnTo: async (file, work) => {
      const next = store instanceof Error ? { id: "", file } : await newBook(file);
      const done = await keeper.turnTo(next, work);
      if (!(store instanceof Error)) showNext(next.id);
      return done;
    },
    // the pane begins anew with the workbook: what it knew was of the one before
    shown: () => {
      frame.src = paneUrl;
    },
  });

  /** An empty place under a table would be taken for a fault. */
  function sayWhereChartsAre(): void {
    const charts = [...bridge.records.values()].some((record) => record.charts.length > 0);
    if (charts && status.textContent === "") status.textContent = words.chartsInFile;
  }
}

/**
 * What was typed last is kept when the page goes away; where that fails, the browser asks before it goes. Returns what lets the page begin
 * anew with another workbook, null for a new one.
 */
function keepOnLeaving(keeper: Keeper): (id: string | null) => Promise<void> {
  let agreed = false;
  document.addEventListener("visibilitychange", () => void keeper.flush());
  window.addEventListener("pagehide", () => void keeper.flush());
  window.addEventListener("beforeunload", (event) => {
    void keeper.flush();
    if (keeper.unsafe && !agreed) event.preventDefault();
  });
  return async (id) => {
    await keeper.flush();
    if (keeper.unsafe && !window.confirm(words.leaveUnkept)) return;
    agreed = true;
    showNext(id);
    location.reload();
  };
}

function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`page.html has no #${id}`);
  return found;
}
