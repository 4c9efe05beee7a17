import { expect, test } from "@jest/globals";
import type { Report } from "../../src/self-test";
import { readReport, SELF_TEST_LENGTH } from "../../src/self-test";
import { EMPTY, journeys, LIMIT, type Opened } from "./journey";

const open = journeys();

async function openSelfTest({ pane, button }: Opened) {
  await button("Việc khác").click();
  await pane.getByRole("menuitem", { name: "Tự kiểm tra" }).click();
  await pane.getByRole("heading", { name: "Tự kiểm tra" }).waitFor();
}

async function reportOf({ pane }: Opened): Promise<Report> {
  return readReport(await pane.getByRole("textbox", { name: "Báo cáo" }).inputValue());
}

test("the self-test runs in the page, shows each result, copies its report and leaves no sheet", async () => {
  const opened = await open();
  const { page, pane, button, picture, sheets } = opened;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSelfTest(opened);
  await picture("self-test-before");
  await button("Bắt đầu").click();
  await button("Dừng").waitFor();
  await pane.getByText(/^Đã xong/).waitFor({ timeout: LIMIT });
  await picture("self-test-after");
  expect(await sheets()).toEqual([EMPTY]);
  const report = await reportOf(opened);
  expect(report.results.map(({ id, outcome, error }) => ({ id, outcome, error }))).toEqual(
    report.results.map(({ id }) => ({ id, outcome: "good", error: null })),
  );
  expect(await pane.getByRole("list").getByText("như mong đợi", { exact: true }).count()).toBe(report.results.length);
  expect(report.host).toMatchObject({ platform: "OfficeOnline", displayLanguage: "vi-VN" });
  expect(report.build).toMatch(/taskpane.*\.js$/);
  await button("Sao chép báo cáo").click();
  await pane.getByText(/^Đã sao chép báo cáo|^Chưa sao chép được tự động/).waitFor();
  await button("Quay lại").click();
  await pane.getByRole("radio").first().waitFor();
}, LIMIT);

test("it does nothing in a workbook that holds something, says which sheet, and can be stopped in a new one", async () => {
  const opened = await open();
  const { pane, button, sheets } = opened;
  const write = (value: string) =>
    pane.evaluate(
      (text) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange("B7").values = [[text]];
          await context.sync();
        }),
      value,
    );
  await write("số liệu của tôi");
  await openSelfTest(opened);
  await button("Bắt đầu").click();
  await pane.getByText(`Trang tính “${EMPTY}” đang có nội dung`).waitFor();
  expect(await sheets()).toEqual([EMPTY]);
  await write("");
  await button("Chạy lại").click();
  await button("Dừng").click();
  await pane.getByText(new RegExp(`^Đã dừng sau \\d+/${SELF_TEST_LENGTH} mục`)).waitFor({ timeout: LIMIT });
  expect(await sheets()).toEqual([EMPTY]);
  expect((await reportOf(opened)).stopped).toBe(true);
}, LIMIT);
