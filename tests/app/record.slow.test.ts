import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  applyRule, checkWorkbook, createSpecs, explainFinding, keepRecord, markFindings, recheck, scopeNow, takeBack, turnOffRule, unmarkFindings,
  writeRecord, type CheckResult, type ScopeKind,
} from "../../src/app";
import { rules } from "../../src/checks";
import { FINDING_STATUSES, statusReader } from "../../src/findings";
import { statusSpellings, wordsOf } from "../../src/i18n";
import { areaToA1, toA1 } from "../../src/sheet";
import { recordSheet } from "../../src/summaries";
import type { WorkbookChange } from "../../src/workbook/port";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";

const words = wordsOf("vi");
const entry = { today, words };
const BUDGET = "Biểu kinh phí";
const RECORD = "Kết quả kiểm tra";
/** The row of the first finding, and the columns that people fill in. */
const FIRST = 4;
const [STATUS, EXPLANATION, WHO] = ["E", "F", "G"] as const;
const DAY = 46348;

let opened: OpenedWorkbook;
beforeEach(async () => {
  opened = openExcelWorkbook();
  await makeTables(opened.workbook, options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), words);
  await opened.type(BUDGET, "C10", 39750);
});
afterEach(() => opened.dispose());

const check = async (kind: ScopeKind = "all"): Promise<CheckResult> =>
  checkWorkbook(opened.workbook, today, { scope: await scopeNow(opened.workbook, kind) });
const keep = async (): Promise<CheckResult> => keepRecord(opened.workbook, await check(), today);
const wrong = ({ findings }: CheckResult) => findings.find(({ code }) => code === "sum-mismatch");
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
/** The record's rows as people see them, from the first on. */
async function rows(): Promise<(string | number)[][]> {
  const [snapshot] = await opened.workbook.read([{ sheet: RECORD, area: { row: FIRST, col: 0, rows: 40, cols: 9 } }]);
  return (snapshot?.values ?? [])
    .filter((row) => row.some((value) => value !== null))
    .map((row) => row.map((value) => (typeof value === "number" ? value : String(value ?? ""))));
}
const messages = (work: () => Promise<unknown>): Promise<number> => opened.sent(work);
/** The line of the record on which the wrong sum stands, counted as Excel does. */
async function line(): Promise<number> {
  const { record, findings } = await check();
  const id = findings.find(({ code }) => code === "sum-mismatch")?.id;
  return (record?.rows.find(({ cells }) => cells.id === id)?.row ?? -1) + 1;
}

