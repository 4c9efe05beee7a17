import { afterEach, describe, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

const opened: ExcelClient[] = [];
afterEach(() => {
  for (const client of opened.splice(0).reverse()) client.dispose();
});

function open(...args: Parameters<typeof openExcel>): ExcelClient {
  const client = openExcel(...args);
  opened.push(client);
  return client;
}

/** Until the condition holds; fails after two seconds. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 200) throw new Error("it did not happen");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no error",
    (cause: unknown) => (cause as { code: unknown }).code,
  );
}

const AMOUNTS = [[39705], [78960], [84640], [72151], [100]];

describe("the client of office-js over the bridge", () => {
  test("writes amounts and their sum in one message and reads the sum back", async () => {
    const { Excel, bridge } = open();
    const sum = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Biểu 1");
      sheet.getRange("H1:H5").values = AMOUNTS;
      const total = sheet.getRange("H6");
      total.formulas = [["=SUM(H1:H5)"]];
      total.load("values,formulas,address");
      await context.sync();
      return { value: total.values, formula: total.formulas, address: total.address };
    });
    expect(sum).toEqual({ value: [[275556]], formula: [["=SUM(H1:H5)"]], address: "'Biểu 1'!H6" });
    expect(bridge.stats.messages).toBe(1);
    expect(bridge.stats.requestBytes).toBeGreaterThan(100);
  });

  test("keeps a range over several syncs and lets go of it at the end", async () => {
    const { Excel, bridge } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A5");
      range.values = AMOUNTS;
      await context.sync();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(AMOUNTS);
    });
    await until(() => bridge.stats.cleanups === 1);
    expect(bridge.stats.messages).toBe(2);
  });

  test("gives values as Excel does: numbers, text, truth values, errors, blanks", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:H1");
      range.values = [["1.10", "'1.10", "abc", true, "", "=1/0", "12%", 0.1]];
      range.load("values,formulas,valueTypes,numberFormat,text");
      await context.sync();
      expect(range.values).toEqual([[1.1, "1.10", "abc", true, "", "#DIV/0!", 0.12, 0.1]]);
      expect(range.formulas).toEqual([[1.1, "1.10", "abc", true, "", "=1/0", 0.12, 0.1]]);
      expect(range.valueTypes).toEqual([["Double", "String", "String", "Boolean", "Empty", "Error", "Double", "Double"]]);
      expect(range.numberFormat[0]?.[6]).toBe("0%");
      expect(range.text[0]?.[4]).toBe("");
      // looks that change later leave the text what it is
      range.format.font.bold = true;
      range.load("values");
      await context.sync();
      expect(range.values[0]?.[1]).toBe("1.10");
    });
  });

  test("keeps text in cells of the format @, formulas too", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
      range.numberFormat = [["@", "@", "@"]];
      range.values = [["1.1", "=1+1", 5]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["1.1", "=1+1", "5"]]);
    });
  });

  test("writes thousands of rows that the client cuts into strips, as one change", async () => {
    const { Excel, bridge } = open();
    const rows = Array.from({ length: 3000 }, (_, row) => [row, row * 2, `dòng ${row}`]);
    const changes: string[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(async (event) => void changes.push(event.address));
      const range = sheets.getItem("Sheet1").getRangeByIndexes(1, 0, 3000, 3);
      range.values = rows;
      await context.sync();
    });
    await until(() => changes.length > 0);
    expect(changes).toEqual(["A2:C3001"]);
    bridge.resetStats();
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
      used.load("values,address");
      await context.sync();
      expect(used.address).toBe("Sheet1!A2:C3001");
      expect(used.values).toEqual(rows);
    });
    expect(bridge.stats.messages).toBe(1);
  });

  test("answers ApiNotFound for what it does not implement, and does not go on", async () => {
    const { Excel } = open();
    const run = (work: (sheet: Excel.Worksheet) => void) =>
      codeOf(
        Excel.run(async (context) => {
          work(context.workbook.worksheets.getItem("Sheet1"));
          await context.sync();
        }),
      );
    expect(await run((sheet) => sheet.getRange("A1:B2").getPivotTables().load("items/name"))).toBe("ApiNotFound");
    expect(await run((sheet) => sheet.tables.add("A1:B2", true))).toBe("ApiNotFound");
    expect(await run((sheet) => sheet.getRange("A1").getSurroundingRegion().load("address"))).toBe("ApiNotFound");
    expect(await run((sheet) => sheet.getRange("A1").load("hyperlink"))).toBe("ApiNotFound");
    expect(await run((sheet) => (sheet.getRange("A1").style = "Good"))).toBe("ApiNotFound");
    expect(await run((sheet) => sheet.charts.add("XYScatter", sheet.getRange("A1:B2")))).toBe("ApiNotFound");
  });

  test("leaves the earlier actions of a failed batch done, as Excel does", async () => {
    const { Excel } = open();
    const failed = Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.getItem("Sheet1").getRange("A1").values = [[7]];
      sheets.getItem("Không có").load("name");
      sheets.getItem("Sheet1").getRange("A2").values = [[8]];
      await context.sync();
    });
    expect(await codeOf(failed)).toBe("ItemNotFound");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A2").load("values");
      await context.sync();
      expect(range.values).toEqual([[7], [""]]);
    });
  });

  test("tells wrong shapes, taken names and messages that are too large", async () => {
    const { Excel } = open({ limit: 20_000 });
    const run = (work: (context: Excel.RequestContext) => void) =>
      codeOf(
        Excel.run(async (context) => {
          work(context);
          await context.sync();
        }),
      );
    const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");
    expect(await run((context) => (sheet(context).getRange("A1:B2").values = [[1, 2]]))).toBe("InvalidArgument");
    expect(await run((context) => sheet(context).getRange("no address"))).toBe("InvalidArgument");
    expect(await run((context) => context.workbook.worksheets.add("SHEET1"))).toBe("ItemAlreadyExists");
    expect(await run((context) => context.workbook.worksheets.add("a/b"))).toBe("InvalidArgument");
    expect(await run((context) => context.workbook.names.add("A1", "=Sheet1!$A$1"))).toBe("InvalidArgument");
    expect(await run((context) => (sheet(context).getRange("A1").values = [["x".repeat(30_000)]]))).toBe("RequestPayloadSizeLimitExceeded");
    expect(await run((context) => (sheet(context).getRange("A1:A30").values = Array.from({ length: 30 }, () => ['=REPT("x",900)'])))).toBe(
      "no error",
    );
    expect(await run((context) => sheet(context).getRange("A1:A30").load("values"))).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("refuses what Excel refuses while a cell is edited", async () => {
    let busy = true;
    const { Excel } = open({ refuse: () => (busy ? "InvalidOperationInCellEditMode" : null) });
    const read = () => Excel.run(async (context) => (context.workbook.worksheets.getItem("Sheet1").load("name"), context.sync()));
    expect(await codeOf(read())).toBe("InvalidOperationInCellEditMode");
    busy = false;
    expect(await codeOf(read())).toBe("no error");
  });

  test("throws the client's own error for what was not loaded", async () => {
    const { Excel } = open();
    const read = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      await context.sync();
      return range.values;
    });
    expect(await codeOf(read)).toBe("PropertyNotLoaded");
  });
});

describe("the window of the client", () => {
  test("has the members of Office that the pane uses, after the client has put its own there", async () => {
    const { Office } = open();
    expect(await Office.onReady()).toEqual({ host: "Excel", platform: "OfficeOnline" });
    expect(Office.context.displayLanguage).toBe("vi-VN");
    const supported = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
    expect(["1.1", "1.9", "1.14", "1.15", "2.1"].map(supported)).toEqual([true, true, true, false, false]);
    expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(false);
  });
});

describe("null objects", () => {
  test("are told, and what is done to them is passed over", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const none = sheets.getItemOrNullObject("Không có");
      none.load("name");
      const used = sheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
      used.load("address");
      const name = context.workbook.names.getItemOrNullObject("x");
      name.delete();
      await context.sync();
      expect([none.isNullObject, used.isNullObject, name.isNullObject]).toEqual([true, true, true]);
    });
  });
});

describe("names", () => {
  test("are added, listed, followed through inserted rows and deleted", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Biểu 1");
      sheet.getRange("B7:B11").values = AMOUNTS;
      context.workbook.names.add("kinh_phi", sheet.getRange("B7:B11"));
      context.workbook.names.add("tổng", "='Biểu 1'!$B$12");
      context.workbook.names.add("hằng", "=3");
      await context.sync();
    });
    expect(await listNames(Excel)).toEqual([
      ["kinh_phi", "='Biểu 1'!$B$7:$B$11", "Range", "Workbook"],
      ["tổng", "='Biểu 1'!$B$12", "Range", "Workbook"],
      ["hằng", "=3", "Double", "Workbook"],
    ]);
    engine.workbook.getSheetByName("Biểu 1")?.insertRowsBefore(8, 2);
    await engine.settled();
    expect((await listNames(Excel))[0]?.[1]).toBe("='Biểu 1'!$B$7:$B$13");
    await Excel.run(async (context) => {
      const range = context.workbook.names.getItem("KINH_PHI").getRange().load("values");
      await context.sync();
      expect(range.values).toEqual([[39705], [78960], [""], [""], [84640], [72151], [100]]);
      context.workbook.names.getItem("tổng").delete();
      await context.sync();
    });
    expect((await listNames(Excel)).map(([name]) => name)).toEqual(["kinh_phi", "hằng"]);
  });

  test("of a sheet belong to it, and are loaded with all sheets in one message", async () => {
    const { Excel, bridge } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.names.add("rieng", sheet.getRange("A1"));
      await context.sync();
    });
    bridge.resetStats();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/id,items/name,items/visibility,items/names/items/name,items/names/items/formula,items/names/items/scope");
      const names = context.workbook.names.load("items/name");
      await context.sync();
      expect(
        sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.names.items.map((item) => [item.name, item.formula, item.scope])]),
      ).toEqual([
        ["Sheet1", "Visible", [["rieng", "='Sheet1'!$A$1", "Worksheet"]]],
      ]);
      expect(names.items).toEqual([]);
    });
    expect(bridge.stats.messages).toBe(1);
  });

  test("follow a sheet that is renamed and die with its cells", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Cũ");
      context.workbook.names.add("o", sheet.getRange("B2"));
      await context.sync();
      sheet.name = "Tên mới";
      await context.sync();
    });
    expect((await listNames(Excel))[0]?.[1]).toBe("='Tên mới'!$B$2");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Tên mới").delete();
      await context.sync();
    });
    expect(await listNames(Excel)).toEqual([["o", "=#REF!", "Error", "Workbook"]]);
  });
});

async function listNames(excel: typeof Excel) {
  return excel.run(async (context) => {
    const names = context.workbook.names.load("items/name,items/formula,items/type,items/scope");
    await context.sync();
    return names.items.map((item) => [item.name, item.formula, item.type, item.scope]);
  });
}

describe("events", () => {
  test("tell what a person types as Local, what the add-in writes as its own, what another does as Remote", async () => {
    const mine = open();
    const theirs = open({ engine: mine.engine });
    const heard: unknown[] = [];
    await mine.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(async (event) => {
        heard.push([
          event.address, event.changeType, event.source, event.triggerSource, event.details?.valueBefore, event.details?.valueAfter,
        ]);
      });
      await context.sync();
    });
    mine.engine.workbook.getActiveSheet().getRange("B3").setValue(39750);
    await until(() => heard.length === 1);
    await mine.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B3").values = [[39705]];
      await context.sync();
    });
    await until(() => heard.length === 2);
    await theirs.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C1:C2").values = [[1], [2]];
      await context.sync();
    });
    await until(() => heard.length === 3);
    mine.engine.workbook.getActiveSheet().insertRowsBefore(1, 2);
    await until(() => heard.length >= 4);
    expect(heard.slice(0, 4)).toEqual([
      ["B3", "RangeEdited", "Local", "Unknown", "", 39750],
      ["B3", "RangeEdited", "Local", "ThisLocalAddin", 39750, 39705],
      ["C1:C2", "RangeEdited", "Remote", "Unknown", undefined, undefined],
      ["2:3", "RowInserted", "Local", "Unknown", undefined, undefined],
    ]);
  });

  test("tell nothing of looks and of results of formulas, and stop when told to", async () => {
    const { Excel, engine } = open();
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("id");
      sheet.getRange("A3").formulas = [["=A1*2"]];
      await context.sync();
      const added = sheet.onChanged.add(async (event) => void heard.push(event.address));
      await context.sync();
      return added;
    });
    const sheet = engine.workbook.getActiveSheet();
    sheet.getRange("A1").setFontWeight("bold");
    sheet.getRange("A1").setValue(4);
    await engine.settled();
    await until(() => heard.length === 1);
    expect(heard).toEqual(["A1"]);
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    sheet.getRange("A1").setValue(5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["A1"]);
    expect(sheet.getRange("A3").getRawValue()).toBe(8);
  });

  test("tell of sheets that come and go", async () => {
    const { Excel, engine } = open();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onAdded.add(async (event) => void heard.push(`+${event.worksheetId} ${event.source}`));
      context.workbook.worksheets.onDeleted.add(async (event) => void heard.push(`-${event.worksheetId}`));
      await context.sync();
    });
    const sheet = engine.workbook.insertSheet("Thêm");
    engine.workbook.deleteSheet(sheet);
    await until(() => heard.length === 2);
    expect(heard).toEqual([`+${sheet.getSheetId()} Local`, `-${sheet.getSheetId()}`]);
  });
});
