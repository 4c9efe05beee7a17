import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, FOCUSING_FX_BAR_EDITOR, IContextService, type Injector } from "@univerjs/core";
import { IEditorService } from "@univerjs/preset-sheets-core";

/** The cell's own editor, which opens with the formula bar, asks for the focus in the next two redraws. */
const REDRAWS = 3;

/** Keeps the focus in the formula bar after a click shorter than a redraw, such as a tap: what is typed would be lost otherwise. */
export function keepFormulaBarFocus(container: HTMLElement, injector: Injector): void {
  const focus = (left: number) => {
    if (!injector.get(IContextService).getContextValue(FOCUSING_FX_BAR_EDITOR)) return;
    injector.get(IEditorService).focus(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
    if (left > 0) requestAnimationFrame(() => focus(left - 1));
  };
  container.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest('[data-u-comp="formula-bar"]')) focus(REDRAWS);
  });
}
