import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { checkWorkbook } from "../../src/app";
import { openXlsx } from "../../src/workbook/xlsx";
import { LIMIT, journeys, pictures, type Opened } from "./journey";
import { violations } from "./pane-looks";

const BUDGET = "Biểu kinh phí";
const INDICATORS = "Biểu chỉ tiêu";
const DEGREE = "trình độ đại học trở lên";

const open = journeys();
let opened: Opened;
let page: Opened["page"];
let pane: Opened["pane"];

beforeAll(async () => {
  opened = await open();
  ({ page, pane } = opened);
}, LIMIT);

const picture = (name: string) => opened.picture(name);
const tab = (name: string) => opened.tab(name);
const button = (name: string | RegExp) => opened.button(name);
const sheets = () => opened.sheets();

/** Values of an area, read back by Microsoft's client in the pane's frame. */
function read(sheet: string, address: string): Promise<unknown[][]> {
  return pane.evaluate(
    ([name, a1]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name ?? "").getRange(a1);
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      }),
    [sheet, address],
  );
}

function selection(): Promise<string> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address;
    }),
  );
}

/** "J9": the cell of a column of ours, by its defined name, in the row whose words hold these. */
async function cellIn(column: string, words: string): Promise<string> {
  return pane.evaluate(
    ([name, label]) =>
      Excel.run(async (context) => {
        const found = ["label", name].map((key) => context.workbook.names.getItem(`PT_indicators1_${key ?? ""}`).getRange());
        const [labels, cells] = [found[0]?.load("values,rowIndex"), found[1]?.load("address")];
        await context.sync();
        const row = (labels?.values as unknown[][]).findIndex(([text]) => String(text).includes(label ?? ""));
        if (row === -1 || !labels) throw new Error(`no row ${label ?? ""}`);
        return `${/!\$?([A-Z]+)/.exec(cells?.address ?? "")?.[1] ?? ""}${labels.rowIndex + row + 1}`;
      }),
    [column, words],
  );
}

/** Goes to a cell and types over it, by the keyboard in the grid. */
async function type(sheet: string, cell: string, text: string): Promise<void> {
  await pane.evaluate(
    ([name, a1]) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name ?? "");
        worksheet.activate();
        worksheet.getRange(a1).select();
        await context.sync();
      }),
    [sheet, cell],
  );
  await page.locator("canvas[id^=univer-sheet-main-canvas]").focus();
  await page.bringToFront();
  await page.evaluate(() => window.focus());
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("makes the tables of the Lai Châu resolution by clicking", async () => {
  await picture("create");
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: BUDGET }).waitFor();
  expect(await sheets()).toEqual(expect.arrayContaining([INDICATORS, BUDGET]));
  expect((await read(BUDGET, "C8:C19")).flat()).toEqual([
    275556, 275556, 39705, 78960, 84640, 72151, 100, 275556, 158486, 56000, 4430, 56640,
  ]);
  expect(await read(INDICATORS, await cellIn("target2025", DEGREE))).toEqual([["> 30"]]);
  expect(await read(INDICATORS, await cellIn("target2025", "bệnh không lây nhiễm"))).toEqual([[90]]);
  await pane.getByRole("link", { name: INDICATORS }).click();
  await picture("indicator-table");
  await pane.getByRole("link", { name: BUDGET }).click();
  await picture("budget-table");
}, LIMIT);

test("says that the totals agree", async () => {
  await tab("Kiểm tra");
  await button("Kiểm tra").click();
  await pane.getByText(/275\.556 khớp/).waitFor();
  await picture("check-agrees");
}, LIMIT);

