import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { takeBack, writeSummary } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { toA1, type CellValue } from "../../src/sheet";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { SPENDING } from "../support/plain-sheet";

const words = wordsOf("vi");
const SHEET = "Tổng hợp";
const [first, later] = [{ today, date: "22/11/2026" }, { today, date: "25/11/2026" }];
/** Where people write what they think, beside a table with columns. */
const OPINION = 10;

let opened: OpenedWorkbook;
beforeEach(async () => {
  opened = openExcelWorkbook();
  await opened.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Chi");
    const rows = SPENDING.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
    sheet.getRange("A1").getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1).values = rows;
    await context.sync();
  });
});
afterEach(() => opened.dispose());

const values = async (): Promise<readonly (readonly CellValue[])[]> =>
  (await opened.workbook.read([{ sheet: SHEET, area: { row: 0, col: 0, rows: 1_048_576, cols: 30 } }]))[0]?.values ?? [];
const texts = async (): Promise<string[]> => (await values()).flat().filter((value) => typeof value === "string");
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);

test("a workbook that somebody else has made is summarized, and one undo takes the sheet back", async () => {
  const before = await sheets();
  const { result, undo } = await writeSummary(opened.workbook, first, words);
  expect(result).toEqual({ sheet: SHEET, created: true });
  expect((await texts()).find((text) => text.startsWith("- Tổng số"))).toMatch(
    /^- Tổng số \(Dự toán\): 2\.171 triệu đồng, gồm Chi đầu tư 818 \(37,7%\)/,
  );
  expect(opened.record(SHEET).charts.length).toBeGreaterThan(0);
  await takeBack(opened.workbook, undo);
  expect(await sheets()).toEqual(before);
});

test("made again it takes up what was typed since, and keeps what people wrote into it", async () => {
  await writeSummary(opened.workbook, first, words);
  const row = (await values()).findIndex((cells) => String(cells[1]).trim() === "Trường học");
  await opened.type(SHEET, toA1({ row, col: OPINION }), "đề nghị rà soát");
  // 291 and its sums are 10 more
  for (const [cell, value] of [["C8", 301], ["C6", 828], ["C5", 2181]] as const)
    await opened.type("Chi", cell, value);
  const { result, undo } = await writeSummary(opened.workbook, later, words);
  expect(result).toMatchObject({ sheet: SHEET, created: false });
  expect((await texts()).find((text) => text.startsWith("- Tổng số"))).toMatch(/2\.181 triệu đồng/);
  const now = (await values()).find((cells) => String(cells[1]).trim() === "Trường học");
  expect([now?.[2], now?.[OPINION]]).toEqual([301, "đề nghị rà soát"]);
  await takeBack(opened.workbook, undo);
  expect((await texts()).find((text) => text.startsWith("- Tổng số"))).toMatch(/2\.171 triệu đồng/);
});
