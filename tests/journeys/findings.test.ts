import { beforeAll, expect, test } from "@jest/globals";
import { LIMIT, journeys, type Opened } from "./journey";
import { violations } from "./pane-looks";

const BUDGET = "Biểu kinh phí";
const RECORD = "Kết quả kiểm tra";
const open = journeys();
let opened: Opened;

beforeAll(async () => {
  opened = await open();
  const { pane, tab } = opened;
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: BUDGET }).waitFor();
  await pane.evaluate((sheet) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange("C10").values = [[39750]];
      await context.sync();
    }), BUDGET);
  await tab("Kiểm tra");
  await button("Kiểm tra").click();
  await item().waitFor();
}, LIMIT);

const button = (name: string) => opened.button(name);
const item = () => opened.pane.getByRole("listitem").filter({ hasText: "275.601" });

/** The record as a person reads it, its hidden column among it. */
function record(): Promise<string[][]> {
  return opened.pane.evaluate((sheet) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
      range.load("values");
      await context.sync();
      return range.values.map((row: unknown[]) => row.map(String));
    }), RECORD);
}

test("a finding is explained in the pane and stands in a visible sheet, apart and not counted", async () => {
  await item().getByRole("button", { name: /^Cách xử lý khác/ }).click();
  await opened.picture("finding-actions");
  await button("Giải trình…").click();
  expect(await button("Ghi").getAttribute("aria-disabled")).toBe("true");
  await opened.pane.getByLabel("Giải trình", { exact: false }).last().fill("Số liệu theo quyết định điều chỉnh");
  await opened.pane.getByLabel("Người xử lý").fill("Nguyễn Văn An");
  await opened.picture("explain");
  await button("Ghi").click();
  const folded = opened.pane.getByText("Đã giải trình (1)");
  await folded.waitFor();
  await opened.pane.getByText(/0 lỗi/).waitFor();
  expect(await item().isVisible()).toBe(false);
  await folded.click();
  expect(await item().innerText()).toContain("Số liệu theo quyết định điều chỉnh (Nguyễn Văn An)");
  await opened.picture("explained");
  expect((await record()).find((row) => row[3]?.includes("275.601"))?.slice(4, 7)).toEqual([
    "Đã giải trình", "Số liệu theo quyết định điều chỉnh", "Nguyễn Văn An",
  ]);
  await opened.pane.getByRole("link", { name: RECORD }).click();
  await opened.page.waitForTimeout(500);
  await opened.picture("record");
}, LIMIT);

test("a status that is typed into the sheet is read a moment later", async () => {
  const rows = await record();
  const line = rows.findIndex((row) => row[3]?.includes("275.601")) + 1;
  await opened.pane.evaluate(([sheet, cell]) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet ?? "").getRange(cell).values = [["chưa xử lý"]];
      await context.sync();
    }), [RECORD, `E${line}`]);
  await opened.pane.getByText(/1 lỗi/).waitFor();
  await opened.pane.getByText("Đã giải trình (1)").waitFor({ state: "detached" });
}, LIMIT);

test("a rule is left out with a reason, and applied again", async () => {
  await item().getByRole("button", { name: /^Cách xử lý khác/ }).click();
  await button("Không áp dụng quy tắc này…").click();
  await opened.pane.getByLabel(/^Lý do không áp dụng/).fill("Số tạm tính, còn chờ phân bổ");
  expect(await opened.pane.getByLabel("Người xử lý").inputValue()).toBe("Nguyễn Văn An");
  await button("Ghi").click();
  const folded = opened.pane.getByText("Quy tắc không áp dụng (1)");
  await folded.click();
  await opened.pane.getByText("Số tạm tính, còn chờ phân bổ (Nguyễn Văn An)").waitFor();
  await opened.picture("rule-off");
  await button("Áp dụng lại").click();
  await item().waitFor();
}, LIMIT);

test("cells are marked and unmarked", async () => {
  await button("Đánh dấu ô").click();
  await button("Đánh dấu ô").waitFor({ state: "detached" });
  await item().getByRole("link").first().click();
  await opened.page.waitForTimeout(500);
  await opened.picture("marked");
  await button("Xóa đánh dấu").click();
  await button("Đánh dấu ô").waitFor();
}, LIMIT);

test("what is checked is chosen beside the button", async () => {
  await opened.pane.getByRole("combobox", { name: "Phạm vi" }).selectOption("Vùng đang chọn");
  await button("Kiểm tra").click();
  await opened.pane.getByText(/chỉ vùng đã chọn trên “Biểu kinh phí”/).waitFor();
  await item().waitFor();
  await opened.picture("selection");
}, LIMIT);

test("nobody who cannot see or use a mouse is kept out", async () => {
  await item().getByRole("button", { name: /^Cách xử lý khác/ }).click();
  await button("Giải trình…").click();
  expect(await violations(opened.pane)).toEqual([]);
}, LIMIT);
