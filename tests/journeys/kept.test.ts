import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { minutes } from "../support/patience";
import { LIMIT, pictures, serveToBrowser, workbookIsThere } from "./journey";
import { untilKept } from "./storage";

const BUDGET = "Biểu kinh phí";
const hosted = serveToBrowser();

async function person(): Promise<BrowserContext> {
  const context = await hosted.browser.newContext({ viewport: { width: 1600, height: 900 } });
  context.setDefaultTimeout(minutes(1));
  return context;
}

async function openWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(hosted.url);
  await paneOf(page);
  return page;
}

async function paneOf(page: Page): Promise<Frame> {
  const pane = await page.waitForSelector('iframe[name="taskpane"]').then((element) => element.contentFrame());
  if (!pane) throw new Error("the page has no pane");
  await pane.getByRole("radio").first().waitFor();
  await workbookIsThere(page);
  return pane;
}

/** All that a workbook has of what people and the pane did, as Microsoft's client reads it. */
async function workbook(page: Page) {
  const pane = await paneOf(page);
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      const names = context.workbook.names.load("items/name,items/formula");
      await context.sync();
      const read = sheets.items.map((sheet) => ({
        sheet,
        used: sheet.getUsedRange().load("address,values,formulas,numberFormat"),
        charts: sheet.charts.load("items/name,items/chartType,items/title/text"),
        page: sheet.pageLayout.load("orientation,zoom,leftMargin,paperSize"),
        notes: sheet.comments.load("items/content"),
        protection: sheet.protection.load("protected"),
      }));
      await context.sync();
      return {
        names: names.items.map(({ name, formula }) => [name, formula as string]),
        sheets: read.map(({ sheet, used, charts, page, notes, protection }) => ({
          name: sheet.name,
          address: used.address,
          values: used.values as unknown[][],
          formulas: used.formulas as unknown[][],
          formats: used.numberFormat as unknown[][],
          charts: charts.items.map((chart) => [chart.name, chart.chartType, chart.title.text]),
          page: [page.orientation, page.zoom, page.leftMargin, page.paperSize],
          notes: notes.items.map(({ content }) => content),
          protected: protection.protected,
        })),
      };
    }),
  );
}

/** Types into the first sheet as somebody does, and waits until it is kept. */
async function typeAndKeep(page: Page, text: string): Promise<void> {
  const pane = await paneOf(page);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.activate();
      sheet.getRange("A3").select();
      await context.sync();
    }),
  );
  await page.locator("canvas[id^=univer-sheet-main-canvas]").focus();
  await page.bringToFront();
  await page.evaluate(() => window.focus());
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await untilKept(page, text);
}

const status = (page: Page) => page.locator("#status");

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test("a workbook comes back after a reload and a crash with all that it had, and no two windows have one", async () => {
  const context = await person();
  const first = await openWindow(context);
  const pane = await paneOf(first);
  await pane.getByRole("button", { name: "Tạo biểu", exact: true }).click();
  await pane.getByRole("link", { name: BUDGET }).waitFor();
  await pane.evaluate(
    (name) =>
      Excel.run(async (excel) => {
        const sheet = excel.workbook.worksheets.getItem(name);
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B9:C12"), "Columns");
        chart.title.text = "Cơ cấu kinh phí";
        chart.setPosition("N2", "T20");
        sheet.comments.add("B9", "đã hỏi Sở");
        sheet.pageLayout.leftMargin = 33;
        excel.workbook.worksheets.getFirst().protection.protect({ allowFormatCells: true }, "");
        excel.workbook.worksheets.getFirst().protection.unprotect("");
        sheet.protection.protect({}, "mật khẩu");
        excel.workbook.names.add("cua_toi", sheet.getRange("C9:C12"));
        await excel.sync();
      }),
    BUDGET,
  );
  await typeAndKeep(first, "gõ rồi tải lại");
  const before = await workbook(first);
  expect(before.sheets.find(({ name }) => name === BUDGET)).toMatchObject({ notes: ["đã hỏi Sở"], protected: true });
  expect(before.names.map(([name]) => name)).toContain("cua_toi");

  await first.reload();
  expect(await workbook(first)).toEqual(before);
  expect(await status(first).textContent()).toContain("các bước hoàn tác của lần đó không còn");
  expect(await (await paneOf(first)).getByRole("button", { name: "Hoàn tác", exact: true }).count()).toBe(0);
  await picture(first, "kept-reloaded");

  const second = await openWindow(context);
  expect(await status(second).textContent()).toContain("đang mở ở cửa sổ khác");
  await typeAndKeep(second, "cửa sổ thứ hai");
  await picture(second, "kept-second-window");
  await first.reload();
  expect(await workbook(first)).toEqual(before);

  // nothing of the page runs any more, as when the browser is ended
  await Promise.all([first.close(), second.close()]);
  const third = await openWindow(context);
  expect((await workbook(third)).sheets.map(({ values }) => values.flat())).toEqual([expect.arrayContaining(["cửa sổ thứ hai"])]);

  await third.getByRole("button", { name: "Tệp gần đây" }).click();
  await third.getByRole("button", { name: new RegExp(`Mở .*${BUDGET}`) }).waitFor();
  await picture(third, "kept-recent");
  await third.getByRole("button", { name: new RegExp(`Mở .*${BUDGET}`) }).click();
  await third.waitForEvent("load");
  expect(await workbook(third)).toEqual(before);

  third.on("dialog", (dialog) => void dialog.accept());
  await third.getByRole("button", { name: "Tệp gần đây" }).click();
  await third.getByRole("button", { name: /^Xóa .* khỏi trình duyệt$/ }).click();
  await third.getByText("Chưa có sổ làm việc nào khác").waitFor();
  await third.getByRole("button", { name: "Sổ làm việc mới" }).click();
  await third.waitForEvent("load");
  expect((await workbook(third)).sheets).toMatchObject([{ name: "Trang 1", values: [[""]] }]);
  await third.getByRole("button", { name: "Tệp gần đây" }).click();
  await third.getByRole("button", { name: new RegExp(`Mở .*${BUDGET}`) }).waitFor();
  await context.close();
}, LIMIT);

test.each<[string, () => void]>([
  ["forbids storage", () => Object.defineProperty(globalThis, "indexedDB", { get: () => undefined })],
  ["is full", () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  }],
])("a browser that %s is told of, and the page works on", async (_, prepare) => {
  const context = await person();
  await context.addInitScript(prepare);
  const page = await openWindow(context);
  const pane = await paneOf(page);
  await pane.evaluate(() =>
    Excel.run(async (excel) => {
      excel.workbook.worksheets.getFirst().getRange("A1:A2").formulas = [[2], ["=A1*3"]];
      await excel.sync();
    }),
  );
  await page.getByText("Trình duyệt không giữ được sổ làm việc này").waitFor();
  expect((await workbook(page)).sheets).toMatchObject([{ values: [[2], [6]] }]);
  await picture(page, "kept-not");
  // the browser asks before the work goes
  await page.mouse.click(300, 300);
  const asked = page.waitForEvent("dialog");
  await Promise.all([asked.then((dialog) => (expect(dialog.type()).toBe("beforeunload"), dialog.accept())), page.reload()]);
  await context.close();
}, LIMIT);
