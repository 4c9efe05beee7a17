import { useEffect, type RefObject } from "react";

/**
 * When what had the focus goes away with a result (a correction that is applied, an action that is undone), the focus
 * falls to the place that it was in, and not out of the pane. Does nothing while the person is in the workbook.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = place.current?.ownerDocument;
    if (!pane) return;
    let last: Element | null = null;
    const remember = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const watcher = new MutationObserver(() => {
      if (last && !last.isConnected && pane.hasFocus() && (pane.activeElement === null || pane.activeElement === pane.body))
        place.current?.focus();
    });
    pane.addEventListener("focusin", remember);
    watcher.observe(pane.body, { childList: true, subtree: true });
    return () => {
      pane.removeEventListener("focusin", remember);
      watcher.disconnect();
    };
  }, [place]);
}
