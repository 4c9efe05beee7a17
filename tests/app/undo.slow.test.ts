import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { applyCorrections, checkWorkbook, explainFinding, takeBack, writeRecord, writeSummary, type Undo } from "../../src/app";
import { failureSentence, wordsOf } from "../../src/i18n";
import { toA1 } from "../../src/sheet";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");
const BUDGET = "Biểu kinh phí";
const SUMMARY = words.summary.sheet;
const both = options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] });

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

/** Has only the sets of ExcelApi up to this one. */
const supporting = (newest: number): void => {
  const isSetSupported = (name: string, version: string): boolean => name === "ExcelApi" && Number(version.split(".")[1]) <= newest;
  Object.assign(Office.context.requirements, { isSetSupported });
};
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const add = (work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void, sheet = BUDGET): Promise<void> =>
  opened.run(async (context) => {
    work(context, context.workbook.worksheets.getItem(sheet));
    await context.sync();
  });
const failure = async (undo: Undo): Promise<{ code: string; sentence: string }> => {
  const error: unknown = await takeBack(opened.workbook, undo).then(() => null, (reason: unknown) => reason);
  return error === null ? { code: "", sentence: "" } : failureSentence(error, words);
};

describe("tables that were made are not removed with anything of people's on them", () => {
  const cases: [string, () => Promise<void>, RegExp][] = [
    ["typed into an input", () => opened.type(BUDGET, "D10", 5), /ô D10 /],
    ["typed over a formula", () => opened.type(BUDGET, "C9", 275556), /ô C9 /],
    ["a formula over a formula", () => add((_, sheet) => { sheet.getRange("C9").formulas = [["=SUM(C10:C13)"]]; }), /ô C9 /],
    ["a label changed", () => opened.type(BUDGET, "B10", "Khác"), /ô B10 /],
    ["something deleted", () => opened.type(BUDGET, "C10", ""), /ô C10 /],
    ["beside", () => opened.type(BUDGET, "Z3", "Hỏi lại"), /ô Z3 /],
    ["below", () => opened.type(BUDGET, "B60", "Người lập"), /ô B60 /],
    [
      "a comment",
      () => add((context) => { context.workbook.worksheets.getItem(BUDGET).comments.add("D11", "Xem lại"); }),
      /ô D11 có ghi chú hoặc bình luận/,
    ],
    ["a row inserted", () => { opened.insertRow(BUDGET, 10); return Promise.resolve(); }, /ô C9 /],
    [
      "a chart",
      () => add((_, sheet) => { sheet.charts.add("ColumnClustered", sheet.getRange("C10:C14")).name = "Của tôi"; }),
      /biểu đồ “Của tôi”/,
    ],
    ["a name", () => add((context, sheet) => { context.workbook.names.add("Von_cua_toi", sheet.getRange("C10:C14")); }), /“Von_cua_toi”/],
    [
      "a formula elsewhere",
      () => add((_, sheet) => { sheet.getRange("B2").formulas = [[`='${BUDGET}'!C8*2`]]; }, "Sheet1"),
      /'?Sheet1'?!B2/,
    ],
  ];

  test.each(cases)("%s", async (_, act, said) => {
    const { undo } = await makeTables(opened.workbook, both, words);
    await act();
    const { code, sentence } = await failure(undo);
    expect(code).toBe("sheet-has-entries");
    expect(sentence).toMatch(`Trang tính “${BUDGET}” không được gỡ bỏ`);
    expect(sentence).toMatch(said);
    expect(await sheets()).toEqual(["Sheet1", "Biểu chỉ tiêu", BUDGET]);
  });

  test("what is nobody's is no hindrance: looks, a new name of the sheet, a sheet that is gone", async () => {
    const { undo } = await makeTables(opened.workbook, both, words);
    await add((_, sheet) => { sheet.getRange("C10").format.fill.color = "#FF0000"; });
    opened.rename(BUDGET, "Kinh phí của sở");
    await add((_, sheet) => sheet.delete(), "Biểu chỉ tiêu");
    await takeBack(opened.workbook, undo);
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("an Excel that cannot list notes says so, and removes them when that is accepted", async () => {
    const { undo } = await makeTables(opened.workbook, both, words);
    supporting(9);
    expect((await failure(undo)).code).toBe("notes-unseen");
    expect(await sheets()).toHaveLength(3);
    await takeBack(opened.workbook, undo, "accepted");
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});

describe("cells that were written", () => {
  test("are put back on a sheet that was renamed, and not over what stands there since, formulas included", async () => {
    await makeTables(opened.workbook, both, words);
    const at = { sheet: BUDGET, row: 9, col: 2 };
    const done = await applyCorrections(opened.workbook, [{ at, from: 39705, to: 39000 }]);
    opened.rename(BUDGET, "Kinh phí");
    await takeBack(opened.workbook, done.undo);
    const again = await applyCorrections(opened.workbook, [{ at: { ...at, sheet: "Kinh phí" }, from: 39705, to: 39000 }]);
    await add((_, sheet) => { sheet.getRange("C10").formulas = [["=38000+1000"]]; }, "Kinh phí");
    expect(await failure(again.undo)).toMatchObject({ code: "cell-changed", sentence: expect.stringMatching(/Kinh phí'!C10/) as unknown });
  });
});

describe("a record", () => {
  test("with an explanation, a formula or a comment of people's stays; with entries of ours it goes", async () => {
    await makeTables(opened.workbook, both, words);
    await opened.type(BUDGET, "C10", 39750);
    const result = await checkWorkbook(opened.workbook, today);
    const done = await writeRecord(opened.workbook, result, { today, words });
    await add((_, sheet) => { sheet.comments.add("B3", "?"); }, words.record.sheet);
    expect((await failure(done.undo)).sentence).toMatch(/ô B3 có ghi chú/);
    await add((_, sheet) => { sheet.comments.getItemAt(0).delete(); }, words.record.sheet);
    const found = await checkWorkbook(opened.workbook, today);
    const explained = await explainFinding(
      opened.workbook, found, found.findings[0]?.id ?? "", { text: "Vì", who: "An" }, { today, words },
    );
    expect((await failure(done.undo)).code).toBe("sheet-has-entries");
    await takeBack(opened.workbook, explained.undo);
    await takeBack(opened.workbook, done.undo);
    expect(await sheets()).not.toContain(words.record.sheet);
  });
});

describe("a summary that was written again", () => {
  const first = { today, date: "22/11/2026" };
  const later = { today, date: "25/11/2026" };
  const rowOf = async (text: string): Promise<number> => {
    const [snapshot] = await opened.workbook.read([{ sheet: SUMMARY, area: { row: 0, col: 0, rows: 200, cols: 3 } }]);
    return snapshot?.values.findIndex(([, name]) => typeof name === "string" && name.includes(text)) ?? -1;
  };
  const OPINION = 6;

  test.each([
    ["1.14", 14], ["as Excel 2021 has it, without notes", 9],
  ])("opinions typed since are not lost (ExcelApi %s)", async (_, newest) => {
    await makeTables(opened.workbook, both, words);
    supporting(newest);
    await writeSummary(opened.workbook, first, words);
    const done = await writeSummary(opened.workbook, later, words);
    const row = await rowOf("bảo hiểm y tế");
    expect(row).toBeGreaterThan(0);
    await opened.type(SUMMARY, toA1({ row, col: OPINION }), "Đề nghị xem lại");
    const { code, sentence } = await failure(done.undo);
    expect(code).toBe("cell-changed");
    expect(sentence).toContain(toA1({ row, col: OPINION }));
    const [snapshot] = await opened.workbook.read([{ sheet: SUMMARY, area: { row, col: OPINION, rows: 1, cols: 1 } }]);
    expect(snapshot?.values).toEqual([["Đề nghị xem lại"]]);
  });

  test("an opinion that comes in between our look and our writing stays with its row", async () => {
    await makeTables(opened.workbook, both, words);
    await writeSummary(opened.workbook, first, words);
    const row = await rowOf("bảo hiểm y tế");
    await opened.type("Biểu chỉ tiêu", "F20", 31);
    // learn, read, read the summary, comments, look: the next writes
    opened.meanwhile(
      6,
      () => void opened.engine.workbook.getSheetByName(SUMMARY)?.getRange(toA1({ row, col: OPINION })).setValue("Vừa gõ"),
    );
    await writeSummary(opened.workbook, later, words);
    const now = await rowOf("bảo hiểm y tế");
    const [snapshot] = await opened.workbook.read([{ sheet: SUMMARY, area: { row: now, col: OPINION, rows: 1, cols: 1 } }]);
    expect(snapshot?.values).toEqual([["Vừa gõ"]]);
  });
});
