import { afterEach, describe, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

let client: ExcelClient | undefined;
afterEach(() => {
  client?.dispose();
  client = undefined;
});

function open(...args: Parameters<typeof openExcel>): ExcelClient {
  client = openExcel(...args);
  return client;
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no error",
    (cause: unknown) => (cause as { code: unknown }).code,
  );
}

describe("looks", () => {
  test("are written in one message with the content and read back, null where cells differ", async () => {
    const { Excel, bridge } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Biểu 1");
      const range = sheet.getRange("A1:B3");
      range.values = [["'1.1", 1], ["a", 2], ["b", 3]];
      range.format.font.name = "Times New Roman";
      range.format.font.size = 13;
      range.format.font.bold = true;
      range.format.font.color = "#ff0000";
      range.format.fill.color = "#FFF2CC";
      range.format.horizontalAlignment = "Center";
      range.format.verticalAlignment = "Center";
      range.format.wrapText = true;
      range.format.indentLevel = 2;
      range.numberFormat = "#,##0" as never;
      range.format.borders.getItem("EdgeTop").style = "Continuous";
      range.format.borders.getItem("InsideHorizontal").style = "Dot";
      sheet.getRange("A:B").format.columnWidth = 60;
      sheet.getRange("2:2").format.rowHeight = 30;
      await context.sync();
      const first = sheet.getRange("A1");
      first.format.font.bold = false;
      range.load("values,numberFormat,format/font/name,format/font/size,format/font/bold,format/font/color,format/fill/color");
      range.format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel,columnWidth,rowHeight");
      const top = range.format.borders.getItem("EdgeTop").load("style,color");
      const inside = range.format.borders.getItem("InsideHorizontal").load("style");
      const left = range.format.borders.getItem("EdgeLeft").load("style");
      await context.sync();
      expect(range.values).toEqual([["1.1", 1], ["a", 2], ["b", 3]]);
      expect(range.numberFormat).toEqual([["#,##0", "#,##0"], ["#,##0", "#,##0"], ["#,##0", "#,##0"]]);
      const { font, fill } = range.format;
      expect([font.name, font.size, font.bold, font.color, fill.color]).toEqual(["Times New Roman", 13, null, "#FF0000", "#FFF2CC"]);
      const format = range.format;
      expect([format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.indentLevel]).toEqual([
        "Center", "Center", true, 2,
      ]);
      expect([format.columnWidth, format.rowHeight]).toEqual([60, null]);
      expect([top.style, top.color, inside.style, left.style]).toEqual(["Continuous", "#000000", "Dot", "None"]);
    });
    expect(bridge.stats.messages).toBe(2);
  });

  test("of an area are cleared apart from its content", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [[1, 2], ["=A1+B1", 4]];
      range.format.font.bold = true;
      range.merge(false);
      await context.sync();
      range.clear("Formats");
      range.load("values,formulas,format/font/bold");
      await context.sync();
      // a merge keeps the first content only
      expect(range.values).toEqual([[1, ""], ["", ""]]);
      expect(range.format.font.bold).toBe(false);
      range.format.font.bold = true;
      range.clear("Contents");
      range.load("values,format/font/bold");
      await context.sync();
      expect(range.values).toEqual([["", ""], ["", ""]]);
      expect(range.format.font.bold).toBe(true);
    });
  });

  test("hide columns and rows, merge, freeze and show grid lines as the engine has them", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C:D").columnHidden = true;
      sheet.getRange("5:6").rowHidden = true;
      sheet.getRange("A1:C1").merge(false);
      sheet.getRange("A2:B3").merge(true);
      sheet.freezePanes.freezeAt("A1:B4");
      sheet.showGridlines = false;
      sheet.tabColor = "#00B050";
      const columns = sheet.getRange("C:D").load("columnHidden,address,isEntireColumn");
      const rows = sheet.getRange("4:6").load("rowHidden");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      sheet.load("showGridlines,tabColor");
      await context.sync();
      expect([columns.columnHidden, columns.address, columns.isEntireColumn, rows.rowHidden, frozen.address]).toEqual([
        true, "Sheet1!C:D", true, null, "Sheet1!A1:B4",
      ]);
      expect([sheet.showGridlines, sheet.tabColor]).toEqual([false, "#00B050"]);
    });
    const sheet = engine.workbook.getActiveSheet();
    expect(sheet.getMergedRanges().map((range) => range.getA1Notation())).toEqual(["A1:C1", "A2:B2", "A3:B3"]);
    expect(sheet.getFreeze()).toMatchObject({ xSplit: 2, ySplit: 4 });
  });
});

