import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { savedWorkbook } from "../../src/host/files/sheet-specs";
import type { Area, CellInput, CellRef, SheetSpec } from "../../src/sheet";
import { PAGE_NUMBER, MAX_COLS, MAX_ROWS, specArea } from "../../src/sheet";
import { MESSAGE_BYTES } from "../../src/workbook/excel/chunks";
import { contentSteps } from "../../src/workbook/excel/write";
import type { LiveWorkbook, MadeSheet, WorkbookChange } from "../../src/workbook/port";
import type { OpenedWorkbook } from "./excel-workbook";
import { openExcelWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";

const A1 = { row: 0, col: 0, rows: 1, cols: 1 };

describe("LiveWorkbook: Excel", () => {
  let opened: OpenedWorkbook;
  let workbook: LiveWorkbook;

  beforeEach(() => {
    opened = openExcelWorkbook();
    workbook = opened.workbook;
  });

  afterEach(() => opened.dispose());

  const valuesOf = async (sheet: string, area: Area) => (await workbook.read([{ sheet, area }]))[0]?.values;
  const cell = (sheet: string, row: number, col: number): CellRef => ({ sheet, row, col });
  const add = async (...specs: SheetSpec[]) => (await workbook.addSheets(specs)).map((sheet) => sheet.id);

  const makeSheets = async (...specs: SheetSpec[]): Promise<MadeSheet[]> =>
    (await add(...specs)).flatMap((id, index) => { const spec = specs[index]; return spec ? [{ id, spec }] : []; });
  const messages = (work: () => Promise<unknown>): Promise<number> => opened.sent(work);

  describe("goTo", () => {
    test("shows the sheet and selects the cell", async () => {
      await add(plainSheet("Xa", [[1, 2], [3, 4]]));
      await workbook.goTo(cell("Xa", 1, 1));
      expect(opened.selection()).toEqual({ sheet: "Xa", row: 1, col: 1 });
    });

    test("a sheet that is gone is named", async () => {
      expect(await failureOf(workbook.goTo(cell("Không có", 0, 0)))).toEqual({ code: "sheet-gone", data: { sheet: "Không có" } });
    });
  });

  test("sheets that go take their charts with them, and the file that is saved has none", async () => {
    const made = await makeSheets(budgetSheet("Kinh phí"));
    const charts = (): number => savedWorkbook(opened.engine).specs.reduce((count, spec) => count + spec.charts.length, 0);
    expect(charts()).toBe(budgetSheet("").charts.length);
    await workbook.removeSheets(made);
    expect(charts()).toBe(0);
  });

  test("charts and the page arrive as the spec has them", async () => {
    const spec = budgetSheet("Kinh phí");
    const [id = ""] = await add(spec);
    const { charts, page } = opened.record("Kinh phí");
    const recorded = charts.map(({ name, type, title, at, series }) => ({
      name, type, title, at,
      series: series.map(({ name: title, values, categories }) => ({ name: title, values, categories })),
    }));
    expect(recorded).toEqual(
      spec.charts.map((chart) => ({
        name: chart.name,
        type: chart.kind === "bar" ? "BarClustered" : "Doughnut",
        title: chart.title,
        at: chart.at,
        series: chart.series.map((series) => ({
          name: series.name,
          values: { sheetId: id, area: series.values },
          categories: { sheetId: id, area: chart.categories },
        })),
      })),
    );
    expect(page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      printArea: spec.print.area,
      titleRows: spec.print.titleRows,
      titleColumns: spec.print.titleCols,
    });
    expect([page.margins.top, page.margins.left].map((margin) => Math.round((margin * 25.4) / 72))).toEqual([20, 30]);
    expect(Object.values(page.headersFooters.texts)).toEqual([PAGE_NUMBER]);
    expect(page.firstPageNumber).toBe(1);
  });

  test("lying bars are read from the top, as the table is, and nothing else is turned", async () => {
    const spec = budgetSheet("Kinh phí");
    const [bar] = spec.charts;
    if (!bar) throw new Error("no charts");
    await add({ ...spec, charts: [bar, { ...bar, name: "standing", kind: "column" }] });
    await opened.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem("Kinh phí");
      const axes = [bar.name, "standing"].map((name) =>
        charts.getItemOrNullObject(name).axes.categoryAxis.load("reversePlotOrder,position"),
      );
      await context.sync();
      expect(axes.map(({ reversePlotOrder, position }) => [reversePlotOrder, position])).toEqual([[true, "Maximum"], [false, "Automatic"]]);
    });
  });

  describe("removeSheets", () => {
    test("removes the sheets and the names for their areas; what is gone is passed over", async () => {
      const before = await workbook.outline();
      const made = await makeSheets(budgetSheet("Kinh phí"), plainSheet("Khác", [[1]]));
      await workbook.removeSheets(made);
      expect(await workbook.outline()).toEqual(before);
      await workbook.removeSheets(made);
      await workbook.removeSheets([]);
      expect(await workbook.outline()).toEqual(before);
    });

    test("leaves other sheets and names alone, also when a sheet was renamed", async () => {
      const named = (name: string) => ({ names: [{ name, area: A1 }] });
      const [first, second] = await makeSheets(plainSheet("Một", [[1]], named("pt_one")), plainSheet("Hai", [[2]], named("pt_two")));
      opened.rename("Một", "Đổi tên");
      await workbook.removeSheets(first ? [first] : []);
      const left = await workbook.outline();
      expect(left.sheets.map((sheet) => sheet.id)).toContain(second?.id);
      expect(left.names.map((name) => name.name)).toEqual(["pt_two"]);
    });
  });

  describe("rewriteSheet", () => {
    test("writes a smaller and a larger sheet over the old one, and keeps what stands outside", async () => {
      const old = budgetSheet("Tổng hợp");
      const [id = ""] = await add(old);
      await opened.type("Tổng hợp", "H2", "ghi chú của tôi");
      const next = plainSheet("Tổng hợp", [["n", 1], ["m", { formula: "=B1+1" }]], {
        names: [{ name: "PT.budget.amount", area: A1 }, { name: "PT.new", area: { row: 1, col: 1, rows: 1, cols: 1 } }],
        charts: old.charts.slice(0, 1),
      });
      await workbook.rewriteSheet(id, specArea(old), next);
      expect(await valuesOf("Tổng hợp", { row: 0, col: 0, rows: 10, cols: 8 })).toEqual(
        Array.from({ length: 10 }, (_, row) =>
          Array.from(
            { length: 8 },
            (_unused, col) => [["n", 1], ["m", 2]][row]?.[col] ?? (row === 1 && col === 7 ? "ghi chú của tôi" : null),
          ),
        ),
      );
      const { sheets, names } = await workbook.outline();
      expect(sheets.filter((sheet) => sheet.id === id)).toEqual([{ id, name: "Tổng hợp", visible: true }]);
      expect(names.map(({ name, refersTo }) => [name, refersTo.area])).toEqual([
        ["PT.budget.amount", A1],
        ["PT.new", { row: 1, col: 1, rows: 1, cols: 1 }],
      ]);
      expect(opened.merges("Tổng hợp")).toEqual([]);

      const larger = plainSheet("Tổng hợp", Array.from({ length: 12 }, (_, row) => [row, row, row]));
      await workbook.rewriteSheet(id, specArea(next), larger);
      expect(await valuesOf("Tổng hợp", specArea(larger))).toEqual(larger.cells);
    });

    test("does not write over what somebody put beside or under the old content", async () => {
      const old = plainSheet("Tổng hợp", [[1]]);
      const [id = ""] = await add(old);
      await opened.type("Tổng hợp", "B3", "của tôi");
      const failure = await failureOf(workbook.rewriteSheet(id, specArea(old), plainSheet("Tổng hợp", [[2, 2], [2, 2], [2, 2], [2, 2]])));
      expect(failure).toEqual({ code: "would-overwrite", data: { sheet: "Tổng hợp", area: "B3" } });
      expect(await valuesOf("Tổng hợp", { row: 0, col: 0, rows: 3, cols: 2 })).toEqual([[1, null], [null, null], [null, "của tôi"]]);
    });

    test("keeps the name that a person gave the sheet, and its charts once", async () => {
      const spec = budgetSheet("Tổng hợp");
      const [id = ""] = await add(spec);
      opened.rename("Tổng hợp", "Báo cáo");
      await workbook.rewriteSheet(id, specArea(spec), spec);
      expect((await workbook.outline()).sheets.find((sheet) => sheet.id === id)?.name).toBe("Báo cáo");
      expect(opened.record("Báo cáo").charts.map((chart) => chart.name)).toEqual(spec.charts.map((chart) => chart.name));
      expect(await valuesOf("Báo cáo", { row: 7, col: 2, rows: 1, cols: 1 })).toEqual([[203_305]]);
    });

    test("a protected sheet, a sheet that is gone, a name that another sheet has: nothing is changed", async () => {
      const spec = plainSheet("Tổng hợp", [[1]]);
      const other = plainSheet("Khác", [[2]], { names: [{ name: "pt_other", area: A1 }] });
      const [id = ""] = await add(spec, other);
      const named = plainSheet("Tổng hợp", [[9]], { names: [{ name: "pt_other", area: A1 }] });
      expect(await failureOf(workbook.rewriteSheet(id, A1, named))).toEqual({ code: "name-taken", data: { name: "pt_other" } });
      expect((await failureOf(workbook.rewriteSheet("không có", A1, spec))).code).toBe("sheet-gone");
      await opened.protect("Tổng hợp");
      expect(await failureOf(workbook.rewriteSheet(id, A1, plainSheet("Tổng hợp", [[9]])))).toEqual({
        code: "protected",
        data: { sheet: "Tổng hợp" },
      });
      expect(await valuesOf("Tổng hợp", A1)).toEqual([[1]]);
    });

    test("takes a message to look and one to write", async () => {
      const spec = budgetSheet("Tổng hợp");
      const [id = ""] = await add(spec);
      expect(await messages(() => workbook.rewriteSheet(id, specArea(spec), spec))).toBe(2);
    });

    test("a stop in the middle is said", async () => {
      const spec = plainSheet("Tổng hợp", [[1]]);
      const [id = ""] = await add(spec);
      opened.fail("GeneralException", { from: 2 });
      expect(await failureOf(workbook.rewriteSheet(id, A1, spec))).toEqual({ code: "left-over", data: { sheets: ["Tổng hợp"] } });
    });
  });

  describe("watch", () => {
    test("tells of what is typed until it is stopped", async () => {
      const [id = ""] = await add(plainSheet("Nhập", [[1], [2]]));
      const seen: WorkbookChange[] = [];
      const stop = await workbook.watch((change) => seen.push(change));
      await opened.type("Nhập", "A2", 20);
      await opened.quiet();
      expect(seen).toEqual([{ sheetId: id, area: { row: 1, col: 0, rows: 1, cols: 1 }, source: "local" }]);
      await stop();
      await stop();
      await opened.type("Nhập", "A2", 30);
      await opened.quiet();
      expect(seen).toHaveLength(1);
    });

    test("tells what a colleague does as remote, what somebody does here as local", async () => {
      const [id = ""] = await add(plainSheet("Nhập", [[1], [2]]));
      const seen: WorkbookChange[] = [];
      const stop = await workbook.watch((change) => seen.push(change));
      await opened.colleague(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Nhập");
        sheet.getRange("A1:A2").values = [[10], [20]];
        sheet.getRange("1:1").insert("Down");
        await context.sync();
      });
      await workbook.change([{ at: cell("Nhập", 0, 0), to: 7 }]);
      await opened.quiet();
      expect(seen).toEqual([
        { sheetId: id, area: { row: 0, col: 0, rows: 2, cols: 1 }, source: "remote" },
        { sheetId: id, area: null, source: "remote" },
        { sheetId: id, area: A1, source: "local" },
      ]);
      expect(opened.selection()?.sheet).toBe("Nhập");
      await stop();
    });

    test("tells of sheets that come and go, and that addresses moved when rows do", async () => {
      const [made] = await makeSheets(plainSheet("Nhập", [[1], [2]]));
      const id = made?.id ?? "";
      const seen: WorkbookChange[] = [];
      const stop = await workbook.watch((change) => seen.push(change));
      opened.insertRow("Nhập", 0);
      await opened.quiet();
      expect(seen).toContainEqual({ sheetId: id, area: null, source: "local" });
      seen.length = 0;
      await workbook.removeSheets(made ? [{ id, spec: plainSheet("Nhập", [[], [1], [2]]) }] : []);
      await opened.quiet();
      expect(seen).toContainEqual({ sheetId: id, area: null, source: "local" });
      await stop();
    });
  });

  describe("messages", () => {
    test("one to learn the sheets, one to read them, two to add both tables of a plan", async () => {
      const second = { ...budgetSheet("Chỉ tiêu"), names: [], charts: [] };
      expect(await messages(() => add(budgetSheet("Kinh phí"), second))).toBe(2);
      expect(await messages(() => workbook.outline())).toBe(1);
      const areas = ["Kinh phí", "Chỉ tiêu"].map((sheet) => ({ sheet, area: specArea(second) }));
      expect(await messages(() => workbook.read(areas))).toBe(1);
      expect(await messages(() => workbook.goTo(cell("Kinh phí", 0, 0)))).toBe(1);
    });

    test("the size of a message is estimated high, but not by much", async () => {
      const spec = { ...budgetSheet("Kinh phí"), names: [] };
      const estimate = contentSteps(spec).reduce((sum, { bytes }) => sum + bytes, 0);
      await add(spec);
      const written = opened.messages().at(-1) ?? 0;
      expect(written).toBeGreaterThan(20_000);
      expect(estimate).toBeGreaterThan(written);
      expect(estimate).toBeLessThan(written * 2.5);
    });

    test("large tables go in pieces below 5 MB, and come back whole", async () => {
      const label = "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi ".repeat(20);
      const rows = Array.from({ length: 4000 }, (_, row): CellInput[] => [row, `${label}${row}`, row % 7]);
      const large = plainSheet("Lớn", rows);
      const from = opened.messages().length;
      await add(large);
      const writing = opened.messages().slice(from);
      expect(writing.length).toBeGreaterThan(2);
      expect(writing.length).toBeLessThanOrEqual(2 + Math.ceil(writing.reduce((sum, bytes) => sum + bytes, 0) / (MESSAGE_BYTES * 0.75)));
      expect(Math.max(...writing)).toBeLessThan(5_000_000);
      expect(await valuesOf("Lớn", specArea(large))).toEqual(rows);
    });

    test("a whole sheet is read as far as it is used", async () => {
      await add(plainSheet("Trống", []), plainSheet("Vài ô", [[null, null], [null, 5], [null, "x"]]));
      const all = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };
      const read = await workbook.read([{ sheet: "Vài ô", area: all }, { sheet: "Trống", area: all }]);
      expect(read.map(({ area, values }) => ({ area, values }))).toEqual([
        { area: { row: 1, col: 1, rows: 2, cols: 1 }, values: [[5], ["x"]] },
        { area: A1, values: [[null]] },
      ]);
    });
  });

  describe("failures", () => {
    test("Excel is busy: the person is told, and nothing is added", async () => {
      opened.fail("InvalidOperationInCellEditMode", { from: 1, times: 1 });
      expect(await failureOf(workbook.outline())).toEqual({ code: "busy", data: {} });
      const before = await workbook.outline();
      opened.fail("InvalidOperationInCellEditMode", { from: 2, times: 1 });
      expect(await failureOf(add(plainSheet("Mới", [[1]])))).toEqual({ code: "busy", data: {} });
      expect(await workbook.outline()).toEqual(before);
    });

    test("a table that fails in a later message is taken back whole, names too", async () => {
      const before = await workbook.outline();
      const label = "x".repeat(900);
      const large = plainSheet(
        "Lớn", Array.from({ length: 8000 }, (_, row) => [`${label}${row}`]), { names: [{ name: "pt_large", area: A1 }] },
      );
      opened.fail("GeneralException", { from: 3, times: 1 });
      expect((await failureOf(add(plainSheet("Nhỏ", [[1]]), large))).code).toBe("unknown");
      expect(await workbook.outline()).toEqual(before);
    });

    test("somebody takes the name between looking and writing: it is said, and nothing is left", async () => {
      const before = await workbook.outline();
      opened.fail("ItemAlreadyExists", { from: 2, times: 1 });
      expect(await failureOf(add(plainSheet("Mới", [[1]])))).toEqual({ code: "name-taken", data: { name: "Mới" } });
      expect(await workbook.outline()).toEqual(before);
    });

    test("what cannot be taken back is said", async () => {
      opened.fail("InvalidOperationInCellEditMode", { from: 2 });
      expect(await failureOf(add(plainSheet("Mới", [[1]])))).toEqual({ code: "left-over", data: { sheets: ["Mới"] } });
    });

    test("an API that this Excel lacks, and a list that no rule holds, are said before or after, with nothing left", async () => {
      const before = await workbook.outline();
      opened.fail("ApiNotFound", { from: 2, times: 1 });
      expect((await failureOf(add(plainSheet("Mới", [[1]])))).code).toBe("not-supported");
      const list = plainSheet("Mới", [[1]], {
        validations: [{ area: A1, rule: { kind: "list", values: ["a,b", "c"] }, alert: "stop", errorTitle: "t", errorMessage: "m" }],
      });
      expect(await failureOf(add(list))).toEqual({ code: "not-supported", data: { what: "a,b,c" } });
      expect(await workbook.outline()).toEqual(before);
    });
  });
});
