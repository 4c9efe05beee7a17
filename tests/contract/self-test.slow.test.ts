import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { CONTRACT } from "../../src/self-test/contract-cases";
import { runCase } from "../../src/self-test/contract-run";
import { type Answers, differences, readReport, SELF_TEST_LENGTH, selfTest, type Report, type Result } from "../../src/self-test";
import type { OpenedWorkbook } from "./excel-workbook";
import { openExcelWorkbook } from "./excel-workbook";
import { plainSheet } from "./sheets";

let opened: OpenedWorkbook;

beforeEach(() => {
  opened = openExcelWorkbook();
});

afterEach(() => opened.dispose());

const test_ = (options: { stopped?: () => boolean; told?: (result: Result, share: number) => void } = {}) =>
  selfTest({
    workbook: opened.workbook,
    told: () => undefined,
    stopped: () => false,
    now: () => new Date(Date.UTC(2026, 10, 29)),
    page: { "blocked by the security policy": [] },
    build: "test",
    browser: "node",
    ...options,
  });

async function reported(options?: Parameters<typeof test_>[0]): Promise<Report> {
  const report = await test_(options);
  if ("occupied" in report) throw new Error("occupied");
  return report;
}

describe("the self-test, over the bridge", () => {
  test("finds the contract kept, asks every question, and leaves the workbook as it was", async () => {
    const before = await opened.workbook.outline();
    const shares: number[] = [];
    const report = await reported({ told: (_, share) => void shares.push(share) });
    expect(report.results.filter(({ kind }) => kind === "case").filter(({ outcome }) => outcome !== "good")).toEqual([]);
    expect(report.results.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    expect(report.results).toHaveLength(SELF_TEST_LENGTH);
    expect(shares).toEqual(report.results.map((_, at) => (at + 1) / SELF_TEST_LENGTH));
    expect(report.roundTrips).toBeGreaterThan(report.results.reduce((sum, { roundTrips }) => sum + roundTrips, 0));
    expect(report.host).toMatchObject({ sets: ["ExcelApi 1.14"], displayLanguage: "vi-VN", decimalSeparator: "," });
    expect(report.stopped).toBe(false);
    expect(await opened.workbook.outline()).toEqual(before);
    expect(differences(report, readReport(JSON.stringify(report)))).toEqual([]);
  });

  test("touches nothing where the workbook holds anything, be it a cell, a formula or a name", async () => {
    const full = plainSheet("Của người dùng", [[null], [{ formula: '=""' }]]);
    await opened.workbook.addSheets([full]);
    const messages = opened.messages().length;
    expect(await test_()).toEqual({ occupied: { sheet: "Của người dùng" } });
    expect(opened.messages().length - messages).toBe(2);
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem("Của người dùng").delete();
      context.workbook.names.add("cua_toi", "=Sheet1!$A$1");
      await context.sync();
    });
    expect(await test_()).toEqual({ occupied: { sheet: null } });
  });

  test("is stopped between two cases, with a report of those that were tried and nothing left", async () => {
    const before = await opened.workbook.outline();
    let count = 0;
    const report = await reported({ told: () => void count++, stopped: () => count === 3 });
    expect([report.stopped, report.results.length]).toEqual([true, 3]);
    expect(await opened.workbook.outline()).toEqual(before);
  });

  test("a sheet that a person adds meanwhile stays, and the client is put back as it was", async () => {
    const sync = Excel.RequestContext.prototype.sync;
    let once = true;
    await reported({
      told: () => {
        if (once) opened.engine.workbook.insertSheet("Của tôi");
        once = false;
      },
      stopped: () => !once,
    });
    expect((await opened.workbook.outline()).sheets.map(({ name }) => name)).toContain("Của tôi");
    expect(Excel.RequestContext.prototype.sync).toBe(sync);
  });

  test("answers differ where Excel does: without a printer, and in an older Excel", async () => {
    opened.conditions.pageSetupFails = ["PaperSize"];
    opened.conditions.excelApi = 9;
    const report = await reported();
    const found = (id: string) => report.results.find((result) => result.id === id);
    expect(found("page-setup")).toMatchObject({
      outcome: "differs",
      unexpected: ["paperSize"],
      answers: { paperSize: { error: "GeneralException" }, orientation: "done" },
    });
    expect(found("large")).toMatchObject({ answers: { "513 merges": "set 1.13 is not there" } });
    expect(report.host).toMatchObject({ sets: ["ExcelApi 1.9"], decimalSeparator: null });
  });
});

test("a case that is not kept says which step, what was expected and what came", async () => {
  const [one] = CONTRACT.filter(({ id }) => id === "numbers");
  if (!one) throw new Error("no such case");
  const { workbook } = opened;
  const rounding = new Proxy(workbook, {
    get: (target, name) =>
      name === "read"
        ? async (...given: Parameters<typeof workbook.read>) =>
            (await target.read(...given)).map((seen) => ({
              ...seen,
              values: seen.values.map((row) => row.map((value) => (typeof value === "number" ? Math.round(value) : value))),
            }))
        : (Reflect.get(target, name) as unknown),
  });
  const faults = await runCase(rounding, one);
  expect(faults.map(({ step, what }) => [step, what])).toEqual([[2, "values 1"]]);
  expect(faults[0]?.expected).not.toEqual(faults[0]?.actual);
});

describe("reports from Excel", () => {
  const folder = join(__dirname, "excel-reports");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

  test("what is no report is refused", () => {
    expect(() => readReport("{}")).toThrow(TypeError);
    expect(() => readReport("x")).toThrow();
  });

  test("an answer that differs is named, one that only one of them has is not", async () => {
    const report = await reported({ stopped: () => true });
    const answered = (answers: Answers): Report => ({
      ...report,
      results: [{ kind: "question", id: "undo", outcome: "good", ms: 1, roundTrips: 1, error: null, answers, unexpected: [] }],
    });
    const [one, other] = [
      answered({ "a run with mergeUndoGroup": { error: "X" }, more: 1 }),
      answered({ "a run with mergeUndoGroup": "done", "set 1.20": false }),
    ];
    expect(differences(one, other)).toEqual([{ question: "undo", asked: "a run with mergeUndoGroup", one: { error: "X" }, other: "done" }]);
  });

  // Each report that was copied in Excel: the bridge answers as that Excel did, but for what known.json names.
  test("the bridge answers as each Excel whose report is kept", async () => {
    const known = JSON.parse(readFileSync(join(folder, "known.json"), "utf8")) as Record<string, readonly string[]>;
    const reports = files
      .filter((name) => name !== "known.json")
      .map((name) => [name, readReport(readFileSync(join(folder, name), "utf8"))] as const);
    expect(Object.keys(known).filter((name) => !files.includes(name))).toEqual([]);
    if (reports.length === 0) return;
    const ours = await reported();
    for (const [name, report] of reports) {
      expect(report.results.filter((result) => result.kind === "case" && result.outcome !== "good").map(({ id }) => id)).toEqual([]);
      expect(differences(report, ours).map(({ question, asked }) => `${question}: ${asked}`)).toEqual(known[name] ?? []);
    }
  });
});
