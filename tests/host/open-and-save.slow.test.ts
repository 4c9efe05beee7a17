import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { plainSheet } from "../contract/sheets";
import { rawBook, type RawBook, type RawSheet } from "../support/raw-book";
import { createSpecs, DEFAULT_OPTIONS } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { Area, ChartSpec, SheetSpec } from "../../src/sheet";
import { openWhole } from "../../src/workbook/files";
import { writeXlsx, type LeftPart } from "../../src/workbook/xlsx";
import { createEngine, type Engine } from "../../src/host/engine";
import { savable } from "../../src/host/files/save";
import { savedWorkbook } from "../../src/host/files/sheet-specs";
import { showBook } from "../../src/host/files/show-book";

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
  const { left, specs } = savedWorkbook(engine);
  const saved = await (await savable(engine)).content();
  const parts = unzipSync(saved);
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

/** Styles of conditional formats: each with its own ground. */
const DXFS =
  '<styleSheet><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/></cellXfs><dxfs>' +
  '<dxf><font><b/><i val="0"/><strike/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>' +
  '<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF111111"/><bgColor rgb="FF222222"/></patternFill></fill></dxf>' +
  '<dxf><font><u/></font><border><left style="thin"/></border></dxf></dxfs></styleSheet>';

const format = (sqref: string, rules: string): string => `<conditionalFormatting sqref="${sqref}">${rules}</conditionalFormatting>`;

/** Where rules hold, their formulas, in their order, and whether those after them count. */
const formatsIn = (xml: string): unknown =>
  [...xml.matchAll(/sqref="([^"]+)"><cfRule type="expression" dxfId="\d+" priority="\d+"( stopIfTrue="1")?><formula>([^<]*)</g)].map(
    ([, sqref, stops, formula]) => [sqref, formula, stops !== undefined],
  );

describe("conditional formats", () => {
  test("by formula, by comparison and by text, in their order", async () => {
    const xml = await sheetXml(
      {
        after:
          format("B2:B5", '<cfRule type="expression" dxfId="0" priority="3"><formula>B2&gt;SUM($A$1:A1)</formula></cfRule>') +
          format("A1:A3", '<cfRule type="cellIs" dxfId="1" priority="1" operator="greaterThan" stopIfTrue="1"><formula>5</formula></cfRule>') +
          format("C1 C3:C4", '<cfRule type="cellIs" dxfId="1" priority="2" operator="between"><formula>1</formula><formula>2</formula></cfRule>') +
          format("D1", '<cfRule type="containsText" dxfId="1" priority="4" text="x"><formula>NOT(ISERROR(SEARCH("x",D1)))</formula></cfRule>') +
          format("E1", '<cfRule type="cellIs" dxfId="1" priority="5" operator="equal"><formula>A1+1</formula></cfRule>'),
      },
      { styles: DXFS },
    );
    expect(formatsIn(xml)).toEqual([
      ["A1:A3", "A1&gt;5", true],
      ["C1", "AND(C1&gt;=1,C1&lt;=2)", false],
      ["C3:C4", "AND(C3&gt;=1,C3&lt;=2)", false],
      ["B2:B5", "B2&gt;SUM($A$1:A1)", false],
      ["D1", 'NOT(ISERROR(SEARCH("x",D1)))', false],
      ["E1", "E1=(A1+1)", false],
    ]);
  });

  test("with their letters and grounds", async () => {
    const after = format("A1", '<cfRule type="expression" dxfId="0" priority="1"><formula>A1</formula></cfRule>');
    const { specs, part } = await rawAgain({ after }, { styles: DXFS });
    expect(specs[0]?.conditionalFormats).toEqual([
      {
        area: { row: 0, col: 0, rows: 1, cols: 1 }, formula: "=A1",
        style: { fill: "#FFC7CE", color: "#9C0006", bold: true, italic: false, strike: true },
      },
    ]);
    expect(part("xl/styles.xml")).toContain('<dxf><font><b val="1"/><i val="0"/><strike val="1"/><color rgb="FF9C0006"/></font><fill>');
  });

  test.each([
    ["a scale of colours", '<cfRule type="colorScale" priority="1"><colorScale/></cfRule>', 0],
    ["lines of a format", '<cfRule type="expression" dxfId="2" priority="1"><formula>A1</formula></cfRule>', 1],
    ["a formula that may take for ever", '<cfRule type="expression" dxfId="0"><formula>SUM(INDIRECT("C:XFD"))</formula></cfRule>', 0],
    ["a name, which may be anything", '<cfRule type="expression" dxfId="0" priority="1"><formula>ten&gt;1</formula></cfRule>', 0],
    [
      "bounds of which nobody knows which is the lower",
      '<cfRule type="cellIs" operator="between" dxfId="0" priority="1"><formula>B1</formula><formula>C1</formula></cfRule>', 0,
    ],
  ])("more of them is told: %s", async (_, rules, kept) => {
    const { left, specs } = await rawAgain({ after: format("A1", rules) }, { styles: DXFS });
    expect(left).toEqual([{ kind: "conditional", sheets: ["Một"] }]);
    expect(specs[0]?.conditionalFormats).toHaveLength(kept);
  });
});

