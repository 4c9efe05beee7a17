import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { CellRef, LiveWorkbook } from "../../src/app";
import { openSession, type Session, type SessionOptions } from "../../src/taskpane/session";
import type { WorkbookFailure } from "../../src/workbook/port";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";

const BUDGET = "Biểu kinh phí";
const C10: CellRef = { sheet: BUDGET, row: 9, col: 2 };

// the second script and the engine are loaded within the first test
jest.setTimeout(60_000);

let opened: OpenedWorkbook;
let session: Session;
beforeEach(() => {
  opened = openExcelWorkbook();
  session = open();
});
afterEach(() => opened.dispose());

function open(options: Partial<SessionOptions> = {}): Session {
  return openSession({
    load: async () => ({ work: await import("../../src/taskpane/work"), workbook: opened.workbook }),
    place: "create",
    lang: "vi",
    now: () => new Date(2026, 10, 22, 14, 5),
    // the pane's waits, a tenth as long
    timers: { set: (run, ms) => setTimeout(run, ms / 10), clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    remember: () => undefined,
    ...options,
  });
}

/** Answers when the state is as wanted; fails after twenty seconds. */
function reached(wanted: (state: ReturnType<Session["state"]>) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`not reached; problem: ${String(session.state().problem?.error)}`)), 20_000);
    const look = (): void => {
      if (!wanted(session.state())) return;
      clearTimeout(tooLate);
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}

const errors = () => session.state().checked?.result.findings.filter(({ severity }) => severity === "error");
const sheets = async () => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const valueOf = async (workbook: LiveWorkbook, { sheet, row, col }: CellRef) => (await workbook.read([{ sheet, area: { row, col, rows: 1, cols: 1 } }]))[0]?.values[0]?.[0];

/** The fix that the pane offers first. */
function firstFix() {
  const { work, checked } = session.state();
  const fix = work && checked ? work.checkView(checked.result, work.wordsOf("vi")).groups[0]?.items[0]?.fixes[0] : undefined;
  if (!fix) throw new Error("nothing to correct");
  return fix;
}

describe("the pane over Excel's own client", () => {
  test("opens with a plan, its tables and triệu đồng chosen; makes them, says so, and takes them back", async () => {
    await session.start();
    expect(session.state().choice).toEqual({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"], unit: "trieu-dong" });
    await session.create();
    expect(session.state()).toMatchObject({ running: null, problem: null, made: [{ name: "Biểu chỉ tiêu" }, { name: BUDGET }] });
    expect(session.state().steps.map(({ deed }) => deed)).toEqual([{ kind: "created", sheets: ["Biểu chỉ tiêu", BUDGET] }]);
    await session.undo();
    expect(session.state()).toMatchObject({ made: null, steps: [], problem: null });
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("checks, checks again by itself after typing, corrects in one call and undoes in one", async () => {
    await session.start();
    await session.create();
    await session.check();
    expect(session.state().checked?.result.agreements).toMatchObject([{ value: 275556 }]);
    expect(errors()).toEqual([]);
    await opened.type(BUDGET, "C10", 39750);
    await reached(() => errors()?.length === 1);
    expect(session.state().checked?.self).toBe(true);
    expect(firstFix()).toMatchObject({ value: "39.705", cell: null, correction: { at: C10, from: 39750, to: 39705 } });
    await session.correct(firstFix().correction);
    expect(errors()).toEqual([]);
    expect(await valueOf(opened.workbook, C10)).toBe(39705);
    await session.undo();
    expect(await valueOf(opened.workbook, C10)).toBe(39750);
    expect(errors()).toHaveLength(1);
    expect(session.state().steps.map(({ deed }) => deed.kind)).toEqual(["created"]);
  });

  test("text that means a number is corrected as the person typed it, blanks and all, and comes back whole", async () => {
    await session.create();
    await opened.type(BUDGET, "C10", " 39.705 đ");
    await session.check();
    expect(errors()).toMatchObject([{ code: "text-for-number" }]);
    await opened.type(BUDGET, "C10", " 12,5 ");
    await session.check();
    const typed = await valueOf(opened.workbook, C10);
    expect(typed).toBe(" 12,5 ");
    await session.correct(firstFix().correction);
    expect(session.state().problem).toBeNull();
    expect(await valueOf(opened.workbook, C10)).toBe(12.5);
    await session.undo();
    expect(await valueOf(opened.workbook, C10)).toBe(typed);
  });

  test("makes the summary, writes it again, and says which of the two it was", async () => {
    await session.create();
    await session.summarize();
    expect(session.state()).toMatchObject({ problem: null, summary: { sheet: "Tổng hợp", created: true } });
    await session.summarize();
    expect(session.state().summary).toEqual({ sheet: "Tổng hợp", created: false });
    expect(session.state().steps.map(({ deed }) => deed.kind)).toEqual(["created", "summarized", "summarized"]);
  });

  test("goes to a cell", async () => {
    await session.create();
    await session.goTo(C10);
    expect(opened.selection()).toEqual(C10);
  });
});

describe("what goes wrong is told, and nothing else", () => {
  const code = () => (session.state().problem?.error as WorkbookFailure).code;

  test("a check that is cancelled brings nothing any more", async () => {
    await session.create();
    const checking = session.check();
    await reached(({ running }) => running?.task === "check");
    session.cancel();
    await checking;
    expect(session.state()).toMatchObject({ running: null, checked: null, problem: null });
  });

  test("while a cell is being edited a check by itself waits for its end", async () => {
    await session.start();
    await session.create();
    await session.check();
    await opened.quiet();
    await opened.type(BUDGET, "C10", 39750);
    opened.fail("InvalidOperationInCellEditMode", { from: 1, times: 1 });
    await reached(({ waiting }) => waiting);
    expect(session.state().problem).toBeNull();
    await reached(({ waiting }) => !waiting && errors()?.length === 1);
  });

  test("a check that was asked for says that Excel is busy", async () => {
    await session.create();
    opened.fail("InvalidOperationInCellEditMode", { from: 1, times: 1 });
    await session.check();
    expect(session.state()).toMatchObject({ problem: { task: "check" }, running: null, checked: null });
    expect(code()).toBe("busy");
  });

  test("a cell that was edited after the check stays as it is", async () => {
    await session.create();
    await opened.type(BUDGET, "C10", 39750);
    await session.check();
    await opened.type(BUDGET, "C10", 41);
    await session.correct(firstFix().correction);
    expect(session.state().problem?.task).toBe("correct");
    expect(code()).toBe("cell-changed");
    expect(await valueOf(opened.workbook, C10)).toBe(41);
  });

  test("an undo that would lose what people typed is refused, kept, and can be forgotten", async () => {
    await session.create();
    await opened.type(BUDGET, "D10", 5);
    await session.undo();
    expect(session.state()).toMatchObject({ problem: { task: "undo", error: { code: "sheet-has-entries" } }, steps: [{ deed: { kind: "created" } }] });
    session.forget(session.state().steps[0]?.id ?? 0);
    expect(session.state().steps).toEqual([]);
    expect(await sheets()).toContain(BUDGET);
  });

  test("a script that does not come is told, and asked for again", async () => {
    let times = 0;
    session = open({
      load: async () => {
        if (times++ === 0) throw new Error("no network");
        return { work: await import("../../src/taskpane/work"), workbook: opened.workbook };
      },
    });
    await session.start();
    expect(session.state()).toMatchObject({ work: null, problem: { task: "load" } });
    await session.create();
    expect(session.state()).toMatchObject({ problem: null, made: [{}, {}] });
  });
});
