import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { checkWorkbook, markFindings, recheck, takeBack, type CheckResult } from "../../src/app";
import { findingSentence, wordsOf } from "../../src/i18n";
import { toA1, type CellRef, type SheetSnapshot } from "../../src/sheet";
import type { LiveWorkbook, Notice } from "../../src/workbook/port";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";
import { openExcelWorkbook, type OpenedWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";

const words = wordsOf("vi");
const BUDGET = "Biểu kinh phí";
const tables = options({ plan: "lai-chau-2021-2025", kinds: ["budget"] });

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
});
afterEach(() => opened.dispose());

const errors = ({ findings }: CheckResult) => findings.filter(({ severity }) => severity === "error");
const change = (result: CheckResult, row: number, col: number, sheet = BUDGET) =>
  ({
    sheetId: result.workbook.sheets.find(({ name }) => name === sheet)?.id ?? "",
    area: { row, col, rows: 1, cols: 1 },
    source: "local",
  }) as const;
const run = (work: (context: Excel.RequestContext) => void): Promise<void> =>
  opened.run(async (context) => {
    work(context);
    await context.sync();
  });

describe("manual calculation", () => {
  test("what a person has put right is not held against them, and a wrong cell is still found", async () => {
    await makeTables(workbook, tables, words);
    await run(({ workbook: { application } }) => (application.calculationMode = "Manual"));
    await opened.type(BUDGET, "C10", 39750);
    const wrong = await checkWorkbook(workbook, today);
    expect(errors(wrong)).toHaveLength(1);
    await opened.type(BUDGET, "C10", 39705);
    const right = await recheck(workbook, wrong, [change(wrong, 9, 2)], today);
    expect(right && errors(right)).toEqual([]);
    expect(errors(await checkWorkbook(workbook, today))).toEqual([]);
  });
});

test("marks stand on the sheet that was checked, whatever it is called by then, and on none that has its name now", async () => {
  await makeTables(workbook, tables, words);
  await opened.type(BUDGET, "C10", 39750);
  const wrong = await checkWorkbook(workbook, today);
  opened.rename(BUDGET, "Kinh phí của sở");
  opened.rename("Sheet1", BUDGET);
  const before = opened.formats("Kinh phí của sở").length;
  expect(await markFindings(workbook, wrong)).toEqual([]);
  expect(opened.formats("Kinh phí của sở").length).toBeGreaterThan(before);
  expect(opened.formats(BUDGET)).toEqual([]);
});

describe("a calculation that does not end", () => {
  const checked = async (pending: () => boolean) => {
    await makeTables(workbook, tables, words);
    const asked = jest.spyOn(opened.engine.calculation, "pending", "get").mockImplementation(pending);
    const notices: Notice[] = [];
    const result = await checkWorkbook(workbook, today, { course: { notice: (notice) => notices.push(notice) } });
    asked.mockRestore();
    return { result, notices };
  };

  test("still pending after three readings, the check is shown, and says so of the sheet", async () => {
    const { result, notices } = await checked(() => true);
    expect(notices).toEqual([{ kind: "calculation", sheet: BUDGET }]);
    expect(result.agreements).toHaveLength(1);
  });

  test("that ends between two readings is nothing to be told", async () => {
    let asked = 0;
    const { notices } = await checked(() => ++asked <= 2);
    expect([notices, asked > 2]).toEqual([[], true]);
  });
});

