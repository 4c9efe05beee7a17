import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_COLS, MAX_ROWS } from "../../../sheet";
import type { Notice } from "../../port";
import { openFile } from "../open-file";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ALL = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

async function cells(text: string, file = "a.csv"): Promise<readonly (readonly unknown[])[]> {
  const book = await openFile(bytes(text), file);
  const [sheet] = (await book.outline()).sheets;
  const [read] = await book.read([{ sheet: sheet?.name ?? "", area: ALL }], { layout: true, looks: ["bold"] });
  expect(read).toMatchObject({ formulas: read?.values.map((row) => row.map(() => null)), merges: [], looks: {}, unevaluated: [] });
  return read?.values ?? [];
}

describe("a text of cells", () => {
  test.each([
    ["commas", 'Nội dung,Số tiền\n"Chi, trong đó",12\n', [["Nội dung", "Số tiền"], ["Chi, trong đó", "12"]]],
    ["semicolons beside decimal commas", "Nội dung;2025;2026\nA;1,5;2,5\nB;2,5;3\n", [
      ["Nội dung", "2025", "2026"], ["A", "1,5", "2,5"], ["B", "2,5", "3"],
    ]],
    ["semicolons, each number with a comma", "1,5;2,5;3,5\n1,5;2,5;3,5\n", [["1,5", "2,5", "3,5"], ["1,5", "2,5", "3,5"]]],
    ["tabs beside both", "a\tb;c\t1,5\nd\te\t2,5\n", [["a", "b;c", "1,5"], ["d", "e", "2,5"]]],
    ["a title above, notes below", "Biểu số 1; kèm theo\n\nTT,Nội dung,Năm\n1,Chi,5\n2,Thu,6\nGhi chú\n", [
      ["Biểu số 1; kèm theo", null, null], [null, null, null], ["TT", "Nội dung", "Năm"],
      ["1", "Chi", "5"], ["2", "Thu", "6"], ["Ghi chú", null, null],
    ]],
    ["line breaks and quotes within quotes", '"Dự toán\nnăm 2025";"gọi là ""A"""\n1;2\n', [
      ["Dự toán\nnăm 2025", 'gọi là "A"'], ["1", "2"],
    ]],
    ["line ends of Windows and of old Macs", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]],
    ["line ends of old Macs", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]],
    ["what Excel writes of its separator", "sep=;\na,b;c\n", [["a,b", "c"]]],
    ["one column", "Xã A\nXã B\n", [["Xã A"], ["Xã B"]]],
    ["quotes that never end", 'a,b\n"c,d\n', [["a", "b"], ["c,d\n", null]]],
    ["cells that begin as formulas do", "=1+1,+A1\n-2,@x\n", [["=1+1", "+A1"], ["-2", "@x"]]],
    ["blank rows and columns round it", "\n,,\n,a,\n", [["a"]]],
    ["nothing but line ends", "\n\n", [[null]]],
  ])("%s", async (_name, text, values) => {
    expect(await cells(text)).toEqual(values);
  });

  test("comes back as it was written, whatever its cells hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "đ", "1", ",", ";", '"', "\n", " "), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 }), async (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(";")).join("\n");
        const book = await openFile(bytes(`sep=;\n${text}`), "a.csv");
        const [read] = await book.read([{ sheet: "a", area: { row: 0, col: 0, rows: rows.length, cols: 3 } }]);
        expect(read?.values).toEqual(rows.map((row) => row.map((one) => one || null)));
      }),
    );
  });

  test.each([
    ["Bieu 1.csv", "Bieu 1"],
    ["a[1]*b.tsv", "a_1__b"],
    [`${"Dự toán ".repeat(9)}.csv`, "Dự toán Dự toán Dự toán Dự toán"],
    [".csv", "CSV"],
  ])("%s has a sheet", async (file, name) => {
    const book = await openFile(bytes("a,b"), file);
    expect((await book.outline()).sheets).toEqual([{ id: name, name, visible: true }]);
  });

  test("tells how letters that are not Unicode were read", async () => {
    const notices: Notice[] = [];
    const book = await openFile(Uint8Array.of(0xd0, 0xf5, 0x6e, 0x20, 0x76, 0x69, 0xf2, 0x2c, 0x31), "a.csv");
    const [read] = await book.read([{ sheet: "a", area: ALL }], { notice: (notice) => notices.push(notice) });
    expect(read?.values).toEqual([["Đơn vị", "1"]]);
    expect(notices).toEqual([{ kind: "windows-1258", sheet: "a" }]);
  });

  test.each([
    ["a picture", "a.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d), "not-text"],
    ["an old workbook under another name", "a.csv", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "broken"],
    ["a text under the name of a workbook", "a.xlsx", bytes("a,b"), "not-a-workbook"],
    ["a row that is too long", "a.csv", bytes(`a${",a".repeat(MAX_COLS)}`), "too-large"],
    ["too many rows", "a.csv", bytes("a\n".repeat(MAX_ROWS + 1)), "too-large"],
    ["too many cells", "a.csv", bytes(`a${",".repeat(9_999)}\n`.repeat(301)), "too-large"],
    ["too many bytes", "a.csv", new Uint8Array(50 * 2 ** 20 + 1), "too-large"],
  ])("%s is refused", async (_name, file, content, reason) => {
    await expect(openFile(content, file)).rejects.toMatchObject({ code: "unreadable-file", data: { reason } });
  });

  test("PK may be the first letters of a text", async () => {
    expect(await cells("PK,Tên\n1,a\n")).toEqual([["PK", "Tên"], ["1", "a"]]);
  });
});
