import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

/** What axe finds of a pane as it stands, by the rule and the elements. */
export async function violations(pane: Frame): Promise<string[]> {
  await pane.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  return pane.evaluate(async () => {
    const { violations: found } = await (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** The elements of a pane that are wider than the room they have. */
export function cutElements(pane: Frame): Promise<string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll("main *, footer *")]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).overflowX !== "visible" &&
          element.tagName !== "INPUT",
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}

/** Makes the pane of a page so many pixels wide. */
export async function narrow(page: Page, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    const frame = document.querySelector<HTMLElement>('iframe[name="taskpane"]');
    for (const one of [frame, frame?.parentElement]) {
      if (one) Object.assign(one.style, { width: `${pixels}px`, minWidth: `${pixels}px`, flexBasis: `${pixels}px` });
    }
  }, width);
}
