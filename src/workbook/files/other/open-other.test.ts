import { describe, expect, test } from "@jest/globals";
import { CFB, read, utils, write, type WorkBook } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { MAX_COLS, MAX_ROWS, type SheetSnapshot } from "../../../sheet";
import { openFile } from "..";

const ALL = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

/** A workbook of what forms hold. */
function form(): WorkBook {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ["Biểu số 1", null, null],
    ["TT", "Nội dung", "Số tiền"],
    ["1", "Chi đầu tư", 1234.5],
    ["2", "Chi thường xuyên", 45000],
    [null, "Tỷ lệ", 0.28],
  ]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  sheet["!rows"] = [{}, {}, {}, { hidden: true }];
  sheet["!cols"] = [{ wch: 6 }, { wch: 30 }, { wch: 12, hidden: true }];
  const cell = (at: string, value: object): void => {
    sheet[at] = { ...sheet[at], ...value };
  };
  cell("C5", { z: "0.0%" });
  cell("D3", { t: "n", v: 45000, z: "dd/mm/yyyy" });
  cell("D4", { t: "b", v: true });
  cell("D5", { t: "e", v: 0x07 });
  sheet["!ref"] = "A1:D5";
  utils.book_append_sheet(book, sheet, "Biểu kinh phí");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Ẩn"]]), "Ẩn");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], Names: [{ Name: "PT_tien", Ref: "'Biểu kinh phí'!$C$3:$C$4" }] };
  return book;
}

const bytes = (book: WorkBook, bookType: "biff8" | "biff5" | "biff2" | "xlsb" | "ods"): Uint8Array =>
  new Uint8Array(write(book, { type: "array", bookType, cellStyles: true }) as ArrayBuffer);

async function first(content: Uint8Array, file: string): Promise<SheetSnapshot | undefined> {
  const workbook = await openFile(content, file);
  const [sheet] = (await workbook.outline()).sheets;
  const options = { layout: true, dates: true, looks: ["numberFormats", "bold", "borders"] } as const;
  return (await workbook.read([{ sheet: sheet?.name ?? "", area: ALL }], options))[0];
}

/** The content of an .ods with other cells in its first sheet, as other programs write them. */
function odsWith(rows: string, beside = ""): Uint8Array {
  const files = unzipSync(bytes(form(), "ods"));
  const content = strFromU8(files["content.xml"] ?? new Uint8Array());
  const table = `<table:table table:name="S">${rows}</table:table>`;
  const changed = content.replace(/<table:table [\s\S]*<\/table:table>/, () => beside + table);
  return zipSync({ ...files, "content.xml": strToU8(changed) });
}

describe.each([["biff8", "a.xls"], ["xlsb", "a.xlsb"], ["ods", "a.ods"]] as const)("%s", (type, file) => {
  test("cells, merges and dates are read", async () => {
    const read = await first(bytes(form(), type), file);
    expect(read?.values).toEqual([
      ["Biểu số 1", null, null, null], ["TT", "Nội dung", "Số tiền", null], ["1", "Chi đầu tư", 1234.5, 45000],
      ["2", "Chi thường xuyên", 45000, true], [null, "Tỷ lệ", 0.28, type === "ods" ? null : { error: "#DIV/0!" }],
    ]);
    expect(read?.merges).toEqual([{ row: 0, col: 0, rows: 1, cols: 3 }]);
    expect(read?.dates).toMatchObject([{ row: 2, col: 3 }]);
  });

  test("what the reader cannot tell is told of no cell", async () => {
    const { looks = {} } = (await first(bytes(form(), type), file)) ?? {};
    expect(Object.keys(looks)).toEqual(["numberFormats"]);
    // the library writes an .ods with a decimal more
    const value = type === "ods" ? "0.00%" : "0.0%";
    expect(looks.numberFormats).toContainEqual({ area: { row: 4, col: 2, rows: 1, cols: 1 }, value });
  });
});