describe("rules of validation", () => {
  test.each([
    '<dataValidation type="whole" operator="greaterThan" allowBlank="1" showErrorMessage="1" sqref="A1:A3 C1"><formula1>5</formula1></dataValidation>',
    '<dataValidation type="decimal" errorStyle="information" allowBlank="1" showErrorMessage="1" sqref="A1"><formula1>B1</formula1><formula2>B2*2</formula2></dataValidation>',
    '<dataValidation type="decimal" operator="lessThanOrEqual" showErrorMessage="1" sqref="A1"><formula1>1.5</formula1></dataValidation>',
    '<dataValidation type="list" allowBlank="1" showDropDown="1" showErrorMessage="1" sqref="A1"><formula1>"a,b"</formula1></dataValidation>',
    '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A1"><formula1>Một!$B$1:$B$9</formula1></dataValidation>',
    '<dataValidation type="date" operator="notBetween" allowBlank="1" showErrorMessage="1" sqref="A1"><formula1>44562</formula1><formula2>TODAY()</formula2></dataValidation>',
    '<dataValidation type="textLength" operator="lessThan" allowBlank="1" showErrorMessage="1" errorTitle="Dài" error="Ngắn hơn" sqref="A1"><formula1>9</formula1></dataValidation>',
    '<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="p" prompt="q" sqref="A1:A2"><formula1>COUNTIF($A$1:$A$9,A1)=1</formula1></dataValidation>',
    '<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Nhập" prompt="số tiền" sqref="A1"/>',
    '<dataValidation type="decimal" allowBlank="1" sqref="A1"><formula1>0</formula1><formula2>9</formula2></dataValidation>',
  ])("stay as they are: %s", async (rule) => {
    const xml = await sheetXml({ after: `<dataValidations count="1">${rule}</dataValidations>` });
    expect(xml).toContain(`<dataValidations count="1">${rule}</dataValidations>`);
  });

  test("of later versions too, which name other sheets", async () => {
    const rule =
      '<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Hai!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B1:B2</xm:sqref></x14:dataValidation>';
    const xml = await sheetXml({ after: `<extLst><ext><x14:dataValidations>${rule}</x14:dataValidations></ext></extLst>` });
    expect(xml).toContain(
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B1:B2"><formula1>Hai!$A$1:$A$2</formula1></dataValidation>',
    );
  });

  test.each([
    '<dataValidation type="time" sqref="A1"><formula1>0.5</formula1></dataValidation>',
    '<dataValidation type="list" sqref="A1"><formula1>INDIRECT(B1)</formula1></dataValidation>',
  ])("are told where the page has none of the kind: %s", async (rule) => {
    const { left } = await rawAgain({ after: `<dataValidations>${rule}</dataValidations>` });
    expect(left).toEqual([{ kind: "validations", sheets: ["Một"] }]);
  });
});