describe("the record of findings", () => {
  test("a visible sheet with a list for the status; it is no table of ours, and taken back whole", async () => {
    const found = await check();
    const done = await writeRecord(opened.workbook, found, entry);
    expect(done.result).toEqual({ sheet: RECORD, record: 1, created: true });
    const written = await rows();
    expect(written).toHaveLength(found.findings.length);
    expect(written[0]?.slice(0, 3)).toEqual([1, "Lỗi", `'${BUDGET}'!C10`]);
    expect(written[0]?.slice(4, 8)).toEqual(["Chưa xử lý", "", "", DAY]);
    const again = await check();
    expect(again.tables).toHaveLength(2);
    expect(again.record?.rows).toHaveLength(found.findings.length);
    await takeBack(opened.workbook, done.undo);
    expect(await sheets()).not.toContain(RECORD);
  });

  test("costs no message to read, two to write, none when nothing has changed", async () => {
    expect(await messages(check)).toBe(2);
    await writeRecord(opened.workbook, await check(), entry);
    let result: CheckResult | undefined;
    expect(await messages(async () => (result = await check()))).toBe(2);
    expect(await messages(async () => result && keepRecord(opened.workbook, result, today))).toBe(0);
    await opened.type(BUDGET, "C10", 39705);
    expect(await messages(keep)).toBe(4);
    expect((await rows()).find((row) => row[2] === `'${BUDGET}'!C10`)?.slice(4, 8)).toEqual(["Đã sửa", "", "", DAY]);
    expect(await messages(keep)).toBe(2);
  });

  test("what is wrong again is open again, in its row; what is new comes below", async () => {
    await opened.type(BUDGET, "C10", 39705);
    await writeRecord(opened.workbook, await check(), entry);
    const before = await rows();
    await opened.type(BUDGET, "C10", 39750);
    await keep();
    const now = await rows();
    expect(now.slice(0, before.length)).toEqual(before);
    expect(now.at(-1)).toMatchObject({ 0: before.length + 1, 1: "Lỗi", 4: "Chưa xử lý" });
    await opened.type(BUDGET, "C10", 39705);
    await keep();
    await opened.type(BUDGET, "C10", 39750);
    await keep();
    expect(await rows()).toEqual(now);
  });

  test("findings of a table that was deleted are not said to be fixed; with the table back they are open again, and then fixed", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    const at = await line();
    const status = async (): Promise<unknown> => (await rows())[at - FIRST - 1]?.[4];
    const place = "A1:Z40";
    let formulas: unknown[][] = [];
    let names: { readonly name: string; readonly formula: string }[] = [];
    await opened.run(async (context) => {
      const all = context.workbook.names.load("items/name,items/formula");
      const cells = context.workbook.worksheets.getItem(BUDGET).getRange(place).load("formulas");
      await context.sync();
      formulas = cells.formulas;
      const ours = all.items.filter(({ name }) => name.startsWith("PT_budget1_"));
      names = ours.map(({ name, formula }) => ({ name, formula: String(formula) }));
      ours.forEach((name) => name.delete());
      cells.clear("Contents");
      await context.sync();
    });
    await keep();
    expect(await status()).toBe("Không còn biểu");
    expect(await messages(keep)).toBe(2);
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem(BUDGET).getRange(place).formulas = formulas;
      names.forEach(({ name, formula }) => context.workbook.names.add(name, formula));
      await context.sync();
    });
    await keep();
    expect(await status()).toBe("Chưa xử lý");
    await opened.type(BUDGET, "C10", 39705);
    await keep();
    expect(await status()).toBe("Đã sửa");
  });

  test("statuses, explanations and names typed by hand are honoured and stay; sorted or moved rows are found", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    opened.insertRow(RECORD, FIRST);
    opened.insertRow(RECORD, 0);
    const at = await line();
    expect(at).toBe(FIRST + 3);
    await opened.type(RECORD, `${STATUS}${at}`, "giải trình");
    await opened.type(RECORD, `${EXPLANATION}${at}`, "Theo số quyết toán");
    await opened.type(RECORD, `${WHO}${at}`, "Nguyễn Văn An");
    const result = await keep();
    expect(result.statuses.get(wrong(result)?.id ?? "")).toBe("explained");
    const [snapshot] = await opened.workbook.read([{ sheet: RECORD, area: { row: at - 1, col: 4, rows: 1, cols: 3 } }]);
    expect(snapshot?.values).toEqual([["giải trình", "Theo số quyết toán", "Nguyễn Văn An"]]);
  });

  test("“Đã sửa” typed over what is still wrong is taken back", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    const at = await line();
    await opened.type(RECORD, `${STATUS}${at}`, "da sua");
    const result = await keep();
    expect(result.statuses.get(wrong(result)?.id ?? "")).toBe("open");
    expect((await rows())[at - FIRST - 1]?.[4]).toBe("Chưa xử lý");
  });

  test("kept in the language in which it was made, whoever checks", async () => {
    await writeRecord(opened.workbook, await check(), { today, words: wordsOf("en") });
    expect(await sheets()).toContain("Findings");
    const result = await check();
    expect(result.record?.lang).toBe("en");
    expect(await messages(() => keepRecord(opened.workbook, result, today))).toBe(0);
  });

  test("after somebody deleted its sheet another one is made", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem(RECORD).delete();
      await context.sync();
    });
    await writeRecord(opened.workbook, await check(), entry);
    expect((await check()).record?.rows.length).toBeGreaterThan(0);
  });

  test("with entries of people in it, it is not taken back", async () => {
    const done = await writeRecord(opened.workbook, await check(), entry);
    await opened.type(RECORD, `${EXPLANATION}${await line()}`, "x");
    await expect(takeBack(opened.workbook, done.undo)).rejects.toMatchObject({ code: "sheet-has-entries" });
    expect(await sheets()).toContain(RECORD);
  });

  test("on a protected sheet it is read, and a failure to write is told", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    await opened.protect(RECORD);
    opened.insertRow(BUDGET, 0);
    const result = await check();
    expect(result.statuses.get(wrong(result)?.id ?? "")).toBe("open");
    await expect(keepRecord(opened.workbook, result, today)).rejects.toMatchObject({ code: "protected" });
  });

  test("typing into it is a change that counts, its own writing is none", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    const before = await check();
    const at = await line();
    const changed: WorkbookChange[] = [
      { sheetId: before.record?.sheetId ?? "", area: { row: at - 1, col: 4, rows: 1, cols: 1 }, source: "local" },
    ];
    expect(await recheck(opened.workbook, before, changed, today)).toBeNull();
    await opened.type(RECORD, `${STATUS}${at}`, "Đã giải trình");
    let after: CheckResult | null = null;
    expect(await messages(async () => (after = await recheck(opened.workbook, before, changed, today)))).toBe(1);
    expect(after && [...(after as CheckResult).statuses.values()]).toContain("explained");
  });
});