// the library writes less than it reads: LibreOffice makes the rest, see tests/libreoffice
test.each(["xlsb", "ods"] as const)("names of %s stand for cells, whatever the file is called", async (type) => {
  const { names } = await (await openFile(bytes(form(), type), "a.xlsx")).outline();
  expect(names).toContainEqual({
    name: "PT_tien", scope: null, refersTo: { sheet: "Biểu kinh phí", area: { row: 2, col: 2, rows: 2, cols: 1 } },
  });
});

test("hidden rows, columns and sheets of xlsb", async () => {
  const [content, file] = [bytes(form(), "xlsb"), "a.xlsb"];
  expect((await first(content, file))?.hidden).toEqual({ rows: [3], cols: [2] });
  expect((await (await openFile(content, file)).outline()).sheets.map(({ visible }) => visible)).toEqual([true, false]);
});

test.each(["biff8", "xlsb"] as const)("dates of a %s that counts from 1904", async (type) => {
  const book = form();
  book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
  const read = await first(bytes(book, type), "a");
  expect([read?.from1904, read?.values[2]?.[3], read?.values[3]?.[2]]).toEqual([true, 45000 + 1462, 45000]);
});

describe("what the library passes over of an .ods", () => {
  const cell = (attributes: string, text = ""): string =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;

  test("formulas name other sheets and fixed cells", async () => {
    const rows = `<table:table-row>${cell('office:value-type="float" office:value="2"', "2")}${cell(
      `table:formula="of:=[.$A$1]*3+SUM([$'S'.A1:.A1])" office:value-type="float" office:value="8"`, "8",
    )}</table:table-row>`;
    const read = await first(odsWith(rows), "a.ods");
    expect([read?.values, read?.formulas]).toEqual([[[2, 8]], [[null, "=$A$1*3+SUM('S'!A1:A1)"]]]);
  });

  test("a number without a text, a row that is repeated and hidden, what another program tracks", async () => {
    const number = '<table:table-cell office:value-type="float" office:value="7"/>';
    const rows =
      `<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>` +
      `<table:table-row table:number-rows-repeated="2" table:visibility="collapse">${number}</table:table-row>` +
      `<table:table-row>${number}</table:table-row><table:table-row table:number-rows-repeated="1048570" table:visibility="collapse">` +
      `<table:table-cell/></table:table-row>`;
    const tracked = `<table:tracked-changes><table:deletion><table:cell-content-deletion>${cell('office:value-type="string"', "x")}` +
      "</table:cell-content-deletion></table:deletion></table:tracked-changes>";
    const read = await first(odsWith(rows, tracked), "a.ods");
    expect(read?.values).toEqual([[7], [7], [7]]);
    expect(read?.hidden).toEqual({ rows: [0, 1], cols: [0] });
  });

  test("cells look as their column does", async () => {
    const style = '<style:style style:name="p" style:family="table-cell" style:data-style-name="P"/>';
    const percent = '<number:percentage-style style:name="P"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>';
    const rows =
      '<table:table-column/><table:table-column table:default-cell-style-name="p"/>' +
      `<table:table-row><table:table-cell/>${cell('office:value-type="percentage" office:value="0.285"', "28.5%")}</table:table-row>`;
    const files = unzipSync(odsWith(rows));
    const content = strFromU8(files["content.xml"] ?? new Uint8Array()).replace("</office:automatic-styles>", `${percent}${style}$&`);
    const read = await first(zipSync({ ...files, "content.xml": strToU8(content) }), "a.ods");
    expect(read?.looks?.numberFormats).toEqual([{ area: { row: 0, col: 1, rows: 1, cols: 1 }, value: "0.0%" }]);
  });

  test("what is kept of other workbooks is no sheet", async () => {
    const kept = `<table:table table:name="'file:///tmp/b.ods'#$Chi"><table:table-row>${cell('office:value-type="string"', "x")}` +
      "</table:table-row></table:table>";
    const rows = `<table:table-row>${cell('office:value-type="string"', "y")}</table:table-row>`;
    const { sheets } = await (await openFile(odsWith(rows, kept), "a.ods")).outline();
    expect(sheets.map(({ name }) => name)).toEqual(["S"]);
  });
});

