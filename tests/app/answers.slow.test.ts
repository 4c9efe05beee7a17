import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { answerQuestion, checkWorkbook, keepRecord, recheck, takeBack, writeRecord, type CheckResult } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { HEADINGS } from "../support/headings";

const words = wordsOf("vi");
const options = { today, words };
const SHEET = "Chi xã";
const RECORD = "Kết quả kiểm tra";
const ANSWER = { so: true, who: "Nguyễn Văn An" };

let opened: OpenedWorkbook;
beforeEach(async () => {
  opened = openExcelWorkbook();
  await opened.run(async (context) => {
    const sheet = context.workbook.worksheets.add(SHEET);
    sheet.getRange("A1:F7").values = HEADINGS.map((row) => [...row]);
    await context.sync();
  });
});
afterEach(() => opened.dispose());

const check = (): Promise<CheckResult> => checkWorkbook(opened.workbook, today);
const questions = ({ findings }: CheckResult) => findings.filter(({ code }) => code === "table-question");
const wrong = ({ findings }: CheckResult) =>
  findings.filter(({ severity }) => severity !== "info").map(({ at, severity }) => [at.row + 1, severity]);
async function names(): Promise<string[]> {
  const { names: all } = await opened.workbook.outline();
  return all.filter(({ name }) => name.includes("answer")).map(({ name, refersTo }) => `${name} ${JSON.stringify(refersTo.area)}`);
}
const ask = async (so: boolean) => {
  const result = await check();
  const [first] = questions(result);
  if (!first) throw new Error("nothing is asked");
  return { id: first.id, done: await answerQuestion(opened.workbook, result, first.id, { ...ANSWER, so }, options) };
};
/** The row of the answer as people read it. */
async function row(): Promise<unknown[] | undefined> {
  const [snapshot] = await opened.workbook.read([{ sheet: RECORD, area: { row: 4, col: 0, rows: 40, cols: 9 } }]);
  return snapshot?.values.find((cells) => String(cells[8]).startsWith("answer:"))?.slice(0, 8);
}

describe("an answer to a question", () => {
  test("yes: what was asked is certain, and not asked again", async () => {
    const before = await check();
    expect(questions(before).length).toBeGreaterThan(0);
    const { id } = await ask(true);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    expect(after.findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(
      before.findings.filter(({ severity }) => severity === "error").length,
    );
    expect(await row()).toMatchObject({ 1: "Trả lời", 4: "Phải", 6: "Nguyễn Văn An" });
  });

  test("no: neither asked nor judged", async () => {
    const before = await check();
    const { id } = await ask(false);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    expect(wrong(after)).toEqual(wrong(before));
    expect(await row()).toMatchObject({ 1: "Trả lời", 4: "Không phải" });
  });

  test("goes with its cells when rows are inserted, and its row says where they are", async () => {
    const { id } = await ask(false);
    const [first] = await names();
    opened.insertRow(SHEET, 0);
    opened.insertRow(SHEET, 0);
    expect((await names())[0]).not.toBe(first);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    const told = await row();
    await keepRecord(opened.workbook, after, today);
    const now = await row();
    expect(now?.[2]).not.toBe(told?.[2]);
    expect(now?.[3]).not.toBe(told?.[3]);
    expect(now?.[4]).toBe("Không phải");
  });

  test("whose cells are deleted is said to be gone, and is passed over", async () => {
    await ask(true);
    const gone = (await names()).find((name) => name.includes("_total1")) ?? "";
    const { row: at } = JSON.parse(gone.slice(gone.indexOf(" "))) as { row: number };
    // of a sheet that is not shown the engine forgets the names
    opened.select(SHEET, "A1");
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange(`${at + 1}:${at + 1}`).delete("Up");
      await context.sync();
    });
    const after = await check();
    expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    await keepRecord(opened.workbook, after, today);
    expect(String((await row())?.[3])).toMatch(/\(các ô này không còn\)$/);
    expect((await row())?.[4]).toBe("Phải");
    expect(await opened.sent(async () => void (await keepRecord(opened.workbook, await check(), today)))).toBeLessThan(5);
  });

  test("is taken back with its names, and the record that was made for it too", async () => {
    const { done, id } = await ask(true);
    expect((await names()).length).toBeGreaterThan(1);
    await takeBack(opened.workbook, done.undo);
    expect(await names()).toEqual([]);
    expect((await opened.workbook.outline()).sheets.map(({ name }) => name)).not.toContain(RECORD);
    expect(questions(await check()).map((one) => one.id)).toContain(id);
  });

  test("in a record that is there is a row below, and taken back leaves the others", async () => {
    await writeRecord(opened.workbook, await check(), options);
    const { done } = await ask(false);
    expect(done.result.created).toBe(false);
    expect(await row()).toBeDefined();
    await takeBack(opened.workbook, done.undo);
    expect(await row()).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  test("is not half given: without names no row either", async () => {
    await writeRecord(opened.workbook, await check(), options);
    opened.refuseCall("NamedItemCollection.Add", "GeneralException", 1);
    await expect(ask(true)).rejects.toThrow();
    expect(await row()).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  test("that is typed over in the record counts as typed; one that says neither counts for nothing", async () => {
    await writeRecord(opened.workbook, await check(), options);
    const { id } = await ask(false);
    const before = await check();
    const [at] = (before.record?.rows ?? []).filter(({ cells }) => String(cells.id).startsWith("answer:"));
    const cell = `E${(at?.row ?? 0) + 1}`;
    await opened.type(RECORD, cell, "phải");
    const area = { row: at?.row ?? 0, col: 4, rows: 1, cols: 1 };
    const again = await recheck(opened.workbook, before, [{ sheetId: before.record?.sheetId ?? "", area, source: "local" }], today);
    expect(again && wrong(again).length).toBeGreaterThan(wrong(before).length);
    await opened.type(RECORD, cell, "để xem");
    expect(questions(await check()).map((one) => one.id)).toContain(id);
  });

  test("given the other way changes its row and adds none", async () => {
    const first = await check();
    const [asked] = questions(first);
    if (!asked) throw new Error("nothing is asked");
    await answerQuestion(opened.workbook, first, asked.id, { ...ANSWER, so: false }, options);
    const known = await names();
    // a pane of somebody else that has not checked since
    await answerQuestion(opened.workbook, { ...first, ...pick(await check()) }, asked.id, ANSWER, options);
    expect(await names()).toEqual(known);
    expect((await row())?.[4]).toBe("Phải");
  });
});

function pick({ record, workbook }: CheckResult): Pick<CheckResult, "record" | "workbook"> {
  return { record, workbook };
}
