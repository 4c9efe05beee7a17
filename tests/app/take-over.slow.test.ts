import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  checkWorkbook, describeCheck, explainFinding, isTaken, letGo, recheck, takeBack, takeOver, type CheckResult, type Done,
  type TakenOver,
} from "../../src/app";
import { savable } from "../../src/host/files/save";
import { wordsOf } from "../../src/i18n";
import { rulesOf } from "../../src/forms";
import { toA1 } from "../../src/sheet";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { openFile } from "../support/open-file";
import { SPENDING } from "../support/plain-sheet";

const words = wordsOf("vi");
const SHEET = "Chi xã";
const HOW = "Cách hiểu Chi xã";
/** A total that is off by 9: "Sự nghiệp giáo dục" has 543 for 534. */
const ROWS = SPENDING.map((row) => row.map((cell) => (cell === 534 ? 543 : cell)));

let opened: OpenedWorkbook;
beforeEach(async () => {
  opened = openExcelWorkbook();
  await write(SHEET, "A1:E14", ROWS.map((row) => [...row]));
});
afterEach(() => opened.dispose());

async function write(sheet: string, range: string, values: unknown[][]): Promise<void> {
  await opened.run(async (context) => {
    const all = context.workbook.worksheets;
    const found = all.getItemOrNullObject(sheet);
    await context.sync();
    (found.isNullObject ? all.add(sheet) : found).getRange(range).values = values;
    await context.sync();
  });
}

const check = (): Promise<CheckResult> => checkWorkbook(opened.workbook, today);
const only = ({ others }: CheckResult) => {
  const [table, ...more] = others;
  if (!table || more.length > 0) throw new Error(`${others.length} tables`);
  return table;
};
const over = async (): Promise<Done<TakenOver>> => {
  const result = await check();
  return takeOver(opened.workbook, result, only(result), words);
};
const names = async (): Promise<string[]> => {
  const { names: all } = await opened.workbook.outline();
  const own = all.filter(({ name }) => name.startsWith("PT_other"));
  return own.map(({ name, refersTo }) => `${name} ${refersTo.sheet} ${toA1(refersTo.area)}`).sort();
};
const told = ({ findings }: CheckResult): string[] => findings.map(({ code, at, severity }) => `${severity} ${code} ${toA1(at)}`);
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const cells = async (sheet: string): Promise<unknown> =>
  (await opened.workbook.read([{ sheet, area: { row: 0, col: 0, rows: 200, cols: 12 } }]))[0]?.values;
const rename = (from: string, to: string) =>
  opened.run(async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });
/** The row of the sheet of how it is understood whose readable rule says so, as Excel counts it. */
async function ruleRow(text: string): Promise<number> {
  const values = (await cells(HOW)) as unknown[][];
  return values.findIndex((row) => row[1] === text) + 1;
}

