import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  Refusal, WorkbookFailure, gatherSheets, isAmiss, tableSheets, takeBack, unitPath, writeRollUp, type RollUpDraft,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");
const budget = options({ plan: "lai-chau-2021-2025", kinds: ["budget"] });
let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const gather = (units: Readonly<Record<string, string>>, expected: readonly string[] = []): Promise<RollUpDraft> =>
  gatherSheets(opened.workbook, { today, units: new Map(Object.entries(units)), expected }, words);
const figure = ({ result }: RollUpDraft, key: string, column: string, node = "") =>
  result.sections[0]?.lines.find((line) => line.key === key)?.figures.get(node)?.get(column);

test("tables on sheets of a workbook come to new sheets, each sheet a unit, and are taken back", async () => {
  await makeTables(opened.workbook, budget, words);
  await makeTables(opened.workbook, budget, words);
  opened.rename("Biểu kinh phí", "Biểu kinh phí - Xã A");
  opened.rename("Biểu kinh phí (2)", "Xã B");
  await opened.type("Xã B", "D10", 5);
  expect(await tableSheets(opened.workbook, words)).toEqual([
    { sheet: "Biểu kinh phí - Xã A", unit: "Xã A" }, { sheet: "Xã B", unit: "Xã B" },
  ]);
  const before = await sheets();
  const draft = await gather({ "Biểu kinh phí - Xã A": "Huyện 1/Xã A", "Xã B": "Huyện 1/Xã B" }, ["Xã a", "Huyện 1", "Huyện 2/Xã A"]);
  expect(draft.units.map(({ unit, state }) => [unit, state])).toEqual([
    ["Huyện 1/Xã A", "read"], ["Huyện 1/Xã B", "read"], ["Huyện 2/Xã A", "missing"],
  ]);
  expect(isAmiss(draft)).toBe(true);
  expect(figure(draft, "T", "amount")).toMatchObject({ value: 551_112, units: 2 });
  expect(figure(draft, "A.1", "y2021")).toMatchObject({ value: 5, units: 1 });
  expect(figure(draft, "T", "amount", "Huyện 1")).toMatchObject({ value: 551_112, units: 2 });
  const { result, undo } = await writeRollUp(opened.workbook, draft, { date: "22/11/2026" }, words);
  const made = ["Tổng hợp kinh phí", "Đơn vị", "Không tổng hợp được", "Nguồn số liệu"];
  expect(result.map(({ name }) => name)).toEqual(made);
  expect(await sheets()).toEqual([...before, ...made]);
  const again = await writeRollUp(opened.workbook, draft, { date: "23/11/2026" }, words);
  expect(again.result.map(({ name }) => name)).toEqual(made.map((name) => `${name} (2)`));
  await takeBack(opened.workbook, again.undo);
  await takeBack(opened.workbook, undo);
  expect(await sheets()).toEqual(before);
  // the names of sheets that are gone are no hindrance
  expect((await writeRollUp(opened.workbook, draft, { date: "24/11/2026" }, words)).result.map(({ name }) => name)).toEqual(made);
});

test("tables of one plan in one workbook are one unit, however many sheets they take", async () => {
  const all = options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget", "tasks"] });
  const units = async (): Promise<string[]> => (await tableSheets(opened.workbook, words)).map(({ unit }) => unit);
  await makeTables(opened.workbook, all, words);
  expect(await units()).toEqual(["Đơn vị 1", "Đơn vị 1", "Đơn vị 1"]);
  await makeTables(opened.workbook, options({ ...all, plan: "kon-tum-2030", kinds: ["indicators"] }), words);
  expect(await units()).toEqual(["Đơn vị 1", "Đơn vị 1", "Đơn vị 1", "Đơn vị 1"]);
  await makeTables(opened.workbook, options({ ...all, kinds: ["indicators", "budget"] }), words);
  expect(await units()).toEqual(["Đơn vị 1", "Đơn vị 1", "Đơn vị 1", "Đơn vị 1", "Đơn vị 2", "Đơn vị 2"]);
  opened.rename("Biểu chỉ tiêu (3)", "Biểu chỉ tiêu - Xã A");
  opened.rename("Biểu kinh phí (2)", "Xã A");
  expect(await units()).toEqual(["Đơn vị 1", "Đơn vị 1", "Đơn vị 1", "Đơn vị 1", "Xã A", "Xã A"]);
});

test("sheets with names of their own are one unit's where none holds the table of another", async () => {
  await makeTables(opened.workbook, options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget", "tasks"] }), words);
  for (const [index, sheet] of ["Biểu chỉ tiêu", "Biểu kinh phí", "Biểu nhiệm vụ"].entries()) opened.rename(sheet, `B${index + 1}`);
  expect(new Set((await tableSheets(opened.workbook, words)).map(({ unit }) => unit))).toEqual(new Set(["Đơn vị 1"]));
});

test("columns of reporting units are units under the name that the sheet was given, which is a tier with figures", async () => {
  await makeTables(opened.workbook, options({ ...budget, reportingUnits: ["Xã A", "Xã B"] }), words);
  const [sheet] = await tableSheets(opened.workbook, words);
  const [outline] = (await opened.workbook.outline()).names.filter(({ name }) => name.startsWith("PT_budget1_") && name.includes("u1"));
  expect(sheet).toEqual({ sheet: "Biểu kinh phí", unit: "Biểu kinh phí" });
  if (!outline) throw new Error("no column of the first unit");
  await opened.type("Biểu kinh phí", `${String.fromCharCode(65 + outline.refersTo.area.col)}10`, 7);
  const draft = await gather({ "Biểu kinh phí": "Huyện 1" });
  expect(draft.units.map(({ unit }) => unit)).toEqual(["Huyện 1/Xã A", "Huyện 1/Xã B"]);
  expect(figure(draft, "A.1", "amount", "Huyện 1")).toEqual(figure(draft, "A.1", "amount"));
  expect(figure(draft, "A.1", "amount")).toMatchObject({ value: 7 });
});

test("sheets of one unit are taken together; the second table of one plan is named and not added", async () => {
  await makeTables(opened.workbook, budget, words);
  await makeTables(opened.workbook, budget, words);
  const draft = await gather({ "Biểu kinh phí": "Xã A", "Biểu kinh phí (2)": "Xã A" });
  expect(draft.units).toMatchObject([{ unit: "Xã A", file: "Biểu kinh phí, Biểu kinh phí (2)", errors: 0 }]);
  expect(figure(draft, "T", "amount")).toMatchObject({ value: 275_556, units: 1 });
  expect(draft.result.mismatches).toMatchObject([{ code: "twice", units: { count: 1, first: ["Xã A"] } }]);
});

test("where no sheet that was chosen has a table, or one is gone, nothing is added", async () => {
  await expect(gather({ Sheet1: "Xã A" })).rejects.toEqual(new Refusal("no-tables", {}));
  await expect(gather({ "Xã B": "Xã B" })).rejects.toEqual(new WorkbookFailure("sheet-gone", { sheet: "Xã B" }));
});

test.each([
  ["Huyện A / Xã B ", "Huyện A/Xã B"], ["\\Huyện A\\", "Huyện A"], [" / ", ""], ["Xã Hòa".normalize("NFD"), "Xã Hòa".normalize("NFC")],
])("the unit's path in %j is %j", (typed, path) => {
  expect(unitPath(typed)).toBe(path);
});
