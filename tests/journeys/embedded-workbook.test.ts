import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Frame, Page } from "playwright-core";
import { openXlsx } from "../../src/workbook/xlsx";
import { openPage } from "./browser";
import { LIMIT, serveToBrowser } from "./journey";

const hosted = serveToBrowser();
let page: Page;
let pane: Frame;
/** What the page asked of others, and what the browser complained of. */
let strays: string[];

beforeEach(async () => {
  await page?.close();
  strays = [];
  page = await openPage(hosted.browser, { viewport: { width: 1600, height: 900 }, acceptDownloads: true });
  page.on("request", (request) => void (new RegExp(`^(${hosted.url}|data:|blob:)`).test(request.url()) || strays.push(request.url())));
  page.on("console", (message) => void (message.type() === "error" && strays.push(message.text())));
  page.on("pageerror", (error) => void strays.push(String(error)));
  await page.goto(hosted.url);
  await page.locator("canvas[id^=univer-sheet-main-canvas]").waitFor();
  const frame = page.frame("taskpane");
  if (!frame) throw new Error("the page has no frame of the name taskpane");
  pane = frame;
  await pane.waitForFunction(() => typeof Excel === "object" && typeof Excel.run === "function");
}, LIMIT);

/** Values, formulas and formats of an area of the first sheet, asked by Microsoft's client in the pane's frame. */
function read(address: string) {
  return pane.evaluate(
    (a1) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange(a1);
        range.load("values,formulas,numberFormat");
        await context.sync();
        return { values: range.values as unknown[][], formulas: range.formulas as unknown[][], formats: range.numberFormat as unknown[][] };
      }),
    address,
  );
}

/** Puts the cursor into a cell as the pane does. */
function select(address: string) {
  return pane.evaluate(
    (a1) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange(a1).select();
        await context.sync();
      }),
    address,
  );
}

/** A click into the first cell, which gives the keyboard to the sheet; rows are 24 pixels under a head of 20. */
async function clickFirstCell() {
  const box = await page.locator("canvas[id^=univer-sheet-main-canvas]").boundingBox();
  if (!box) throw new Error("the sheet is not shown");
  await page.mouse.click(box.x + 46 + 40, box.y + 20 + 12);
}

async function typeDown(texts: readonly string[]) {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
}

describe("the embedded workbook", () => {
  test("calculates what the pane writes, and asks nobody outside", async () => {
    const total = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("B1:B5").values = [[39705], [78960], [84640], [72151], [100]];
        sheet.getRange("B6").formulas = [["=SUM(B1:B5)"]];
        sheet.getRange("B1:B6").numberFormat = "#,##0" as unknown as string[][];
        await context.sync();
        const sum = sheet.getRange("B6");
        sum.load("values,text");
        await context.sync();
        return { value: sum.values[0]?.[0] as unknown, text: sum.text[0]?.[0] };
      }),
    );
    expect(total).toEqual({ value: 275556, text: "275.556" });
    expect(strays).toEqual([]);
  }, LIMIT);

  test("reads what is typed as a Vietnamese Excel does", async () => {
    await clickFirstCell();
    await typeDown(["39.750", "12,5", "1.234.567,8", "12,5%", "1.5", "1,234.5", "abc", "1/5/2026", "=SUM(a1;a2)", "=A1*1,05"]);
    const { values, formulas, formats } = await read("A1:A10");
    expect(values.flat()).toEqual([39750, 12.5, 1234567.8, 0.125, "1.5", "1,234.5", "abc", 46143, 39762.5, 41737.5]);
    expect(formats.flat().slice(0, 4)).toEqual(["#,##0", "General", "#,##0.00", "0.00%"]);
    expect(formulas.flat().slice(8)).toEqual(["=SUM(A1,A2)", "=A1*1.05"]);
    expect(strays).toEqual([]);
  }, LIMIT);

  test("shows a number for editing with a decimal comma, and keeps it when nothing is changed", async () => {
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1:A3");
        range.values = [[39750.5], [0.1234567], [46143]];
        range.numberFormat = [["#,##0"], ["0.0%"], ["dd/mm/yyyy"]];
        await context.sync();
      }),
    );
    await clickFirstCell();
    for (let row = 0; row < 3; row++) {
      await page.keyboard.press("F2");
      await page.keyboard.press("Enter");
    }
    expect((await read("A1:A3")).values.flat()).toEqual([39750.5, 0.1234567, 46143]);
    await clickFirstCell();
    await page.keyboard.press("F2");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    expect((await read("A1")).values).toEqual([[39750.51]]);
  }, LIMIT);

  test("takes over what is being typed when the person goes to the pane", async () => {
    await clickFirstCell();
    await page.keyboard.type("39.705");
    await pane.locator("body").click({ position: { x: 5, y: 5 } });
    expect((await read("A1")).values).toEqual([[39705]]);
  }, LIMIT);

  test("saves the workbook as a file that can be read", async () => {
    await clickFirstCell();
    await typeDown(["39.705", "78.960", "=SUM(A1:A2)", "Nguồn vốn"]);
    await select("A1");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const book = await openXlsx(new Uint8Array(await readFile(await download.path())));
    const { sheets } = await book.outline();
    const [sheet] = sheets;
    const [snapshot] = await book.read([{ sheet: sheet?.name ?? "", area: { row: 0, col: 0, rows: 4, cols: 1 } }]);
    expect(snapshot?.values).toEqual([[39705], [78960], [118665], ["Nguồn vốn"]]);
    expect(snapshot?.formulas[2]).toEqual(["=SUM(A1:A2)"]);
    expect(strays).toEqual([]);
  }, LIMIT);
});
