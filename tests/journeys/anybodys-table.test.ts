import { beforeAll, expect, test } from "@jest/globals";
import { HEADINGS } from "../support/headings";
import { EMPTY, LIMIT, journeys, type Opened } from "./journey";
import { narrow, violations } from "./pane-looks";

/** A commune's budget as its office typed it, with two digits swapped in E7: 1.455 was meant. */
const BUDGET: readonly (readonly (string | number)[])[] = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", "", "", "", ""],
  ["", "", "", "", "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
  ["A", "B", "1", "2", "3=1+2"],
  ["1", "Giáo dục", 2310, 6245, 8555],
  ["2", "Y tế", 1450, 2318, 3768],
  ["3", "Văn hóa", 610, 845, 1545],
  ["", "Cộng", 4370, 9408, 13778],
];

const open = journeys();
let opened: Opened;

beforeAll(async () => {
  opened = await open();
  await opened.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
}, LIMIT);

const button = (name: string) => opened.button(name);
const items = () => opened.pane.getByRole("listitem");

/** Puts rows on the clipboard as a program copies them, and pastes them into the grid as a person does. */
async function paste(rows: readonly (readonly (string | number)[])[], sheet: string): Promise<void> {
  const { page, pane } = opened;
  await pane.evaluate((name) =>
    Excel.run(async (context) => {
      const there = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      const target = there.isNullObject ? context.workbook.worksheets.add(name) : there;
      target.activate();
      target.getRange("A1").select();
      await context.sync();
    }), sheet);
  await page.waitForTimeout(500);
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join("\t")).join("\n"));
  await page.mouse.click(200, 300);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").select();
      await context.sync();
    }));
  await page.keyboard.press("Control+V");
  await page.waitForTimeout(1500);
}

async function cell(sheet: string, address: string): Promise<unknown> {
  return opened.pane.evaluate(([name, at]) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name ?? "").getRange(at).load("values");
      await context.sync();
      return (range.values as unknown[][])[0]?.[0];
    }), [sheet, address]);
}

async function select(sheet: string, address: string): Promise<void> {
  await opened.pane.evaluate(([name, at]) =>
    Excel.run(async (context) => {
      const target = context.workbook.worksheets.getItem(name ?? "");
      target.activate();
      target.getRange(at).select();
      await context.sync();
    }), [sheet, address]);
}

/** Sizes of a sheet in pixels: its heads, and rows and columns as they are when nobody has changed them. */
const [HEADS, ROW, COLUMN] = [{ row: 46, column: 20 }, 24, 88] as const;

/** Clicks a cell of the sheet that is shown, column and row counted from 1, with Ctrl beside what is selected. */
async function click(column: number, row: number, modifiers: "Control"[] = []): Promise<void> {
  const box = await opened.page.locator("canvas[id^=univer-sheet-main-canvas]").boundingBox();
  if (!box) throw new Error("no grid");
  for (const key of modifiers) await opened.page.keyboard.down(key);
  await opened.page.mouse.click(box.x + HEADS.row + COLUMN * (column - 0.5), box.y + HEADS.column + ROW * (row - 0.5));
  for (const key of modifiers) await opened.page.keyboard.up(key);
}

async function selected(): Promise<string> {
  return opened.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address.slice(range.address.indexOf("!") + 1);
    }));
}

test("the wrong cell of a table that was pasted is named first, put right by the button, and back by undo", async () => {
  await paste(BUDGET, EMPTY);
  expect(await cell(EMPTY, "E7")).toBe(1545);
  await opened.tab("Kiểm tra");
  await button("Kiểm tra").click();
  const first = items().first();
  await first.waitFor();
  await opened.picture("any-found");
  expect(await first.innerText()).toContain("E7");
  await first.getByRole("button", { name: /^Sửa thành 1\.455|^Sửa E7 thành 1\.455/ }).click();
  await opened.pane.getByText("Không phát hiện sai lệch.").waitFor();
  expect(await cell(EMPTY, "E7")).toBe(1455);
  await opened.picture("any-clean");
  await button("Hoàn tác").click();
  await items().first().waitFor();
  expect(await cell(EMPTY, "E7")).toBe(1545);
}, LIMIT);

test("cells that are wrong are marked in their table too", async () => {
  await button("Đánh dấu ô").click();
  await button("Đánh dấu ô").waitFor({ state: "detached" });
  await select(EMPTY, "A1");
  await opened.page.waitForTimeout(500);
  await opened.picture("any-marked");
  await button("Xóa đánh dấu").click();
  await button("Đánh dấu ô").waitFor();
}, LIMIT);

test("“Biểu này” says what was understood, and a total lists its parts, each a way to its cell", async () => {
  await select(EMPTY, "E8");
  await button("Biểu này").click();
  const table = opened.pane.getByRole("region", { name: "Biểu này" });
  await table.getByText(/đơn vị tính: triệu đồng/).waitFor();
  const text = await table.innerText();
  expect(text).toMatch(/Cột E = C \+ D ở mọi dòng/);
  expect(text).toMatch(/dòng 8 = 5 \+ 6 \+ 7/);
  await opened.picture("any-this-table");
  const parts = table.getByRole("list", { name: "Các phần của E8" }).first();
  await parts.getByRole("link", { name: "E6" }).click();
  await opened.page.waitForTimeout(500);
  expect(await selected()).toBe("E6");
}, LIMIT);

