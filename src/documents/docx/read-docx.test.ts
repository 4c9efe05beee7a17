import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { madeDocx, paragraph, run, table, type DocxParts } from "../../../tests/support/made-docx";
import { readDocumentFile, type DocumentText } from "..";

const read = (parts: DocxParts | string): Promise<DocumentText> =>
  readDocumentFile(madeDocx(typeof parts === "string" ? { body: parts } : parts), "a.docx");
const textOf = async (parts: DocxParts | string): Promise<string> => (await read(parts)).text;
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

describe("a paragraph is a line", () => {
  test("with its runs, also in links, marks and controls, and its letters composed", async () => {
    const linked = `<w:hyperlink>${run("Nghị quyết")}</w:hyperlink><w:smartTag>${run(" số 12")}</w:smartTag>`;
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run("/NQ-HĐND".normalize("NFD"))}</w:sdtContent></w:sdt>`;
    expect(await textOf(paragraph(linked + control) + `<w:sdt><w:sdtContent>${paragraph("Điều 1")}</w:sdtContent></w:sdt>`)).toBe(
      "Nghị quyết số 12/NQ-HĐND\nĐiều 1",
    );
  });

  test("lines broken within it, tabs, hyphens and signs of other fonts stay", async () => {
    const signs = '<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/></w:r>';
    const symbols = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    const stored = run("\uf0a3 5", '<w:rFonts w:ascii="Symbol"/>');
    expect(await textOf(paragraph(signs + symbols + stored))).toBe("A\vB\tC-D≥☑≤ 5");
  });

  test("raised digits stay raised", async () => {
    expect(await textOf(paragraph(run("10 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run("/người")))).toBe("10 m²/người");
  });

  test("its indent is no column, but the first of several columns may be empty", async () => {
    const tabs = (texts: readonly string[]): string => paragraph(texts.map((text) => run(text)).join("<w:r><w:tab/></w:r>"));
    expect(await textOf(tabs(["", "Căn cứ Luật"]) + tabs(["", "Tổng", "100", "200"]))).toBe("Căn cứ Luật\n\tTổng\t100\t200");
  });

  test("of empty ones one is left", async () => {
    expect(await textOf(["", "A", "", " ", "B", ""].map((text) => paragraph(text)).join(""))).toBe("A\n\nB");
  });
});

describe("what is not of the text is left out", () => {
  test("hidden text, by itself, by its style and by that of its paragraph", async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="H"/></w:style>';
    const hidden = run("1", "<w:vanish/>") + run("2", '<w:rStyle w:val="H"/>') + run("3", '<w:vanish w:val="0"/>');
    const body = paragraph(hidden) + paragraph("4", '<w:pStyle w:val="P"/>') + paragraph("5");
    expect(await textOf({ body, styles })).toBe("3\n5");
  });

  test("codes of fields, not their results; the table of contents", async () => {
    const date = field("begin") + code(" DATE ") + field("separate") + run("ngày 4/6") + field("end");
    const nested = field("begin") + code("IF ") + field("begin") + code("PAGE") + field("separate") + run("7") + field("end") +
      field("separate") + run("!") + field("end");
    const contents = paragraph(field("begin") + code('TOC \\o "1-3"') + field("separate") + run("I. Mục tiêu 5")) +
      paragraph(run("II. Kinh phí 6") + field("end"));
    const made = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${paragraph("Mục lục")}</w:sdtContent></w:sdt>`;
    const simple = `<w:fldSimple w:instr="REF a">${run("Bảng 2")}</w:fldSimple>`;
    const unended = paragraph(field("begin") + code("REF b")) + paragraph("hết");
    expect(await textOf(paragraph(date + nested) + contents + made + paragraph(simple) + unended)).toBe("ngày 4/6!\n\nBảng 2\n\nhết");
  });

  test("heads of pages, and what a control says while nobody has filled it in", async () => {
    const empty = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Bấm để nhập")}</w:sdtContent></w:sdt>`;
    expect(await textOf({ body: paragraph(run("A") + empty), header1: paragraph("Trang 1") })).toBe("A");
  });
});

describe("tracked changes are taken as accepted, and told", () => {
  test("in a line", async () => {
    const moved = `<w:moveFrom>${run("từ")}</w:moveFrom><w:moveTo>${run("đến")}</w:moveTo>`;
    const changed = `<w:del><w:r><w:delText>200</w:delText></w:r></w:del><w:ins>${run("275")}</w:ins>`;
    expect(await read(paragraph(changed + moved))).toEqual({ text: "275đến", notices: [{ kind: "changes", count: 4 }] });
  });

  test("of the end of a paragraph, of a row and of a cell", async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const row = (text: string, looks: string): string => `<w:tr><w:trPr>${looks}</w:trPr><w:tc>${paragraph(text)}</w:tc><w:tc/></w:tr>`;
    const body = paragraph("Tăng ", deleted) + paragraph("8%") + `<w:tbl>${row("a", "<w:del/>")}${row("b", "<w:ins/>")}</w:tbl>`;
    expect(await textOf(body)).toBe("Tăng 8%\n\nb\t");
  });
});

