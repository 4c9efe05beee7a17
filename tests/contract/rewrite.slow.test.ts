import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellInput, RowOrigins, SheetSpec } from "../../src/sheet";
import { inverseOrigins, risingOrigins, specArea } from "../../src/sheet";
import type { LiveWorkbook } from "../../src/workbook/port";
import { openExcelWorkbook, type OpenedWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { plainSheet } from "./sheets";

const SHEET = "Tổng hợp";
const COLS = 4;

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;
let id = "";

beforeEach(() => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
});
afterEach(() => opened.dispose());

const again = async (): Promise<void> => {
  await opened.dispose();
  opened = openExcelWorkbook();
  workbook = opened.workbook;
};

/** A sheet whose rows are told by letters: kinds of rows look differently, and the last column is a formula of the row. */
function sheetOf(rows: string): SheetSpec {
  const letters = [...rows];
  const cells = letters.map((letter, row): CellInput[] => [
    letter, /[a-m]/.test(letter) ? letter.charCodeAt(0) : null, `chữ ${letter}`, { formula: `=LEN(A${row + 1})+LEN(A${letters.length})` },
  ]);
  const at = (kind: RegExp): number[] => letters.flatMap((letter, row) => (kind.test(letter) ? [row] : []));
  const area = { row: 0, col: 0, rows: Math.max(1, letters.length), cols: COLS };
  return plainSheet(SHEET, cells.length > 0 ? cells : [[null, null, null, null]], {
    styles: [
      { area, style: { font: "Times New Roman", size: 12 } },
      ...at(/[aeiou]/).map((row) => ({ area: { row, col: 0, rows: 1, cols: COLS }, style: { bold: true, border: true } as const })),
      ...at(/[n-z]/).map((row) => ({ area: { row, col: 1, rows: 1, cols: 1 }, style: { numberFormat: "@" } })),
    ],
    merges: at(/[xyz]/).map((row) => ({ row, col: 1, rows: 1, cols: 2 })),
    rowHeights: letters.map((letter, row) => ({ row, height: 15 + (letter.charCodeAt(0) % 5) })),
    names: [{ name: "PT_all", area }],
    conditionalFormats: [{ area: { ...area, cols: 1 }, formula: '=$A1="a"', style: { fill: "#FFC7CE" } }],
    charts:
      letters.length < 2
        ? []
        : [
            {
              name: "PT_chart_1",
              kind: "bar",
              title: "t",
              alt: "",
              categories: { row: 0, col: 0, rows: letters.length, cols: 1 },
              series: [{ name: "s", values: { row: 0, col: 1, rows: letters.length, cols: 1 } }],
              at: { row: 0, col: 0, rows: letters.length, cols: 2 },
            },
          ],
    print: {
      orientation: "portrait",
      pagesWide: 1,
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      area,
      pageBreakRows: at(/q/).filter((row) => row > 0),
    },
  });
}

function originsOf(rows: string, before: string): RowOrigins {
  return risingOrigins([...rows].map((letter) => (before.includes(letter) ? before.indexOf(letter) : null)));
}

const open = async (rows: string): Promise<SheetSpec> => {
  const spec = sheetOf(rows);
  [{ id } = { id: "" }] = await workbook.addSheets([spec]);
  return spec;
};
const remark = (...cells: readonly string[]): Promise<void> =>
  opened.run(async (context) => {
    for (const cell of cells) context.workbook.worksheets.getItem(SHEET).comments.add(cell, `xem ${cell}`);
    await context.sync();
  });