describe("rules", () => {
  test("of validation are native in the engine and come back as they were set", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const { dataValidation } = sheet.getRange("B2:B5");
      dataValidation.rule = { decimal: { formula1: 0, formula2: 1e9, operator: "Between" } };
      dataValidation.ignoreBlanks = true;
      dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Sai", message: "Chỉ nhận số" };
      sheet.getRange("C2:C5").dataValidation.rule = { list: { inCellDropDown: true, source: "đạt,chưa đạt" } };
      dataValidation.prompt = { showPrompt: true, title: "Nhập", message: "triệu đồng" };
      dataValidation.load("rule,errorAlert,prompt,ignoreBlanks,type");
      const list = sheet.getRange("C3").dataValidation.load("rule,type");
      await context.sync();
      expect(dataValidation.rule).toEqual({ decimal: { formula1: 0, formula2: 1e9, operator: "Between" } });
      expect(dataValidation.errorAlert).toEqual({ showAlert: true, style: "Stop", title: "Sai", message: "Chỉ nhận số" });
      expect([dataValidation.prompt.message, dataValidation.ignoreBlanks, dataValidation.type]).toEqual(["triệu đồng", true, "Decimal"]);
      expect(list.rule).toEqual({ list: { inCellDropDown: true, source: "đạt,chưa đạt" } });
    });
    const sheet = engine.workbook.getActiveSheet();
    const status = async (address: string, value: string | number) => {
      sheet.getRange(address).setValue(value);
      const answer = await sheet.getRange(address).getValidatorStatus();
      return answer[0]?.[0];
    };
    expect(await status("B3", "abc")).toBe("invalid");
    expect(await status("B3", 5)).toBe("valid");
    await engine.settled();
  });

  test("of conditional formats are native in the engine, and a clear takes them off its cells alone", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const format = sheet.getRange("A1:A10").conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = "=$A1>5";
      format.custom.format.fill.color = "#FFC7CE";
      format.custom.format.font.color = "#9C0006";
      await context.sync();
      sheet.getRange("A3:A4").clear("Formats");
      const left = sheet.getRange("A1").conditionalFormats.getCount();
      const gone = sheet.getRange("A3:A4").conditionalFormats.getCount();
      await context.sync();
      expect([left.value, gone.value]).toEqual([1, 0]);
    });
    const [rule] = engine.workbook.getActiveSheet().getConditionalFormattingRules();
    expect(rule?.rule).toMatchObject({ subType: "formula", value: "=$A1>5", style: { bg: { rgb: "#FFC7CE" }, cl: { rgb: "#9C0006" } } });
    expect(rule?.ranges).toHaveLength(2);
  });
});

