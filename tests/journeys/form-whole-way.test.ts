import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { CORPUS } from "../support/corpus";
import { minutes } from "../support/patience";
import { LIMIT, journeys, type Opened } from "./journey";
import { cutElements, violations } from "./pane-looks";

/** What five companies owe, in đồng: a form that nobody here made. */
const FORM = join(CORPUS, "forms/right/debt-0.xlsx");
const [SHEET, FIRST, LAST] = ["Bieu 01", 6, 11] as const;

const open = journeys();
let opened: Opened;
const pane = () => opened.pane;
const button = (name: string | RegExp) => opened.button(name);

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
  for (let step = 0; step < 4; step++) await opened.page.locator("#divider").press("ArrowRight");
}, LIMIT);

/** Opens the form by the page's button. */
async function openForm(): Promise<void> {
  const { page } = opened;
  await page.locator("#file").setInputFiles({ name: "Công nợ.xlsx", mimeType: "", buffer: readFileSync(FORM) });
  await page.waitForFunction(() => document.querySelector("#status")?.textContent === "Đã mở Công nợ.xlsx.");
  const told = page.getByRole("dialog").getByRole("button", { name: "Đã rõ" });
  if (await told.isVisible()) await told.click();
  await page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#open")?.disabled === false);
  const frame = page.frame("taskpane");
  if (!frame) throw new Error("the page has no pane");
  opened = {
    ...opened,
    pane: frame,
    tab: (name) => frame.getByRole("tab", { name, exact: true }).click(),
    button: (name): Locator => frame.getByRole("button", { name, exact: true }),
  };
  await frame.getByRole("tab", { name: "Kiểm tra", exact: true }).waitFor();
}

/** Fills the form in: its figures times something, those of one column besides times another. */
async function fill(times: number, column: string | null = null, more = 1): Promise<void> {
  await pane().evaluate(
    ([sheet, first, last, factor, other, of]) =>
      Excel.run(async (context) => {
        const target = context.workbook.worksheets.getItem(sheet);
        const ranges = ["C", "D", "E", "F"].map((letter) => ({
          range: target.getRange(`${letter}${first}:${letter}${last}`).load("values,formulas"), by: factor * (letter === other ? of : 1),
        }));
        await context.sync();
        for (const { range, by } of ranges)
          range.formulas = range.formulas.map((row: unknown[], at) =>
            row.map((formula, col) => (typeof formula === "number" ? Number(range.values[at]?.[col]) * by : formula)));
        await context.sync();
      }),
    [SHEET, FIRST, LAST, times, column, more] as const);
}

async function save(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const downloaded = opened.page.waitForEvent("download");
  await opened.page.locator("#save").click();
  const anyway = opened.page.getByRole("dialog").getByRole("button", { name: /^Tải về/ });
  const file = await Promise.race([downloaded, anyway.waitFor().then(() => anyway.click()).then(() => downloaded)]);
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await readFile(await file.path()),
  };
}

const values = (sheet: string): Promise<unknown[][]> =>
  pane().evaluate((name) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values");
      await context.sync();
      return range.values as unknown[][];
    }), sheet);

const here = existsSync(FORM) ? test : test.skip;

here("a form that nobody here made is taken over, filled in thrice, added up, compared and summarized", async () => {
  await openForm();
  await opened.tab("Kiểm tra");
  await button("Kiểm tra").click();
  await pane().getByText("Không phát hiện sai lệch.").waitFor();
  await pane().evaluate(([sheet]) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange("D8").select();
      await context.sync();
    }), [SHEET] as const);
  await button("Biểu này").click();
  await button("Nhận biểu này").click();
  await button("Bỏ nhận").waitFor();
  await opened.picture("whole-way-1-taken");
  expect(await opened.sheets()).toHaveLength(2);
  expect(await cutElements(pane())).toEqual([]);
  expect(await violations(pane())).toEqual([]);

  const first = await save("Xã Bản Lang.xlsx");
  await fill(2);
  const second = await save("Xã Dào San.xlsx");
  await fill(1, "D", 1000);
  const third = await save("Xã Mường So.xlsx");
  await fill(1, "D", 1 / 1000);

  await opened.tab("Tổng hợp");
  await pane().getByText("Tổng hợp nhiều đơn vị").click();
  await pane().getByRole("radio", { name: "Các tệp .xlsx" }).check();
  await pane().locator('input[type="file"]').first().setInputFiles([first, second, third]);
  await pane().getByText("Đã chọn 3/3").waitFor();
  await button("Cộng các đơn vị").click();
  await pane().getByText(/Cột “Phát sinh tăng”: số liệu lớn gấp khoảng 1\.000 lần/).first().waitFor();
  await opened.picture("whole-way-2-unit");
  await button("Vẫn cộng").click();
  await pane().getByRole("link", { name: "Nguồn số liệu" }).waitFor();
  await opened.picture("whole-way-3-added");
  const opening = (rows: unknown[][]): number => Number(rows.find((row) => row.includes("Công ty A"))?.[2]);
  const [added] = (await opened.sheets()).filter((name) => name.startsWith(SHEET) && name !== SHEET);
  expect(added).toBeDefined();
  // once, twice and twice what the form had
  expect(opening(await values(added ?? ""))).toBe(5 * 79_000_000);
  await button("Hoàn tác").click();
  await pane().getByRole("link", { name: "Nguồn số liệu" }).waitFor({ state: "detached" });

  await opened.tab("Kiểm tra");
  await button("So với bản khác").click();
  const region = pane().getByRole("region", { name: "So với bản khác" });
  await region.getByRole("radio", { name: /^Tệp khác/ }).check();
  await region.locator('input[type="file"]').setInputFiles(first);
  await region.getByText(first.name, { exact: true }).waitFor();
  await button("So sánh").click();
  await region.getByText(/^So lúc \d\d:\d\d/).waitFor();
  await opened.picture("whole-way-4-compared");
  await region.getByText(/79\.000\.000.*158\.000\.000/).first().waitFor();

  await opened.tab("Tổng hợp");
  await button("Tổng hợp").click();
  await pane().getByRole("link", { name: "Tổng hợp", exact: true }).click();
  await opened.picture("whole-way-5-summary");
  expect((await values("Tổng hợp")).flat()).toContain("Cộng (Số dư đầu kỳ): 551,25 triệu đồng");
}, minutes(6));
