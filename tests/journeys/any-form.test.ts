import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { copyOfSheet, openWhole } from "../../src/workbook/files";
import { writeXlsx } from "../../src/workbook/xlsx";
import { CORPUS } from "../support/corpus";
import { LIMIT, journeys, type Opened } from "./journey";
import { cutElements, violations } from "./pane-looks";

const FORM = join(CORPUS, "forms/right/programme-0.xlsx");
const open = journeys();
let opened: Opened;

/** A copy of a form that nobody here made: its figures times something, those of one column a thousand times more. */
async function filled(times: number, column = -1): Promise<Buffer> {
  const copy = copyOfSheet(await openWhole(new Uint8Array(readFileSync(FORM)), "form.xlsx"), "PL1");
  if (!copy) throw new Error("no sheet PL1");
  const head = copy.spec.cells.findIndex((row) => row.some((cell) => cell === "A"));
  const cells = copy.spec.cells.map((row, at) =>
    row.map((cell, col) => (at > head && col > 1 && typeof cell === "number" ? cell * times * (col === column ? 1000 : 1) : cell)),
  );
  return Buffer.from(await writeXlsx([{ ...copy.spec, cells }]));
}

const button = (name: string | RegExp) => opened.button(name);
const pane = () => opened.pane;

const cells = (sheet: string): Promise<unknown[][]> =>
  pane().evaluate((name) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
      range.load("values");
      await context.sync();
      return range.values as unknown[][];
    }), sheet);

const here = existsSync(FORM) ? test : test.skip;

beforeAll(async () => {
  opened = await open();
  for (let step = 0; step < 4; step++) await opened.page.locator("#divider").press("ArrowRight");
}, LIMIT);

here("three filled copies of a form that nobody here made are added up, and the column in another unit is told before", async () => {
  const before = await opened.sheets();
  await opened.tab("Tổng hợp");
  await pane().getByText("Tổng hợp nhiều đơn vị").click();
  await pane().getByRole("radio", { name: "Các tệp .xlsx" }).check();
  const file = async (name: string, times: number, column?: number) => ({
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await filled(times, column),
  });
  await pane().locator('input[type="file"]').first().setInputFiles([
    await file("Huyện A.xlsx", 1), await file("Huyện B.xlsx", 2), await file("Huyện C.xlsx", 3, 4),
  ]);
  await pane().getByText("Đã chọn 3/3").waitFor();
  await pane().getByLabel(/^Dòng cần xem theo từng đơn vị/).fill("Xã Mường So");
  await opened.picture("any-form-1-files");
  expect(await cutElements(pane())).toEqual([]);
  await button("Cộng các đơn vị").click();
  await pane().getByText("Nội dung cần lưu ý trước khi cộng").waitFor();
  await opened.picture("any-form-2-question");
  expect(await cutElements(pane())).toEqual([]);
  await pane().getByText(/số liệu lớn gấp khoảng 1\.000 lần các đơn vị khác/).first().waitFor();
  expect(await violations(pane())).toEqual([]);
  expect(await opened.sheets()).toEqual(before);

  await button("Vẫn cộng").click();
  await pane().getByRole("link", { name: "PL1" }).click();
  await opened.picture("any-form-3-form");
  const source = copyOfSheet(await openWhole(new Uint8Array(readFileSync(FORM)), "form.xlsx"), "PL1")?.spec.cells ?? [];
  const line = (rows: readonly (readonly unknown[])[]): readonly unknown[] => rows.find((row) => row[1] === "Xã Mường So") ?? [];
  expect(Number(line(await cells("PL1"))[2])).toBeCloseTo(Number(line(source)[2]) * 6, 6);
  expect(Number(line(await cells("PL1"))[4])).toBeCloseTo(Number(line(source)[4]) * 3003, 6);
  const units = await cells("Theo đơn vị");
  expect(units.filter((row) => String(row[1]).startsWith("Huyện")).map((row) => row[1])).toEqual(["Huyện A", "Huyện B", "Huyện C"]);
  expect((await cells("Nguồn số liệu")).some((row) => row.includes("Huyện B.xlsx"))).toBe(true);
  await pane().getByRole("link", { name: "Không tổng hợp được" }).click();
  await opened.page.waitForTimeout(500);
  await opened.picture("any-form-4-notes");
  await button("Hoàn tác").click();
  await pane().getByRole("link", { name: "PL1" }).waitFor({ state: "detached" });
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);
