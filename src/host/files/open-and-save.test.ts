import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { rawBook, type RawBook, type RawSheet } from "../../../tests/support/raw-book";
import type { SheetSpec } from "../../sheet";
import { openWhole } from "../../workbook/files";
import { writeXlsx, type LeftPart } from "../../workbook/xlsx";
import { createEngine, type Engine } from "../engine";
import { savedWorkbook } from "./sheet-specs";
import { showBook } from "./show-book";

let engine: Engine;
beforeEach(() => {
  engine = createEngine({ name: "x", sheets: ["Trang tính1"] });
});
afterEach(() => engine.dispose());

interface Again {
  readonly left: readonly LeftPart[];
  readonly specs: readonly SheetSpec[];
  /** The text of a part of the file that was saved. */
  readonly part: (name: string) => string;
}

/** Opens a file as the page does and saves it again. */
async function again(bytes: Uint8Array, name = "a.xlsx"): Promise<Again> {
  await engine.settled();
  const book = await openWhole(bytes, name);
  showBook(engine, book);
  await engine.settled();
  const { specs, left } = savedWorkbook(engine);
  const parts = unzipSync(await writeXlsx(specs));
  return { left: [...book.left, ...left], specs, part: (wanted) => strFromU8(parts[wanted] ?? new Uint8Array()) };
}

const rawAgain = (sheet: Partial<RawSheet>, book: Partial<RawBook> = {}): Promise<Again> =>
  again(rawBook({ ...book, sheets: [{ name: "Một", rows: '<row r="1"><c r="A1"><v>1</v></c></row>', ...sheet }] }));

const sheetXml = async (sheet: Partial<RawSheet>, book?: Partial<RawBook>): Promise<string> => {
  const { left, part } = await rawAgain(sheet, book);
  expect(left).toEqual([]);
  return part("xl/worksheets/sheet1.xml");
};

describe("pages", () => {
  test("as a file has them", async () => {
    const margins = '<pageMargins left="0.5" right="0.25" top="1" bottom="0.75" header="0.3" footer="0.2"/>';
    const setup = '<pageSetup paperSize="8" firstPageNumber="5" useFirstPageNumber="1" fitToWidth="2" fitToHeight="3" orientation="landscape"/>';
    const head = "<oddHeader>&amp;L&amp;&quot;Times,Bold&quot;Tỉnh A &amp;&amp; B&amp;R&amp;D</oddHeader><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter>";
    const xml = await sheetXml({
      before: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      after: `<printOptions horizontalCentered="1"/>${margins}${setup}<headerFooter differentFirst="1" alignWithMargins="0">${head}</headerFooter>` +
        '<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>',
    });
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain(`<printOptions horizontalCentered="1"/>${margins}${setup}`);
    expect(xml).toContain('<headerFooter differentFirst="1" alignWithMargins="0">');
    expect(xml.replaceAll('"', "&quot;")).toContain(head);
    expect(xml).toContain('<brk id="3" max="16383" man="1"/>');
  });

  test("of a file that says nothing stay as Excel has them: no number in the head, not fitted to a page", async () => {
    const xml = await sheetXml({});
    expect(xml).not.toMatch(/headerFooter|fitToPage|paperSize|firstPageNumber/);
    expect(xml).toContain('<pageSetup scale="100" orientation="portrait"/>');
  });

  test("with the area that is printed, and rows and columns that repeat", async () => {
    const names =
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Một!$A$1:$C$9</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">Một!$A:$B,Một!$1:$2</definedName>';
    const { part, left } = await rawAgain({}, { names });
    expect(left).toEqual([]);
    expect(part("xl/workbook.xml").replaceAll("'", "")).toContain(names);
  });

  test.each([
    ["gridlines", { after: '<printOptions gridLines="1"/>' }, {}],
    ["even pages", { after: '<headerFooter differentOddEven="1"><oddHeader>&amp;P</oddHeader><evenHeader>a</evenHeader></headerFooter>' }, {}],
    ["a first page", { after: '<headerFooter differentFirst="1"><firstHeader>a</firstHeader></headerFooter>' }, {}],
    ["black and white", { after: '<pageSetup blackAndWhite="1"/>' }, {}],
    [
      "two areas", {},
      { names: '<definedName name="_xlnm.Print_Area" localSheetId="0">Một!$A$1:$C$9,Một!$E$1:$F$2</definedName>' },
    ],
  ])("more of them is told: %s", async (_, sheet, book) => {
    expect((await rawAgain(sheet, book)).left).toEqual([{ kind: "print", sheets: ["Một"] }]);
  });
});
