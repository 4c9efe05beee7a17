import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Frame, Page } from "playwright-core";
import type { AxeResults } from "axe-core";
import { openPage } from "./browser";
import { LIMIT, pictures, serveToBrowser } from "./journey";

const hosted = serveToBrowser();
const LANGUAGES = ["vi", "en"] as const;

async function openIn(lang: string, scheme: "light" | "dark" = "light"): Promise<{ readonly page: Page; readonly pane: Frame }> {
  // axe is put into the page, whose policy takes scripts of its own alone
  const page = await openPage(hosted.browser, { viewport: { width: 1600, height: 900 }, bypassCSP: true, colorScheme: scheme });
  await page.goto(`${hosted.url}?lang=${lang}`);
  const pane = await page.waitForSelector('iframe[name="taskpane"]').then((element) => element.contentFrame());
  if (!pane) throw new Error("the page has no pane");
  await pane.getByRole("radio").first().waitFor();
  await page.locator("[data-u-comp=ribbon-toolbar] button").first().waitFor();
  return { page, pane };
}

/** What a reader of the page, without the pane, would miss: rule and element. */
async function missing(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({ exclude: [["#pane"]] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The buttons, fields and lists that are shown outside of the pane, each with the name that a reader hears. */
const namesOf = (page: Page): Promise<string[]> =>
  page.locator(":is(button, input, select, textarea, [role=button], [role=combobox], [role=tab]):visible").evaluateAll((all) =>
    all
      .filter((one) => !one.closest("[aria-hidden=true], [inert]"))
      .map((one) => one.getAttribute("aria-label") || one.textContent?.trim() || one.getAttribute("title") || `? ${one.outerHTML}`),
  );

test.each(LANGUAGES)("every control of the page has a name in its language: %s", async (lang) => {
  const { page } = await openIn(lang);
  const [bold, font, align, zoom, sheets, data] = {
    vi: ["In đậm", "Phông chữ", "Căn ngang", "Phóng to", "Danh sách trang tính", "Dữ liệu"],
    en: ["Bold", "Font", "Horizontal align", "Zoom in", "List of sheets", "Data"],
  }[lang] as [string, string, string, string, string, string];
  const shown = await namesOf(page);
  expect(shown.filter((name) => name.startsWith("?"))).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining([bold, font, align, zoom, sheets]));
  expect(await missing(page)).toEqual([]);
  // by keys as by the mouse
  for (const name of [align, sheets]) {
    await page.getByRole("button", { name, exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem").or(page.getByRole("menu")).first().waitFor();
    expect((await namesOf(page)).filter((one) => one.startsWith("?"))).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("menu").first().waitFor({ state: "detached" });
  }
  await page.getByRole("tab", { name: data, exact: true }).click();
  expect((await namesOf(page)).filter((one) => one.startsWith("?"))).toEqual([]);
  await page.close();
}, LIMIT);

test("the page speaks the language that is chosen in the pane, at once and the next time", async () => {
  const { page, pane } = await openIn("vi");
  await page.evaluate(() => history.replaceState(null, "", location.pathname));
  await page.getByRole("button", { name: "Tệp gần đây" }).click();
  await page.getByText("Chưa có sổ làm việc nào khác").waitFor();
  await page.getByRole("button", { name: "Đóng", exact: true }).click();
  await pane.getByText("English", { exact: true }).click();
  const inEnglish = async (): Promise<void> => {
    await page.getByRole("button", { name: "Recent files" }).waitFor();
    await page.getByRole("button", { name: "Bold", exact: true }).first().waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(["en", "Plan Tables"]);
    expect(await page.locator("body > header").innerText()).not.toMatch(/[À-ỹ]/);
    expect(await page.locator("#pane").getAttribute("title")).toBe("Plan tables task pane");
    expect(await page.locator("#divider").getAttribute("aria-label")).toMatch(/^Drag/);
    await page.getByRole("button", { name: "Recent files" }).click();
    await page.getByText("This browser keeps no other workbook yet.").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
  };
  await inEnglish();
  await page.reload();
  await inEnglish();
  await page.close();
}, LIMIT);

test.each(["light", "dark"] as const)("in colours that the system forces (%s) what a person looks for is seen", async (scheme) => {
  const { page } = await openIn("vi", scheme);
  await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
  // the bar is there before the grid is drawn
  await page.locator("canvas[id^=univer-sheet-main-canvas]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "In đậm", exact: true }).first().click();
  // the button is drawn as on when the cell has been written
  await page.waitForFunction(() => {
    const bold = document.querySelector("[data-u-command='sheet.command.set-range-bold']");
    return bold !== null && getComputedStyle(bold).outlineStyle === "solid";
  });
  const colours = await page.evaluate(() => {
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector) as Element);
    return {
      sheet: style("canvas[id^=univer-sheet-main-canvas]").backgroundColor,
      page: style("body").backgroundColor,
      divider: style("#divider").backgroundColor,
      bold: style("[data-u-command='sheet.command.set-range-bold']").outlineColor,
      italic: style("[data-u-command='sheet.command.set-range-italic']").outlineColor,
    };
  });
  expect(colours.sheet).toBe("rgb(255, 255, 255)");
  expect(colours.bold).not.toBe(colours.italic);
  expect(colours.divider).not.toBe(colours.page);
  if (pictures) await page.screenshot({ path: join(pictures, `forced-${scheme}.png`) });
  await page.close();
}, LIMIT);
