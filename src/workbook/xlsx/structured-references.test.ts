import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rawBook, type RawBook } from "../../../tests/support/raw-book";
import { columnLetters } from "../../sheet";
import { openXlsx } from ".";
import type { StoredSheet, StoredTable } from "./stored";
import { tableBook } from "./structured-references";

const COLUMNS = ["Nội dung", "Dự toán", "Số\ntiền", "a]b", "c#d", "e'f", "2", "Q1"];
/** B3:I9 of the second sheet: a head, five rows, a row of totals. */
const TABLE: StoredTable = { name: "Bang1", area: { row: 2, col: 1, rows: 7, cols: 8 }, headRows: 1, totalsRows: 1, columns: COLUMNS };

function sheet(name: string, tables: readonly StoredTable[]): StoredSheet {
  return {
    name,
    visible: true,
    cells: new Map(),
    hiddenRows: new Set(),
    filtered: [],
    hiddenCols: [],
    merges: [],
    dates: new Map(),
    tables,
  };
}

const tables = tableBook([sheet("Tổng hợp", []), sheet("Biểu 1", [TABLE])]);
/** As it reads in row 5 of the table's own sheet. */
const own = (formula: string): string | null | undefined => tables?.plain(formula, { sheet: 1, row: 4, col: 10 });

describe("structured references as addresses", () => {
  test.each([
    ["=SUM(Bang1[Dự toán])", "=SUM(C4:C8)"],
    ["=SUM(bang1[DỰ TOÁN])", "=SUM(C4:C8)"],
    ["=SUM(Bang1[[#This Row],[Dự toán]:[2]])", "=SUM(C5:H5)"],
    ["=SUM(Bang1[[#This Row],[2]:[Dự toán]])", "=SUM(C5:H5)"],
    ["=Bang1[@2]*2", "=H5*2"],
    ["=Bang1[@[Dự toán]]-Bang1[@[2]:[Q1]]", "=C5-H5:I5"],
    ["=SUM(Bang1[@])", "=SUM(B5:I5)"],
    ["=SUM(Bang1[@[Dự toán]]:Bang1[@2])", "=SUM(C5:H5)"],
    ["=SUM(Bang1[[#Headers],[2]]:Bang1[[#This Row],[2]])", "=SUM(H3:H5)"],
    ["=SUM(H4:Bang1[@2])", "=SUM(H4:H5)"],
    ["=SUM(Bang1[#All],Bang1[#Data],Bang1[],Bang1[#Headers],Bang1[#Totals])", "=SUM(B3:I9,B4:I8,B4:I8,B3:I3,B9:I9)"],
    ["=Bang1[[#Totals],[Dự toán]]", "=C9"],
    ["=SUM(Bang1[[#Headers],[#Data],[Dự toán]])+SUM(Bang1[ [#Data], [#Totals], [2] ])", "=SUM(C3:C8)+SUM(H4:H9)"],
    ["=SUM(Bang1[[Dự toán]:[Số\ntiền]])", "=SUM(C4:D8)"],
    ["=SUM(Bang1[[Số_x000a_tiền]],Bang1[[Số tiền]],Bang1[[Số\r\ntiền]])", "=SUM(D4:D8,D4:D8,D4:D8)"],
    ["=SUM(Bang1[a']b],Bang1[[c'#d]],Bang1[[#Data],[e''f]])", "=SUM(E4:E8,F4:F8,G4:G8)"],
    ['="Bang1[2]"&Bang1[@Q1]', '="Bang1[2]"&I5'],
  ])("%s", (formula, plain) => {
    expect(own(formula)).toBe(plain);
  });

  test("on another sheet they name theirs, and in a name they are fixed", () => {
    expect(tables?.plain("=SUM(Bang1[2])+C5", { sheet: 0, row: 0, col: 0 })).toBe("=SUM('Biểu 1'!H4:H8)+C5");
    expect(tables?.plain("Bang1[2]", null)).toBe("'Biểu 1'!$H$4:$H$8");
    expect(tables?.names).toEqual([{ name: "Bang1", scope: null, refersTo: "'Biểu 1'!$B$4:$I$8" }]);
  });

  test("without the table's name they are of the table that the cell stands in", () => {
    expect(tables?.plain("=SUM([@[Dự toán]],[@Q1])+[2]", { sheet: 1, row: 4, col: 2 })).toBe("=SUM(C5,I5)+H4:H8");
    expect(own("=[@Q1]")).toBeNull();
  });

  test.each([
    "=Bang1[Khác]", "=Bang2[2]", "=Bang1[#Khác]", "=Bang1[[#Headers],[#Totals],[2]]", "=Bang1[[2],[Q1]]", "=Bang1[[2]:[Khác]]",
    "=[1]!Bang1[2]", "='[1]Biểu 1'!Bang1[2]", "=b.xlsx!Bang1[2]", "='Tổng hợp'!A1:Bang1[2]",
  ])("%s cannot be told", (formula) => {
    expect(own(formula)).toBeNull();
  });

  test("a row of its own needs a row of the table, totals a row of totals", () => {
    expect(tables?.plain("=Bang1[@2]", { sheet: 1, row: 8, col: 7 })).toBeNull();
    expect(tables?.plain("=Bang1[@2]", { sheet: 0, row: 4, col: 7 })).toBeNull();
    const bare = tableBook([sheet("S", [{ ...TABLE, headRows: 0, totalsRows: 0 }])]);
    expect(bare?.plain("=Bang1[#Totals]", { sheet: 0, row: 4, col: 7 })).toBeNull();
    expect(bare?.plain("=Bang1[2]", { sheet: 0, row: 4, col: 7 })).toBe("=H3:H9");
  });

  test("any column is found by its escaped name, whatever signs it has", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[^\s@#][^\n\r_]*[^\s]$/u), {
          minLength: 1,
          maxLength: 6,
          selector: (name) => name.toLowerCase(),
        }),
        fc.nat(5),
        (columns, nth) => {
          const at = nth % columns.length;
          const book = tableBook([sheet("S", [{ ...TABLE, area: { ...TABLE.area, cols: columns.length }, columns }])]);
          const name = (columns[at] ?? "").replace(/['[\]#@]/g, "'$&");
          const letters = columnLetters(1 + at);
          return book?.plain(`=SUM(Bang1[[${name}]])`, { sheet: 0, row: 3, col: 0 }) === `=SUM(${letters}4:${letters}8)`;
        },
      ),
    );
  });
});

