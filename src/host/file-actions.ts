import { openInto, savedName, type OpenedFile } from "./opening";
import { download, savable } from "./files/save";
import type { Engine } from "./engine";
import { ask } from "./question";
import { watchWork } from "./unsaved-work";
import type { Speech } from "./speech";
import { LeftParts } from "../workbook/xlsx/dress/left-behind";
import { leftItem, type Words } from "./words";

/** The parts of the page that open and save files. */
export interface FileParts {
  readonly engine: Engine;
  readonly speech: Speech;
  readonly status: HTMLElement;
  readonly question: HTMLDialogElement;
  readonly open: HTMLButtonElement;
  readonly picker: HTMLInputElement;
  readonly save: HTMLButtonElement;
  /** Files may be dropped on it. */
  readonly target: HTMLElement;
  /** Whether the browser keeps the workbook that is there: then nothing of it is lost when another one is opened. */
  readonly isKept: () => boolean;
  /** The file that the workbook was opened from at another time; null where there was none. */
  readonly origin: OpenedFile | null;
  /** Runs what puts the workbook of a file in the place of this one, which stays kept as it was. */
  readonly turnTo: (work: () => Promise<OpenedFile>) => Promise<OpenedFile>;
  /** Called when another workbook is there. */
  readonly shown: () => void;
}

/** Lets people open a file by a button or by dropping it, and save what is open; nothing is lost or left out without a word. */
export function arrangeFiles(parts: FileParts): void {
  const { engine, speech, status, question, open, picker, save, target } = parts;
  const work = watchWork(engine);
  const say = (sentence: ((words: Words) => string) | null): void => speech.say(status, sentence);
  let opened = parts.origin;
  let busy = false;

  const during = async (action: () => Promise<void>): Promise<void> => {
    if (busy) return;
    busy = open.disabled = save.disabled = true;
    try {
      await action();
    } finally {
      busy = open.disabled = save.disabled = false;
    }
  };

  const saveNow = async (): Promise<boolean> => {
    say((words) => words.saving);
    const { words } = speech;
    try {
      const file = await savable(engine);
      const name = savedName(opened, words);
      const missing = new LeftParts().addAll(opened?.left ?? []).addAll(file.left).list().map((one) => leftItem(one, words));
      if (missing.length > 0) {
        const answers = [words.saveAnyway(name), words.cancel];
        if ((await ask(question, { text: words.leftOnSaving, items: missing, answers })) > 0) {
          say(null);
          return false;
        }
      }
      download(await file.content(), name);
      work.saved();
      say(({ saved }) => saved);
      return true;
    } catch (cause) {
      say(({ saveFailed }) => saveFailed(cause instanceof Error ? cause.message : String(cause)));
      return false;
    }
  };

  const openNow = async (file: File): Promise<void> => {
    const { words } = speech;
    if (!parts.isKept() && work.unsaved()) {
      const answer = await ask(question, { text: words.unsaved, answers: [words.saveFirst, words.openAnyway, words.cancel] });
      if (answer === 2 || (answer === 0 && !(await saveNow()))) return;
    }
    say(({ opening }) => opening(file.name));
    try {
      opened = await parts.turnTo(() => openInto(engine, file));
    } catch (cause) {
      // loaded when it is needed: it brings all words
      const { failureSentence, wordsOf } = await import("../i18n");
      return say(({ openFailed }) => {
        const { sentence } = failureSentence(cause, wordsOf(speech.language));
        return openFailed(file.name, sentence.replace(/\.$/, ""));
      });
    }
    work.saved();
    parts.shown();
    say((said) => said.opened(file.name));
    const items = opened.left.map((one) => leftItem(one, words));
    if (items.length > 0) await ask(question, { text: words.leftOnOpening(file.name), items, answers: [words.understood] });
  };

  speech.follow((words) => {
    open.textContent = words.open;
    save.textContent = words.save;
  });
  open.disabled = save.disabled = false;
  open.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    // the same file chosen again is a change only if the browser has forgotten it
    if (file) void during(() => openNow(file)).finally(() => (picker.value = ""));
  });
  save.addEventListener("click", () => void during(async () => void (await saveNow())));
  acceptDrops(target, (file) => void during(() => openNow(file)));
}

function acceptDrops(target: HTMLElement, take: (file: File) => void): void {
  const mark = (on: boolean): void => void target.classList.toggle("dropping", on);
  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  target.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  target.addEventListener("drop", (event) => {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  }, { capture: true });
}