/** Everything that can be seen of the sheet. */
async function seen() {
  const [snapshot] = await workbook.read([{ sheet: SHEET, area: { row: 0, col: 0, rows: 40, cols: 12 } }]);
  const sheet = opened.engine.workbook.getSheetByName(SHEET)?.getSheet();
  const looks = Array.from({ length: 30 }, (_, row) => Array.from({ length: COLS }, (_unused, col) => {
    const style = sheet?.getComposedCellStyle(row, col) ?? {};
    return [
      style.ff, style.fs, style.bl ?? 0,
      style.n?.pattern ?? "General",
      ...(["t", "b", "l", "r"] as const).map((side) => style.bd?.[side]?.s ?? 0),
    ];
  }));
  const remarks: string[] = [];
  let heights: number[] = [];
  await opened.run(async (context) => {
    const comments = context.workbook.worksheets.getItem(SHEET).comments.load("items/content");
    await context.sync();
    const places = comments.items.map((one) => one.getLocation().load("address"));
    const rows = Array.from({ length: snapshot?.area.rows ?? 0 }, (_, row) =>
      context.workbook.worksheets.getItem(SHEET).getRange(`A${row + 1}`).format.load("rowHeight"),
    );
    await context.sync();
    remarks.push(...comments.items.map(({ content }, at) => `${content}: ${places[at]?.address.split("!")[1] ?? ""}`));
    heights = rows.map(({ rowHeight }) => rowHeight);
  });
  const { charts, page } = opened.record(SHEET);
  const names = (await workbook.outline()).names;
  return {
    values: snapshot?.values,
    formulas: snapshot?.formulas,
    looks,
    heights,
    merges: [...opened.merges(SHEET)].sort((a, b) => a.row - b.row),
    remarks,
    charts: charts.map(({ name, at, series }) => ({ name, at, series })),
    area: page.printArea,
    breaks: [...page.rowBreaks],
    formats: opened.formats(SHEET),
    names,
  };
}

