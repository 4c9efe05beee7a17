import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Refusal, rollUpSheets } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");
let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);

test("tables on sheets of a workbook come to new sheets, each sheet a unit, and are taken back", async () => {
  const plan = options({ plan: "lai-chau-2021-2025", kinds: ["budget"] });
  await makeTables(opened.workbook, plan, words);
  await makeTables(opened.workbook, plan, words);
  opened.rename("Biểu kinh phí", "Xã A");
  opened.rename("Biểu kinh phí (2)", "Xã B");
  await opened.type("Xã B", "D10", 5);
  const before = await sheets();
  const { result, undo } = await rollUpSheets(opened.workbook, { today, date: "22/11/2026", sheets: null }, words);
  expect(result.units.map(({ unit, state }) => [unit, state])).toEqual([["Xã A", "read"], ["Xã B", "read"]]);
  const lines = result.result.sections[0]?.lines ?? [];
  expect(lines.find(({ key }) => key === "T")?.figures.get("")?.get("amount")).toMatchObject({ value: 551_112, units: 2 });
  expect(lines.find(({ key }) => key === "A.1")?.figures.get("")?.get("y2021")).toMatchObject({ value: 5, units: 1 });
  expect(await sheets()).toEqual([...before, "Tổng hợp kinh phí", "Đơn vị", "Không tổng hợp được", "Nguồn số liệu"]);
  await undo();
  expect(await sheets()).toEqual(before);
}, 120_000);

test("where no sheet that was chosen has a table, nothing is made", async () => {
  await expect(rollUpSheets(opened.workbook, { today, date: "", sheets: ["Sheet1"] }, words)).rejects.toEqual(new Refusal("no-tables", {}));
});
