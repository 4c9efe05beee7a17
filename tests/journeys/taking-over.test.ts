import { beforeAll, expect, test } from "@jest/globals";
import { EMPTY, journeys, LIMIT, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

/** A commune's budget as its office keeps it; E7 is 90 more than its line. */
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
const HOW = `Cách hiểu ${EMPTY}`;

const open = journeys();
let opened: Opened;
beforeAll(async () => {
  opened = await open();
}, LIMIT);

const button = (name: string) => opened.button(name);
const region = () => opened.pane.getByRole("region", { name: "Biểu này" });

async function select(sheet: string, address: string): Promise<void> {
  await opened.pane.evaluate(([name, at]) =>
    Excel.run(async (context) => {
      const target = context.workbook.worksheets.getItem(name ?? "");
      target.activate();
      target.getRange(at).select();
      await context.sync();
    }), [sheet, address]);
}

/** The defined names of the table that was taken over, with their cells. */
async function names(): Promise<string[]> {
  return opened.pane.evaluate(() =>
    Excel.run(async (context) => {
      const all = context.workbook.names.load("items/name,items/formula");
      await context.sync();
      return all.items.filter(({ name }) => name.startsWith("PT_other")).map(({ name, formula }) => `${name} ${String(formula)}`).sort();
    }));
}

test("“Nhận biểu này” names the parts of a table and writes how it is understood; its cells stay", async () => {
  await opened.pane.evaluate(([name, rows]) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).getRange("A1:E8").values = rows as unknown[][];
      await context.sync();
    }), [EMPTY, BUDGET.map((row) => [...row])] as const);
  await opened.tab("Kiểm tra");
  await button("Kiểm tra").click();
  await opened.pane.getByRole("listitem").first().waitFor();
  await select(EMPTY, "E8");
  await button("Biểu này").click();
  await region().waitFor();
  await button("Nhận biểu này").click();
  await button("Bỏ nhận").waitFor();
  expect(await opened.sheets()).toEqual([EMPTY, HOW]);
  expect(await names()).toContain(`PT_other1_table ='${EMPTY}'!$A$3:$E$8`);
  await opened.picture("taken-over");
}, LIMIT);

test("after a row is inserted and the sheet is renamed it is the same table, and its mistake the same", async () => {
  await opened.pane.evaluate((name) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange("2:2").insert("Down");
      sheet.name = "Biểu 3";
      await context.sync();
    }), EMPTY);
  await opened.page.waitForTimeout(1500);
  await button("Kiểm tra").click();
  await opened.pane.getByRole("listitem").filter({ hasText: "E8" }).first().waitFor();
  expect(await names()).toContain("PT_other1_table ='Biểu 3'!$A$4:$E$9");
  await select("Biểu 3", "E9");
  await button("Biểu này").click();
  await button("Bỏ nhận").waitFor();
  await opened.pane.getByRole("link", { name: HOW }).click();
  await opened.page.waitForTimeout(1000);
  await opened.picture("taken-over-sheet");
}, LIMIT);

test("“Bỏ nhận” takes names and sheet away, and undo brings both again", async () => {
  await select("Biểu 3", "E9");
  await button("Biểu này").click();
  await button("Bỏ nhận").click();
  await button("Nhận biểu này").waitFor();
  expect([await opened.sheets(), await names()]).toEqual([["Biểu 3"], []]);
  await button("Hoàn tác").click();
  await button("Bỏ nhận").waitFor();
  expect(await opened.sheets()).toEqual(["Biểu 3", HOW]);
  expect((await names()).length).toBeGreaterThan(5);
  await narrow(opened.page, 320);
  await opened.page.waitForTimeout(500);
  await opened.picture("taken-over-again");
  expect(await cutElements(opened.pane)).toEqual([]);
  expect(await violations(opened.pane)).toEqual([]);
}, LIMIT);
