import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel({ sheets: ["Sheet1", "Khác"] });
});

afterEach(() => client.dispose());

/** Runs the work on the first sheet, in one message. */
async function run(work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await client.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });
}

async function read(address: string): Promise<{ formulas: unknown[]; values: unknown[] }> {
  return client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("formulas,values");
    await context.sync();
    return { formulas: range.formulas.flat(), values: range.values.flat() };
  });
}

const sheet = () => {
  const found = client.engine.workbook.getSheetByName("Sheet1");
  if (!found) throw new Error("no sheet");
  return found;
};

/** 1 … 5 in A, and =A*10+$A$5 beside them, written once and copied down. */
const table = () =>
  run((to) => {
    to.getRange("A1:A5").values = [[1], [2], [3], [4], [5]];
    to.getRange("B1").formulas = [["=A1*10+$A$5"]];
    to.getRange("B2:B5").copyFrom(to.getRange("B1"), "Formulas");
  });

describe("Range.copyFrom", () => {
  test("copies a formula down: relative references move, fixed ones stay, all is calculated", async () => {
    await table();
    expect(await read("B1:B5")).toEqual({
      formulas: ["=A1*10+$A$5", "=A2*10+$A$5", "=A3*10+$A$5", "=A4*10+$A$5", "=A5*10+$A$5"],
      values: [15, 25, 35, 45, 55],
    });
    expect(client.bridge.stats.messages).toBe(2);
  });

  test.each([
    [
      "a row between them",
      () => sheet().insertRows(3, 1),
      ["=A1*10+$A$6", "=A2*10+$A$6", "=A3*10+$A$6", "", "=A5*10+$A$6", "=A6*10+$A$6"],
      [15, 25, 35, "", 45, 55],
    ],
    [
      "a row before the first copy",
      () => sheet().insertRows(1, 1),
      ["=A1*10+$A$6", "", "=A3*10+$A$6", "=A4*10+$A$6", "=A5*10+$A$6", "=A6*10+$A$6"],
      [15, "", 25, 35, 45, 55],
    ],
    [
      "the row of the first copy deleted",
      () => sheet().deleteRows(1, 1),
      ["=A1*10+$A$4", "=A2*10+$A$4", "=A3*10+$A$4", "=A4*10+$A$4", "", ""],
      [15, 35, 45, 55, "", ""],
    ],
    [
      "the first copy typed over",
      () => sheet().getRange("B2").setValue(7),
      ["=A1*10+$A$5", 7, "=A3*10+$A$5", "=A4*10+$A$5", "=A5*10+$A$5", ""],
      [15, 7, 35, 45, 55, ""],
    ],
    [
      "another value below",
      () => sheet().getRange("A4").setValue(40),
      ["=A1*10+$A$5", "=A2*10+$A$5", "=A3*10+$A$5", "=A4*10+$A$5", "=A5*10+$A$5", ""],
      [15, 25, 35, 405, 55, ""],
    ],
  ] as const)("copies go on living: %s", async (_, change, formulas, values) => {
    await table();
    change();
    await client.engine.settled();
    expect(await read("B1:B6")).toEqual({ formulas, values });
  });

  test("what is written over copies in the same message takes only their own place", async () => {
    await run((to) => {
      to.getRange("A1:A4").values = [[1], [2], [3], [4]];
      to.getRange("B1").formulas = [["=A1+1"]];
      to.getRange("B2:B4").copyFrom("B1", "Formulas");
      to.getRange("B2").values = [["x"]];
      to.getRange("C2:C4").copyFrom("B3", "Formulas");
    });
    expect(await read("B1:C4")).toEqual({
      formulas: ["=A1+1", "", "x", "=B2+1", "=A3+1", "=B3+1", "=A4+1", "=B4+1"],
      values: [2, "", "x", "#VALUE!", 4, 5, 5, 6],
    });
  });

  test("copies constants and blanks, repeats a source that fits, and leaves looks alone", async () => {
    await run((to) => {
      to.getRange("A1:B2").formulas = [["'007", "=A1&\"!\""], [true, ""]];
      to.getRange("A1").format.font.bold = true;
      to.getRange("D1:E4").values = [[9, 9], [9, 9], [9, 9], [9, 9]];
      to.getRange("D1:E4").copyFrom("A1:B2", "Formulas");
    });
    expect((await read("D1:E4")).formulas).toEqual(["007", "=D1&\"!\"", true, "", "007", "=D3&\"!\"", true, ""]);
    expect(sheet().getSheet().getComposedCellStyle(0, 3)?.bl ?? 0).toBe(0);
  });

  test("copies along a row as down a column, and copies of copies read as they stand", async () => {
    await run((to) => {
      to.getRange("A1:C2").values = [[1, 2, 3], [4, 5, 6]];
      to.getRange("A3:C3").copyFrom(to.getRange("E3"), "Formulas");
      to.getRange("A4").formulas = [["=SUM(A1:A2)&\"A1\"&Khác!$A$1"]];
      to.getRange("B4:C4").copyFrom(to.getRange("A4"), "Formulas");
      to.getRange("B5:B7").copyFrom(to.getRange("C4"), "Formulas");
    });
    expect((await read("A4:C4")).formulas).toEqual(["A", "B", "C"].map((col) => `=SUM(${col}1:${col}2)&"A1"&Khác!$A$1`));
    expect((await read("B5:B7")).formulas).toEqual([2, 3, 4].map((row) => `=SUM(B${row}:B${row + 1})&"A1"&Khác!$A$1`));
  });

  test("takes a source on another sheet", async () => {
    await client.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Khác").getRange("A1").formulas = [["=B1+1"]];
      worksheets.getItem("Sheet1").getRange("A3:A4").copyFrom(worksheets.getItem("Khác").getRange("A1"), "Formulas");
      await context.sync();
    });
    expect(await read("A3:A4")).toEqual({ formulas: ["=B3+1", "=B4+1"], values: [1, 1] });
  });

  test("is told as one change of the cells that were copied to", async () => {
    const heard: string[] = [];
    await run((to) => void (to.getRange("B1").formulas = [["=A1"]]));
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => void heard.push(`${event.changeType} ${event.address}`));
      context.workbook.worksheets.getItem("Sheet1").getRange("B2:B2000").copyFrom("B1", "Formulas");
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["RangeEdited B2:B2000"]);
  });

  test.each<[string, (range: Excel.Range) => void, string]>([
    ["everything", (range) => range.copyFrom("A1"), "ApiNotFound"],
    ["values", (range) => range.copyFrom("A1", "Values"), "ApiNotFound"],
    ["turned", (range) => range.copyFrom("A1", "Formulas", false, true), "ApiNotFound"],
    ["without blanks", (range) => range.copyFrom("A1", "Formulas", true), "ApiNotFound"],
    ["two rows into three", (range) => range.copyFrom("A1:A2", "Formulas"), "ApiNotFound"],
    ["no address", (range) => range.copyFrom("nothing at all", "Formulas"), "InvalidArgument"],
  ])("refuses what it does not do: %s", async (_, copy, code) => {
    await expect(run((to) => copy(to.getRange("C1:C3")))).rejects.toMatchObject({ code });
  });

  test("is refused on a protected sheet", async () => {
    await run((to) => to.protection.protect());
    await expect(run((to) => to.getRange("C1:C3").copyFrom("A1", "Formulas"))).rejects.toMatchObject({ code: "AccessDenied" });
  });
});