test("finds two swapped digits a moment after they are typed, goes to the cell, corrects it, takes it back", async () => {
  await type(BUDGET, "C10", "39.750");
  expect(await read(BUDGET, "C10")).toEqual([[39750]]);
  const item = pane.getByRole("listitem").filter({ hasText: "275.601" });
  await item.waitFor();
  const sentence = await item.innerText();
  expect(sentence).toContain("lớn hơn 45");
  expect(sentence).toContain("C10");
  expect(sentence).toContain("39.705");
  expect(sentence).toContain("đảo hai chữ số");
  await picture("check");

  await item.getByRole("link").first().click();
  await pane.waitForFunction(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address.endsWith("!C10");
    }),
  );
  expect(await selection()).toContain(BUDGET);

  await button(/Sửa thành 39\.705/).click();
  await pane.getByText(/275\.556 khớp/).waitFor();
  expect(await read(BUDGET, "C10:C10")).toEqual([[39705]]);
  await picture("corrected");

  await button("Hoàn tác").click();
  await item.waitFor();
  expect(await read(BUDGET, "C10")).toEqual([[39750]]);
  await type(BUDGET, "C10", "39.705");
  await pane.getByText(/275\.556 khớp/).waitFor();
}, LIMIT);

test("a missed target is a warning; text is said to be text, with what it may mean", async () => {
  await type(INDICATORS, await cellIn("actual2025", DEGREE), "28");
  const missed = pane.getByRole("listitem").filter({ hasText: "Chưa đạt" });
  await missed.waitFor();
  expect(await missed.innerText()).toContain("> 30");
  expect(await read(INDICATORS, await cellIn("status", DEGREE))).toEqual([["Chưa đạt"]]);

  // an apostrophe before it makes text of a number, as in Excel
  const first = await cellIn("actual2024", DEGREE);
  const second = await cellIn("actual2024", "bệnh không lây nhiễm");
  await type(INDICATORS, first, "abc");
  await type(INDICATORS, second, "'12,5%");
  expect([await read(INDICATORS, first), await read(INDICATORS, second)]).toEqual([[["abc"]], [["12,5%"]]]);
  const texts = pane.getByRole("listitem").filter({ hasText: "là chữ" });
  await texts.nth(1).waitFor();
  const said = (await texts.allInnerTexts()).join("\n");
  expect(said).toContain("“abc”");
  expect(said).toContain("“12,5%”");
  expect(said).toContain("12,5");
  await picture("check-indicators");
}, LIMIT);

test("builds the summary, and builds it again in its own sheet", async () => {
  await tab("Tổng hợp");
  await button("Tổng hợp").click();
  await pane.getByRole("link", { name: "Tổng hợp" }).waitFor();
  const before = await sheets();
  expect(before.filter((name) => name === "Tổng hợp")).toHaveLength(1);
  expect((await read("Tổng hợp", "A7"))[0]?.[0]).toMatch(/^0\/\d+ chỉ tiêu đạt và vượt; 1 chưa đạt/);
  await pane.getByRole("link", { name: "Tổng hợp" }).click();
  await picture("summary");

  await type(INDICATORS, await cellIn("actual2025", DEGREE), "31");
  await button("Tổng hợp").click();
  await pane.waitForFunction(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Tổng hợp").getRange("A7");
      cell.load("values");
      await context.sync();
      return String(cell.values[0]?.[0]).startsWith("1/");
    }),
  );
  expect(await sheets()).toEqual(before);
}, LIMIT);

test("what the page saves is read by the file side, charts and all", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  if (pictures) await download.saveAs(join(pictures, "..", "..", ".cache", "saved.xlsx"));
  const result = await checkWorkbook(await openXlsx(bytes), { year: 2026, month: 11, day: 22 });
  expect(result.workbook.sheets.map(({ name }) => name)).toEqual(await sheets());
  expect(result.agreements).toMatchObject([{ value: 275556 }]);
  expect(result.findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "text-for-number", "text-for-number",
  ]);
}, LIMIT);

test("speaks English when asked", async () => {
  await button("English").click();
  await pane.getByRole("tab", { name: "Create", exact: true }).waitFor();
  await tab("Check");
  await button("Check").click();
  await pane.getByText(/2 wrong, /).waitFor();
  await picture("english");
}, LIMIT);

test("nobody who cannot see or use a mouse is kept out", async () => {
  expect(await violations(pane)).toEqual([]);
}, LIMIT);
