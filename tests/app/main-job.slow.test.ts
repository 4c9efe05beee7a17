import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  Refusal, applyCorrections, checkWorkbook, createTablesLive, recheck, takeBack, watchWorkbook, type CheckResult, type Undo,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { WorkbookChange, WorkbookFailure } from "../../src/workbook/port";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";

const words = wordsOf("vi");
const both = options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] });
const BUDGET = "Biểu kinh phí";

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const check = (): Promise<CheckResult> => checkWorkbook(opened.workbook, today);
const errors = ({ findings }: CheckResult) => findings.filter(({ severity }) => severity === "error");
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const messages = (work: () => Promise<unknown>): Promise<number> => opened.sent(work);

describe("making tables", () => {
  test("two sheets with calculated sums, in at most three messages; undone in one", async () => {
    let undo: Undo = [];
    const sent = await messages(async () => {
      const done = await makeTables(opened.workbook, both, words);
      undo = done.undo;
      expect(done.result.map(({ name }) => name)).toEqual(["Biểu chỉ tiêu", BUDGET]);
    });
    expect(sent).toBeLessThanOrEqual(3);
    const [snapshot] = await opened.workbook.read([{ sheet: BUDGET, area: { row: 7, col: 2, rows: 12, cols: 1 } }]);
    expect(snapshot?.values.map(([value]) => value)).toEqual([
      275556, 275556, 39705, 78960, 84640, 72151, 100, 275556, 158486, 56000, 4430, 56640,
    ]);
    await takeBack(opened.workbook, undo);
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("made again, they get names of their own and nothing is written over", async () => {
    await makeTables(opened.workbook, both, words);
    await makeTables(opened.workbook, both, words);
    expect(await sheets()).toEqual(["Sheet1", "Biểu chỉ tiêu", BUDGET, "Biểu chỉ tiêu (2)", `${BUDGET} (2)`]);
    expect((await check()).tables).toHaveLength(4);
  });

  test("what people typed since is not removed by an undo", async () => {
    const { undo } = await makeTables(opened.workbook, both, words);
    await opened.type(BUDGET, "D10", 5);
    await expect(takeBack(opened.workbook, undo)).rejects.toMatchObject({
      code: "sheet-has-entries",
      data: { sheet: BUDGET, found: { kind: "cell", at: { row: 9, col: 3 } } },
    });
    expect(await sheets()).toHaveLength(3);
  });

  test("asked for again, nothing is made: what is there is named, and what is missing can be added", async () => {
    await makeTables(opened.workbook, { ...both, kinds: ["budget"] }, words);
    opened.rename(BUDGET, "Kinh phí năm nay");
    const asked = await createTablesLive(opened.workbook, both, words);
    expect(asked).toEqual({ present: [{ kind: "budget", sheet: "Kinh phí năm nay" }], missing: ["indicators"] });
    expect(await sheets()).toEqual(["Sheet1", "Kinh phí năm nay"]);
    const added = await createTablesLive(opened.workbook, both, words, "skip");
    expect("undo" in added && added.result.map(({ name }) => name)).toEqual(["Biểu chỉ tiêu"]);
    expect(await createTablesLive(opened.workbook, both, words, "skip")).toMatchObject({ missing: [] });
    expect(await createTablesLive(opened.workbook, { ...both, plan: "tp-lao-cai-2024" }, words)).toHaveProperty("undo");
  });

  test("stopped before all is written, nothing is left; what was written is told on the way", async () => {
    const shares: number[] = [];
    await expect(createTablesLive(opened.workbook, both, words, "ask", { stopped: () => true })).rejects.toMatchObject({ code: "stopped" });
    expect(await sheets()).toEqual(["Sheet1"]);
    await createTablesLive(opened.workbook, both, words, "ask", { progress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
  });

  test("nothing chosen, nothing done", async () => {
    await expect(createTablesLive(opened.workbook, { ...both, kinds: [] }, words)).rejects.toThrow(Refusal);
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});

describe("checking", () => {
  beforeEach(() => makeTables(opened.workbook, both, words));

  test("all is well: the total agrees; one message to learn the sheets and one to read", async () => {
    let result: CheckResult | undefined;
    expect(await messages(async () => (result = await check()))).toBe(2);
    expect(result && errors(result)).toEqual([]);
    expect(result?.agreements).toMatchObject([{ sheet: BUDGET, value: 275556 }]);
    expect(words.agreement(result?.agreements[0] ?? { value: 0, unit: null, label: "", breakdowns: [] })).toMatch(/^275\.556 khớp/);
  });

  test("two digits swapped: found, corrected, taken back", async () => {
    await opened.type(BUDGET, "C10", 39750);
    const [finding, ...others] = errors(await check());
    expect(others).toEqual([]);
    if (finding?.code !== "sum-mismatch" || !finding.data.correction) throw new Error("no correction");
    const done = await applyCorrections(opened.workbook, [finding.data.correction]);
    expect(errors(await check())).toEqual([]);
    await takeBack(opened.workbook, done.undo);
    expect(errors(await check()).map(({ id }) => id)).toEqual([finding.id]);
  });

  test("a formula that was typed over is put back, and taken back", async () => {
    await opened.type(BUDGET, "C9", 275556);
    const formulaOf = async () =>
      (await opened.workbook.read([{ sheet: BUDGET, area: { row: 8, col: 2, rows: 1, cols: 1 } }]))[0]?.formulas[0]?.[0];
    const finding = (await check()).findings.find(({ code }) => code === "formula-replaced");
    if (finding?.code !== "formula-replaced") throw new Error("not found");
    const { at, from, to } = finding.data.formula;
    const done = await applyCorrections(opened.workbook, [{ at, formula: { from, to } }]);
    expect(await formulaOf()).toBe("=SUM(C10:C14)");
    expect((await check()).findings.filter(({ code }) => code === "formula-replaced")).toEqual([]);
    await expect(applyCorrections(opened.workbook, [{ at, formula: { from, to } }])).rejects.toMatchObject({ code: "cell-changed" });
    await takeBack(opened.workbook, done.undo);
    expect(await formulaOf()).toBeNull();
  });

  test("a correction of a cell that was edited since is refused", async () => {
    await opened.type(BUDGET, "C10", 39750);
    const [finding] = errors(await check());
    if (finding?.code !== "sum-mismatch" || !finding.data.correction) throw new Error("no correction");
    await opened.type(BUDGET, "C10", 1);
    await expect(applyCorrections(opened.workbook, [finding.data.correction])).rejects.toMatchObject({
      code: "cell-changed",
    } satisfies Partial<WorkbookFailure>);
  });

  test("a check after typing reads the one table that was touched, in one message", async () => {
    const before = await check();
    const seen: WorkbookChange[] = [];
    const stop = await opened.workbook.watch((change) => seen.push(change));
    await opened.type(BUDGET, "C10", 39750);
    await opened.quiet();
    let after: CheckResult | null = null;
    expect(await messages(async () => (after = await recheck(opened.workbook, before, seen, today)))).toBe(1);
    expect(after && errors(after)).toHaveLength(1);
    expect(
      await recheck(opened.workbook, before, [{ sheetId: "nobody", area: { row: 0, col: 0, rows: 1, cols: 1 }, source: "remote" }], today),
    ).toBeNull();
    await stop();
  });

  test("renamed sheets and inserted rows are found again, and a finding keeps its id", async () => {
    await opened.type(BUDGET, "C13", "72.151 triệu");
    const ids = errors(await check()).map(({ id }) => id);
    opened.rename(BUDGET, "Kinh phí 'mới' 2026");
    opened.insertRow("Kinh phí 'mới' 2026", 11);
    expect(errors(await check()).map(({ id, at }) => [id, at.row])).toEqual([[ids[0], 13]]);
    await opened.type("Kinh phí 'mới' 2026", "C14", 72151);
    await opened.type("Kinh phí 'mới' 2026", "C10", 39750);
    expect(errors(await check())).toMatchObject([
      { at: { sheet: "Kinh phí 'mới' 2026", row: 9, col: 2 }, data: { correction: { to: 39705 } } },
    ]);
  });

  test("a protected sheet is checked as it is", async () => {
    await opened.type(BUDGET, "C10", 39750);
    await opened.protect(BUDGET);
    expect(errors(await check())).toHaveLength(1);
  });

  test("changes are handed over once typing has paused, and none is lost", async () => {
    const handed: number[] = [];
    const stop = await watchWorkbook(
      opened.workbook,
      (changes) => {
        handed.push(changes.length);
        return Promise.resolve();
      },
      { set: (run) => setTimeout(run, 5), clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    );
    await opened.type(BUDGET, "C10", 1);
    await opened.type(BUDGET, "C11", 2);
    await new Promise((done) => setTimeout(done, 60));
    expect(handed.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(2);
    await stop();
  });
});
