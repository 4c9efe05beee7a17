import { afterEach, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

let client: ExcelClient;
afterEach(() => client.dispose());

type Change = (sheet: Excel.Worksheet) => void;

test.each<[string, Change]>([
  ["rows are deleted", (sheet) => sheet.getRange("2:3").delete("Up")],
  ["rows are inserted", (sheet) => void sheet.getRange("2:3").insert("Down")],
  ["columns are deleted", (sheet) => sheet.getRange("A:A").delete("Left")],
  ["columns are inserted", (sheet) => void sheet.getRange("A:A").insert("Right")],
  ["cells are deleted", (sheet) => sheet.getRange("A2:C3").delete("Up")],
  ["cells are inserted", (sheet) => void sheet.getRange("A2:C3").insert("Down")],
])("where %s on a sheet that is not shown, the one that is shown stays as it is and references follow", async (_, change) => {
  client = openExcel({ sheets: ["Shown", "Other"] });
  const { Excel, engine } = client;
  await Excel.run(async (context) => {
    const shown = context.workbook.worksheets.getItem("Shown");
    const other = context.workbook.worksheets.getItem("Other");
    shown.getRange("B3:B5").values = [[1], [2], [3]];
    shown.getRange("B6").formulas = [["=SUM(B3:B5)"]];
    shown.getRange("C6").formulas = [["=Other!B6"]];
    shown.getRange("D2:E4").merge();
    shown.getRange("B3:B5").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    other.getRange("B6").values = [[7]];
    other.getRange("B9").formulas = [["=B6*2"]];
    shown.activate();
    await context.sync();
    change(other);
    await context.sync();
    const own = shown.getRange("A1:C7").load("formulas");
    const foreign = shown.getRange("C6").load("values");
    const found = other.getUsedRange().load("values");
    const rule = shown.getRange("B5").dataValidation.load("type");
    await context.sync();
    expect(own.formulas[5]?.[1]).toBe("=SUM(B3:B5)");
    expect(foreign.values).toEqual([[7]]);
    expect(found.values.flat()).toContain(14);
    expect(rule.type).toBe("Decimal");
  });
  const merges = engine.workbook.getActiveSheet().getSheet().getMergeData();
  expect(merges).toMatchObject([{ startRow: 1, endRow: 3, startColumn: 3, endColumn: 4 }]);
  expect(engine.workbook.getActiveSheet().getSheetName()).toBe("Shown");
});