describe("explaining", () => {
  test("makes the record where there is none, leaves the person where they are, and is one step back", async () => {
    opened.select(BUDGET, "D12");
    const found = await check();
    const id = wrong(found)?.id ?? "";
    const done = await explainFinding(opened.workbook, found, id, { text: " Theo số quyết toán ", who: "An" }, entry);
    expect((await opened.workbook.selection())[0]).toMatchObject({ sheet: BUDGET, area: { row: 11, col: 3 } });
    const result = await check();
    expect(result.statuses.get(id)).toBe("explained");
    expect((await rows()).find((row) => row[8] === id)?.slice(4, 8)).toEqual(["Đã giải trình", "Theo số quyết toán", "An", DAY]);
    await takeBack(opened.workbook, done.undo);
    expect(await sheets()).not.toContain(RECORD);
  });

  test("writes into the record that is there, and undoes just that", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    const before = await rows();
    const found = await check();
    const done = await explainFinding(opened.workbook, found, wrong(found)?.id ?? "", { text: "Lý do", who: "" }, entry);
    expect([...(await check()).statuses.values()].filter((status) => status === "explained")).toHaveLength(1);
    await takeBack(opened.workbook, done.undo);
    expect(await rows()).toEqual(before);
  });

  test("needs a reason and a finding", async () => {
    const found = await check();
    await expect(explainFinding(opened.workbook, found, wrong(found)?.id ?? "", { text: "  ", who: "An" }, entry)).rejects.toMatchObject({
      code: "no-reason",
    });
    await expect(explainFinding(opened.workbook, found, "nobody", { text: "x", who: "" }, entry)).rejects.toMatchObject({
      code: "finding-gone",
    });
    expect(await sheets()).not.toContain(RECORD);
  });
});

describe("rules that are turned off", () => {
  test("stay silent with the reason kept, their findings are not called fixed, and apply again", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    const done = await turnOffRule(opened.workbook, await check(), "sums", { text: "Số tạm tính", who: "An" }, entry);
    const silent = await keep();
    expect(silent.turnedOff).toEqual([{ rule: "sums", text: "Số tạm tính", who: "An" }]);
    expect(wrong(silent)).toBeUndefined();
    const said = (await rows()).find((row) => String(row[8]).includes("sum-mismatch"));
    expect(said?.[4]).toBe("Chưa xử lý");
    expect((await rows()).at(-1)?.slice(3, 6)).toEqual(["Quy tắc: Chi tiết cộng bằng tổng", "Không áp dụng", "Số tạm tính"]);
    await applyRule(opened.workbook, silent, "sums", entry);
    expect(wrong(await keep())).toBeDefined();
    expect((await rows()).at(-1)?.slice(3, 6)).toEqual(["Quy tắc: Chi tiết cộng bằng tổng (đã áp dụng lại)", "", "Số tạm tính"]);
    await expect(takeBack(opened.workbook, done.undo)).rejects.toMatchObject({ code: "cell-changed" });
  });

  test("need a reason, and may be left out by the caller too", async () => {
    await expect(turnOffRule(opened.workbook, await check(), "sums", { text: "", who: "An" }, entry)).rejects.toMatchObject({
      code: "no-reason",
    });
    expect(wrong(await checkWorkbook(opened.workbook, today, { off: new Set(["sums"]) }))).toBeUndefined();
  });
});

describe("a saved file", () => {
  test("is checked by what its record says", async () => {
    const blank = { severity: null, place: null, text: null, who: null, date: null };
    const tables = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words).map((spec) => ({
      ...spec,
      cells: spec.cells.map((row) => row.map((cell) => (cell === 39705 ? 39750 : cell))),
    }));
    const saved = async (status: string) => {
      const entries = [{ ...blank, number: 1, status, explanation: "Số tạm tính", id: "rule:sums" }];
      return checkWorkbook(await openXlsx(await writeXlsx([...tables, recordSheet({ sheet: RECORD, record: 1, entries }, words)])), today);
    };
    expect([wrong(await saved("Không áp dụng")), (await saved("không áp dụng")).turnedOff]).toEqual([
      undefined, [{ rule: "sums", text: "Số tạm tính", who: "" }],
    ]);
    expect(wrong(await saved(""))).toBeDefined();
  });
});

