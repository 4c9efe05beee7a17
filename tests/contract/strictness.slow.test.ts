import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { ExcelClient } from "./excel-client";
import { openExcel } from "./excel-client";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel();
});

afterEach(() => client.dispose());

/** The code with which Excel refuses it; "done" where it does not. */
const codeOf = (work: (sheet: Excel.Worksheet) => void): Promise<string> =>
  client.Excel.run(async (context) => {
    work(context.workbook.worksheets.getFirst());
    await context.sync();
    return "done";
  }).catch((error: unknown) => (error instanceof client.OfficeExtension.Error ? error.code : String(error)));

const text = (length: number): string => "x".repeat(length);
const alert = (title: string, message: string) => ({ showAlert: true, style: "Stop" as const, title, message });
const prompt = (title: string, message: string) => ({ showPrompt: true, title, message });

/** Each limit of Excel with what it just takes and what it does not. */
const LIMITS: readonly [string, (sheet: Excel.Worksheet, over: boolean) => void][] = [
  ["text of a cell", (sheet, over) => void (sheet.getRange("A1").values = [[text(32_767 + Number(over))]])],
  ["text of a text cell", (sheet, over) => {
    sheet.getRange("A1").numberFormat = [["@"]];
    sheet.getRange("A1").formulas = [[`'${text(32_767 + Number(over))}`]];
  }],
  ["formula", (sheet, over) => void (sheet.getRange("A1").formulas = [[over ? "=SUM(" : "=SUM(B1)"]])],
  ["formula in values", (sheet, over) => void (sheet.getRange("A1").values = [[over ? "=B1+" : "=B1+1"]])],
  ["title of an alert", (sheet, over) => void (sheet.getRange("A1").dataValidation.errorAlert = alert(text(32 + Number(over)), "x"))],
  ["message of an alert", (sheet, over) => void (sheet.getRange("A1").dataValidation.errorAlert = alert("x", text(255 + Number(over))))],
  ["title of a prompt", (sheet, over) => void (sheet.getRange("A1").dataValidation.prompt = prompt(text(32 + Number(over)), "x"))],
  ["message of a prompt", (sheet, over) => void (sheet.getRange("A1").dataValidation.prompt = prompt("x", text(255 + Number(over))))],
  [
    "formula of a rule",
    (sheet, over) => void (sheet.getRange("A1").dataValidation.rule = { custom: { formula: over ? "=A1>" : "=A1>0" } }),
  ],
  [
    "formula of a conditional format",
    (sheet, over) => void (sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = over ? "=(A1>0" : "=(A1>0)"),
  ],
  ["name of a new sheet", (sheet, over) => void sheet.context.workbook.worksheets.add(over ? "history" : "History 2")],
  ["name of a sheet", (sheet, over) => void (sheet.name = over ? "History" : "Lịch sử")],
  ["length of a sheet's name", (sheet, over) => void (sheet.name = text(31 + Number(over)))],
];

test.each(LIMITS)("the limit of the %s is Excel's", async (_, work) => {
  expect(await codeOf((sheet) => work(sheet, false))).toBe("done");
  expect(await codeOf((sheet) => work(sheet, true))).toBe("InvalidArgument");
});

test("the used part of cells that are blank is not found, that of a blank sheet is its first cell", async () => {
  expect(await codeOf((sheet) => void sheet.getRange("B2:C3").getUsedRange().load("address"))).toBe("ItemNotFound");
  expect(await codeOf((sheet) => void sheet.getUsedRange().load("address"))).toBe("done");
});
