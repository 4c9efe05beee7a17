import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellStyle, StyledArea } from "../../src/sheet";
import { type OpenedWorkbook, openExcelWorkbook } from "./excel-workbook";
import { plainSheet } from "./sheets";

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const SIZE = 12;
const area = fc.record({
  row: fc.nat(SIZE - 3),
  col: fc.nat(SIZE - 3),
  rows: fc.integer({ min: 1, max: 3 }),
  cols: fc.integer({ min: 1, max: 3 }),
});
const style = fc.constantFrom<CellStyle>(
  { bold: true, size: 14 }, { bold: false }, { fill: "#E7E6E6", align: "center" }, { fill: "#FFF2CC" }, { border: true, wrap: true },
  { numberFormat: "0.0", valign: "center" }, { numberFormat: "@", locked: false },
  { italic: true, indent: 1, color: "#FF0000", font: "Times New Roman" },
);

test("areas that have one style are sent together, and every cell looks as if each area had been sent by itself", async () => {
  const sheets = fc.array(fc.record({ area, style }), { minLength: 20, maxLength: 60 });
  const cells = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => null));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(sheets, async (styles) => {
      const [together, apart] = [`Gộp ${++count}`, `Rời ${count}`];
      await opened.workbook.addSheets([plainSheet(together, cells, { styles })]);
      await opened.workbook.addSheets([plainSheet(apart, cells)]);
      await opened.run(async (context) => {
        for (const one of styles) setAlone(context.workbook.worksheets.getItem(apart), one);
        await context.sync();
      });
      expect(looks(together)).toEqual(looks(apart));
    }),
    { numRuns: 4 },
  );
});

test("hundreds of areas of one style take one message of some kilobytes; an address is never longer than Excel takes", async () => {
  const styles = Array.from({ length: 1500 }, (_, row): StyledArea => ({
    area: { row: row * 2, col: 0, rows: 1, cols: 4 },
    style: { bold: true, fill: "#E7E6E6", border: true },
  }));
  await opened.workbook.addSheets([plainSheet("Dài", [[1]], { styles })]);
  expect(opened.messages().at(-1)).toBeLessThan(60_000);
  const sheet = opened.engine.workbook.getSheetByName("Dài")?.getSheet();
  expect([0, 1, 2, 2998].map((row) => sheet?.getComposedCellStyle(row, 3)?.bl ?? 0)).toEqual([1, 0, 1, 1]);
});

function looks(name: string): unknown {
  const sheet = opened.engine.workbook.getSheetByName(name)?.getSheet();
  return Array.from({ length: SIZE }, (_, row) =>
    Array.from({ length: SIZE }, (_unused, col) => [sheet?.getComposedCellStyle(row, col), sheet?.getCellRaw(row, col)?.custom]),
  );
}

/** The style as a program that knows no lists of areas sends it. */
function setAlone(sheet: Excel.Worksheet, { area: { row, col, rows, cols }, style: look }: StyledArea): void {
  const range = sheet.getRangeByIndexes(row, col, rows, cols);
  const { format } = range;
  const { border, numberFormat, locked, wrap, indent, align, valign, fill, font, ...letters } = look;
  Object.assign(format.font, letters, font === undefined ? {} : { name: font });
  if (fill !== undefined) format.fill.color = fill;
  if (wrap !== undefined) format.wrapText = wrap;
  if (indent !== undefined) format.indentLevel = indent;
  if (align === "center") format.horizontalAlignment = "Center";
  if (valign === "center") format.verticalAlignment = "Center";
  if (locked !== undefined) format.protection.locked = locked;
  if (numberFormat !== undefined) range.numberFormat = Array.from({ length: rows }, () => Array.from({ length: cols }, () => numberFormat));
  if (border === true) {
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) format.borders.getItem(edge).style = "Continuous";
    if (rows > 1) format.borders.getItem("InsideHorizontal").style = "Continuous";
    if (cols > 1) format.borders.getItem("InsideVertical").style = "Continuous";
  }
}
