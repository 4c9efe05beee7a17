import "./page.css";
import { createBridge } from "./bridge/bridge";
import { serveFrame } from "./bridge/frame-messages";
import { download, saveWorkbook } from "./files/save";
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
frame.src = `taskpane-embedded.html?lang=${language}`;

const save = element("save", HTMLButtonElement);
save.textContent = words.save;
save.disabled = false;
save.addEventListener("click", () => {
  save.disabled = true;
  status.textContent = words.saving;
  saveWorkbook(engine)
    .then(({ content, leftOut }) => {
      download(content, words.fileName);
      status.textContent = leftOut === 0 ? words.saved : words.savedInPart(leftOut);
    })
    .catch((cause: unknown) => {
      status.textContent = words.saveFailed(cause instanceof Error ? cause.message : String(cause));
    })
    .finally(() => {
      save.disabled = false;
    });
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
