import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { createEngine, type Engine, type OpenedWorkbook } from "../../src/host/engine";
import { type LogEntry, replay, takeSnapshot, watchLog, workbookOf } from "../../src/host/log";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { openExcel } from "../contract/excel-client";
import { budgetSheet } from "../contract/sheets";
import { bookState } from "../support/book-state";
import { minutes } from "../support/patience";

/** What somebody does, by small numbers: which sheet, where, how much. */
interface Step {
  readonly what: keyof typeof ACTIONS;
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly size: number;
}

type Act = (sheet: Excel.Worksheet, at: Omit<Step, "what">, context: Excel.RequestContext) => void | Promise<void>;

const ACTIONS = {
  type: (sheet, { row, col, size }) => void (sheet.getCell(row, col).values = [[size * 10]]),
  formula: (sheet, { row, col, size }) => void (sheet.getCell(row, col + 6).formulas = [[`=SUM(A1:B${size})+1`]]),
  spill: (sheet, { row, col, size }) => void (sheet.getCell(row, col).formulas = [[`=SEQUENCE(${size})`]]),
  copy: (sheet, { row, col }) =>
    sheet.getCell(row, col).getAbsoluteResizedRange(3, 1).copyFrom(sheet.getCell(col, row), Excel.RangeCopyType.formulas),
  looks: (sheet, { row, col }) => {
    const { format } = sheet.getCell(row, col).getAbsoluteResizedRange(2, 2);
    format.fill.color = "#D0D0D0";
    format.font.bold = true;
    format.protection.locked = false;
    sheet.getCell(row, col).numberFormat = [["#,##0.0"]];
  },
  clear: (sheet, { row, col }) => sheet.getCell(row, col).getAbsoluteResizedRange(2, 2).clear(),
  merge: (sheet, { row, col, size }) => sheet.getCell(row, col).getAbsoluteResizedRange(size, 2).merge(),
  width: (sheet, { col, size }) => void (sheet.getCell(0, col).format.columnWidth = size * 20),
  hide: (sheet, { row, size }) => void (sheet.getCell(row, 0).getEntireRow().rowHidden = size > 2),
  freeze: (sheet, { size }) => sheet.freezePanes.freezeRows(size),
  chart: (sheet, { row, col, size }) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getCell(row, col).getAbsoluteResizedRange(size + 1, 2), "Columns");
    chart.title.text = `Biểu đồ ${size}`;
    chart.legend.position = "Bottom";
    chart.setPosition(sheet.getCell(row, col), sheet.getCell(row + 9, col + 3));
    chart.series.getItemAt(0).format.fill.setSolidColor("#404040");
    chart.axes.categoryAxis.reversePlotOrder = true;
  },
  moreOfCharts: async (sheet, { size, row }, context) => {
    const charts = sheet.charts.load("items/name");
    await context.sync();
    const chart = charts.items[size % Math.max(1, charts.items.length)];
    if (size > 3) chart?.delete();
    else chart?.series.add("thêm").setValues(sheet.getCell(row, 1).getAbsoluteResizedRange(2, 1));
  },
  page: (sheet, { row, col, size }) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = size > 2 ? "Landscape" : "Portrait";
    pageLayout.leftMargin = 10 * size;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea(sheet.getCell(0, 0).getAbsoluteResizedRange(row + 2, col + 2));
    pageLayout.setPrintTitleRows(`$1:$${size}`);
    pageLayout.headersFooters.defaultForAllPages.centerHeader = "&P";
    sheet.horizontalPageBreaks.add(sheet.getCell(row + 1, 0));
  },
  protect: async (sheet, { size }, context) => {
    const protection = sheet.protection.load("protected");
    await context.sync();
    if (protection.protected) protection.unprotect("mật khẩu");
    else if (size > 3) protection.protect({}, "mật khẩu");
  },
  name: async (sheet, { row, col, size }, context) => {
    const old = context.workbook.names.getItemOrNullObject(`ten_${size}`).load("name");
    await context.sync();
    if (old.isNullObject) context.workbook.names.add(`ten_${size}`, sheet.getCell(row, col).getAbsoluteResizedRange(size, 1));
    else old.delete();
  },
  ownName: async (sheet, { row, col, size }, context) => {
    const old = sheet.names.getItemOrNullObject(`rieng_${size}`).load("name");
    await context.sync();
    if (old.isNullObject) sheet.names.add(`rieng_${size}`, sheet.getCell(row, col));
  },
  note: async (sheet, { row, col, size }, context) => {
    const comments = sheet.comments.load("items/id");
    await context.sync();
    const first = comments.items[0];
    if (size > 3 && first) first.delete();
    else if (size === 3 && first) first.content = "sửa lại";
    else comments.add(sheet.getCell(row, col), "ghi chú");
  },
  validation: (sheet, { row, col, size }) => {
    const { dataValidation } = sheet.getCell(row, col).getAbsoluteResizedRange(size, 1);
    if (size > 4) dataValidation.clear();
    else dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  },
  conditional: (sheet, { row, col, size }) => {
    const range = sheet.getCell(row, col).getAbsoluteResizedRange(size, 2);
    if (size > 4) return range.conditionalFormats.clearAll();
    const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = "=$A1>5";
    custom.format.fill.color = "#FFC7CE";
  },
  insertRows: (sheet, { row, size }) => void sheet.getCell(row, 0).getAbsoluteResizedRange(size, 1).getEntireRow().insert("Down"),
  deleteRows: (sheet, { row, size }) => sheet.getCell(row, 0).getAbsoluteResizedRange(size, 1).getEntireRow().delete("Up"),
  insertColumns: (sheet, { col }) => void sheet.getCell(0, col).getEntireColumn().insert("Right"),
  deleteColumns: (sheet, { col }) => sheet.getCell(0, col).getEntireColumn().delete("Left"),
  insertCells: (sheet, { row, col }) => void sheet.getCell(row, col).insert("Down"),
  deleteCells: (sheet, { row, col }) => sheet.getCell(row, col).delete("Up"),
  addSheet: (_, __, context) => void context.workbook.worksheets.add(),
  renameSheet: async (sheet, { size }, context) => {
    const taken = context.workbook.worksheets.getItemOrNullObject(`Biểu ${size}`).load("name");
    await context.sync();
    if (taken.isNullObject) sheet.name = `Biểu ${size}`;
  },
  moveSheet: (sheet) => void (sheet.position = 0),
  deleteSheet: async (sheet, _, context) => {
    const count = context.workbook.worksheets.getCount(true);
    await context.sync();
    if (count.value > 1) sheet.delete();
  },
  makeTable: async (_, __, context) => {
    const table = budgetSheet("Kinh phí");
    const kept = context.workbook.names.load("items/name");
    await context.sync();
    if (!kept.items.some(({ name }) => table.names.some((own) => own.name === name))) await new ExcelWorkbook().addSheets([table]);
  },
} satisfies Record<string, Act>;