describe("a sheet that is written again with its rows moved", () => {
  test("is the same as if it had been written anew, and goes back, whatever came and went", async () => {
    const rows = fc.uniqueArray(fc.constantFrom(..."abcdeqrxyz"), { minLength: 1, maxLength: 9 }).map((letters) => letters.join(""));
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.boolean(), async (before, after, knowing) => {
        const [old, now] = [sheetOf(before), sheetOf(after)];
        await again();
        await open(after);
        const wanted = await seen();
        await again();
        await open(before);
        const stood = await seen();
        const origins = originsOf(after, before);
        await workbook.rewriteSheet(id, specArea(old), now, { origins, ...(knowing ? { before: old } : {}) });
        expect({ ...(await seen()), charts: [] }).toEqual({ ...wanted, charts: [] });
        expect(opened.record(SHEET).charts.map(({ at }) => at)).toEqual(now.charts.map(({ at }) => at));
        await workbook.rewriteSheet(id, specArea(now), old, {
          origins: inverseOrigins(origins, before.length),
          ...(knowing ? { before: now } : {}),
        });
        expect({ ...(await seen()), charts: [] }).toEqual({ ...stood, charts: [] });
      }),
      { numRuns: 8 },
    );
  });

  test("carries comments, words beside, heights and what stands below with their rows", async () => {
    const old = await open("abcd");
    await remark("B2", "F3", "A7");
    await opened.type(SHEET, "G4", "bên cạnh d");
    await opened.type(SHEET, "A6", "bên dưới");
    await opened.type(SHEET, "B6", "=A4");
    await workbook.rewriteSheet(id, specArea(old), sheetOf("xbefcdy"), { origins: originsOf("xbefcdy", "abcd"), before: old });
    const { values, formulas, remarks } = await seen();
    expect(remarks).toEqual(["xem B2: B2", "xem F3: F5", "xem A7: A10"]);
    expect([values?.[5]?.[6], values?.[8]?.[0], formulas?.[8]?.[1]]).toEqual(["bên cạnh d", "bên dưới", "=A6"]);
    expect(values?.slice(0, 8).map((row) => row[0])).toEqual(["x", "b", "e", "f", "c", "d", "y", null]);
  });

  test("of rows that stay only other cells are written: looks that people gave, and their heights, stay", async () => {
    const old = await open("bcd");
    await opened.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange("A2:C2").format.fill.color = "#FFFF00";
      sheet.getRange("3:3").format.rowHeight = 60;
      sheet.getRange("B:B").format.columnWidth = 200;
      await context.sync();
    });
    const next = sheetOf("bxcd");
    await workbook.rewriteSheet(id, specArea(old), next, { origins: originsOf("bxcd", "bcd"), before: old });
    const sheet = opened.engine.workbook.getSheetByName(SHEET)?.getSheet();
    expect([1, 2, 3].map((row) => sheet?.getComposedCellStyle(row, 0)?.bg?.rgb)).toEqual([undefined, "#FFFF00", undefined]);
    expect((await seen()).heights.slice(0, 4)).toEqual([18, 15, 19, 60]);
    expect(sheet?.getColumnWidth(1)).toBeCloseTo((200 * 96) / 72);
    const bytes = opened.messages().at(-1) ?? 0;
    await workbook.rewriteSheet(id, specArea(next), next);
    expect(opened.messages().at(-1)).toBeGreaterThan(bytes);
  });

  test("never loses what people left in a row that would go: nothing is changed, and the cell is named", async () => {
    const old = await open("abcd");
    const drop = (letter: string) =>
      workbook.rewriteSheet(id, specArea(old), sheetOf("abcd".replace(letter, "")), {
        origins: originsOf("abcd".replace(letter, ""), "abcd"),
        before: old,
      });
    await remark("J2");
    await opened.type(SHEET, "H3", "của tôi");
    const before = await seen();
    expect(await failureOf(drop("b"))).toEqual({ code: "would-overwrite", data: { sheet: SHEET, area: "J2" } });
    expect(await failureOf(drop("c"))).toEqual({ code: "would-overwrite", data: { sheet: SHEET, area: "H3" } });
    expect(await seen()).toEqual(before);
    await drop("d");
    expect((await seen()).remarks).toEqual(["xem J2: J2"]);
  });

  test("rows of people's above the old area go only where they are blank", async () => {
    const old = await open("ab");
    opened.insertRow(SHEET, 0);
    opened.insertRow(SHEET, 0);
    const area = { ...specArea(old), row: 2 };
    await opened.type(SHEET, "A1", "của tôi");
    expect((await failureOf(workbook.rewriteSheet(id, area, old, { origins: [2, 3] }))).code).toBe("would-overwrite");
    await workbook.rewriteSheet(id, area, sheetOf("xab"), { origins: [1, 2, 3] }).then(() => expect("").toBe("refused"), () => undefined);
    await opened.type(SHEET, "A1", "");
    await workbook.rewriteSheet(id, area, sheetOf("xab"), { origins: [1, 2, 3] });
    expect((await seen()).values?.slice(0, 4).map((row) => row[0])).toEqual(["x", "a", "b", null]);
  });

  test("where Excel cannot list comments and notes no row goes, and rows still come", async () => {
    const old = await open("abcd");
    expect(await workbook.remarks(SHEET)).toEqual([]);
    await remark("C3");
    expect(await workbook.remarks(SHEET)).toEqual([{ row: 2, col: 2 }]);
    opened.conditions.excelApi = 9;
    expect(await workbook.remarks(SHEET)).toBeNull();
    expect((await failureOf(workbook.rewriteSheet(id, specArea(old), sheetOf("abc"), { origins: [0, 1, 2] }))).code).toBe("not-supported");
    await opened.type(SHEET, "A6", "bên dưới");
    await workbook.rewriteSheet(id, specArea(old), sheetOf("abcdefg"), { origins: [0, 1, 2, 3, null, null, null], before: old });
    opened.conditions.excelApi = 14;
    expect((await seen()).values?.slice(0, 9).map((row) => row[0])).toEqual([..."abcdefg", null, "bên dưới"]);
  });
});
