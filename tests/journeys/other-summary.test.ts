import { beforeAll, expect, test } from "@jest/globals";
import { minutes } from "../support/patience";
import { SPENDING } from "../support/plain-sheet";
import { LIMIT, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

const open = journeys();
let opened: Opened;

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
}, LIMIT);

const SHEET = "Tổng hợp";
const pane = () => opened.pane;

function texts(): Promise<string[]> {
  return pane().evaluate((name) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values");
      await context.sync();
      return range.values.flat().map(String);
    }), SHEET);
}

test("a table that somebody else has made is summarized in the page, its shares are computed, and one undo takes it back", async () => {
  await opened.tab("Tổng hợp");
  await opened.button("Tổng hợp").click();
  await pane().getByText(/Không nhận ra biểu nào/).waitFor();
  await pane().evaluate((rows) =>
    Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Chi");
      added.getRange("A1").getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1).values = rows;
      added.activate();
      await context.sync();
    }), SPENDING.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell))));
  await opened.button("Tổng hợp").click();
  await pane().getByRole("link", { name: SHEET }).waitFor();
  const told = await texts();
  expect(told.find((text) => text.startsWith("- Tổng số"))).toMatch(
    /2\.171 triệu đồng, gồm Chi đầu tư 818 \(37,7%\) và Chi thường xuyên 1\.353 \(62,3%\)/,
  );
  // as the formula beside the line gives it
  expect(told).toContain("37.7");
  expect(await violations(pane())).toEqual([]);
  expect(await cutElements(pane())).toEqual([]);
  await pane().getByRole("link", { name: SHEET }).click();
  await opened.picture("other-summary-1");
  await narrow(opened.page, 320);
  await opened.picture("other-summary-2-narrow");
  await opened.button("Hoàn tác").click();
  await pane().getByRole("link", { name: SHEET }).waitFor({ state: "detached" });
  expect(await opened.sheets()).not.toContain(SHEET);
}, LIMIT);
