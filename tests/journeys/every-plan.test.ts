import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Frame, Page } from "playwright-core";
import { catalogue, kindsOf } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { launchBrowser } from "./browser";
import { serveBuilt, type Served } from "./server";

const LIMIT = 180_000;
const pictures = process.env["PLAN_TABLES_SCREENSHOTS"];
const words = wordsOf("vi");

let served: Served;
let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  served = await serveBuilt();
  browser = await launchBrowser();
}, LIMIT);

afterAll(async () => {
  await browser?.close();
  await served?.close();
}, LIMIT);

/** The page, opened anew with an empty workbook. */
async function open(): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.goto(served.url);
  const frame = await page.waitForSelector('iframe[name="taskpane"]').then((element) => element.contentFrame());
  if (!frame) throw new Error("the page has no pane");
  pane = frame;
  await pane.getByRole("radio").first().waitFor();
}

const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: true });
const picture = async (name: string): Promise<void> => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
};

function sheets(): Promise<string[]> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const all = context.workbook.worksheets.load("items/name");
      await context.sync();
      return all.items.map(({ name }) => name);
    }),
  );
}

/** The sheet that the page opens with. */
const EMPTY = "Trang 1";

test.each(catalogue.map((plan) => [plan.id, plan] as const))("%s: one click makes all of its tables, a second none, and undo takes them away", async (id, plan) => {
  await open();
  const label = `${plan.issuer}, `;
  await pane.getByRole("radio", { name: new RegExp(`^${label}.*${plan.title.slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) }).check();
  await button("Tạo biểu").click();
  const expected = kindsOf(plan).map((kind) => words.templates[kind].sheet);
  for (const sheet of expected) await pane.getByRole("link", { name: sheet, exact: true }).waitFor();
  expect(await sheets()).toEqual([EMPTY, ...expected]);
  await picture(`plan-${id}`);

  await button("Tạo biểu").click();
  await pane.getByText(/đã có biểu của kế hoạch này/).waitFor();
  expect(await sheets()).toEqual([EMPTY, ...expected]);
  await picture(`present-${id}`);

  await button("Hoàn tác").click();
  await pane.getByText(/^Đã tạo/).waitFor({ state: "detached" });
  expect(await sheets()).toEqual([EMPTY]);
  await page.close();
}, LIMIT);

test("what is missing is offered, and a plan of one's own gets blank tables", async () => {
  await open();
  await pane.getByRole("checkbox", { name: /^Biểu nhiệm vụ/ }).uncheck();
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: "Biểu kinh phí", exact: true }).waitFor();
  await pane.getByRole("checkbox", { name: /^Biểu nhiệm vụ/ }).check();
  await button("Tạo biểu").click();
  await pane.getByText(/Còn thiếu: Biểu nhiệm vụ/).waitFor();
  await button("Tạo biểu còn thiếu").click();
  await pane.getByRole("link", { name: "Biểu nhiệm vụ", exact: true }).waitFor();
  expect(await sheets()).toEqual([EMPTY, "Biểu chỉ tiêu", "Biểu kinh phí", "Biểu nhiệm vụ"]);

  await pane.getByRole("radio", { name: "Kế hoạch khác (biểu trống)" }).check();
  await button("Tạo biểu").click();
  await pane.getByText(/Kế hoạch chưa có tên/).waitFor();
  expect(await sheets()).toHaveLength(4);
  await pane.getByRole("textbox", { name: "Tên kế hoạch" }).fill("Kế hoạch y tế xã Mẫu năm 2027");
  await pane.getByRole("textbox", { name: "Các năm có cột riêng" }).fill("2026-2027");
  await pane.getByText("Tuỳ chọn bố trí biểu").click();
  await pane.getByRole("textbox", { name: "Nguồn vốn của biểu kinh phí trống" }).fill("Ngân sách tỉnh\nNgân sách xã");
  await picture("blank-form");
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: "Biểu kinh phí (2)", exact: true }).waitFor();
  await picture("blank-tables");
  expect(await sheets()).toHaveLength(7);
  await page.close();
}, LIMIT);
