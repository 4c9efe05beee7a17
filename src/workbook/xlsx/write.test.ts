import { Workbook as OtherReader } from "@cj-tech-master/excelts";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import type { SheetSpec } from "../../sheet";
import { budgetSheet, plainSheet } from "../../../tests/contract/sheets";
import { writeXlsx } from ".";

const QUOTED = "Biểu 'A' số 1";

/** The parts of a file as text. */
async function partsOf(specs: readonly SheetSpec[]): Promise<Map<string, string>> {
  return new Map(Object.entries(unzipSync(await writeXlsx(specs))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tag[];
}

/** A part as a tree; throws where it is not well-formed or a prefix has no namespace. */
function tree(xml: string): Tag {
  const root: Tag = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const tag: Tag = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      children: [],
    };
    open.at(-1)?.children.push(tag);
    open.push(tag);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [top] = root.children;
  if (!top) throw new Error("empty");
  return top;
}

function find(tag: Tag, name: string): Tag[] {
  return tag.children.flatMap((child) => (child.name === name ? [child] : find(child, name)));
}

/** The order that the schema demands; what is not in it may not stand there. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  workbook: ["fileVersion", "workbookPr", "bookViews", "sheets", "definedNames", "calcPr"],
  worksheet: [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells", "conditionalFormatting",
    "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing",
    "legacyDrawing",
  ],
  styleSheet: ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"],
  font: ["b", "i", "sz", "color", "name", "family"],
  xf: ["alignment", "protection"],
  border: ["left", "right", "top", "bottom", "diagonal"],
  dxf: ["font", "numFmt", "fill"],
  headerFooter: ["oddHeader", "firstHeader"],
  "c:chartSpace": ["c:roundedCorners", "c:chart", "c:spPr", "c:txPr"],
  "c:chart": ["c:title", "c:autoTitleDeleted", "c:plotArea", "c:legend", "c:plotVisOnly", "c:dispBlanksAs"],
  "c:plotArea": ["c:layout", "c:barChart", "c:lineChart", "c:pieChart", "c:doughnutChart", "c:catAx", "c:valAx"],
  "c:barChart": ["c:barDir", "c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:gapWidth", "c:axId"],
  "c:lineChart": ["c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:marker", "c:axId"],
  "c:pieChart": ["c:varyColors", "c:ser", "c:dLbls", "c:firstSliceAng"],
  "c:doughnutChart": ["c:varyColors", "c:ser", "c:dLbls", "c:firstSliceAng", "c:holeSize"],
  "c:ser": ["c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:marker", "c:dPt", "c:dLbls", "c:cat", "c:val", "c:smooth"],
  "c:dLbls": [
    "c:numFmt", "c:spPr", "c:txPr", "c:dLblPos", "c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent",
    "c:showBubbleSize",
  ],
  "c:catAx": [
    "c:axId", "c:scaling", "c:delete", "c:axPos", "c:numFmt", "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:crossAx",
    "c:crosses", "c:auto", "c:lblAlgn", "c:lblOffset", "c:noMultiLvlLbl",
  ],
  "c:valAx": [
    "c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:numFmt", "c:majorTickMark", "c:minorTickMark", "c:tickLblPos",
    "c:spPr", "c:crossAx", "c:crosses", "c:crossBetween",
  ],
};

function outOfOrder(tag: Tag): string[] {
  const order = ORDER[tag.name];
  const places = tag.children.map((child) => order?.indexOf(child.name) ?? 0);
  const own =
    order && places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0))
      ? [`${tag.name}: ${tag.children.map(({ name }) => name).join(" ")}`]
      : [];
  return [...own, ...tag.children.flatMap(outOfOrder)];
}

function charts(kinds: readonly SheetSpec["charts"][number]["kind"][]): SheetSpec {
  return plainSheet("Đồ thị", [["Năm", "A", "B"], ["2021", 1, 2], ["2022", { formula: "=B2*3" }, null]], {
    charts: kinds.map((kind, i) => ({
      name: `chart ${i}`,
      kind,
      title: "Tỷ lệ <%> & \"mức\"",
      categories: { row: 1, col: 0, rows: 2, cols: 1 },
      series: [1, 2].map((col) => ({ name: `S${col}`, values: { row: 1, col, rows: 2, cols: 1 } })),
      at: { row: 5, col: 0, rows: 10, cols: 5 },
      alt: "Chữ thay thế",
    })),
  });
}

describe("the package", () => {
  let parts: Map<string, string>;
  beforeAll(async () => {
    parts = await partsOf([budgetSheet(QUOTED), charts(["column", "line", "pie"]), plainSheet("Trần", [["a"]])]);
  });

  test("every part is well-formed and has its elements in the order of the schema", () => {
    for (const [name, xml] of parts) expect([name, outOfOrder(tree(xml))]).toEqual([name, []]);
  });

  test("every part has a content type, every relation a part, every relation id a relation", () => {
    const types = tree(parts.get("[Content_Types].xml") ?? "");
    const overrides = find(types, "Override").map(({ attributes }) => attributes.PartName?.slice(1));
    expect([...overrides].sort()).toEqual(
      [...parts.keys()].filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml").sort(),
    );
    for (const [name, xml] of parts) {
      if (!name.endsWith(".rels")) continue;
      const source = name.replace("_rels/", "").replace(/\.rels$/, "");
      const relations = find(tree(xml), "Relationship").map(({ attributes }) => attributes);
      const targets = relations.map(({ Target }) => new URL(Target ?? "", `zip:///${source}`).pathname.slice(1));
      expect(targets.filter((target) => !parts.has(target))).toEqual([]);
      const used = [...(parts.get(source) ?? "").matchAll(/r:id="([^"]+)"/g)].map(([, id]) => id);
      expect(used.filter((id) => !relations.some(({ Id }) => Id === id))).toEqual([]);
    }
  });

  test("names and print set-up refer to the sheet with its quotes doubled", () => {
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)].map(
      ([, name, refersTo]) => [name, refersTo],
    );
    expect(names).toEqual([
      ["_xlnm.Print_Area", "'Biểu ''A'' số 1'!$A$1:$E$46"],
      ["_xlnm.Print_Titles", "'Biểu ''A'' số 1'!$A:$B,'Biểu ''A'' số 1'!$3:$4"],
      ["PT.budget.amount", "'Biểu ''A'' số 1'!$C$5:$C$7"],
    ]);
    const sheet = tree(parts.get("xl/worksheets/sheet1.xml") ?? "");
    expect(find(sheet, "pageSetup")[0]?.attributes).toEqual({
      paperSize: "9",
      firstPageNumber: "1",
      useFirstPageNumber: "1",
      orientation: "landscape",
      fitToWidth: "1",
      fitToHeight: "0",
    });
    expect(find(sheet, "pageMargins")[0]?.attributes).toMatchObject({ top: "0.7874", left: "1.1811", right: "0.5906" });
    expect(find(sheet, "headerFooter")[0]?.attributes).toEqual({ differentFirst: "1" });
    expect(find(sheet, "pane")[0]?.attributes).toEqual({
      xSplit: "2",
      ySplit: "4",
      topLeftCell: "C5",
      activePane: "bottomRight",
      state: "frozen",
    });
  });

  test("charts know their cells, hold the values, and say what they show", () => {
    const chart = tree(parts.get("xl/charts/chart3.xml") ?? "");
    expect([...(parts.get("xl/charts/chart3.xml") ?? "").matchAll(/<c:f>([^<]+)</g)].map(([, f]) => f)).toEqual([
      "'Đồ thị'!$A$2:$A$3", "'Đồ thị'!$B$2:$B$3", "'Đồ thị'!$A$2:$A$3", "'Đồ thị'!$C$2:$C$3",
    ]);
    expect(find(chart, "c:numCache").map((cache) => find(cache, "c:pt").length)).toEqual([2, 1]);
    expect(parts.get("xl/charts/chart3.xml")).toContain("<c:pt idx=\"1\"><c:v>3</c:v></c:pt>");
    const frames = find(tree(parts.get("xl/drawings/drawing1.xml") ?? ""), "xdr:cNvPr").map(({ attributes }) => attributes.descr);
    expect(frames).toEqual(budgetSheet(QUOTED).charts.map(({ alt }) => alt));
    expect(parts.get("xl/charts/chart2.xml")).not.toContain("dLblPos");
  });
});

test("the same specs give the same bytes", async () => {
  const [first, second] = [
    await writeXlsx([budgetSheet("B")], { created: new Date(0) }),
    await writeXlsx([budgetSheet("B")], { created: new Date(0) }),
  ];
  expect(second).toEqual(first);
});

test("text is never a formula, and stays text when somebody edits it", async () => {
  const dangers = ["=1+1", "+1", "-1", "@A1", "'a", "1.10", "12/5"];
  const parts = await partsOf([plainSheet("A", [...dangers, "Nội dung"].map((text) => [text]))]);
  const sheet = tree(parts.get("xl/worksheets/sheet1.xml") ?? "");
  expect(find(sheet, "f")).toEqual([]);
  const styles = find(tree(parts.get("xl/styles.xml") ?? ""), "cellXfs")[0]?.children.map(
    ({ attributes }) => attributes.quotePrefix === "1",
  );
  expect(find(sheet, "c").map(({ attributes }) => [attributes.t, styles?.[Number(attributes.s ?? 0)]])).toEqual([
    ...dangers.map(() => ["s", true]), ["s", false],
  ]);
});

test("formulas carry their results, and functions younger than the format are marked", async () => {
  const spec = plainSheet(
    "A",
    [
      [
        "1.234,5", { formula: '=NUMBERVALUE(A1,",",".")' }, { formula: '=IF(A1="","",A1&"<")' }, { formula: "=1/0" }, { formula: "=1=1" },
        { formula: "=NOSUCH(1)" },
      ],
    ],
    {
      conditionalFormats: [
        { area: { row: 0, col: 0, rows: 1, cols: 1 }, formula: '=NUMBERVALUE(A1,",",".")>0', style: { fill: "#FFC7CE" } },
      ],
    },
  );
  const xml = (await partsOf([spec])).get("xl/worksheets/sheet1.xml") ?? "";
  expect(xml).toContain('<c r="B1"><f>_xlfn.NUMBERVALUE(A1,",",".")</f><v>1234.5</v></c>');
  expect(xml).toContain('<c r="C1" t="str"><f>IF(A1="","",A1&amp;"&lt;")</f><v>1.234,5&lt;</v></c>');
  expect(xml).toContain('<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
  expect(xml).toContain('<c r="E1" t="b"><f>1=1</f><v>1</v></c>');
  expect(xml).toContain('<c r="F1"><f>NOSUCH(1)</f></c>');
  expect(xml).toContain('<formula>_xlfn.NUMBERVALUE(A1,",",".")&gt;0</formula>');
});

test("page breaks, hidden columns and row heights", async () => {
  const plain = plainSheet("A", [["a", "b", "c"]]);
  const spec = {
    ...plain,
    columns: [{ width: 6 }, { width: 10, hidden: true }, { width: 8 }],
    rowHeights: [{ row: 3, height: 30 }],
    print: { ...plain.print, pageBreakCols: [2], pagesWide: 2 },
  };
  const sheet = tree((await partsOf([spec])).get("xl/worksheets/sheet1.xml") ?? "");
  expect(find(sheet, "brk").map(({ attributes }) => attributes.id)).toEqual(["2"]);
  expect(find(sheet, "col").map(({ attributes }) => attributes.hidden)).toEqual([undefined, "1", undefined]);
  expect(find(sheet, "row").at(-1)?.attributes).toEqual({ r: "4", ht: "30", customHeight: "1" });
});

test("another reader finds what was written: styles, merges, validations, conditional formats", async () => {
  const spec = budgetSheet("Biểu");
  const reader = new OtherReader();
  await reader.xlsx.load(await writeXlsx([spec]));
  const sheet = reader.getWorksheet("Biểu");
  if (!sheet) throw new Error("no sheet");
  expect(sheet.getCell("B5").value).toBe("Điều tra và rà soát");
  expect(sheet.getCell("C8").value).toMatchObject({ formula: "SUM(C5:C7)", result: 203_305 });
  expect(sheet.getCell("C5").style).toMatchObject({
    font: { name: "Times New Roman", size: 12 },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFBE6" } },
    border: { top: { style: "thin" }, left: { style: "thin" } },
    protection: { locked: false },
    numFmt: "#,##0.###",
  });
  expect(sheet.getCell("A3").style).toMatchObject({
    font: { bold: true },
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  });
  expect(sheet.getCell("A5").style.numFmt).toBe("@");
  expect(["E1", "A4", "E3", "D4"].map((at) => sheet.getCell(at).master.address)).toEqual(["A1", "A3", "D3", "D4"]);
  expect(sheet.getCell("D6").dataValidation).toMatchObject({
    type: "decimal",
    formulae: [0, 9e15],
    errorTitle: "Kinh phí",
    promptTitle: "Kinh phí",
    allowBlank: true,
  });
  expect(sheet.getCell("B6").dataValidation).toMatchObject({
    type: "list",
    errorStyle: "warning",
    formulae: ['"Điều tra,Truyền thông,Can thiệp"'],
  });
  expect(sheet.conditionalFormattings).toMatchObject([
    {
      ref: "C10",
      rules: [{ type: "expression", formulae: ["ABS(N(C10))>0"], style: { font: { bold: true, color: { argb: "FF9C0006" } } } }],
    },
  ]);
  expect(sheet.pageSetup).toMatchObject({ printArea: "A1:E46", printTitlesRow: "3:4", orientation: "landscape" });
});

test("notes stand on their cells in another reader, charts beside them, and sheets without notes have no parts for them", async () => {
  const notes = [
    { at: { row: 7, col: 1 }, text: "Chờ quyết định\nđiều chỉnh <b> & _x0041_" },
    { at: { row: 5, col: 2 }, text: "Số của Sở Y tế" },
  ];
  const specs = [plainSheet("Trống", [[1]]), { ...budgetSheet("Biểu 1"), notes }];
  const book = new OtherReader();
  await book.xlsx.load(Buffer.from(await writeXlsx(specs)));
  const sheet = book.getWorksheet("Biểu 1");
  const said = (cell: string) => {
    const note = sheet?.getCell(cell).note;
    return typeof note === "string" ? note : note?.texts?.map(({ text }) => text).join("");
  };
  expect(said("C6")).toBe("Số của Sở Y tế");
  expect(said("B8")).toContain("Chờ quyết định\nđiều chỉnh <b> &");
  expect(said("A1")).toBeUndefined();
  const parts = await partsOf(specs);
  expect([...parts.keys()].filter((name) => /comments|vml/.test(name)).sort()).toEqual(["xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"]);
  for (const name of ["xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"]) expect(() => tree(parts.get(name) ?? "")).not.toThrow();
  expect([...(parts.get("xl/comments2.xml") ?? "").matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(["C6", "B8"]);
  const links = find(tree(parts.get("xl/worksheets/_rels/sheet2.xml.rels") ?? ""), "Relationship").map(({ attributes }) => [
    attributes["Id"], attributes["Target"],
  ]);
  const [box] = find(tree(parts.get("xl/worksheets/sheet2.xml") ?? ""), "legacyDrawing");
  expect(links).toContainEqual([box?.attributes["r:id"], "../drawings/vmlDrawing2.vml"]);
});

describe("what comes twice", () => {
  const named = (name: string) => ({ names: [{ name, area: { row: 0, col: 0, rows: 1, cols: 1 } }] });
  test.each([
    ["a sheet", [plainSheet("Kinh phí", [[1]]), plainSheet("KINH PHÍ", [[2]])], "KINH PHÍ"],
    ["a defined name", [plainSheet("A", [[1]], named("pt_x")), plainSheet("B", [[2]], named("PT_X"))], "PT_X"],
  ])("%s is refused, not written into a file that Excel would have to mend", async (_, specs, name) => {
    await expect(writeXlsx(specs)).rejects.toMatchObject({ code: "name-taken", data: { name } });
  });
});