describe("a table is a line a row", () => {
  test("merged cells are empty behind their first", async () => {
    const body = table([
      ['<w:vMerge w:val="restart"/>|STT', '<w:gridSpan w:val="2"/>|Trong đó', "Tổng"],
      ["<w:vMerge/>|x", "A", "B", "C"],
    ]);
    expect(await textOf(paragraph("Trước") + body + paragraph("Sau"))).toBe("Trước\n\nSTT\tTrong đó\t\tTổng\n\tA\tB\tC\n\nSau");
  });

  test("paragraphs and tables in a cell are its lines", async () => {
    const inner = table([["c", "d"], ["e", "f"]]);
    const tabbed = paragraph(run("g") + "<w:r><w:tab/></w:r>" + run("h"));
    expect(await textOf(table([["1", paragraph("a") + paragraph("") + paragraph("b") + inner + tabbed]]))).toBe("1\ta\vb\vc d\ve f\vg h");
  });

  test("one that is a frame, and one that another is laid out in, is none", async () => {
    const framed = table([[paragraph("Điều 1") + paragraph("Điều 2")]]);
    const laid = table([[paragraph("Biểu 1") + table([["a", "b"]]), ""]]);
    expect(await textOf(framed + laid)).toBe("Điều 1\nĐiều 2\n\nBiểu 1\n\na\tb");
  });

  test("rows that begin later have empty cells before them", async () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr><w:tc>${paragraph("a")}</w:tc></w:tr>`;
    expect(await textOf(`<w:tbl>${row}<w:sdt><w:sdtContent><w:tr><w:tc>${paragraph("b")}</w:tc><w:tc/></w:tr></w:sdtContent></w:sdt></w:tbl>`))
      .toBe("\t\ta\t\nb\t");
  });

  test("tables as deep as may be are read in a moment", async () => {
    const deep = Array.from({ length: 60 }).reduce<string>((inside) => table([[`<w:p></w:p>${inside}`, ""]]), paragraph("x"));
    expect(await textOf(deep)).toBe("x\t");
  });
});

describe("what stands elsewhere", () => {
  test("notes come last, where the text refers to them a mark stands", async () => {
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string): string =>
      `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;
    const body = paragraph(run("Tăng 8%") + refer("footnote", 3) + run(" và giảm") + refer("endnote", 1)) + paragraph(refer("footnote", 2));
    expect(
      await textOf({
        body,
        footnotes: note("footnote", 0, "nét") + note("footnote", 2, "hai") + note("footnote", 3, "một"),
        endnotes: note("endnote", 1, "cuối"),
      }),
    ).toBe("Tăng 8%[1] và giảm[i]\n[2]\n[1] một\n[2] hai\n[i] cuối");
  });

  test("a text box stands once, after its paragraph", async () => {
    const box = `<w:txbxContent>${paragraph("DỰ THẢO")}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:wsp>${box}</w:wsp></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(paragraph(`${run("A")}<w:r>${both}</w:r>${run("B")}`) + paragraph("C"))).toBe("AB\nDỰ THẢO\nC");
  });

  test("large pictures, tables of Excel and files within are told", async () => {
    const picture = (size: number): string =>
      `<w:r><w:drawing><w:inline><w:extent cx="${size}" cy="${size}"/><w:pic/></w:inline></w:drawing></w:r>`;
    const sheet = '<w:r><w:object><w:shape style="width:400pt;height:300pt"><w:imagedata/></w:shape><w:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    expect((await read(paragraph(run("A") + picture(9e6) + picture(1e5) + sheet) + '<w:altChunk r:id="rId9"/>')).notices).toEqual([
      { kind: "pictures", count: 1 }, { kind: "foreign-parts", count: 2 },
    ]);
  });
});

/** The parts of a document with each changed. */
function changed(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(change(strFromU8(part)))])));
}
const readBytes = (bytes: Uint8Array): Promise<DocumentText> => readDocumentFile(bytes, "a.docx");

describe("documents of other programs", () => {
  const plain = madeDocx({ body: paragraph("Chỉ tiêu") + table([["a", "b"]]) });
  test.each([
    ["strict names", (text: string) => text.replace(/schemas\.openxmlformats\.org\/(\w+)\/2006/g, "purl.oclc.org/ooxml/$1")],
    ["another prefix", (text: string) => text.replaceAll("w:", "ns0:")],
  ])("with %s are read as well", async (_name, change) => {
    expect((await readBytes(changed(plain, change))).text).toBe("Chỉ tiêu\n\na\tb");
  });

  test.each([
    ["no letters", madeDocx({ body: paragraph("") }), { code: "empty" }],
    ["pictures alone", madeDocx({ body: paragraph('<w:r><w:drawing><w:extent cx="9000000" cy="9000000"/><w:pic/></w:drawing></w:r>') }),
      { code: "scan", data: { pages: 1 } }],
    ["a document type", changed(plain, (text) => text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "b">]>')),
      { code: "broken", data: { fault: "doctype", part: "_rels/.rels", what: "" } }],
    ["half a part", changed(plain, (text) => text.slice(0, text.length * 0.7)), { code: "broken" }],
    ["elements in elements", madeDocx({ body: `<w:p>${"<w:ins>".repeat(400)}${"</w:ins>".repeat(400)}</w:p>` }),
      { code: "broken", data: { fault: "nesting", part: "word/document.xml", what: "250" } }],
    ["a zip bomb", zipSync({ "[Content_Types].xml": strToU8("<a/>"), "word/document.xml": new Uint8Array(60 * 2 ** 20) }, { level: 9 }),
      { code: "too-large", data: { fault: "packing", part: "word/document.xml", what: "300" } }],
    ["a workbook", changed(plain, (text) => text.replaceAll("w:document", "workbook")), { code: "not-a-document" }],
  ])("%s: told", async (_name, bytes, failure) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ name: "DocumentFailure", ...failure });
  });

  test("stops when asked to, and lets others run", async () => {
    const long = madeDocx({ body: paragraph("Nâng cao chất lượng").repeat(20_000) });
    let asked = 0;
    await expect(readDocumentFile(long, "a.docx", { stopped: () => ++asked > 5 })).rejects.toMatchObject({ code: "stopped" });
    expect((await readDocumentFile(long, "a.docx", { rest: () => Promise.resolve() })).text).toHaveLength(20_000 * 20 - 1);
  });
});
