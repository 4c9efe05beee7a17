import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel({ sheets: ["Sheet1"] });
});

afterEach(() => client.dispose());

async function run<T>(work: (sheet: Excel.Worksheet) => T): Promise<T> {
  return client.Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
    return result;
  });
}

test("a formula that is there stays where its cell gets looks in the message that gives other cells content, and is calculated", async () => {
  await run((sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("B1").formulas = [["=SUM(A1:A4)"]];
    sheet.getRange("C1").formulas = [["=A1*2"]];
    sheet.getRange("C2:C3").copyFrom(sheet.getRange("C1"), "Formulas");
  });
  await run((sheet) => {
    sheet.getRange("A4").values = [[10]];
    sheet.getRange("A1:C4").format.font.bold = true;
    sheet.getRange("B1:C3").numberFormat = Array.from({ length: 3 }, () => ["0.0", "0.0"]);
  });
  await run((sheet) => {
    sheet.getRange("A2").values = [[5]];
  });
  const seen = await run((sheet) => sheet.getRange("B1:C3").load("formulas,values,format/font/bold"));
  expect(seen.formulas).toEqual([["=SUM(A1:A4)", "=A1*2"], ["", "=A2*2"], ["", "=A3*2"]]);
  expect(seen.values).toEqual([[19, 2], ["", 10], ["", 6]]);
  expect(seen.format.font.bold).toBe(true);
});
