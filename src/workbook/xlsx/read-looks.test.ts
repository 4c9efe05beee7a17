import { expect, test } from "@jest/globals";
import { rawBook, type RawSheet } from "../../../tests/support/raw-book";
import { cellLooks, isDateFormat, parseAreaA1, toA1, type CellLook, type LookPart } from "../../sheet";
import { BUILT_IN_FORMATS } from "./number-formats";
import { openXlsx } from "./read";

const ALL: readonly LookPart[] = ["numberFormats", "indents", "aligns", "bold", "unseen", "borders", "widths"];

/**
 * 0 plain, 1 bold, 2 "b" that says no, 3 a line below, 4 a double line above and on the starting side, 5 indent, 6 across, 7 percent, 8
 * what is out of range.
 */
const STYLES = `<styleSheet>
  <numFmts count="1"><numFmt numFmtId="170" formatCode="#,##0.0&quot; tr&quot;"/></numFmts>
  <fonts><font><sz val="11"/></font><font><b/></font><font><b val="0"/></font></fonts>
  <borders><border/><border><left/><bottom style="thin"><color auto="1"/></bottom></border><border><start style="hair"/><top style="double"/><bottom style="none"/><diagonal style="thin"/></border></borders>
  <cellStyleXfs><xf fontId="1" borderId="1"/></cellStyleXfs>
  <cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf borderId="1"/><xf borderId="2"/><xf numFmtId="170"><alignment horizontal="left" indent="2"/></xf>
    <xf><alignment horizontal="centerContinuous"/></xf><xf numFmtId="9"/><xf numFmtId="999" fontId="99" borderId="99"><alignment horizontal="sideways" indent="1000"/></xf></cellXfs>
  <dxfs><dxf><font><b/></font><border><top style="thin"/></border></dxf></dxfs>
</styleSheet>`;

async function looksOf(sheet: Omit<RawSheet, "name">, area: string) {
  const at = { sheet: "S", area: parseAreaA1(area) ?? { row: 0, col: 0, rows: 1, cols: 1 } };
  const bytes = rawBook({ sheets: [{ name: "S", ...sheet }], styles: STYLES });
  const [looks] = await (await openXlsx(bytes)).read([at], { looks: ALL });
  return looks?.looks ?? {};
}

/** The looks of the cells that have any. */
async function seen(sheet: Omit<RawSheet, "name">, area: string): Promise<Record<string, CellLook>> {
  const look = cellLooks(await looksOf(sheet, area));
  const { row, col, rows, cols } = parseAreaA1(area) ?? { row: 0, col: 0, rows: 1, cols: 1 };
  const cells = Array.from({ length: rows * cols }, (_, at) => ({ row: row + Math.floor(at / cols), col: col + (at % cols) }));
  return Object.fromEntries(
    cells.map((cell) => [toA1(cell), look(cell.row, cell.col)] as const).filter(([, one]) => Object.keys(one).length > 0),
  );
}

test("each style of a file gives its looks; what is out of range is as usual", async () => {
  const cells = Array.from({ length: 9 }, (_, style) => `<c r="${"ACEGIKMOQ"[style]}2" s="${style}"><v>1</v></c>`).join("");
  expect(await seen({ rows: `<row r="2">${cells}</row>` }, "A2:Q2")).toEqual({
    C2: { bold: true },
    G2: { sides: ["bottom"] },
    // the line on the left of a cell is on the right of the one before it
    H2: { sides: ["right"] },
    I2: { sides: ["top", "left"] },
    K2: { numberFormat: '#,##0.0" tr"', indent: 2, align: "left" },
    M2: { align: "across" },
    O2: { numberFormat: "0%" },
  });
});

test("text in the colour of its ground is unseen, whatever the file calls the colour", async () => {
  const inks = ['rgb="FFFFFFFF"', 'theme="0"', 'indexed="9"', 'rgb="FF1F4E78"', 'theme="4" tint="0.4"', 'rgb="FFFF0000"', 'auto="1"'];
  const solid = (color: string): string => `<patternFill patternType="solid"><fgColor ${color}/><bgColor indexed="64"/></patternFill>`;
  const fills = [
    "<patternFill/>", '<patternFill patternType="gray125"/>', solid('rgb="FF1F4E78"'), solid('theme="4" tint="0.4"'),
    '<patternFill patternType="darkGrid"><fgColor rgb="FFFFFFFF"/></patternFill>', solid('theme="0"'),
    "<gradientFill/>", solid('rgb="FF000000"'),
  ];
  const styles = `<styleSheet><fonts>${inks.map((ink) => `<font><b/><color ${ink}/></font>`).join("")}</fonts>
    <fills>${fills.map((fill) => `<fill>${fill}</fill>`).join("")}</fills>
    <cellXfs>${inks.map((_, font) => fills.map((__, fill) => `<xf fontId="${font}" fillId="${fill}"/>`).join("")).join("")}</cellXfs></styleSheet>`;
  const cell = (row: number, col: number): string => `<c r="${toA1({ row, col })}" s="${row * fills.length + col}"/>`;
  const rows = inks.map((_, row) => `<row r="${row + 1}">${fills.map((__, col) => cell(row, col)).join("")}</row>`);
  const book = await openXlsx(rawBook({ sheets: [{ name: "S", rows: rows.join("") }], styles }));
  const [read] = await book.read([{ sheet: "S", area: { row: 0, col: 0, rows: inks.length, cols: fills.length } }], { looks: ["unseen"] });
  const look = cellLooks(read?.looks ?? {});
  const unseen = inks.map((_, row) => fills.flatMap((__, col) => (look(row, col).unseen ? [col] : [])));
  expect(unseen).toEqual([[0, 5], [0, 5], [0, 5], [2], [3], [], [7]]);
});