describe("refused with its reason", () => {
  const ole = (name: string, content: readonly number[] = []): Uint8Array => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, `/${name}`, content);
    return new Uint8Array(CFB.write(container, { type: "buffer" }) as Uint8Array);
  };
  const bof = (version: number): number[] => [0x09, 0x08, 4, 0, 0, version, 5, 0];
  const macros = (): Uint8Array => {
    const content = bytes(form(), "biff8");
    const container = CFB.read(content, { type: "array" });
    const stream = CFB.find(container, "/Workbook")?.content as Uint8Array;
    // the second byte behind the place of a sheet says of what kind it is (MS-XLS 2.4.28)
    for (let at = 0; at + 4 < stream.length; at += 4 + (stream[at + 2] ?? 0) + (stream[at + 3] ?? 0) * 256)
      if (stream[at] === 0x85 && stream[at + 1] === 0) stream[at + 9] = 1;
      else if (stream[at] === 0x09 && stream[at + 1] === 0x08 && stream[at + 6] === 0x10) stream[at + 6] = 0x40;
    return new Uint8Array(CFB.write(container, { type: "buffer" }) as Uint8Array);
  };
  const encryptedOds = (): Uint8Array => {
    const files = unzipSync(bytes(form(), "ods"));
    const manifest = strFromU8(files["META-INF/manifest.xml"] ?? new Uint8Array());
    const encrypted = manifest.replace("</manifest:manifest>", "<manifest:encryption-data/>$&");
    return zipSync({ ...files, "META-INF/manifest.xml": strToU8(encrypted) });
  };
  const bomb = (): Uint8Array =>
    zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": new Uint8Array(150 * 2 ** 20) });

  test.each([
    ["Excel 95", () => bytes(form(), "biff5"), "old-format"],
    ["Excel 2", () => bytes(form(), "biff2"), "old-format"],
    ["an OLE file of Excel 95 by its stream", () => ole("Workbook", bof(5)), "old-format"],
    ["a password", () => ole("Workbook", [...bof(6), 0x2f, 0, 2, 0, 0, 0, 0x0a, 0, 0, 0]), "encrypted"],
    ["an encrypted package", () => ole("EncryptedPackage", [1]), "encrypted"],
    ["an .ods with a password", encryptedOds, "encrypted"],
    ["a document of Word", () => ole("WordDocument", [1, 2, 3]), "not-a-workbook"],
    ["macros alone", macros, "no-sheets"],
    ["a page of the web", () => strToU8("\ufeff<html><table><tr><td>1</td></tr></table></html>"), "markup"],
    ["XML of Excel 2003", () => strToU8('<?xml version="1.0"?><Workbook/>'), "markup"],
    ["an OLE file that ends too early", () => bytes(form(), "biff8").subarray(0, 700), "broken"],
    ["a stream of nothing", () => ole("Workbook", [1, 2, 3, 4, 5, 6]), "broken"],
    ["an .ods that packs too well", bomb, "too-large"],
    ["an .ods with a document type", () => odsWith("", '<!DOCTYPE x [<!ENTITY a "b">]>'), "broken"],
  ] as const)("%s", async (_name, content, reason) => {
    await expect(openFile(content(), "a.xls")).rejects.toMatchObject({ code: "unreadable-file", data: { reason } });
  });

  test("nothing is printed, and the library is as it was", async () => {
    const shell: Pick<Console, "error" | "warn" | "log"> = console;
    const before = { ...shell };
    await expect(openFile(bytes(form(), "ods").subarray(0, 900), "a.ods")).rejects.toMatchObject({ code: "unreadable-file" });
    expect({ ...shell }).toEqual(before);
    expect(read(bytes(form(), "ods"), { type: "array" }).SheetNames).toHaveLength(2);
  });
});
