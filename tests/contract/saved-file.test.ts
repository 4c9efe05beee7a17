import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { savedWorkbook } from "../../src/host/files/sheet-specs";
import { contains, specArea, type CellStyle, type ChartSpec, type SheetSpec } from "../../src/sheet";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { openExcel, type ExcelClient } from "./excel-client";
import { budgetSheet, plainSheet } from "./sheets";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel();
  Object.assign(globalThis, { Excel: client.Excel });
});

afterEach(() => client.dispose());

async function savedAfterAdding(...specs: readonly SheetSpec[]) {
  await new ExcelWorkbook().addSheets(specs);
  const saved = savedWorkbook(client.engine);
  return { ...saved, specs: saved.specs.slice(1) };
}

/** The style of every cell, later blocks over earlier ones: two specs with other blocks may look the same. */
function looks(spec: SheetSpec): CellStyle[][] {
  const { rows, cols } = specArea(spec);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (__, col) =>
      spec.styles
        .filter(({ area }) => contains(area, { row, col }))
        .reduce<CellStyle>((style, block) => ({ ...style, ...block.style }), {}),
    ),
  );
}

/** Excel's API has no place for the alternative text of a chart. */
const withoutAlt = ({ name, kind, title, categories, series, at }: ChartSpec) => ({ name, kind, title, categories, series, at });

describe("the saved workbook", () => {
  test("holds a table of ours as it was written", async () => {
    const wanted = budgetSheet("Biểu 1");
    const { specs, left } = await savedAfterAdding(wanted);
    const [saved] = specs;
    if (!saved) throw new Error("no sheet was saved");
    expect(left).toEqual([]);
    expect(saved.name).toBe("Biểu 1");
    expect(saved.cells).toEqual(wanted.cells);
    expect(saved.columns.map(({ width, hidden }) => [width, hidden ?? false])).toEqual(
      wanted.columns.map(({ width, hidden }) => [width, hidden ?? false]),
    );
    expect(saved.rowHeights).toEqual(wanted.rowHeights);
    expect(looks(saved)).toEqual(looks(wanted));
    expect(saved.merges).toEqual(expect.arrayContaining([...wanted.merges]));
    expect(saved.merges).toHaveLength(wanted.merges.length);
    expect(saved.names).toEqual(wanted.names);
    expect(saved.freeze).toEqual(wanted.freeze);
    expect(saved.validations).toEqual(wanted.validations);
    expect(saved.conditionalFormats).toEqual(wanted.conditionalFormats);
    expect(saved.print).toEqual(wanted.print);
    expect(saved.charts.map(withoutAlt)).toEqual(wanted.charts.map(withoutAlt));
  });

  test("is read by the file side with the values that the engine computed", async () => {
    const { specs } = await savedAfterAdding(
      budgetSheet("Biểu 1"),
      plainSheet("Biểu 2", [["=1+1", "1.10", true, -0.5, null], [{ formula: "='Biểu 1'!C8*2" }, "@x", "", 1e15, "dòng 1\ndòng 2"]]),
    );
    const book = await openXlsx(await writeXlsx(specs));
    const [first, second] = await book.read(
      [{ sheet: "Biểu 1", area: { row: 7, col: 2, rows: 3, cols: 3 } }, { sheet: "Biểu 2", area: { row: 0, col: 0, rows: 2, cols: 5 } }],
    );
    expect(first?.values).toEqual([[203305, 60000, 58665], [203305, null, null], [0, null, null]]);
    expect(second?.values).toEqual([["=1+1", "1.10", true, -0.5, null], [406610, "@x", null, 1e15, "dòng 1\ndòng 2"]]);
    expect(second?.formulas[1]?.[0]).toBe("='Biểu 1'!C8*2");
  });

  test("takes along what people have noted on cells", async () => {
    await new ExcelWorkbook().addSheets([budgetSheet("Biểu 1")]);
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Biểu 1").comments.add("C8", "Chờ quyết định điều chỉnh");
      await context.sync();
    });
    const { specs, left } = savedWorkbook(client.engine);
    expect(specs.map(({ notes }) => notes)).toEqual([undefined, [{ at: { row: 7, col: 2 }, text: "Chờ quyết định điều chỉnh" }]]);
    expect(left).toEqual([]);
  });

  test("tells what a file of ours cannot hold, with its sheet", async () => {
    const { engine } = client;
    const sheet = engine.workbook.getActiveSheet();
    sheet.getRange("A1:A3").setDataValidation(engine.api.newDataValidation().requireCheckbox().build());
    await engine.settled();
    expect(savedWorkbook(engine).left).toEqual([{ kind: "validations", sheets: [sheet.getSheetName()] }]);
  });
});
