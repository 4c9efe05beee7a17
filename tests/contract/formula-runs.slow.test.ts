import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { CellInput } from "../../src/sheet";
import { messageBytes } from "../../src/workbook/excel/chunks";
import { contentSteps } from "../../src/workbook/excel/write";
import { DEFAULT_CHOICES, budgetTable, indicatorTable } from "../../src/templates";
import { wordsOf } from "../../src/i18n";
import { bigPlan } from "../support/big-plan";
import { type OpenedWorkbook, openExcelWorkbook } from "./excel-workbook";
import { plainSheet } from "./sheets";

let opened: OpenedWorkbook;

beforeEach(() => {
  opened = openExcelWorkbook();
});

afterEach(() => opened.dispose());

/** A heading, and `rows` rows of a number, a blank column and a formula of the row; the formula is long, as that of a status is. */
const formula = (row: number) => `=IF(A${row}>$A$2,"trên mức A2 của dòng đầu",IF(A${row}=$A$2,"bằng A2","dưới A2"))&B${row}`;
const table = (rows: number) =>
  plainSheet("Dài", [
    ["Số", "Trống", "Mức"],
    ...Array.from({ length: rows }, (_, row): CellInput[] => [row % 3, null, { formula: formula(row + 2) }]),
  ]);

const LEVEL = ["bằng A2", "trên mức A2 của dòng đầu", "trên mức A2 của dòng đầu"];

describe("formulas that run down a column", () => {
  test("are sent once, and stand in every row with their values", async () => {
    const rows = 400;
    const spec = table(rows);
    await opened.workbook.addSheets([spec]);
    const sent = opened.messages().at(-1) ?? Infinity;
    expect(sent).toBeLessThan(messageBytes(spec.cells) / 4);
    const [snapshot] = await opened.workbook.read([{ sheet: "Dài", area: { row: 1, col: 0, rows, cols: 3 } }]);
    expect(snapshot?.formulas.map((line) => line[2])).toEqual(Array.from({ length: rows }, (_, row) => formula(row + 2)));
    expect(snapshot?.values).toEqual(Array.from({ length: rows }, (_, row) => [row % 3, null, LEVEL[row % 3]]));
  });

  test("go with their rows when one is inserted between them", async () => {
    await opened.workbook.addSheets([table(20)]);
    opened.insertRow("Dài", 8);
    await opened.type("Dài", "A13", -1);
    const [snapshot] = await opened.workbook.read([{ sheet: "Dài", area: { row: 0, col: 2, rows: 22, cols: 1 } }]);
    expect(snapshot?.formulas.flat()).toEqual([null, ...Array.from({ length: 21 }, (_, row) => (row === 7 ? null : formula(row + 2)))]);
    expect(snapshot?.values[12]).toEqual(["dưới A2"]);
  });

  test("are written the same way when a sheet is written again", async () => {
    const [sheet] = await opened.workbook.addSheets([table(10)]);
    await opened.workbook.rewriteSheet(sheet?.id ?? "", { row: 0, col: 0, rows: 11, cols: 3 }, table(30));
    const [snapshot] = await opened.workbook.read([{ sheet: "Dài", area: { row: 1, col: 2, rows: 30, cols: 1 } }]);
    expect(snapshot?.formulas.flat()).toEqual(Array.from({ length: 30 }, (_, row) => formula(row + 2)));
    expect(snapshot?.values.flat()).toEqual(Array.from({ length: 30 }, (_, row) => LEVEL[row % 3]));
  });
});

test("tables of thousands of rows take a few hundred bytes a row at most, formulas and all", () => {
  const rows = 2000;
  const plan = bigPlan(rows);
  const words = wordsOf("vi").templates;
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  const specs = [
    indicatorTable(plan, { table: "indicators1", sheet: "Biểu chỉ tiêu" }, DEFAULT_CHOICES, words),
    budgetTable(plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, DEFAULT_CHOICES, words),
  ];
  const bytes = specs.flatMap(contentSteps).reduce((sum, { bytes: own }) => sum + own, 0);
  expect(bytes / rows).toBeLessThan(300);
});