describe("a table that is taken over", () => {
  test("gets names for its parts and a sheet; its own cells stay, and the check says the same", async () => {
    const [before, stood] = [await check(), await cells(SHEET)];
    const { result } = await over();
    expect(result).toEqual({ sheet: HOW, table: SHEET, created: true });
    expect((await names()).map((one) => one.split(" ")[0])).toEqual([
      "PT_other1_amount1", "PT_other1_amount2", "PT_other1_amount3", "PT_other1_caption", "PT_other1_head", "PT_other1_label",
      "PT_other1_number", "PT_other1_rules", "PT_other1_table",
    ]);
    expect(await cells(SHEET)).toEqual(stood);
    const after = await check();
    expect(told(after)).toEqual(told(before));
    expect(only(after).key).toBe("other1");
    expect(rulesOf(only(after)).rules).toEqual(rulesOf(only(before)).rules);
    await expect(takeOver(opened.workbook, after, only(after), words)).rejects.toMatchObject({ code: "already-taken" });
  });

  test("is known through rows that are inserted and a sheet that is renamed, and findings keep their ids", async () => {
    await over();
    const before = await check();
    opened.insertRow(SHEET, 0);
    await rename(SHEET, "Biểu 3");
    const after = await check();
    expect(isTaken(after, only(after))).toBe(true);
    expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
    expect((await names()).find((one) => one.includes("_table"))).toBe("PT_other1_table Biểu 3 A4");
  });

  test("counts a line that is put among those of a total", async () => {
    await over();
    opened.insertRow(SHEET, 8);
    await write(SHEET, "A9:E9", [["2a", "Trạm y tế", 20, 10, 10]]);
    await write(SHEET, "C6:E6", [[838, 751, 87]]);
    await write(SHEET, "C5:E5", [[2191, 1941, 250]]);
    expect(told(await check())).toEqual(["error sum-mismatch C12"]);
  });

  test("by what people change on its sheet, at once", async () => {
    await over();
    const before = await check();
    const row = await ruleRow("Chi thường xuyên = Sự nghiệp giáo dục + Sự nghiệp y tế + Quản lý nhà nước + Quốc phòng, an ninh");
    expect(row).toBeGreaterThan(0);
    await write(HOW, `G${row}:I${row}`, [["Báo lỗi", 0, "Thông tin"]]);
    const sheetId = before.taken[0]?.rules?.id ?? "";
    const area = { row: row - 1, col: 6, rows: 1, cols: 3 };
    const after = await recheck(opened.workbook, before, [{ sheetId, area, source: "remote" }], today);
    const rule = after?.taken[0]?.form?.rules.find(({ severity }) => severity !== undefined);
    expect(rule).toMatchObject({ severity: "info", tolerance: 0, blanks: "fail" });
  });

  test("a rule that people add holds, and one that cannot be is told with its row", async () => {
    await over();
    const values = (await cells(HOW)) as unknown[][];
    const end = values.length;
    await write(HOW, `C${end + 1}:I${end + 2}`, [
      ["hiệu", "d1", "d2; d6", "c1", "", "", "lưu ý"], ["tổng", "d1", "d99", "", "", "", ""],
    ]);
    const notices: string[] = [];
    const after = await checkWorkbook(opened.workbook, today, { course: { notice: (one) => notices.push(words.notices[one.kind](one)) } });
    expect(after.taken[0]?.bad).toEqual([end + 1]);
    expect(notices).toEqual([expect.stringMatching(/^Trên trang tính “Cách hiểu Chi xã” \(dòng \d+\) có quy tắc không dùng được/)]);
    expect(after.taken[0]?.form?.rules.at(-1)).toMatchObject({ op: "difference", total: "d1", parts: ["d2", "d6"], severity: "warning" });
  });

  test("keeps what was answered and explained", async () => {
    const first = await check();
    const [finding] = first.findings;
    await explainFinding(opened.workbook, first, finding?.id ?? "", { text: "Theo văn bản", who: "An" }, { today, words });
    await over();
    const after = await check();
    expect(after.findings.map(({ id }) => after.statuses.get(id))).toEqual(["explained"]);
    const done = await letGo(opened.workbook, after, only(after), words);
    const gone = await check();
    expect(gone.findings.map(({ id }) => [id, gone.statuses.get(id)])).toEqual([[finding?.id, "explained"]]);
    await takeBack(opened.workbook, done.undo);
    const again = await check();
    expect(again.findings.map(({ id }) => again.statuses.get(id))).toEqual(["explained"]);
  });

  test("is taken back by one undo, and let go with what people changed, which an undo brings again", async () => {
    const [stood, before] = [await sheets(), told(await check())];
    const done = await over();
    await takeBack(opened.workbook, done.undo);
    expect([await sheets(), await names()]).toEqual([stood, []]);
    await over();
    const row = await ruleRow("Còn lại = Dự toán − Thực hiện");
    await write(HOW, `H${row}`, [[5]]);
    const result = await check();
    const kept = await names();
    const gone = await letGo(opened.workbook, result, only(result), words);
    expect([await sheets(), await names(), told(await check())]).toEqual([stood, [], before]);
    await takeBack(opened.workbook, gone.undo);
    expect(await names()).toEqual(kept);
    expect((await check()).taken[0]?.form?.rules.some(({ tolerance }) => tolerance === 5)).toBe(true);
    // and taken over anew, after it was let go
    const later = await check();
    await letGo(opened.workbook, later, only(later), words);
    await over();
    expect(isTaken(await check(), only(await check()))).toBe(true);
  });

  test("in the file that is saved, read without Excel", async () => {
    await over();
    const file = await openFile(await (await savable(opened.engine)).content());
    const result = await checkWorkbook(file, today);
    expect(result.taken[0]?.form?.rules).toEqual((await check()).taken[0]?.form?.rules);
    expect(only(result).key).toBe("other1");
    expect(describeCheck(result, words).tables.map(({ sheet }) => sheet)).toEqual([SHEET]);
  });

  test("texts that look like formulas stay texts, and long ones are kept", async () => {
    const long = "=HYPERLINK(\"http://a\";\"b\") ".repeat(60);
    await opened.run(async (context) => {
      const range = context.workbook.worksheets.getItem(SHEET).getRange("B7:B8");
      range.numberFormat = [["@"], ["@"]];
      range.values = [["'=1+1"], [`'${long}`]];
      await context.sync();
    });
    await over();
    const [snapshot] = await opened.workbook.read([{ sheet: HOW, area: { row: 0, col: 0, rows: 200, cols: 12 } }]);
    expect(snapshot?.formulas.flat().every((formula) => formula === null)).toBe(true);
    const result = await check();
    expect(only(result).form?.missing).toEqual([]);
  });
});
