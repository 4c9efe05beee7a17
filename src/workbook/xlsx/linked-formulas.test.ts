import { describe, expect, test } from "@jest/globals";
import { rawBook, type RawBook } from "../../../tests/support/raw-book";
import { openXlsx } from ".";

const LINK = {
  target: "file:///C:\\kh\\Chi%20tiet.xlsx",
  inside:
    '<sheetNames><sheetName val="Chi tiết"/><sheetName val="Khác"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="5"><cell r="C5"><v>10</v></cell><cell r="D5" t="str"><v>chữ</v></cell></row>' +
    '<row r="6"><cell r="C6"><v>20</v></cell><cell r="D6" t="e"><v>#REF!</v></cell></row></sheetData></sheetDataSet>',
};

interface Told {
  readonly value: unknown;
  readonly books?: readonly string[];
}

/** What the formulas of A1, A2 … come to, of which the file kept `kept`; "?" for what could not be computed. B1 is 100. */
async function told(
  formulas: readonly string[],
  { kept = "<v>7</v>", ...book }: Partial<RawBook> & { readonly kept?: string } = { links: [LINK] },
): Promise<Told[]> {
  const rows = formulas
    .map(
      (formula, i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>${formula}</f>${kept}</c>${i === 0 ? '<c r="B1"><v>100</v></c>' : ""}</row>`,
    )
    .join("");
  const bytes = rawBook({ sheets: [{ name: "S", rows }], ...book });
  const area = { row: 0, col: 0, rows: formulas.length, cols: 1 };
  const [all] = await (await openXlsx(bytes)).read([{ sheet: "S", area }]);
  return formulas.map((_, row) => {
    const books = all?.linked?.find((one) => one.row === row)?.books;
    return { value: all?.unevaluated.some((one) => one.row === row) ? "?" : all?.values[row]?.[0], ...(books ? { books } : {}) };
  });
}

const BOOKS = ["Chi tiet.xlsx"];

describe("links to another workbook", () => {
  test.each([
    ["'[1]Chi tiết'!$C$5", 10],
    ["'[1]Chi tiết'!C5+B1", 110],
    ["SUM('[1]Chi tiết'!C5:C9)", 30],
    ["SUM('[1]CHI TIẾT'!C:C)*2", 60],
    ["VLOOKUP(10,'[1]Chi tiết'!$C:$D,2,FALSE)", "chữ"],
    ["'[chi tiet.xlsx]Chi tiết'!C6", 20],
  ])("%s is computed with the cells that the file kept of it", async (formula, value) => {
    expect(await told([formula])).toEqual([{ value, books: BOOKS }]);
  });

  test.each([
    "'[1]Chi tiết'!$C$9", "[1]Khác!A1", "SUM([1]Khác!A1:A9)+B1", "[1]!Tong", "[1]!Bang1[Số tiền]",
    "VLOOKUP(99,'[1]Chi tiết'!$C:$D,2,FALSE)", "'[1]Chi tiết'!D6",
  ])("%s: what the file kept of the cell itself serves", async (formula) => {
    expect(await told([formula])).toEqual([{ value: 7, books: BOOKS }]);
  });

  test("without any part of links it serves, too, and what hangs on it is computed; where nothing was kept it is not known", async () => {
    expect(await told(["'[1]Chi tiết'!$C$5", "A1*2", "SUM(A1:A2)"], {})).toEqual([
      { value: 7, books: ["1"] }, { value: 14 }, { value: 21 },
    ]);
    expect(await told(["'C:\\kh\\[b.xlsx]Biểu'!C5", "A1+0"], {})).toEqual([{ value: 7, books: ["b.xlsx"] }, { value: 7 }]);
    expect(await told(["'[1]Chi tiết'!$C$5", "A1*2"], { kept: "" })).toEqual([{ value: "?" }, { value: "?" }]);
  });

  test("names that speak of another workbook are told as it is, and [0] is this one", async () => {
    const names = "<definedName name=\"DuToan\">'[1]Chi tiết'!$C$5</definedName><definedName name=\"Ca\">SUM('[1]Chi tiết'!$C$5:$C$6)</definedName><definedName name=\"Day\">S!$B$1</definedName>";
    expect(await told(["DuToan", "Ca*2+DuToan", "[0]!Day"], { links: [LINK], names })).toEqual([
      { value: 10, books: BOOKS }, { value: 70, books: BOOKS }, { value: 100 },
    ]);
    expect(await told(["DuToan*3"], { names })).toEqual([{ value: 7, books: ["1"] }]);
  });

  test("a sheet of this workbook by the same name is another one", async () => {
    expect(await told(["[1]S!B1", "S!B1"])).toEqual([{ value: 7, books: BOOKS }, { value: 100 }]);
  });

  test("what the file kept of a workbook is read where a formula names it, and nowhere else", async () => {
    const links = [LINK, { target: "file:///C:\\kh\\cu.xlsx", inside: "<sheetNames>" }];
    expect(await told(["'[1]Chi tiết'!$C$5"], { links })).toEqual([{ value: 10, books: BOOKS }]);
    await expect(told(["[2]Cu!A1"], { links })).rejects.toMatchObject({ code: "unreadable-file" });
  });
});