describe("totals that need themselves, which Excel shows as 0", () => {
  test("are an error that names the circle, and no other cell is accused for them", async () => {
    await makeTables(workbook, tables, words);
    await run((context) => {
      const sheet = context.workbook.worksheets.getItem(BUDGET);
      sheet.getRange("C9").formulas = [["=C15"]];
      sheet.getRange("C15").formulas = [["=C9"]];
    });
    // as Excel shows them while it does not iterate
    const show0 = (snapshot: SheetSnapshot): SheetSnapshot => ({
      ...snapshot,
      values: snapshot.values.map((line, r) =>
        line.map((value, c) => (["C9", "C15"].includes(toA1({ row: snapshot.area.row + r, col: snapshot.area.col + c })) ? 0 : value)),
      ),
    });
    const excel = new Proxy(workbook, {
      get: (target, key: keyof LiveWorkbook) =>
        key === "read"
          ? async (...asked: Parameters<LiveWorkbook["read"]>) => (await target.read(...asked)).map(show0)
          : target[key].bind(target),
    });
    const found = errors(await checkWorkbook(excel, today));
    expect(found).toMatchObject([{ code: "circular", at: { sheet: BUDGET }, cells: [{ row: 8, col: 2 }, { row: 14, col: 2 }] }]);
    expect(found[0] && findingSentence(found[0], words)).toMatch(/C9.*C15/);
  });
});

describe("a sheet with a new name that nobody has told of", () => {
  test("is checked after typing under that name, and two that have changed names are not taken for each other", async () => {
    await makeTables(workbook, options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), words);
    const before = await checkWorkbook(workbook, today);
    const typed = change(before, 9, 2);
    opened.rename(BUDGET, "Kinh phí của sở");
    await opened.type("Kinh phí của sở", "C10", 39750);
    const after = await recheck(workbook, before, [typed], today);
    expect(after && errors(after).map(({ at }) => at.sheet)).toEqual(["Kinh phí của sở"]);
    if (!after) throw new Error("not checked");
    opened.rename("Kinh phí của sở", "x");
    opened.rename("Biểu chỉ tiêu", "Kinh phí của sở");
    opened.rename("x", "Biểu chỉ tiêu");
    const swapped = await recheck(workbook, after, [{ ...typed }], today);
    expect(swapped && errors(swapped).map(({ at }) => at.sheet)).toEqual(["Biểu chỉ tiêu"]);
  });

  test("shows its cell by its id", async () => {
    const [info] = await workbook.addSheets([plainSheet("Một", [[1]])]);
    opened.rename("Một", "Hai");
    await workbook.goTo({ sheet: "Một", row: 0, col: 0 }, info?.id);
    expect(opened.selection()?.sheet).toBe("Hai");
  });
});

describe("page set-up without a printer", () => {
  test.each([
    ["all of it", true], ["the paper alone", ["PaperSize"]],
  ] as [string, true | string[]][])("%s: the table is there, and it is said", async (_, fails) => {
    opened.conditions.pageSetupFails = fails;
    const notices: Notice[] = [];
    await workbook.addSheets([budgetSheet("Kinh phí"), plainSheet("Khác", [[1]])], { notice: (notice) => notices.push(notice) });
    expect(notices).toEqual([{ kind: "page", sheet: "Kinh phí" }, { kind: "page", sheet: "Khác" }]);
    expect((await workbook.read([{ sheet: "Kinh phí", area: { row: 7, col: 2, rows: 1, cols: 1 } }]))[0]?.values).toEqual([[203_305]]);
    const { page, charts } = opened.record("Kinh phí");
    expect(charts).toHaveLength(budgetSheet("").charts.length);
    expect(page.paperSize).toBeNull();
    expect(page.orientation).toBe(fails === true ? "Portrait" : "Landscape");
    expect(opened.engine.workbook.getActiveSheet().getSheetName()).toBe("Kinh phí");
    opened.conditions.pageSetupFails = [];
    notices.length = 0;
    await workbook.addSheets([plainSheet("Sau", [[1]])], { notice: (notice) => notices.push(notice) });
    expect(notices).toEqual([]);
  });

  test("of a sheet that is written again, too", async () => {
    const spec = budgetSheet("Kinh phí");
    const [info] = await workbook.addSheets([spec]);
    opened.conditions.pageSetupFails = true;
    const notices: Notice[] = [];
    const next = { ...spec, cells: spec.cells.map((line) => [...line.slice(0, 4), 7]) };
    await workbook.rewriteSheet(
      info?.id ?? "", { row: 0, col: 0, rows: 10, cols: 5 }, next, {}, { notice: (notice) => notices.push(notice) },
    );
    expect(notices).toEqual([{ kind: "page", sheet: "Kinh phí" }]);
    expect((await workbook.read([{ sheet: "Kinh phí", area: { row: 4, col: 4, rows: 1, cols: 1 } }]))[0]?.values).toEqual([[7]]);
  });
});

