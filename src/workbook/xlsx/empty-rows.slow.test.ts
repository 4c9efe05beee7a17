import { describe, expect, test } from "@jest/globals";
import { strToU8 } from "fflate";
import { growth } from "../../../tests/support/growth";
import { withoutLooks, withoutEmptyRows } from "./empty-rows";
import { readSheet } from "./read-sheet";

const sheet = (rows: string): string => `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;

describe("withoutEmptyRows, of very much", () => {
  test("a million formatted rows are gone before they are parsed", () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, i) =>
        `<row r="${i + 1}" s="1" customFormat="1"${i % 2 ? ' hidden="1"' : ""}>${i === 4 ? '<c r="B5"><v>7</v></c>' : `<c r="A${i + 1}" s="1"/>`}</row>`,
    ).join("");
    const text = sheet(rows);
    const { cells, hiddenRows, hiddenCols, merges } = readSheet(
      { part: "sheet1.xml", bytes: strToU8(text), name: "S", visible: true },
      { strings: [], dates: { formats: [], shift: 0 } },
    ).sheet;
    expect([cells.size, hiddenRows.size, hiddenCols, merges]).toEqual([
      1, 524_288, [{ from: 1, to: 2 }], [{ row: 0, col: 0, rows: 2, cols: 2 }],
    ]);
    // what the parser is left with is the one row that holds something
    expect(withoutLooks(withoutEmptyRows(text, () => undefined))).toBe(
      sheet('<row r="5" s="1" customFormat="1"><c r="B5"><v>7</v></c></row>'),
    );
  });

  test.each([
    ["rows that are not closed", "<row "],
    ["rows whose cells do not end", '<row r="1"><c r="A1" s="1"/><c r="A1" s="1"/>'],
    ["attributes that do not end", '<row r="'],
    ["cells that are not closed", "<c "],
    ["looks that are not closed", "<conditionalFormatting>"],
    ["validations that are not closed", '<dataValidations count="1">'],
    ["looks without the end of their tag", "<conditionalFormatting "],
    ["looks under a name of their own each", "<a?:conditionalFormatting>"],
    ["looks that are closed by something else", "<conditionalFormatting></conditionalFormattings>"],
  ])("%s take no longer each when there are more", (_, piece) => {
    const text = (size: number): string => sheet(Array.from({ length: size }, (_, i) => piece.replace("?", String(i))).join(""));
    expect(growth((size) => void withoutLooks(withoutEmptyRows(text(size), () => undefined)), 4_000, 8)).toBeLessThan(28);
  });
});