const KINDS = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];
const START = { name: "Sổ làm việc", sheets: ["Sheet1"] };

/** One person at a workbook whose log is kept from the beginning. */
function work() {
  const engine = createEngine(START);
  const client = openExcel({ engine });
  Object.assign(globalThis, { Excel: client.Excel });
  const log: LogEntry[] = [];
  const watched = watchLog(engine, (entry) => log.push(entry));
  return {
    engine,
    log,
    /** What Excel refuses (a locked cell, a part of a merged area) is left undone, as it is by the pane. */
    act: async ({ what, ...at }: Step) => {
      const { Excel, OfficeExtension } = client;
      await Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load("items/name");
        await context.sync();
        const sheet = sheets.items[at.sheet % sheets.items.length];
        if (sheet) await ACTIONS[what](sheet, at, context);
        await context.sync();
      }).catch((cause: unknown) => {
        if (!(cause instanceof OfficeExtension.Error)) throw cause;
      });
      await engine.settled();
    },
    dispose: () => {
      watched.dispose();
      client.dispose();
      engine.dispose();
    },
  };
}

/** What another engine makes of a workbook and a log, calculated. */
async function stateOf(opened: OpenedWorkbook, log: readonly LogEntry[]) {
  const engine: Engine = createEngine(opened);
  try {
    replay(engine, log);
    await engine.settled();
    return bookState(engine);
  } finally {
    engine.dispose();
  }
}

const small = fc.integer({ min: 0, max: 5 });
const steps = (kinds: readonly Step["what"][]) =>
  fc.array(
    fc.record<Step>({
      what: fc.constantFrom(...kinds), sheet: fc.integer({ min: 0, max: 2 }), row: small, col: small, size: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 8, maxLength: 14 },
  );

describe("a snapshot and the log since", () => {
  test.each(KINDS)("are the workbook after %s", async (what) => {
    await holds([
      { what: "makeTable", sheet: 0, row: 0, col: 0, size: 1 },
      { what, sheet: 0, row: 1, col: 1, size: 2 },
      { what, sheet: 1, row: 4, col: 2, size: 4 },
      { what, sheet: 0, row: 2, col: 1, size: 5 },
    ], 4);
  }, minutes(2));

  test("are the workbook whatever was done", async () => {
    await fc.assert(fc.asyncProperty(steps(KINDS), (done) => holds(done, 1)), { numRuns: 6 });
  }, minutes(10));

  test("are the workbook when formulas that spill over each other move", async () => {
    const moving = steps(["spill", "type", "insertRows", "deleteRows", "insertColumns", "deleteColumns", "deleteCells", "clear"]);
    const at = { sheet: 0, row: 0, col: 5, size: 5 };
    const crossed: Step[] = [{ what: "spill", ...at }, { what: "spill", ...at, row: 1, size: 2 }, { what: "deleteColumns", ...at, col: 0 }];
    await fc.assert(fc.asyncProperty(moving, (done) => holds(done, 3)), { numRuns: 6, examples: [[crossed]] });
  }, minutes(10));
});

/** After each `every` steps: a snapshot opened, the first one and the whole log, and one of the middle with the rest of the log. */
async function holds(done: readonly Step[], every: number): Promise<void> {
  const { engine, log, act, dispose } = work();
  try {
    let middle = { snapshot: takeSnapshot(engine), at: 0 };
    for (const [index, step] of done.entries()) {
      await act(step);
      if ((index + 1) % every === 0) {
        const wanted = bookState(engine);
        expect(await stateOf({ data: workbookOf(takeSnapshot(engine)) }, [])).toEqual(wanted);
        expect(await stateOf(START, log)).toEqual(wanted);
        expect(await stateOf({ data: workbookOf(middle.snapshot) }, log.slice(middle.at))).toEqual(wanted);
      }
      if (index % 3 === 1) middle = { snapshot: takeSnapshot(engine), at: log.length };
    }
  } finally {
    dispose();
  }
}