const table = (ref: string, totals = ""): string =>
  `<table displayName="Bang1" ref="${ref}"${totals}><tableColumns><tableColumn name="Mục"/><tableColumn name="Năm_x000a_1"/><tableColumn name="Năm 2"/><tableColumn name="Tổng"/></tableColumns></table>`;
const cell = (at: string, formula: string): string => `<c r="${at}"><f>${formula}</f><v>-1</v></c>`;

async function valuesOf(formulas: readonly string[], book: Partial<RawBook> = {}): Promise<unknown[]> {
  const rows = [1, 2, 3].map((n) => `<row r="${n + 1}"><c r="B${n + 1}"><v>${n}</v></c><c r="C${n + 1}"><v>${n * 10}</v></c>${cell(`D${n + 1}`, "SUM(Bang1[[#This Row],[Năm\n1]:[Năm 2]])")}</row>`).join("");
  const own = formulas.map((formula, i) => cell(`A${i + 1}`, formula));
  const read = await openXlsx(
    rawBook({
      sheets: [
        { name: "S", rows, tables: [table("A1:D4")] },
        { name: "T", rows: own.map((text, i) => `<row r="${i + 1}">${text}</row>`).join("") },
      ],
      ...book,
    }),
  );
  const [found] = await read.read([{ sheet: "T", area: { row: 0, col: 0, rows: formulas.length, cols: 1 } }]);
  return found?.values.map(([value], i) => (found.unevaluated.some(({ row }) => row === i) ? "?" : value)) ?? [];
}

describe("a file with a table", () => {
  test("its formulas are computed, by names and by the table's own, too", async () => {
    const names = '<definedName name="TongTien">Bang1[Tổng]</definedName>';
    expect(
      await valuesOf(
        [
          "SUM(Bang1[Tổng])", "SUM(TongTien)", "SUM(Bang1)", "ROWS(Bang1)", "SUMIFS(Bang1[Tổng],Bang1[Năm_x000a_1],\"&gt;1\")",
          "SUM(Bang1[Không có])",
        ],
        { names },
      ),
    ).toEqual([66, 66, 132, 3, 55, "?"]);
  });

  test("a shared formula leaves what it says of the table alone", async () => {
    const column =
      '<table displayName="Bang1" ref="A1:B3"><tableColumns><tableColumn name="Q1"/><tableColumn name="Q2"/></tableColumns></table>';
    const rows = '<row r="1"/><row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0" ref="B2:B3">SUM(Bang1[Q1])+A2</f></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"/></c></row>';
    const read = await openXlsx(rawBook({ sheets: [{ name: "S", rows, tables: [column] }] }));
    const [found] = await read.read([{ sheet: "S", area: { row: 1, col: 1, rows: 2, cols: 1 } }]);
    expect(found).toMatchObject({ values: [[4], [5]], formulas: [["=SUM(A2:A3)+A2"], ["=SUM(A2:A3)+A3"]] });
  });
});
