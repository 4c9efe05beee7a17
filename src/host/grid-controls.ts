import { LocaleService } from "@univerjs/core";
import { type IMenuSchema, IMenuManagerService, MenuManagerPosition } from "@univerjs/preset-sheets-core";
import type { Engine } from "./engine";
import type { Speech } from "./speech";
import type { Words } from "./words";

type GridWord = Exclude<keyof Words["grid"], "choose" | "colour">;

const CONTROLS = "button, input, select, textarea, [role=button], [aria-haspopup], [class*=button-selector-main]";

/** Parts that bear a name in English alone, or none that a menu knows. The first that fits counts. */
const PLACES: readonly (readonly [selector: string, word: GridWord])[] = [
  ['[data-u-comp="defined-name"] input', "nameBox"],
  ['[data-u-comp="defined-name"] a', "names"],
  ['[aria-haspopup] > [data-u-comp="sheet-bar-append-button"], [aria-haspopup]:has(> [data-u-comp="sheet-bar-append-button"])', "sheets"],
  ['[data-u-comp="sheet-bar-append-button"]', "addSheet"],
  ['[data-u-comp="formula-bar"] button:has(.univerjs-icon-close-icon)', "stopCalculating"],
  ["footer button:has(.univerjs-icon-reduce-icon)", "zoomOut"],
  ["footer button:has(.univerjs-icon-increase-icon)", "zoomIn"],
  ['[data-u-comp="sidebar"]', "sidebar"],
  ['[data-u-comp="sidebar"] header button', "closeSidebar"],
  ["[role=tablist][data-u-comp=slide-tab-bar]", "sheetTabs"],
  ["[role=tablist][aria-label='ui.ribbon.menu']", "ribbon"],
  ["[role=dialog][data-slot]", "choices"],
  ["button:has(.univerjs-icon-close-icon)", "close"],
  ["button:has(.univerjs-icon-delete-icon)", "remove"],
  ["button:has(.univerjs-icon-more-down-icon)", "choices"],
];
const PLACED = PLACES.map(([selector]) => selector).join(", ");

/** What is hidden, and the page's own. */
const OTHERS = "[aria-hidden=true], [inert], body > header, body > dialog";

/** What has been named here, and is named anew in another language. */
const MARK = "data-plan-tables-name";

/**
 * Gives a name to what the grid's own toolbar, menus and panels leave without one (its buttons show a picture and, to a mouse, a hint), a
 * role and a place in the order of Tab to what only a mouse could reach, and hides from readers what repeats something that has a name.
 */
export function nameControls({ injector }: Engine, speech: Speech): void {
  const hints = hintsOf(injector.get(IMenuManagerService));
  const locale = injector.get(LocaleService);
  const nameOf = (control: Element): string => {
    const place = PLACES.find(([selector]) => control.matches(selector));
    if (place) return speech.words.grid[place[1]];
    const command = control.closest("[data-u-command]");
    const hint = hints().get(command?.getAttribute("data-u-command") ?? "");
    if (command && hint) {
      const opens = control !== command && control.matches("[aria-haspopup], [aria-haspopup] *");
      return opens ? speech.words.grid.choose(locale.t(hint)) : locale.t(hint);
    }
    const colour = control instanceof HTMLElement ? control.style.backgroundColor : "";
    if (colour) return speech.words.grid.colour(hexOf(colour));
    // a field in the middle of a sentence ("insert [1] rows above"), or one below its caption
    return [control.closest("button, label, [role=menuitem]"), control.parentElement, control.parentElement?.parentElement]
      .map((around) => around?.textContent.trim() ?? "").find((text) => text !== "") ?? "";
  };
  const name = (control: Element): void => {
    const found = nameOf(control);
    if (found === "") return hide(control);
    control.setAttribute("aria-label", found);
    control.setAttribute(MARK, "");
  };
  const look = (added: Element): void => {
    const all = (selector: string): Element[] => [...(added.matches(selector) ? [added] : []), ...added.querySelectorAll(selector)];
    for (const rail of all("[role=track]")) hide(rail);
    // two of them with one English name; they are no places to go to, and speak by themselves
    for (const messages of all("section[aria-live][aria-label]")) messages.removeAttribute("aria-label");
    // the order of Tab is that of the page
    for (const canvas of all('canvas[tabindex="1"]')) canvas.setAttribute("tabindex", "0");
    for (const control of all(CONTROLS)) if (!control.closest(OTHERS)) giveRole(control);
    for (const control of all(`${CONTROLS}, ${PLACED}`)) {
      if (!control.closest(OTHERS) && (control.matches(PLACED) || !hasName(control))) name(control);
    }
  };
  // menus and panels come and go, partly outside of the workbook's own element
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) look(node.parentElement?.closest(CONTROLS) ?? node);
  }).observe(document.body, { childList: true, subtree: true });
  look(document.body);
  speech.follow(() => document.querySelectorAll(`[${MARK}]`).forEach(name));
}

/** The hints of all buttons and menus by their command, as keys of the locale; read when first asked for and when menus changed. */
function hintsOf(menus: IMenuManagerService): () => ReadonlyMap<string, string> {
  let hints: Map<string, string> | null = null;
  menus.menuChanged$.subscribe(() => {
    hints = null;
  });
  const read = (): Map<string, string> => {
    const found = new Map<string, string>();
    const visit = ({ item, children = [] }: IMenuSchema): void => {
      const hint = item?.tooltip ?? item?.title;
      if (item && hint) found.set(item.id, hint);
      children.forEach(visit);
    };
    for (const at of [MenuManagerPosition.RIBBON, MenuManagerPosition.CONTEXT_MENU]) menus.getMenuByPositionKey(at).forEach(visit);
    return found;
  };
  return () => (hints ??= read());
}

/** What opens something, and is no button: one with a field in it is a field with a list, one with a button in it takes its place. */
function giveRole(control: Element): void {
  if (control.matches("button, input, select, textarea") || control.hasAttribute("role")) return;
  if (control.querySelector("input")) return control.setAttribute("role", "combobox");
  control.querySelector("button")?.setAttribute("inert", "");
  control.setAttribute("role", "button");
  control.setAttribute("tabindex", "0");
  // menus open by keys of themselves
  if (control.getAttribute("aria-haspopup") === "menu" || !(control instanceof HTMLElement)) return;
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    control.click();
  });
}

function hide(element: Element): void {
  element.setAttribute("aria-hidden", "true");
  for (const one of [element, ...element.querySelectorAll("button, a, input")]) one.setAttribute("tabindex", "-1");
}

function hasName(control: Element): boolean {
  if (["aria-label", "aria-labelledby", "title", "placeholder"].some((attribute) => control.getAttribute(attribute))) return true;
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
    ? control.type === "hidden" || (control.labels?.length ?? 0) > 0
    : control.textContent?.trim() !== "";
}

/** "rgb(255, 0, 0)" → "#FF0000" */
function hexOf(colour: string): string {
  const parts = colour.match(/\d+/g)?.slice(0, 3) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("").toUpperCase()}`;
}
