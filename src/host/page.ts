import "./page.css";
import { createBridge } from "./bridge/bridge";
import { serveFrame } from "./bridge/frame-messages";
import { arrangeFiles } from "./file-actions";
import { endEditingOutside, startGrid } from "./grid";
import { arrangePane } from "./pane-frame";
import { languageOf, wordsOf } from "./words";

const language = languageOf(location.search);
const words = wordsOf(language);
document.documentElement.lang = language;

const container = element("workbook", HTMLElement);
container.setAttribute("aria-label", words.workbook);
const engine = startGrid(container, language, words.sheet);
endEditingOutside(engine, window);

const frame = arrangePane({
  frame: element("pane", HTMLIFrameElement),
  divider: element("divider", HTMLElement),
  toggle: element("toggle-pane", HTMLButtonElement),
  words,
});
const status = element("status", HTMLElement);
const bridge = createBridge(engine);
serveFrame({ ...bridge, handle: (request) => bridge.handle(request).finally(sayWhereChartsAre) }, window, frame);
const paneUrl = `taskpane-embedded.html?lang=${language}`;
frame.src = paneUrl;

const question = element("question", HTMLDialogElement);
arrangeFiles({
  engine, words, language, status, question,
  open: element("open", HTMLButtonElement),
  picker: element("file", HTMLInputElement),
  save: element("save", HTMLButtonElement),
  target: document.body,
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

function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`page.html has no #${id}`);
  return found;
}
