import { expect, test } from "@jest/globals";
import { rawBook } from "../../../tests/support/raw-book";
import { openXlsx } from ".";

const styles = '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs></styleSheet>';
const rows = '<row r="1"><c r="A1" s="1"><v>44892</v></c><c r="B1" s="2"><v>44892</v></c><c r="C1" s="3"><v>44892</v></c><c r="D1"><v>44892</v></c><c r="E1" s="1" t="str"><v>ngày</v></c></row>';

async function read(properties: string, dates: boolean) {
  const book = await openXlsx(rawBook({ sheets: [{ name: "S", rows }], styles, properties }));
  const [found] = await book.read([{ sheet: "S", area: { row: 0, col: 0, rows: 1, cols: 5 } }], { dates });
  return found;
}

test("numbers that show as dates are told with their formats, only where they are asked for", async () => {
  expect((await read("", true))?.dates).toEqual([{ row: 0, col: 0, format: "m/d/yyyy" }, { row: 0, col: 1, format: "mm/yyyy" }]);
  expect(await read("", false)).not.toHaveProperty("dates");
});

test("the dates of a workbook that counts from 1904 are as of 1900, its other numbers as they are", async () => {
  const found = await read('<workbookPr date1904="1"/>', true);
  expect([found?.values[0], found?.from1904]).toEqual([[46354, 46354, 44892, 44892, "ngày"], true]);
});
