import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { minutes } from "../support/patience";
import { launchBrowser, openPage } from "./browser";
import { serveBuilt, type Served } from "./server";

export const LIMIT = minutes(4);
/** The sheet that the page opens with. */
export const EMPTY = "Trang 1";
/** A folder for pictures of each step; none are taken without it. */
export const pictures = process.env["PLAN_TABLES_SCREENSHOTS"];

/** What the browser complains of from now on: what the policy of the page forbids is among it. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("pageerror", (error) => void complaints.push(String(error)));
  return complaints;
}

/** The page with an empty workbook, and the pane in it. */
export interface Opened {
  readonly page: Page;
  readonly pane: Frame;
  readonly tab: (name: string) => Promise<void>;
  readonly button: (name: string | RegExp) => Locator;
  readonly picture: (name: string) => Promise<void>;
  /** Names of the sheets, asked by Microsoft's client in the pane's frame. */
  readonly sheets: () => Promise<string[]>;
}

/** The pane comes first; the workbook is there when it can be saved. */
export async function workbookIsThere(page: Page): Promise<void> {
  await page.locator("#save:enabled").waitFor();
}

/** What was built, served, and a browser; both are there once a test runs. */
interface Hosted {
  readonly url: string;
  readonly browser: Browser;
}

/** Serves what was built and starts a browser for the tests of a file; both end with them. */
export function serveToBrowser(): Hosted {
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    served = await serveBuilt();
    browser = await launchBrowser();
  }, LIMIT);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  }, LIMIT);
  return {
    get url() {
      return served.url;
    },
    get browser() {
      return browser;
    },
  };
}

/** Serves what was built to a browser for the tests of a file; the returned function opens the page anew. */
export function journeys(): () => Promise<Opened> {
  const hosted = serveToBrowser();
  return async () => {
    const page = await openPage(hosted.browser, { viewport: { width: 1600, height: 900 }, acceptDownloads: true });
    await page.goto(hosted.url);
    const pane = await page.waitForSelector('iframe[name="taskpane"]').then((element) => element.contentFrame());
    if (!pane) throw new Error("the page has no pane");
    await pane.getByRole("radio").first().waitFor();
    await workbookIsThere(page);
    return {
      page,
      pane,
      tab: (name) => pane.getByRole("tab", { name, exact: true }).click(),
      button: (name) => pane.getByRole("button", { name, exact: true }),
      picture: async (name) => {
        if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
      },
      sheets: () =>
        pane.evaluate(() =>
          Excel.run(async (context) => {
            const all = context.workbook.worksheets.load("items/name");
            await context.sync();
            return all.items.map(({ name }) => name);
          }),
        ),
    };
  };
}
