import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openSession } from "../../src/taskpane/session";
import type { Session } from "../../src/taskpane/session-acts";
import { openExcelWorkbook, type Call, type OpenedWorkbook } from "../contract/excel-workbook";
import { clearsUndo } from "../support/undo-clearing";

const BUDGET = "Biểu kinh phí";

let opened: OpenedWorkbook;
let session: Session;
beforeEach(async () => {
  opened = openExcelWorkbook();
  // an Excel that groups what is undone, and whose other newer sets the workbook here lacks
  Object.assign(Office.context.requirements, {
    isSetSupported: (_: string, version: string) => version === "1.20" || Number(version.split(".")[1]) <= 14,
  });
  session = openSession({
    load: async () => ({
      work: await import("../../src/taskpane/work"),
      workbook: opened.workbook,
      fileSide: () => Promise.reject(new Error("no files")),
      selfTestSide: () => Promise.reject(new Error("no self-test")),
    }),
    place: "create",
    lang: "vi",
    notation: () => Promise.resolve(null),
    now: () => new Date(2026, 10, 22, 14, 5),
    timers: { set: (run, ms) => setTimeout(run, ms / 10), clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    remember: () => undefined,
  });
  await session.create();
  expect(session.state().problem).toBeNull();
});
afterEach(() => opened.dispose());

/** What the action sends to Excel. */
async function sentBy(action: () => Promise<void>): Promise<Call[]> {
  const before = opened.calls().length;
  await action();
  expect(session.state().problem).toBeNull();
  return opened.calls().slice(before);
}

/** Methods that change nothing that Excel could undo. */
const READS = /\.(?:get\w*|_\w+|calculate|activate|select|load)$/i;
const changes = (calls: readonly Call[]): Call[] => calls.filter(({ api, sets }) => sets || !READS.test(api));
const clearing = (calls: readonly Call[]): string[] => [...new Set(calls.flatMap(({ api }) => (clearsUndo(api) ? [api] : [])))];
/** The steps of Excel's own undo: at least one for each run, any number where a run is not one. */
const steps = (calls: readonly Call[]): number => {
  const changed = changes(calls);
  return changed.every(({ grouped }) => grouped) ? new Set(changed.map(({ run }) => run)).size : Number.POSITIVE_INFINITY;
};

const findings = () => session.state().checked?.result.findings ?? [];
async function correctFirst(): Promise<void> {
  const { work, checked } = session.state();
  const fix = work && checked ? work.checkView(checked.result, work.wordsOf("vi")).groups[0]?.items[0]?.fixes[0] : undefined;
  if (!fix) throw new Error("nothing to correct");
  await session.correct(fix.corrections);
}
async function wrong(): Promise<void> {
  await opened.type(BUDGET, "C10", 39_750);
  await session.check();
  expect(findings().some(({ severity }) => severity === "error")).toBe(true);
}

describe("what an action sends leaves the person's undo list, and is one step of it", () => {
  test("making tables", async () => {
    const calls = await sentBy(() => session.create("again"));
    expect(calls.map(({ api }) => api)).toEqual(
      expect.arrayContaining(["WorksheetCollection.Add", "Range.Formulas", "PageLayout.SetPrintTitleRows"]),
    );
    expect([clearing(calls), steps(calls)]).toEqual([[], 1]);
  });

  test("a check that keeps the record and marks", async () => {
    await wrong();
    await session.mark();
    await session.record();
    await opened.type(BUDGET, "D10", "x1");
    const calls = await sentBy(() => session.check());
    expect(calls.map(({ api }) => api)).toEqual(expect.arrayContaining(["ConditionalFormatCollection.Add", "Range.Formulas"]));
    expect([clearing(calls), steps(calls)]).toEqual([[], 1]);
  });

  test("a correction with record and marks, and its undo", async () => {
    await wrong();
    await session.mark();
    await session.record();
    const calls = await sentBy(correctFirst);
    expect([clearing(calls), steps(calls)]).toEqual([[], 1]);
    const back = await sentBy(() => session.undo());
    expect([clearing(back), steps(back)]).toEqual([[], 1]);
  });

  test("making the record and explaining in it", async () => {
    await wrong();
    const made = await sentBy(() => session.record());
    const explained = await sentBy(() => session.explain(findings()[0]?.id ?? "", { text: "Theo quyết định", who: "" }));
    expect([clearing(made), steps(made), clearing(explained), steps(explained)]).toEqual([[], 1, [], 1]);
  });

  test("the summary, again after something was typed, and the undo of that", async () => {
    await wrong();
    const made = await sentBy(() => session.summarize());
    expect(made.map(({ api }) => api)).toContain("ChartCollection.Add");
    await opened.type("Biểu chỉ tiêu", "F20", 31);
    const again = await sentBy(() => session.summarize());
    const back = await sentBy(() => session.undo());
    expect([clearing(made), steps(made), clearing(again), steps(again), clearing(back), steps(back)]).toEqual([[], 1, [], 1, [], 1]);
  });

  test("a roll-up of sheets", async () => {
    await session.listSheets();
    const calls = await sentBy(() => session.rollUp(true));
    expect(session.state().rolledUp?.sheets).not.toBeNull();
    expect([clearing(calls), steps(calls)]).toEqual([[], 1]);
  });

  test("marks taken away", async () => {
    await wrong();
    await session.mark();
    const calls = await sentBy(() => session.unmark());
    expect([clearing(calls), steps(calls)]).toEqual([[], 1]);
  });
});

describe("what cannot be spared", () => {
  test("sheets that were made are deleted, in a run of its own: Excel has no other call, and refuses this one in a group", async () => {
    const calls = await sentBy(() => session.undo());
    expect(clearing(calls)).toEqual(["Worksheet.Delete"]);
    expect(calls.filter(({ api }) => clearsUndo(api)).every(({ grouped }) => !grouped)).toBe(true);
    expect((await opened.workbook.outline()).sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  test("a call that this Excel cannot undo, whatever the list says, is made by itself", async () => {
    await wrong();
    opened.refuseCall("Range.Formulas", "UndoNotSupported");
    const before = opened.calls().length;
    await correctFirst();
    expect(session.state().problem).toBeNull();
    expect(opened.calls().slice(before).filter(({ api }) => api === "Range.Formulas").map(({ grouped }) => grouped)).toEqual([true, false]);
  });
});