test("a line between two cells belongs to both, also to one at the edge of what is read", async () => {
  const rows = '<row r="1"><c r="A1" s="3"/></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="4"/></row>';
  expect(await seen({ rows }, "A1:A3")).toEqual({
    A1: { sides: ["bottom"] },
    A2: { sides: ["top", "bottom"] },
    A3: { sides: ["top", "left"] },
  });
  expect(await seen({ rows }, "A2")).toEqual({ A2: { sides: ["top", "bottom"] } });
});

test("blank cells have looks, those that are not there have those of their row, else of their column, and a cell of its own has its own", async () => {
  const before = '<cols><col min="2" max="3" width="20" style="1"/></cols>';
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row><row r="2" s="7" customFormat="1"><c r="C2" s="5"/></row><row r="3" s="7"/><row><c s="1"/><c/><c s="0"><v>2</v></c></row>';
  expect(await seen({ before, rows }, "A1:D4")).toEqual({
    C1: { bold: true },
    A2: { numberFormat: "0%" },
    B2: { numberFormat: "0%" },
    C2: { numberFormat: '#,##0.0" tr"', indent: 2, align: "left" },
    D2: { numberFormat: "0%" },
    // a row's style counts where the file says that it is one
    B3: { bold: true },
    C3: { bold: true },
    A4: { bold: true },
  });
});

test("widths are in characters as Excel shows them; the usual one is the file's", async () => {
  const cols =
    '<cols><col min="1" max="1" width="12.7109375"/><col min="2" max="2" width="5.7109375" hidden="1"/><col min="1" max="9" width="90"/><col min="3" max="3" width="0"/><col min="4" max="4" width="wide"/></cols>';
  // a stretch that goes over one before it is passed over
  expect((await looksOf({ before: cols, rows: "" }, "A1:E1")).widths).toEqual([12, 0, 0, 8.43, 8.43]);
  expect((await looksOf({ rows: "" }, "A1:B1")).widths).toEqual([8.43, 8.43]);
  expect((await looksOf({ before: '<sheetFormatPr baseColWidth="10"/>', rows: "" }, "A1")).widths).toEqual([10.71]);
  expect((await looksOf({ before: '<sheetFormatPr defaultColWidth="9.140625" baseColWidth="x"/>', rows: "" }, "A1")).widths).toEqual([
    8.43,
  ]);
});

test("only what is asked for is told; an area to the end of the sheet has the looks of its used part", async () => {
  const rows = '<row r="2"><c r="B2" s="1"><v>1</v></c></row><row r="9"><c r="B9" s="1"/></row>';
  const book = await openXlsx(rawBook({ sheets: [{ name: "S", rows }], styles: STYLES }));
  const [read] = await book.read([{ sheet: "S", area: { row: 0, col: 0, rows: 1_048_576, cols: 16_384 } }], { looks: ["bold"] });
  expect(read?.looks).toEqual({ bold: [{ area: { row: 1, col: 1, rows: 1, cols: 1 }, value: true }] });
});

test("what an area wants by itself counts before what is wanted of all", async () => {
  const book = await openXlsx(rawBook({ sheets: [{ name: "S", rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' }], styles: STYLES }));
  const at = { sheet: "S", area: { row: 0, col: 0, rows: 1, cols: 1 } };
  const [all, none, other] = await book.read(
    [at, { ...at, wanted: { looks: [] } }, { ...at, wanted: { looks: ["widths"], layout: true } }],
    { looks: ["bold"] },
  );
  expect([all?.looks, none?.looks, other?.looks, other?.hidden, all?.hidden]).toEqual([
    { bold: [{ area: at.area, value: true }] },
    undefined,
    { widths: [8.43] },
    { rows: [], cols: [] },
    undefined,
  ]);
});

test("of the formats that a file names by number only those of days, months and years are dates", () => {
  expect(
    [...BUILT_IN_FORMATS]
      .filter(([, code]) => isDateFormat(code))
      .map(([id]) => id)
      .sort((a, b) => a - b),
  ).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
});
