import "./page.css";
import { laterTransport, serveFrame } from "./bridge/frame-messages";
import { element } from "./page-element";
import { arrangePane, paneIsThere } from "./pane-frame";
import { createSpeech } from "./speech";
import { keptLanguage, languageOf } from "./words";

const speech = createSpeech(languageOf(location.search, keptLanguage()));
const heading = element("product", HTMLElement);
const container = element("workbook", HTMLElement);
speech.follow((words) => {
  document.documentElement.lang = speech.language;
  document.title = heading.textContent = words.product;
  container.setAttribute("aria-label", words.workbook);
});
const frame = arrangePane({
  frame: element("pane", HTMLIFrameElement),
  divider: element("divider", HTMLElement),
  toggle: element("toggle-pane", HTMLButtonElement),
  speech,
});
frame.addEventListener("load", () => followPane(frame));
const openPane = (): void => {
  frame.src = `taskpane-embedded.html?lang=${speech.language}`;
};

// the pane comes first: the engine takes several times as long, and what the pane asks waits for it
const workbook = paneIsThere(frame).then(async () => {
  const { openWorkbook } = await import(/* webpackChunkName: "workbook" */ "./open-workbook");
  return openWorkbook(speech, openPane);
});
serveFrame(laterTransport(workbook), window, frame);
openPane();
workbook
  .catch((cause: unknown) => {
    speech.say(element("status", HTMLElement), (words) => words.notLoaded(cause instanceof Error ? cause.message : String(cause)));
  })
  .finally(() => container.classList.remove("empty"));

/** The page speaks as the pane does, whose people choose the language there: the pane's document names it. */
function followPane(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  new MutationObserver(() => speech.speak(root.lang === "en" ? "en" : "vi")).observe(root, { attributeFilter: ["lang"] });
}