describe("cells", () => {
  const styled = (fonts: string, border: string, alignment: string): Partial<RawBook> => ({
    styles:
      `<styleSheet><fonts><font><name val="Arial"/></font><font>${fonts}<name val="Arial"/></font></fonts><fills><fill/></fills>` +
      `<borders><border/><border>${border}</border></borders><cellXfs><xf/><xf fontId="1" borderId="1">${alignment}</xf></cellXfs></styleSheet>`,
  });
  const rows = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>';

  test.each<[string, string, string, string]>([
    ["letters", "<b/><i/><strike/><u/>", "", ""],
    ["a line at one side", "", '<left/><right/><top/><bottom style="double"><color auto="1"/></bottom><diagonal/>', ""],
    [
      "lines of other kinds and colours", "",
      '<left style="dashDot"><color rgb="FFC00000"/></left><right/><top style="medium"><color auto="1"/></top><bottom/><diagonal/>',
      "",
    ],
    ["text upwards", "", "", '<alignment vertical="bottom" textRotation="45"/>'],
    ["text downwards", "", "", '<alignment vertical="bottom" textRotation="135"/>'],
    ["letters below each other", "", "", '<alignment vertical="bottom" textRotation="255"/>'],
  ])("keep their looks: %s", async (_, fonts, border, alignment) => {
    const { left, part } = await rawAgain({ rows }, styled(fonts, border, alignment));
    expect(left).toEqual([]);
    const styles = part("xl/styles.xml");
    for (const [piece, name] of [[fonts, "font"], [border, "border"], [alignment, "xf"]] as const)
      if (piece) expect(styles.match(new RegExp(`<${name}[ >].*?</${name}>`, "g"))?.join("\n")).toContain(piece);
  });

  test("an array formula of one cell stays one; what one of several fills stays as values, and is told", async () => {
    const data = '<c r="A1"><v>1</v></c><c r="B1"><v>3</v></c>';
    const alone = '<c r="C1"><f t="array" ref="C1">SUM(A1:B1*A1:B1)</f><v>0</v></c>';
    expect(await sheetXml({ rows: `<row r="1">${data}${alone}</row>` })).toContain('<f t="array" ref="C1">SUM(A1:B1*A1:B1)</f><v>10</v>');
    const { left, specs } = await rawAgain({
      rows: `<row r="1">${data}<c r="C1"><f t="array" ref="C1:D1">A1:B1*2</f><v>2</v></c><c r="D1"><v>6</v></c></row>`,
    });
    expect(left).toEqual([{ kind: "formulas", sheets: ["Một"] }]);
    expect(specs[0]?.cells).toEqual([[1, 3, 2, 6]]);
  });
});