describe("marks", () => {
  test("stand on the cells of open findings alone, and go away completely", async () => {
    const ours = () => opened.formats(BUDGET).filter((format) => typeof format !== "string" && format.formula.includes("PT_MARK"));
    const found = await check();
    expect(await markFindings(opened.workbook, found)).toEqual([]);
    expect(ours()).toMatchObject([{ cells: "C10" }]);
    await explainFinding(opened.workbook, found, wrong(found)?.id ?? "", { text: "x", who: "" }, entry);
    await markFindings(opened.workbook, await check());
    expect(ours()).toEqual([]);
    await markFindings(opened.workbook, found);
    expect(await unmarkFindings(opened.workbook)).toEqual([]);
    for (const sheet of await sheets())
      expect(opened.formats(sheet).filter((format) => typeof format !== "string" && format.formula.includes("PT_MARK"))).toEqual([]);
  });
});

describe("a part of the workbook", () => {
  test("the sheet that is shown: its tables alone; the selection: what has a cell in it", async () => {
    opened.select("Biểu chỉ tiêu", "A1");
    const sheet = await check("sheet");
    expect([sheet.tables.map((table) => table.sheet), wrong(sheet)]).toEqual([["Biểu chỉ tiêu"], undefined]);
    opened.select(BUDGET, "C10:D11");
    const selection = await check("selection");
    expect(selection.findings.length).toBeGreaterThan(0);
    for (const { at, cells } of selection.findings)
      expect([at, ...cells].map(toA1).some((cell) => ["C10", "D10", "C11", "D11"].includes(cell))).toBe(true);
    opened.select(BUDGET, "A1");
    expect((await check("selection")).findings).toEqual([]);
  });

  test("says nothing of what is fixed elsewhere, keeps its sheet when that is renamed, and is checked again by itself", async () => {
    await writeRecord(opened.workbook, await check(), entry);
    await opened.type(BUDGET, "C10", 39705);
    opened.select("Biểu chỉ tiêu", "A1");
    const part = await check("sheet");
    const before = await rows();
    await keepRecord(opened.workbook, part, today);
    expect(await rows()).toEqual(before);
    opened.rename("Biểu chỉ tiêu", "Chỉ tiêu");
    const later = await recheck(opened.workbook, part, [{ sheetId: "x", area: null, source: "remote" }], today);
    expect(later?.tables.map((table) => table.sheet)).toEqual(["Chỉ tiêu"]);
    expect(later?.scope).toMatchObject({ kind: "sheet", at: { sheet: "Chỉ tiêu" } });
  });

  test("the reading is told how far it is, and stops when asked", async () => {
    const shares: number[] = [];
    await checkWorkbook(opened.workbook, today, { course: { progress: (share) => shares.push(share) } });
    expect(shares.at(-1)).toBe(1);
    await expect(checkWorkbook(opened.workbook, today, { course: { stopped: () => true } })).rejects.toMatchObject({ code: "stopped" });
  });
});

describe("words", () => {
  test.each(["vi", "en"] as const)("every rule has a name in %s, and no other has", (lang) => {
    const { rules: names } = wordsOf(lang);
    expect(rules.map(({ name }) => name).filter((name) => !names[name])).toEqual([]);
    expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
  });

  test("statuses are read in both languages, loosely, and no word means two things", () => {
    const read = statusReader(statusSpellings);
    for (const [status, text] of statusSpellings) expect([text, read(` ${text.toUpperCase()}. `)]).toEqual([text, status]);
    expect(["đã sửa", "Fixed", "giải trình", "DA GIAI TRINH", "chưa xử lý"].map(read)).toEqual([
      "fixed", "fixed", "explained", "explained", "open",
    ]);
    expect(["", "chờ ý kiến", "?"].map(read)).toEqual([null, null, null]);
    expect(FINDING_STATUSES).toEqual(["open", "explained", "fixed"]);
  });
});

test("the record is read from its heads down", async () => {
  await writeRecord(opened.workbook, await check(), entry);
  const { record } = await check();
  expect(record && areaToA1({ ...record.area, rows: 1 })).toBe("A4:I4");
});
