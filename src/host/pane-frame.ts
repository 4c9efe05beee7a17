import type { Speech } from "./speech";

const NARROW = 640;
const WIDTHS = { least: 320, most: 720, step: 20 };

interface Parts {
  readonly frame: HTMLIFrameElement;
  readonly divider: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly speech: Speech;
}

/** The pane's frame at the right: dragged wider or narrower by mouse or keys, hidden and shown by a button. Returns the frame. */
export function arrangePane({ frame, divider, toggle, speech }: Parts): HTMLIFrameElement {
  divider.setAttribute("aria-valuemin", String(WIDTHS.least));
  divider.setAttribute("aria-valuemax", String(WIDTHS.most));

  const setWidth = (width: number) => {
    const kept = Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)));
    document.documentElement.style.setProperty("--pane", `${kept}px`);
    divider.setAttribute("aria-valuenow", String(kept));
  };
  const show = (shown: boolean) => {
    document.body.classList.toggle("pane-hidden", !shown);
    toggle.textContent = shown ? speech.words.hidePane : speech.words.showPane;
    toggle.setAttribute("aria-expanded", String(shown));
  };

  divider.addEventListener("pointerdown", (down) => {
    divider.setPointerCapture(down.pointerId);
    // The frame would swallow the pointer otherwise.
    document.body.classList.add("dragging");
  });
  divider.addEventListener("pointermove", (move) => {
    if (divider.hasPointerCapture(move.pointerId)) setWidth(window.innerWidth - move.clientX);
  });
  divider.addEventListener("lostpointercapture", () => document.body.classList.remove("dragging"));
  divider.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") setWidth(frame.clientWidth + WIDTHS.step);
    if (key === "ArrowRight") setWidth(frame.clientWidth - WIDTHS.step);
  });
  const isShown = (): boolean => !document.body.classList.contains("pane-hidden");
  toggle.addEventListener("click", () => show(!isShown()));

  setWidth(400);
  show(window.innerWidth >= NARROW);
  speech.follow((words) => {
    frame.title = words.pane;
    divider.setAttribute("aria-label", words.resize);
    show(isShown());
  });
  return frame;
}

/** How long a pane that shows nothing to choose from is waited for, in milliseconds. */
const PATIENCE = 3000;

/** Resolves when the pane in a frame shows what it begins with, or is not going to: nothing else runs on the frame's thread until then. */
export function paneIsThere(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    frame.addEventListener("load", () => {
      const pane = frame.contentDocument;
      const isThere = (): boolean => !pane || pane.querySelector("input, textarea, select") !== null;
      if (!pane || isThere()) return resolve();
      const watched = new MutationObserver(() => {
        if (!isThere()) return;
        watched.disconnect();
        // once it is drawn
        requestAnimationFrame(() => setTimeout(resolve));
      });
      watched.observe(pane, { childList: true, subtree: true });
    }, { once: true });
  });
}
