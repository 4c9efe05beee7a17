import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { writeXlsx } from "../../src/workbook/xlsx";
import { createSpecs } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";
import { SPENDING } from "../support/plain-sheet";
import { rawBook, type RawSheet } from "../support/raw-book";

const cell = (value: unknown, row: number, col: number): string =>
  value === null ? "" : `<c r="${"ABCDE"[col] ?? ""}${row + 1}" ${typeof value === "number" ? `><v>${value}</v>` : `t="inlineStr"><is><t>${String(value)}</t></is>`}</c>`;
const rows = (cells: readonly (readonly unknown[])[]): string =>
  cells.map((line, row) => `<row r="${row + 1}">${line.map((value, col) => cell(value, row, col)).join("")}</row>`).join("");

/** An object that covers so many rows and columns. */
const drawing = (high: number, wide: number, inside = "<xdr:pic/>"): string =>
  `<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:to><xdr:col>${1 + wide}</xdr:col><xdr:row>${2 + high}</xdr:row></xdr:to>${inside}</xdr:twoCellAnchor></xdr:wsDr>`;

const TABLE: RawSheet = { name: "Chi", rows: rows(SPENDING) };

async function notices(content: Uint8Array, file = "a.xlsx") {
  const { io, files, out } = memoryIo();
  files.set(file, content);
  const code = await run(["check", file, "--json"], io);
  const [report] = code === 2 ? [] : checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
  return report?.notices.map(({ code: kind, sheet }) => `${kind} ${sheet}`);
}

const withTable = (sheet: RawSheet): Promise<string[] | undefined> => notices(rawBook({ sheets: [TABLE, sheet] }));

describe("what was seen and not understood is told", () => {
  test.each<[string, RawSheet]>([
    ["a picture", { name: "Ảnh", rows: "", drawing: drawing(3, 2) }],
    ["a chart", { name: "Ảnh", rows: "", drawing: drawing(20, 8, "<xdr:graphicFrame/>") }],
    ["a picture of a table below a title", { name: "Ảnh", rows: rows([["Biểu số 01"], ["Đơn vị: đồng"]]), drawing: drawing(20, 8) }],
  ])("%s", async (_name, sheet) => {
    expect(await withTable(sheet)).toEqual(["picture Ảnh"]);
  });

  test("a pivot table, once, though its figures are read", async () => {
    const pivot = '<pivotTableDefinition name="PivotTable1" cacheId="1"><location ref="A1:C9" firstHeaderRow="0" firstDataRow="1"/></pivotTableDefinition>';
    expect(await withTable({ ...TABLE, name: "Tổng hợp", pivot })).toEqual(["pivot Tổng hợp"]);
  });

  test("rows of figures that are no table", async () => {
    const cells = [["Đường", "12,5 tỷ", "3 km"], ["Trường", "8 tỷ", "2 m²"], ["Trạm", "5 tỷ", "1 nhà"]];
    expect(await withTable({ name: "Lẻ", rows: rows(cells) })).toEqual(["unread Lẻ"]);
  });

  test("and said where there is nothing else", async () => {
    const { io, files, errors } = memoryIo();
    files.set("a.xlsx", rawBook({ sheets: [{ name: "Ảnh", rows: "", drawing: drawing(20, 8) }] }));
    expect(await run(["check", "a.xlsx"], io)).toBe(2);
    expect(errors[0]).toMatch(/^a\.xlsx: Trang tính “Ảnh” chỉ có hình ảnh/);
  });
});

describe("nothing is told of", () => {
  test.each<[string, RawSheet]>([
    ["a blank sheet", { name: "B", rows: "" }],
    ["a sheet with a shape alone", { name: "B", rows: "", drawing: drawing(20, 8, "<xdr:sp/>") }],
    ["a broken drawing", { name: "B", rows: "", drawing: "<xdr:wsDr" }],
    ["prose", { name: "B", rows: rows([["BÁO CÁO"], ["1.", "Thu 12,5 tỷ đồng."], ["2.", "Chi 8 tỷ đồng."], ["3.", "Còn 4,5 tỷ."]]) }],
    ["a cover with a logo", { name: "B", rows: rows([["BÁO CÁO"], ["Năm 2025"]]), drawing: drawing(5, 2) }],
    ["a table with a chart beside it", { ...TABLE, name: "B", drawing: drawing(20, 8, "<xdr:graphicFrame/>") }],
  ])("%s", async (_name, sheet) => {
    expect(await withTable(sheet)).toEqual([]);
  });

  test("sheets of ours", async () => {
    const all = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget", "tasks"] }), wordsOf("vi"));
    expect(await notices(await writeXlsx(all))).toEqual([]);
  });
});
