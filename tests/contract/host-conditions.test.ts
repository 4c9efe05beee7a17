import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ExcelClient } from "./excel-client";
import { openExcel } from "./excel-client";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel();
});

afterEach(() => client.dispose());

const run = <T>(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> =>
  client.Excel.run((context) => work(context, context.workbook.worksheets.getFirst()));

/** The code with which the batch is refused; "done" where it is not. */
const codeOf = (work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void): Promise<string> =>
  run(async (context, sheet) => {
    work(context, sheet);
    await context.sync();
    return "done";
  }).catch((error: unknown) => (error instanceof client.OfficeExtension.Error ? error.code : String(error)));

const write = (address: string, formulas: (string | number)[][]) =>
  run(async (context, sheet) => {
    sheet.getRange(address).formulas = formulas;
    await context.sync();
  });

const read = (address: string) =>
  run(async (context, sheet) => {
    const range = sheet.getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });

describe("manual calculation", () => {
  const setMode = (mode: "Manual" | "Automatic") =>
    run(async (context) => {
      context.workbook.application.calculationMode = mode;
      await context.sync();
    });
  const calculate = () =>
    run(async (context) => {
      context.workbook.application.calculate("Recalculate");
      await context.sync();
    });
  const state = () =>
    run(async (context) => {
      const { application } = context.workbook;
      application.load("calculationMode,calculationState");
      await context.sync();
      return [application.calculationMode, application.calculationState];
    });

  beforeEach(() => write("A1:A4", [[39_705], [78_960], ["=SUM(A1:A2)"], ["=A3*2"]]));

  test("cells that show a result keep it until it is calculated, through several changes and whoever makes them", async () => {
    await setMode("Manual");
    expect(await state()).toEqual(["Manual", "Done"]);
    await write("A1", [[39_750]]);
    client.engine.workbook.getActiveSheet().getRange("A2").setValue(1);
    await client.engine.settled();
    expect(await read("A1:A4")).toEqual([[39_750], [1], [118_665], [237_330]]);
    expect(await state()).toEqual(["Manual", "Pending"]);
    await calculate();
    expect(await read("A3:A4")).toEqual([[39_751], [79_502]]);
    expect(await state()).toEqual(["Manual", "Done"]);
  });

  test("calculated in the message that writes, read in the same", async () => {
    await setMode("Manual");
    const values = await run(async (context, sheet) => {
      sheet.getRange("A1").values = [[1]];
      context.workbook.application.calculate("Full");
      const range = sheet.getRange("A3:A4").load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[78_961], [157_922]]);
    await write("A1", [[2]]);
    expect(await read("A3:A4")).toEqual([[78_961], [157_922]]);
  });

  test("a formula that is new is calculated once, from what the others show", async () => {
    await setMode("Manual");
    await write("A1", [[1]]);
    await write("B1:B2", [["=A3+1"], ["=A1+1"]]);
    expect(await read("B1:B2")).toEqual([[118_666], [2]]);
    await write("A1", [[5]]);
    expect(await read("B1:B2")).toEqual([[118_666], [2]]);
  });

  test("with automatic calculation again everything holds, as it does where nobody asked for manual", async () => {
    await write("A1", [[1]]);
    expect(await read("A3:A4")).toEqual([[78_961], [157_922]]);
    await setMode("Manual");
    await write("A1", [[2]]);
    await setMode("Automatic");
    expect(await read("A3:A4")).toEqual([[78_962], [157_924]]);
    expect(await codeOf((context) => void (context.workbook.application.calculationMode = "Never" as "Manual"))).toBe("InvalidArgument");
  });
});

test("page set-up fails as a whole, or in the members that are named; nothing else does", async () => {
  const setUp = (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A4";
    sheet.getRange("A1").values = [[1]];
  };
  client.bridge.conditions.pageSetupFails = ["PaperSize"];
  expect(await codeOf(setUp)).toBe("GeneralException");
  expect(await codeOf((_, sheet) => void (sheet.pageLayout.orientation = "Portrait"))).toBe("done");
  client.bridge.conditions.pageSetupFails = true;
  for (const work of [
    (sheet: Excel.Worksheet) => void (sheet.pageLayout.topMargin = 20),
    (sheet: Excel.Worksheet) => sheet.pageLayout.setPrintArea("A1:B2"),
    (sheet: Excel.Worksheet) => void (sheet.pageLayout.headersFooters.defaultForAllPages.centerHeader = "&P"),
    (sheet: Excel.Worksheet) => void sheet.horizontalPageBreaks.add("A3"),
  ]) {
    expect(await codeOf((_, sheet) => work(sheet))).toBe("GeneralException");
  }
  expect(await codeOf((_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toBe("done");
  client.bridge.conditions.pageSetupFails = [];
  expect(await codeOf(setUp)).toBe("done");
});

test("with another workbook in focus sheets are not added, shown, frozen or deleted; cells are read and written", async () => {
  const acts: [string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => void][] = [
    ["GeneralException", (context) => void context.workbook.worksheets.add("Mới")],
    ["GeneralException", (_, sheet) => sheet.freezePanes.freezeRows(2)],
    ["GeneralException", (_, sheet) => sheet.freezePanes.unfreeze()],
    ["GeneralException", (_, sheet) => sheet.activate()],
    ["GeneralException", (_, sheet) => sheet.getRange("B2").select()],
    ["InvalidSelection", (context) => context.workbook.worksheets.getItem("Hai").delete()],
    ["done", (_, sheet) => void (sheet.getRange("A1").values = [[1]])],
  ];
  await run(async (context) => {
    context.workbook.worksheets.add("Hai");
    await context.sync();
  });
  client.bridge.conditions.otherWorkbookInFocus = true;
  for (const [code, act] of acts) expect(await codeOf(act)).toBe(code);
  client.bridge.conditions.otherWorkbookInFocus = false;
  for (const [, act] of acts) expect(await codeOf(act)).toBe("done");
});

test("a hidden sheet is not turned to, nor a cell of it selected, until it is shown", async () => {
  await run(async (context) => {
    context.workbook.worksheets.add("Ẩn").visibility = "Hidden";
    await context.sync();
  });
  expect(await codeOf((context) => context.workbook.worksheets.getItem("Ẩn").activate())).toBe("InvalidOperation");
  expect(await codeOf((context) => context.workbook.worksheets.getItem("Ẩn").getRange("A1").select())).toBe("InvalidOperation");
  const shown = await codeOf((context) => {
    const sheet = context.workbook.worksheets.getItem("Ẩn");
    sheet.visibility = "Visible";
    sheet.activate();
  });
  expect(shown).toBe("done");
});

test("an older Excel says which sets it has, and does not know members of later ones", async () => {
  const supported = (version: string) => client.Office.context.requirements.isSetSupported("ExcelApi", version);
  const later: ((context: Excel.RequestContext, sheet: Excel.Worksheet) => void)[] = [
    (_, sheet) => void sheet.comments.load("items/id"),
    (_, sheet) => void sheet.getRange("A1:B2").getMergedAreasOrNullObject().load("address"),
    (context) => void context.workbook.application.load("decimalSeparator"),
    (context) => void context.workbook.application.cultureInfo.load("name"),
  ];
  for (const work of later) expect(await codeOf(work)).toBe("done");
  client.bridge.conditions.excelApi = 9;
  expect([supported("1.9"), supported("1.10")]).toEqual([true, false]);
  for (const work of later) expect(await codeOf(work)).toBe("ApiNotFound");
});