describe("another workbook in focus", () => {
  const sheets = async () => (await workbook.outline()).sheets.map(({ name }) => name);

  test("nothing is made, and that is said", async () => {
    opened.conditions.otherWorkbookInFocus = true;
    expect((await failureOf(workbook.addSheets([budgetSheet("Kinh phí")]))).code).toBe("unfocused");
    expect((await failureOf(workbook.goTo({ sheet: "Sheet1", row: 0, col: 0 }))).code).toBe("unfocused");
    opened.conditions.otherWorkbookInFocus = false;
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("it comes back: it is tried again", async () => {
    opened.conditions.otherWorkbookInFocus = true;
    opened.meanwhile(2, () => (opened.conditions.otherWorkbookInFocus = false));
    await workbook.addSheets([plainSheet("Một", [[1]])]);
    expect(await sheets()).toEqual(["Sheet1", "Một"]);
  });

  test("gone in the middle: the table is whole but for what it needs the window for", async () => {
    opened.meanwhile(2, () => (opened.conditions.otherWorkbookInFocus = true));
    const notices: Notice[] = [];
    await workbook.addSheets([budgetSheet("Kinh phí")], { notice: (notice) => notices.push(notice) });
    expect(notices).toEqual([{ kind: "freeze", sheet: "Kinh phí" }, { kind: "show", sheet: "Kinh phí" }]);
    expect(opened.record("Kinh phí").page.paperSize).toBe("A4");
  });

  test("a sheet cannot be deleted: the undo says so, and can be done later", async () => {
    const { undo } = await makeTables(workbook, tables, words);
    opened.conditions.otherWorkbookInFocus = true;
    await expect(takeBack(workbook, undo)).rejects.toMatchObject({ code: "unfocused" });
    opened.conditions.otherWorkbookInFocus = false;
    await takeBack(workbook, undo);
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});

test("a hidden sheet is not shown, and that is said", async () => {
  await workbook.addSheets([plainSheet("Ẩn", [[1]])], { show: false });
  await run(({ workbook: { worksheets } }) => (worksheets.getItem("Ẩn").visibility = "Hidden"));
  const at: CellRef = { sheet: "Ẩn", row: 0, col: 0 };
  expect(await failureOf(workbook.goTo(at))).toEqual({ code: "hidden", data: { sheet: "Ẩn" } });
  await run(({ workbook: { worksheets } }) => (worksheets.getItem("Ẩn").visibility = "Visible"));
  await workbook.goTo(at);
  expect(opened.selection()?.sheet).toBe("Ẩn");
});

test("a whole sheet that is selected is known by its address alone", async () => {
  await workbook.addSheets([plainSheet("Cả", [[1]])]);
  opened.select("Cả", "A1:T1000");
  opened.fail("GeneralException", { from: 1, about: "\"Areas\"" });
  expect((await workbook.selection())[0].sheet).toBe("Cả");
});

test("names of a sheet that was deleted are nobody's, and no hindrance", async () => {
  const spec = plainSheet("Một", [[1]], { names: [{ name: "PT_x", area: { row: 0, col: 0, rows: 1, cols: 1 } }] });
  await workbook.addSheets([spec]);
  await run(({ workbook: { worksheets } }) => worksheets.getItem("Một").delete());
  await workbook.addSheets([{ ...spec, name: "Hai" }]);
  expect((await workbook.outline()).names).toEqual([
    { name: "PT_x", scope: null, refersTo: { sheet: "Hai", area: { row: 0, col: 0, rows: 1, cols: 1 } } },
  ]);
});
