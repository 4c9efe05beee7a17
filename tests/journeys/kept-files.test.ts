import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { utils, write } from "@e965/xlsx";
import type { BrowserContext, Page } from "playwright-core";
import { minutes } from "../support/patience";
import { type KeepingBrowser, startKeepingBrowser } from "./browser";
import { LIMIT, pictures, serveToBrowser } from "./journey";
import { untilKept } from "./storage";

const hosted = serveToBrowser();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan-tables-browser-"));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const status = (page: Page) => page.locator("#status");

async function openWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(hosted.url);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.locator("#save:enabled").waitFor();
  const pane = await page.waitForSelector('iframe[name="taskpane"]').then((element) => element.contentFrame());
  await pane?.getByRole("radio").first().waitFor();
}

/** Puts a text into the first cell by Microsoft's client, and waits until the storage of the browser holds it. */
async function typeFirst(page: Page, text: string): Promise<void> {
  await page.frame("taskpane")?.evaluate(
    (value) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [[value]];
        await context.sync();
      }),
    text,
  );
  await untilKept(page, text);
}

const first = (page: Page): Promise<unknown> | undefined =>
  page.frame("taskpane")?.evaluate(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("A1").load("values");
      await context.sync();
      return (cell.values as unknown[][])[0]?.[0];
    }),
  );

/** Drops a file on the grid, as a person does who drags it out of a folder. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], file));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  const grid = page.locator("canvas[id^=univer-sheet-main-canvas]");
  await grid.dispatchEvent("dragover", { dataTransfer: data });
  expect(await page.locator("body").getAttribute("class")).toContain("dropping");
  await grid.dispatchEvent("drop", { dataTransfer: data });
}

const oldFile = (text: string): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[text, 2]]), "Biểu");
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
};

test("a file that is dropped on the page stays what it was through a reload, and lets the workbook of before go", async () => {
  const context = await hosted.browser.newContext({ viewport: { width: 1600, height: 900 }, acceptDownloads: true });
  context.setDefaultTimeout(minutes(1));
  const page = await openWindow(context);
  await typeFirst(page, "việc trước đó");
  await drop(page, "biểu 1.xls", oldFile("từ tệp"));
  await page.getByRole("dialog").getByText("chữ đậm").waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, "dropped.png") });
  await page.getByRole("button", { name: "Đã rõ" }).click();
  await ready(page);
  expect(await first(page)).toBe("từ tệp");
  await typeFirst(page, "sửa trong tệp");
  // nothing is no file
  await page.locator("#workbook").dispatchEvent("drop", { dataTransfer: await page.evaluateHandle(() => new DataTransfer()) });

  const other = await openWindow(context);
  await other.getByRole("button", { name: "Tệp gần đây" }).click();
  await other.getByRole("button", { name: "Mở Trang 1" }).click();
  await other.waitForEvent("load");
  await ready(other);
  expect([await first(other), await status(other).textContent()]).toEqual(["việc trước đó", expect.stringContaining("như lần trước")]);

  await page.reload();
  await ready(page);
  expect(await first(page)).toBe("sửa trong tệp");
  await page.locator("#save").click();
  await page.getByRole("dialog").getByText("chữ đậm").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải về “biểu 1 (bản mới).xlsx”" }).click();
  expect((await download).suggestedFilename()).toBe("biểu 1 (bản mới).xlsx");
  await context.close();
}, LIMIT);

test("a kept workbook that the engine refuses gives way to a new one, and stays in the list", async () => {
  const context = await hosted.browser.newContext({ viewport: { width: 1600, height: 900 } });
  context.setDefaultTimeout(minutes(1));
  const page = await openWindow(context);
  await typeFirst(page, "hỏng");
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("plan-tables");
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = db.transaction("snapshots", "readwrite").objectStore("snapshots");
    const [key] = await new Promise<IDBValidKey[]>((resolve) => {
      const reading = change.getAllKeys();
      reading.onsuccess = () => resolve(reading.result);
    });
    await new Promise((resolve) => (change.put("{", key).onsuccess = resolve));
    db.close();
  });
  await page.goto(hosted.url);
  await page.getByText("không mở lên được").waitFor();
  await ready(page);
  expect(await first(page)).toBe("");
  await typeFirst(page, "việc mới");
  await page.getByRole("button", { name: "Tệp gần đây" }).click();
  await page.getByRole("button", { name: "Mở Trang 1" }).waitFor();
  await page.getByRole("button", { name: "Đóng", exact: true }).click();
  await page.reload();
  await ready(page);
  expect(await first(page)).toBe("việc mới");
  await context.close();
}, LIMIT);

test("work is there after the browser was ended from outside; what hangs twice is not tried a third time", async () => {
  const inBrowser = async (work: (browser: KeepingBrowser) => Promise<void>): Promise<void> => {
    const browser = await startKeepingBrowser(folder);
    try {
      await work(browser);
    } finally {
      await browser.kill();
    }
  };
  await inBrowser(async ({ context }) => typeFirst(await openWindow(context), "còn đây"));
  await inBrowser(async ({ context }) => {
    const page = await openWindow(context);
    expect([await first(page), await status(page).textContent()]).toEqual(["còn đây", expect.stringContaining("như lần trước")]);
  });
  // an engine that never comes to an end with what was kept
  const hang = (): void => {
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (text: string, reviver) => {
      if (text.includes("còn đây")) {
        const told = new XMLHttpRequest();
        told.open("GET", "it-hangs", false);
        told.send();
        for (;;);
      }
      return parse(text, reviver) as unknown;
    };
  };
  for (let start = 0; start < 2; start++)
    await inBrowser(async ({ context }) => {
      const page = await context.newPage();
      await page.addInitScript(hang);
      const hanging = page.waitForRequest(/it-hangs/);
      page.goto(hosted.url).catch(() => null);
      await hanging;
    });
  await inBrowser(async ({ context }) => {
    const page = await context.newPage();
    await page.addInitScript(hang);
    await page.goto(hosted.url);
    await page.getByText("không mở lên được").waitFor();
    await ready(page);
    expect(await first(page)).toBe("");
    if (pictures) await page.screenshot({ path: join(pictures, "never-starts.png") });
  });
  // asked for, it is tried once more
  await inBrowser(async ({ context }) => {
    const page = await openWindow(context);
    await page.getByText("không mở lên được").waitFor();
    await page.getByRole("button", { name: "Tệp gần đây" }).click();
    await page.getByRole("button", { name: "Mở Trang 1" }).click();
    await page.waitForEvent("load");
    await ready(page);
    expect(await first(page)).toBe("còn đây");
  });
}, minutes(8));