test("what was understood wrongly is put right by clicking, at once, and back by one undo", async () => {
  const table = opened.pane.getByRole("region", { name: "Biểu này" });
  const correct = table.getByText("Sửa cách hiểu biểu này");
  await select(EMPTY, "D5");
  await button("Biểu này").click();
  await correct.click();
  await table.getByText(/^Cột D đang được hiểu là số liệu cộng được/).waitFor();
  await opened.picture("any-correct");
  await button("Số lượng, đơn giá").click();
  await table.getByText(/^Cột D đang được hiểu là số lượng, đơn giá/).waitFor();
  expect(await table.innerText()).toMatch(/Dòng 8 = 5 \+ 6 \+ 7/);
  expect(await table.innerText()).not.toMatch(/cột E = C/i);
  await opened.picture("any-quantity");
  await button("Hoàn tác").click();
  await table.getByText(/^Cột D đang được hiểu là số liệu cộng được/).waitFor();
  await button("Dòng 5 là đầu biểu").click();
  await table.getByText(/đầu biểu: dòng 3–5/).waitFor();
  await button("Hoàn tác").click();
  await table.getByText(/đầu biểu: dòng 3–4/).waitFor();
}, LIMIT);

test("the parts of a total are those that are selected, several areas too", async () => {
  const table = opened.pane.getByRole("region", { name: "Biểu này" });
  await select(EMPTY, "C8");
  await button("Biểu này").click();
  await table.getByRole("list", { name: "Các phần của C8" }).waitFor();
  await click(3, 5);
  await click(3, 7, ["Control"]);
  await button("Dòng 8 là tổng của các dòng đang chọn").click();
  await table.getByText(/C8 ghi 4\.370, còn các phần cho 2\.920/).waitFor();
  await opened.picture("any-parts-said");
  await button("Hoàn tác").click();
  await table.getByText(/C8 ghi 4\.370, khớp với các phần/).waitFor();
}, LIMIT);

test("a cell outside of every table has none; the row above one may be its head", async () => {
  await select(EMPTY, "H40");
  await button("Biểu này").click();
  await opened.pane.getByText(/^Ô đang chọn không nằm trong biểu nào/).waitFor();
  await select(EMPTY, "E2");
  await button("Biểu này").click();
  await button("Dòng 2 là đầu của biểu A3:E8").waitFor();
  await opened.picture("any-outside");
}, LIMIT);

test("a question is answered once: after another check nobody asks it again, and undo asks it", async () => {
  await paste(HEADINGS, "Chi xã");
  await button("Kiểm tra").click();
  const questions = opened.pane.getByText(/^Câu hỏi \(\d+\)$/);
  await questions.waitFor();
  await opened.picture("any-question");
  const asked = items().filter({ hasText: "có phải là" });
  const before = await asked.count();
  await asked.first().getByRole("button", { name: "Không phải", exact: true }).click();
  await opened.pane.getByText(/Đã ghi câu trả lời/).waitFor();
  await opened.page.waitForTimeout(1000);
  expect(await asked.count()).toBe(before - 1);
  await button("Kiểm tra").click();
  await opened.page.waitForTimeout(2000);
  expect(await asked.count()).toBe(before - 1);
  expect(await opened.sheets()).toContain("Kết quả kiểm tra");
  await opened.picture("any-answered");
  await opened.pane.getByRole("link", { name: "Kết quả kiểm tra" }).click();
  await opened.page.waitForTimeout(700);
  await opened.picture("any-record");
  await button("Hoàn tác").click();
  await opened.page.waitForTimeout(2500);
  expect(await asked.count()).toBe(before);
}, LIMIT);

test("what is found on several sheets stands by sheet", async () => {
  await paste(BUDGET.map((row) => row.map((value) => (value === "Văn hóa" ? "Thể thao" : value))), "Xã B");
  await button("Kiểm tra").click();
  await opened.pane.getByRole("heading", { name: "Xã B", level: 3 }).first().waitFor();
  expect(await opened.pane.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual(expect.arrayContaining([EMPTY, "Xã B"]));
  await opened.picture("any-sheets");
}, LIMIT);

test("a sheet of many cells is read with progress, and left alone when it is stopped", async () => {
  await opened.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Nhiều dòng");
      const rows = Array.from({ length: 8_000 }, (_, row) =>
        Array.from({ length: 30 }, (_cell, col) => (col === 0 ? `Mục ${row + 1}` : row * 31 + (col - 1) * 7)));
      sheet.getRange("A1:AD8000").values = rows;
      await context.sync();
    }));
  await button("Kiểm tra").click();
  // a spinner stands beside the bar as long as nothing is known of how far it is
  await opened.pane.getByRole("progressbar").first().waitFor();
  await opened.picture("any-progress");
  // a click would wait until the button stands still, which it does when the reading is over
  await button("Dừng").dispatchEvent("click");
  await opened.pane.getByRole("progressbar").first().waitFor({ state: "detached" });
  expect(await cell("Nhiều dòng", "B1")).toBe(0);
  await opened.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nhiều dòng").delete();
      await context.sync();
    }));
}, LIMIT);

test("in English, in a pane of 320 px, and for those who cannot see", async () => {
  await select(EMPTY, "E8");
  await button("Biểu này").click();
  await opened.pane.getByRole("region", { name: "Biểu này" }).waitFor();
  expect(await violations(opened.pane)).toEqual([]);
  await opened.pane.getByText("Sửa cách hiểu biểu này").click();
  await narrow(opened.page, 480);
  await opened.picture("any-480-vi");
  await narrow(opened.page, 320);
  await opened.picture("any-320-vi");
  await opened.pane.getByRole("button", { name: "English" }).click();
  await opened.pane.getByRole("region", { name: "This table" }).getByText(/unit: million/).waitFor();
  await opened.picture("any-320-en");
}, LIMIT);