describe("the workbook", () => {
  test("keeps names of sheets and of formulas, and calculates by hand where the file does", async () => {
    const names =
      '<definedName name="thue">0.1+Một!$A$1</definedName><definedName name="ten" localSheetId="0">Một!$A$1</definedName>' +
      '<definedName name="ten">Một!$A$1</definedName>';
    const { left, part } = await rawAgain(
      { rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>thue*10</f><v>0</v></c></row>' },
      { names, end: '<calcPr calcMode="manual"/>' },
    );
    expect(left).toEqual([]);
    const book = part("xl/workbook.xml");
    for (const name of names.replaceAll("Một", "'Một'").match(/<definedName.*?<\/definedName>/g) ?? [])
      expect(book.replaceAll("'Một'", "Một")).toContain(name.replaceAll("'Một'", "Một"));
    expect(book).toContain('calcMode="manual"');
    expect(part("xl/worksheets/sheet1.xml")).toContain("<f>thue*10</f><v>11</v>");
  });

  test("keeps that of a kept workbook, too", async () => {
    await rawAgain({ after: '<sheetProtection password="CC2A" sheet="1"/>' }, { end: '<calcPr calcMode="manual"/>' });
    const snapshot = engine.workbook.save();
    engine.dispose();
    engine = createEngine({ data: snapshot });
    expect(engine.book).toMatchObject({ byHand: true });
    const parts = unzipSync(await (await savable(engine)).content());
    expect(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain('<sheetProtection password="CC2A" sheet="1"');
  });

  test("names of other workbooks, and hidden ones, are told", async () => {
    const { left, part } = await rawAgain(
      {}, { names: '<definedName name="xa">[1]Một!$A$1</definedName><definedName name="an" hidden="1">Một!$A$1</definedName>' },
    );
    expect(left).toEqual([{ kind: "links", sheets: [] }, { kind: "names", sheets: [] }]);
    expect(part("xl/workbook.xml")).not.toContain("xa");
  });
});

describe("charts", () => {
  const at = { row: 6, col: 0, rows: 9, cols: 5 };
  const column = (col: number): Area => ({ row: 1, col, rows: 3, cols: 1 });
  const charts = (["bar", "column", "stacked-bar", "stacked-column", "doughnut", "pie", "line"] as const).map(
    (kind): ChartSpec => ({
      name: `Biểu đồ ${kind}`, kind, title: kind === "pie" ? "" : "Kinh phí & nguồn", alt: "Theo năm",
      categories: column(0),
      series: [{ name: "Năm 2025", values: column(1) }, ...(kind === "pie" ? [] : [{ name: "Năm 2026", values: column(2) }])],
      at,
    }),
  );
  const cells = [["", "2025", "2026"], ["A", 1, 2], ["B", 3, 4], ["C", 5, 6]];
  const made = (): Promise<Uint8Array> => writeXlsx([{ ...plainSheet("Biểu 1", cells), charts }]);

  test("of ours are there and saved as they were", async () => {
    const written = await made();
    const { left, specs, part } = await again(written);
    expect(left).toEqual([]);
    expect(specs[0]?.charts).toEqual(charts);
    const parts = unzipSync(written);
    for (const name of [...charts.map((_, i) => `xl/charts/chart${i + 1}.xml`), "xl/drawings/drawing1.xml"])
      expect(part(name)).toBe(strFromU8(parts[name] ?? new Uint8Array()));
  });

  test.each<[string, (xml: string) => string, string, number]>([
    ["other colours", (xml) => xml.replace("404040", "FF0000"), "chartLooks", 7],
    ["shares of a hundred", (xml) => xml.replace('<c:grouping val="clustered"/>', '<c:grouping val="percentStacked"/>'), "charts", 6],
    ["cells of another sheet", (xml) => xml.replace(/(<c:val>.*?)Biểu 1/s, "$1Biểu 2"), "charts", 6],
    ["three dimensions", (xml) => xml.replaceAll("barChart>", "bar3DChart>"), "charts", 6],
    ["no chart at all", () => "<x", "charts", 6],
  ])("of others: %s", async (_, change, kind, count) => {
    const parts = unzipSync(await made());
    parts["xl/charts/chart1.xml"] = strToU8(change(strFromU8(parts["xl/charts/chart1.xml"] ?? new Uint8Array())));
    const { left, specs } = await again(zipSync(parts));
    expect(left).toEqual([{ kind, sheets: ["Biểu 1"] }]);
    expect(specs[0]?.charts).toHaveLength(count);
  });
});

test.each(["indicators", "budget", "tasks"] as const)("a table of ours is saved as it was written: %s", async (kind) => {
  const specs = createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: [kind] }, wordsOf("vi"));
  const written = await writeXlsx(specs, { title: "Kế hoạch" });
  const { part, left } = await again(written);
  expect(left).toEqual([]);
  const parts = unzipSync(written);
  for (const name of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"])
    expect(part(name)).toBe(strFromU8(parts[name] ?? new Uint8Array()));
});
