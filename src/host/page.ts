import "./page.css";
import { createBridge } from "./bridge/bridge";
import { serveFrame } from "./bridge/frame-messages";
import { showCharts } from "./charts/show-charts";
import type { Engine } from "./engine";
import { arrangeFiles } from "./file-actions";
import { endEditingOutside, startGrid } from "./grid";
import { type Keeper, keepBook } from "./kept/keeper";
import { findLastWork, type LastWork, MOST_STARTS, newBook, showNext, UNKEPT } from "./kept/last-work";
import { arrangeRecent } from "./kept/recent-list";
import { replay, workbookOf } from "./log";
import { arrangePane } from "./pane-frame";
import { createSpeech } from "./speech";
import { keptLanguage, languageOf, type Words } from "./words";

const speech = createSpeech(languageOf(location.search, keptLanguage()));
const heading = element("product", HTMLElement);
speech.follow((words) => {
  document.documentElement.lang = speech.language;
  document.title = heading.textContent = words.product;
});
const status = element("status", HTMLElement);

void findLastWork().then(start);

/** Shows the workbook of before, or a new one, with the pane beside it. */
async function start(last: LastWork): Promise<void> {
  const container = element("workbook", HTMLElement);
  speech.follow((words) => container.setAttribute("aria-label", words.workbook));
  const { state } = last;
  let engine: Engine;
  try {
    engine = startGrid(container, speech, state ? { data: workbookOf(state.snapshot) } : { name: "", sheets: [speech.words.sheet] });
  } catch (cause) {
    if (!state || last.store instanceof Error) throw cause;
    // the next start has a new workbook, and says why
    await last.store.setStarts(last.book.id, MOST_STARTS);
    return location.reload();
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
  const frame = arrangePane({
    frame: element("pane", HTMLIFrameElement),
    divider: element("divider", HTMLElement),
    toggle: element("toggle-pane", HTMLButtonElement),
    speech,
  });
  const bridge = createBridge(engine);
  serveFrame(bridge, window, frame);
  showCharts(engine, element("charts", HTMLElement), speech, () => say((words) => words.noCharts));
  const openPane = (): void => {
    frame.src = `taskpane-embedded.html?lang=${speech.language}`;
  };
  frame.addEventListener("load", () => followPane(frame));
  openPane();

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
  const leave = keepOnLeaving(keeper, startEnds);
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
    origin: book.file === null ? null : { name: book.file, left: book.left ?? [] },
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
}

/** The page speaks as the pane does, whose people choose the language there: the pane's document names it. */
function followPane(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  new MutationObserver(() => speech.speak(root.lang === "en" ? "en" : "vi")).observe(root, { attributeFilter: ["lang"] });
}

/**
 * What was typed last is kept when the page goes away; where that fails, the browser asks before it goes. Returns what lets the page begin
 * anew with another workbook, null for a new one.
 */
function keepOnLeaving(keeper: Keeper, startEnds: (id: string) => Promise<void>): (id: string | null) => Promise<void> {
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

function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`page.html has no #${id}`);
  return found;
}
