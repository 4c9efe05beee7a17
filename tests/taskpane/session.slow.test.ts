import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { CellRef, LiveWorkbook } from "../../src/app";
import { openSession } from "../../src/taskpane/session";
import type { Session } from "../../src/taskpane/session-acts";
import type { SessionOptions } from "../../src/taskpane/session-options";
import type { WorkbookFailure } from "../../src/workbook/port";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { minutes } from "../support/patience";

const BUDGET = "Biểu kinh phí";
const fileSide = (): Promise<never> => Promise.reject(new Error("no files are opened here"));
const selfTestSide = (): Promise<never> => Promise.reject(new Error("Excel is not tried here"));
const TABLES = ["Biểu chỉ tiêu", BUDGET, "Biểu nhiệm vụ"];
const C10: CellRef = { sheet: BUDGET, row: 9, col: 2 };

let opened: OpenedWorkbook;
let session: Session;
beforeEach(() => {
  opened = openExcelWorkbook();
  session = open();
});
afterEach(() => opened.dispose());

function open(options: Partial<SessionOptions> = {}): Session {
  return openSession({
    load: async () => ({ work: await import("../../src/taskpane/work"), workbook: opened.workbook, fileSide, selfTestSide }),
    place: "create",
    lang: "vi",
    notation: () => Promise.resolve(null),
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
    const tooLate = setTimeout(() => reject(new Error(`not reached; problem: ${String(session.state().problem?.error)}`)), minutes(1));
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
const valueOf = async (workbook: LiveWorkbook, { sheet, row, col }: CellRef) =>
  (await workbook.read([{ sheet, area: { row, col, rows: 1, cols: 1 } }]))[0]?.values[0]?.[0];

/** The fix that the pane offers first. */
function firstFix() {
  const { work, checked } = session.state();
  const fix = work && checked ? work.checkView(checked.result, work.wordsOf("vi")).groups[0]?.items[0]?.fixes[0] : undefined;
  if (!fix) throw new Error("nothing to correct");
  return fix;
}

describe("the pane over Excel's own client", () => {
  test("a layout that the budget cannot have gives way, and the pane knows to what and why", async () => {
    await session.start();
    const { choice } = session.state();
    if (!choice) throw new Error("no choice");
    const made = async (plan: string) => {
      session.choose({ ...choice, plan, kinds: ["budget"], layout: "item-source" });
      await session.create();
      return session.state().otherLayout;
    };
    expect(await made("tp-lai-chau-2030-2045")).toEqual({ instead: "source", lacks: ["item"] });
    expect(await made("tp-lao-cai-2024")).toBeNull();
  });

  test("opens with a plan, its tables and the unit of its document chosen; makes them, says so, and takes them back", async () => {
    await session.start();
    expect(session.state().choice).toMatchObject({
      plan: "lai-chau-2021-2025",
      kinds: ["indicators", "budget", "tasks"],
      unit: null,
      layout: "both",
      years: "",
    });
    await session.create();
    expect(session.state()).toMatchObject({ running: null, problem: null, made: TABLES.map((name) => ({ name })) });
    expect(session.state().steps.map(({ deed }) => deed)).toEqual([{ kind: "created", sheets: TABLES }]);
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
    expect(firstFix()).toMatchObject({ value: "39.705", cell: null, corrections: [{ at: C10, from: 39750, to: 39705 }] });
    await session.correct(firstFix().corrections);
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
    await session.correct(firstFix().corrections);
    expect(session.state().problem).toBeNull();
    expect(await valueOf(opened.workbook, C10)).toBe(12.5);
    await session.undo();
    expect(await valueOf(opened.workbook, C10)).toBe(typed);
  });

  test("texts of a summary have the decimal sign of the Excel that they stand in, whatever the language", async () => {
    session = open({ notation: () => Promise.resolve("en") });
    await session.create();
    await opened.workbook.change([{ at: { sheet: "Biểu chỉ tiêu", row: 10, col: 9 }, to: 27.5, expect: null }]);
    await session.summarize();
    const [snapshot] = await opened.workbook.read([{ sheet: "Tổng hợp", area: { row: 0, col: 0, rows: 120, cols: 12 } }]);
    const texts = (snapshot?.values ?? []).flat().filter((value): value is string => typeof value === "string");
    expect([texts.some((text) => text.includes("27.5")), texts.filter((text) => text.includes("27,5"))]).toEqual([true, []]);
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

const RECORD = "Kết quả kiểm tra";
const view = () => {
  const { work, checked } = session.state();
  if (!work || !checked) throw new Error("not checked");
  return work.checkView(checked.result, work.wordsOf("vi"));
};
/** The one wrong sum, as the pane shows it. */
async function wrongSum() {
  await session.create();
  await opened.type(BUDGET, "C10", 39750);
  await session.check();
  const item = view().groups[0]?.items[0];
  if (!item) throw new Error("nothing is wrong");
  return item;
}
const marks = () => opened.formats(BUDGET).filter((format) => typeof format !== "string" && format.formula.includes("PT_MARK"));

describe("findings that live", () => {
  test("an explained finding stands apart, does not count as wrong, and comes back with an undo", async () => {
    const { id } = await wrongSum();
    await session.explain(id, { text: "Theo số quyết toán", who: "An" });
    expect(session.state().problem).toBeNull();
    expect(view().counts.error).toBe(0);
    expect(view().explained).toMatchObject([{ id, weight: "error", explained: { text: "Theo số quyết toán", who: "An" } }]);
    expect(session.state().steps.at(-1)?.deed).toEqual({ kind: "explained", at: C10, sheet: RECORD, created: true, record: 1 });
    expect(opened.selection()?.sheet).not.toBe(RECORD);
    await session.undo();
    expect(view()).toMatchObject({ counts: { error: 1 }, explained: [] });
    expect(await sheets()).not.toContain(RECORD);
  });

  test("once it is there the record is kept up to date, after typing too", async () => {
    await wrongSum();
    await session.record();
    expect(session.state()).toMatchObject({ problem: null, checked: { result: { record: { sheet: RECORD } }, unrecorded: null } });
    await session.start();
    await opened.type(BUDGET, "C10", 39705);
    await reached(() => errors()?.length === 0);
    await reached(({ checked }) => checked?.result.record?.rows.some(({ cells }) => cells.status === "Đã sửa"));
    const rows = session.state().checked?.result.record?.rows ?? [];
    const fixed = rows.find(({ cells }) => cells.status === "Đã sửa");
    expect(await valueOf(opened.workbook, { sheet: RECORD, row: fixed?.row ?? 0, col: 4 })).toBe("Đã sửa");
  });

  test("a rule is turned off with its reason, listed, applied again; each is a step back", async () => {
    const { rule } = await wrongSum();
    await session.turnOff(rule?.name ?? "", { text: "Số tạm tính", who: "An" });
    expect(view()).toMatchObject({
      groups: expect.not.arrayContaining([expect.objectContaining({ weight: "error" })]),
      off: [{ name: "sums", shown: "Chi tiết cộng bằng tổng", reason: "Số tạm tính", who: "An" }],
    });
    await session.apply("sums");
    expect(view()).toMatchObject({ counts: { error: 1 }, off: [] });
    await session.undo();
    expect(view().off).toHaveLength(1);
    expect(session.state().steps.map(({ deed }) => deed.kind)).toEqual(["created", "rule-off"]);
  });

  test("a reason that is not given is asked for, and nothing is made", async () => {
    const { id } = await wrongSum();
    await session.explain(id, { text: " ", who: "" });
    expect(session.state()).toMatchObject({ problem: { task: "explain", error: { code: "no-reason" } } });
    expect(await sheets()).not.toContain(RECORD);
  });

  test("marks go along with each check while they are on, and away with one call", async () => {
    await wrongSum();
    await session.mark();
    expect([marks().length, session.state().marks]).toEqual([1, { refused: [] }]);
    await session.correct(firstFix().corrections);
    expect(marks()).toEqual([]);
    await session.undo();
    expect(marks()).toHaveLength(1);
    await session.unmark();
    expect([marks(), session.state().marks]).toEqual([[], null]);
    await opened.type(BUDGET, "C11", 1);
    await session.check();
    expect(marks()).toEqual([]);
  });

  test("a record that cannot be written is told in one sentence; the findings are shown all the same", async () => {
    await wrongSum();
    await session.record();
    await opened.protect(RECORD);
    opened.insertRow(BUDGET, 0);
    await session.check();
    expect(session.state()).toMatchObject({ problem: null, checked: { unrecorded: { code: "protected", data: { sheet: RECORD } } } });
    expect(errors()).toMatchObject([{ at: { row: 10 } }]);
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem(RECORD).protection.unprotect();
      await context.sync();
    });
    await session.check();
    expect(session.state().checked?.unrecorded).toBeNull();
  });

  test("what is looked at is chosen, and said of the result", async () => {
    await session.create();
    await opened.type(BUDGET, "C10", 39750);
    opened.select("Biểu chỉ tiêu", "A1");
    session.look("sheet");
    await session.check();
    expect(session.state().checked?.result.scope).toMatchObject({ kind: "sheet", at: { sheet: "Biểu chỉ tiêu" } });
    expect(errors()).toEqual([]);
    session.look("all");
    await session.check();
    expect(errors()).toHaveLength(1);
  });
});

describe("what a colleague changes", () => {
  /** What the pane asks of the workbook from now on. */
  function counted(): { readonly asked: string[]; readonly session: Session } {
    const asked: string[] = [];
    const told = (workbook: LiveWorkbook): LiveWorkbook =>
      new Proxy(workbook, {
        get: (target, key: keyof LiveWorkbook) => {
          if (key === "together") return (work: (own: LiveWorkbook) => Promise<unknown>) => target.together((own) => work(told(own)));
          asked.push(key);
          return target[key].bind(target);
        },
      });
    const workbook = told(opened.workbook);
    return {
      asked,
      session: open({ load: async () => ({ work: await import("../../src/taskpane/work"), workbook, fileSide, selfTestSide }) }),
    };
  }

  const typesC10 = () =>
    opened.colleague(async (context) => {
      context.workbook.worksheets.getItem(BUDGET).getRange("C10").values = [[39750]];
      await context.sync();
    });

  test("renews the list, and moves, shows, opens and writes nothing", async () => {
    await session.create();
    await session.check();
    await session.record();
    opened.select("Biểu nhiệm vụ", "B9");
    const before = opened.selection();
    const { asked, session: other } = counted();
    session = other;
    await session.start();
    await session.check();
    await opened.quiet();
    asked.length = 0;
    await typesC10();
    await reached(() => errors()?.length === 1);
    await opened.quiet();
    expect(new Set(asked)).toEqual(new Set(["read"]));
    expect(opened.selection()).toEqual(before);
    expect(session.state()).toMatchObject({ place: "create", running: null, problem: null });
  });

  test("not even where nothing was checked before", async () => {
    await session.create();
    await session.check();
    await session.record();
    const { asked, session: other } = counted();
    session = other;
    await session.start();
    asked.length = 0;
    await typesC10();
    await reached(() => errors()?.length === 1);
    await opened.quiet();
    expect(new Set(asked)).toEqual(new Set(["outline", "read"]));
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
    await session.correct(firstFix().corrections);
    expect(session.state().problem?.task).toBe("correct");
    expect(code()).toBe("cell-changed");
    expect(await valueOf(opened.workbook, C10)).toBe(41);
  });

  test("an undo that would lose what people typed is refused once, and makes way for the step before it", async () => {
    await session.create();
    await opened.type(BUDGET, "C10", 39750);
    await session.check();
    await session.correct(firstFix().corrections);
    await opened.type(BUDGET, "C10", 41);
    await session.undo();
    expect(session.state()).toMatchObject({
      problem: { task: "undo", error: { code: "cell-changed" } },
      steps: [{ deed: { kind: "created" } }],
    });
    await session.undo();
    expect(session.state()).toMatchObject({ problem: { task: "undo", error: { code: "sheet-has-entries" } }, steps: [] });
    expect(await sheets()).toContain(BUDGET);
    expect(await valueOf(opened.workbook, C10)).toBe(41);
  });

  test("an undo that could not be done now is kept", async () => {
    await session.create();
    opened.fail("InvalidOperationInCellEditMode", { from: 1, times: 1 });
    await session.undo();
    expect(session.state()).toMatchObject({ problem: { task: "undo", error: { code: "busy" } }, steps: [{ deed: { kind: "created" } }] });
    await session.undo();
    expect(session.state()).toMatchObject({ problem: null, steps: [] });
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("a script that does not come is told, and asked for again", async () => {
    let times = 0;
    session = open({
      load: async () => {
        if (times++ === 0) throw new Error("no network");
        return { work: await import("../../src/taskpane/work"), workbook: opened.workbook, fileSide, selfTestSide };
      },
    });
    await session.start();
    expect(session.state()).toMatchObject({ work: null, problem: { task: "load" } });
    await session.create();
    expect(session.state()).toMatchObject({ problem: null, made: [{}, {}, {}] });
  });
});