describe("what the engine does not have", () => {
  test("charts and print set-up are recorded, and move with inserted rows", async () => {
    const { Excel, engine, bridge } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B3").values = [["Nguồn", "Vốn"], ["Trung ương", 158486], ["Tỉnh", 56000]];
      const chart = sheet.charts.add("Doughnut", sheet.getRange("A1:B3"), "Columns");
      chart.name = "nguồn vốn";
      chart.title.text = "Kinh phí theo nguồn vốn";
      chart.legend.position = "Bottom";
      chart.setPosition("D1", "H12");
      const added = chart.series.add("Tỷ trọng");
      added.setValues(sheet.getRange("C2:C3"));
      added.setXAxisValues(sheet.getRange("A2:A3"));
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      page.leftMargin = 56.7;
      page.setPrintArea("A1:K20");
      page.setPrintTitleRows("$1:$2");
      page.headersFooters.defaultForAllPages.centerHeader = "&P";
      sheet.verticalPageBreaks.add("E1");
      await context.sync();
      chart.load("name,chartType,title/text");
      const found = sheet.charts.getItemOrNullObject("nguồn vốn").load("name");
      const none = sheet.charts.getItemOrNullObject("khác").load("name");
      sheet.charts.load("items/name");
      page.load("orientation,zoom,leftMargin");
      await context.sync();
      expect([chart.title.text, chart.chartType, found.name, none.isNullObject]).toEqual([
        "Kinh phí theo nguồn vốn", "Doughnut", "nguồn vốn", true,
      ]);
      expect(sheet.charts.items.map((one) => one.name)).toEqual(["nguồn vốn"]);
      expect([page.orientation, page.zoom, page.leftMargin]).toEqual([
        "Landscape", { horizontalFitToPages: 1, verticalFitToPages: 0 }, 56.7,
      ]);
    });
    const sheet = engine.workbook.getActiveSheet();
    sheet.insertRowsBefore(1, 2);
    const record = bridge.records.get(sheet.getSheetId());
    expect(record?.charts[0]?.series).toMatchObject([
      {
        name: "Vốn",
        values: { sheetId: sheet.getSheetId(), area: { row: 3, col: 1, rows: 2, cols: 1 } },
        categories: { sheetId: sheet.getSheetId(), area: { row: 3, col: 0, rows: 2, cols: 1 } },
      },
      {
        name: "Tỷ trọng",
        values: { sheetId: sheet.getSheetId(), area: { row: 3, col: 2, rows: 2, cols: 1 } },
        categories: { sheetId: sheet.getSheetId(), area: { row: 3, col: 0, rows: 2, cols: 1 } },
      },
    ]);
    expect(record?.charts[0]?.at).toMatchObject({ row: 0, rows: 14 });
    expect(record?.page).toMatchObject({ printArea: { row: 0, rows: 22 }, titleRows: { from: 0, to: 3 }, columnBreaks: [4] });
  });

  test("protection refuses locked cells and leaves open ones", async () => {
    const { Excel } = open();
    const write = (address: string) =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Sheet1").getRange(address).values = [[1]];
          await context.sync();
        }),
      );
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:B5").format.protection.locked = false;
      sheet.protection.protect({}, "mật khẩu");
      sheet.protection.load("protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    expect([await write("A1"), await write("B2"), await write("B6")]).toEqual(["AccessDenied", "no error", "AccessDenied"]);
    const unprotect = (password: string) =>
      codeOf(Excel.run(async (context) => (context.workbook.worksheets.getItem("Sheet1").protection.unprotect(password), context.sync())));
    expect(await unprotect("sai")).toBe("InvalidArgument");
    expect(await unprotect("mật khẩu")).toBe("no error");
    expect(await write("A1")).toBe("no error");
  });
});

describe("sheets", () => {
  test("are added with free names, found by id and name, shown, hidden, moved and deleted, but never the last one", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add();
      added.load("id,name,position");
      await context.sync();
      expect([added.name, added.position]).toEqual(["Sheet2", 1]);
      expect(engine.workbook.getActiveSheet().getSheetName()).toBe("Sheet1");
      const byId = worksheets.getItem(added.id).load("name");
      const byName = worksheets.getItem("SHEET2").load("id");
      added.activate();
      await context.sync();
      expect([byId.name, byName.id]).toEqual(["Sheet2", added.id]);
      expect(engine.workbook.getActiveSheet().getSheetName()).toBe("Sheet2");
      added.delete();
      worksheets.load("items/name");
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
    });
    const last = Excel.run(async (context) => (context.workbook.worksheets.getItem("Sheet1").delete(), context.sync()));
    expect(await codeOf(last)).toBe("InvalidOperation");
  });

  test("move the ranges that code holds with their cells", async () => {
    const { Excel, engine } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("B5:B6");
      range.values = [[1], [2]];
      await context.sync();
      engine.workbook.getActiveSheet().insertRowsBefore(2, 3);
      range.load("address,values");
      await context.sync();
      expect([range.address, range.values]).toEqual(["Sheet1!B8:B9", [[1], [2]]]);
      engine.workbook.getActiveSheet().deleteRows(7, 2);
      range.load("address");
      expect(await codeOf(context.sync())).toBe("InvalidReference");
    });
  });

  test("insert and delete whole rows, and formulas follow", async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A4").formulas = [[1], [2], [3], ["=SUM(A1:A3)"]];
      sheet.getRange("2:3").insert("Down");
      const moved = sheet.getRange("A6").load("formulas,values");
      await context.sync();
      expect([moved.formulas, moved.values]).toEqual([[["=SUM(A1:A5)"]], [[6]]]);
      sheet.getRange("2:3").delete("Up");
      const back = sheet.getRange("A4").load("formulas,values");
      await context.sync();
      expect([back.formulas, back.values]).toEqual([[["=SUM(A1:A3)"]], [[6]]]);
    });
  });
});
