import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue, SheetSnapshot } from "../../sheet";
import { WorkbookFailure } from "../port";
import { budgetSheet, plainSheet } from "../../../tests/contract/sheets";
import { openXlsx, writeXlsx } from ".";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one visible sheet "S" and a hidden one "Ẩn" made of bare XML. */
function raw(
  rows: string,
  more: { names?: string; strings?: string; hidden?: string; state?: string; sheetHead?: string } = {},
): Uint8Array {
  const sheet = (content: string): Uint8Array =>
    strToU8(`${HEAD}${more.sheetHead ?? ""}<x:worksheet xmlns:x="a"><x:sheetData>${content}</x:sheetData></x:worksheet>`);
  return zipSync({
    "_rels/.rels": strToU8(
      `${HEAD}<Relationships ${RELATIONS}><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/Workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `${HEAD}<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/><sheet name="Ẩn" sheetId="2" state="${more.state ?? "hidden"}" r:id="b"/><sheet name="Chart" sheetId="3" r:id="d"/></sheets><definedNames>${more.names ?? ""}</definedNames></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${HEAD}<Relationships ${RELATIONS}><Relationship Id="a" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="c" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(more.strings ?? `${HEAD}<sst/>`),
    "xl/worksheets/sheet1.xml": sheet(rows.replaceAll("<", "<x:").replaceAll("<x:/", "</x:")),
    "xl/worksheets/sheet2.xml": sheet((more.hidden ?? "").replaceAll("<", "<x:").replaceAll("<x:/", "</x:")),
  });
}

async function column(bytes: Uint8Array, rows: number, sheet = "S"): Promise<SheetSnapshot> {
  const [snapshot] = await (await openXlsx(bytes)).read([{ sheet, area: { row: 0, col: 0, rows, cols: 1 } }]);
  if (!snapshot) throw new Error("no snapshot");
  return snapshot;
}

async function failure(bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await openXlsx(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkbookFailure)) throw new Error(`opened, or failed otherwise: ${String(error)}`);
  return error.code === "unreadable-file" && "reason" in error.data ? error.data.reason : error.code;
}

describe("cells of a file", () => {
  test("rows that are hidden, by hand or by a filter, are told with the cells; empty ones among them", async () => {
    const book = await openXlsx(raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" s="1" customFormat="1" hidden="1"/><row r="4"/><row r="5" hidden="0"><c r="A5"><v>5</v></c></row><row r="9" hidden="true"><c r="A9" s="1"/></row>'));
    const area = (row: number, rows: number) => ({ sheet: "S", area: { row, col: 0, rows, cols: 2 } });
    const read = await book.read([area(0, 10), area(2, 3), area(0, 1_048_576)], { layout: true });
    expect(read.map(({ hidden }) => hidden)).toEqual([{ rows: [1, 2, 8], cols: [] }, { rows: [2], cols: [] }, { rows: [1, 2], cols: [] }]);
    expect(read[2]?.area).toEqual({ row: 0, col: 0, rows: 5, cols: 1 });
  });

  test("names for whole columns cost no more than the cells that are there", async () => {
    const names = '<definedName name="cot">S!$A:$A</definedName><definedName name="bon">S!$A:$D</definedName>';
    const { values, unevaluated } = await column(
      raw(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="B3"><f>SUM(cot)</f></c><c r="A3"><v>4</v></c></row><row r="4"><c r="E4"><f>SUM(bon)</f></c></row>',
        { names },
      ),
      3,
    );
    expect([values.flat(), unevaluated]).toEqual([[1, 2, 4], []]);
    const [sums] = await (
      await openXlsx(raw('<row r="1"><c r="A1"><v>1</v></c><c r="F1"><f>SUM(cot)+SUM(bon)</f></c></row>', { names }))
    ).read([{ sheet: "S", area: { row: 0, col: 5, rows: 1, cols: 1 } }]);
    expect(sums?.values).toEqual([[2]]);
  });

  test("every kind of value; a date is the number that Excel holds", async () => {
    const cells = [
      ['<c r="A1"><v>1.5</v></c>', 1.5],
      ['<c r="A2" t="s"><v>0</v></c>', "rich text"],
      ['<c r="A3" t="inlineStr"><is><t>inline</t></is></c>', "inline"],
      ['<c r="A4" t="b"><v>1</v></c>', true],
      ['<c r="A5" t="e"><v>#N/A</v></c>', { error: "#N/A" }],
      ['<c r="A6" t="d"><v>2026-11-22T06:00:00</v></c>', 46_348.25],
      ['<c r="A7"/>', null],
      ['<c r="A8" t="s"><v>1</v></c>', "a\u0007b_x0041_"],
      ['<c r="A9"><v>46348</v></c>', 46_348],
    ] as const;
    const strings = `${HEAD}<sst><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si><si><t>a_x0007_b_x005F_x0041_</t></si></sst>`;
    const { values } = await column(raw(cells.map(([xml], i) => `<row r="${i + 1}">${xml}</row>`).join(""), { strings }), cells.length);
    expect(values.flat()).toEqual(cells.map(([, value]) => value));
  });

  test("rows and cells without an address follow one another", async () => {
    const { values } = await column(raw("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), 2);
    expect(values.flat()).toEqual([1, 3]);
  });

  test("shared formulas are written out, array formulas fill their cells, cached results are not believed", async () => {
    const rows =
      '<row r="1"><c r="A1"><f>B1*2</f><v>999</v></c><c r="B1"><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">A1+B$1+LEN("A1 ""x""")</f><v>0</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/></c></row>' +
      '<row r="5"><c r="A5"><f t="array" ref="A5:A6">A1:A2*10</f><v>0</v></c></row><row r="6"><c r="A6"><v>0</v></c></row>' +
      '<row r="7"><c r="A7"><f>SUM(A5:A6)</f></c></row>';
    const { values, formulas, unevaluated } = await column(raw(rows), 7);
    expect(formulas.flat()).toEqual([
      '=B1*2', '=A1+B$1+LEN("A1 ""x""")', '=A2+B$1+LEN("A1 ""x""")', '=A3+B$1+LEN("A1 ""x""")', "=A1:A2*10", null, "=SUM(A5:A6)",
    ]);
    expect(values.flat()).toEqual([2, 9, 16, 23, 20, 90, 110]);
    expect(unevaluated).toEqual([]);
  });

  test("a sheet that no menu shows again is told apart from a hidden one", async () => {
    const { sheets } = await (await openXlsx(raw("", { state: "veryHidden" }))).outline();
    expect(sheets).toEqual([{ id: "S", name: "S", visible: true }, { id: "Ẩn", name: "Ẩn", visible: false, veryHidden: true }]);
  });

  test("hidden sheets, chart sheets and the scope of names", async () => {
    const names =
      '<definedName name="x" localSheetId="1">S!$A$1:$A$2</definedName><definedName name="x">\'Ẩn\'!$B$2</definedName>' +
      '<definedName name="k">3</definedName><definedName name="gone">#REF!</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1</definedName>';
    const workbook = await openXlsx(
      raw("<row><c><f>SUM(x)</f></c></row>", {
        names,
        hidden: '<row r="1"><c r="A1"><f>SUM(x)+k</f></c></row><row r="2"><c r="B2"><v>7</v></c></row>',
      }),
    );
    expect(await workbook.outline()).toEqual({
      sheets: [{ id: "S", name: "S", visible: true }, { id: "Ẩn", name: "Ẩn", visible: false }],
      names: [
        { name: "x", scope: "Ẩn", refersTo: { sheet: "S", area: { row: 0, col: 0, rows: 2, cols: 1 } } },
        { name: "x", scope: null, refersTo: { sheet: "Ẩn", area: { row: 1, col: 1, rows: 1, cols: 1 } } },
      ],
    });
    const cell = { row: 0, col: 0, rows: 1, cols: 1 };
    const [first, second] = await workbook.read([{ sheet: "S", area: cell }, { sheet: "Ẩn", area: cell }]);
    expect(first?.values).toEqual([[7]]);
    expect(second?.values).toEqual([[10]]);
  });

  test("an opened file takes no sheets", async () => {
    const workbook = await openXlsx(raw("<row><c><v>1</v></c></row>"));
    await expect(workbook.addSheets([plainSheet("Mới", [[1]])])).rejects.toMatchObject({ code: "not-supported" });
  });
});

describe("files that are refused", () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);

  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["text", strToU8("a,b,c\n1,2,3"), "not-a-workbook"],
    [".xls", ole, "old-format"],
    [
      "an encrypted package",
      new Uint8Array([...ole, ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0])]),
      "encrypted",
    ],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "not-a-workbook"],
    ["a document type", raw("", { sheetHead: '<!DOCTYPE a [<!ENTITY b "c">]>' }), "broken"],
    ["an entity of its own", raw("<row><c><v>&b;</v></c></row>"), "broken"],
    ["a shared string that is not there", raw('<row><c t="s"><v>5</v></c></row>'), "broken"],
    ["a cell beyond the sheet", raw('<row><c r="XFE1"><v>5</v></c></row>'), "broken"],
    ["nesting without end", raw("<a>".repeat(5000) + "</a>".repeat(5000)), "broken"],
    ["a part packed a thousand times", raw(" ".repeat(8 * 2 ** 20)), "too-large"],
    [
      "ten thousand entries",
      zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, new Uint8Array()]))),
      "too-large",
    ],
  ])("%s", async (_, bytes, reason) => {
    expect(await failure(bytes)).toBe(reason);
  });

  test("an entry that holds more than it claims is broken", async () => {
    const bytes = raw("<row><c><v>1</v></c></row>".repeat(1000));
    const view = new DataView(bytes.buffer);
    // The central directory's entry of the first sheet: its unpacked size stands 22 bytes before its name length's fields end.
    const name = strToU8("xl/worksheets/sheet1.xml");
    for (let at = bytes.length - name.length; at > 46; at--) {
      if (!name.every((byte, i) => bytes[at + i] === byte)) continue;
      view.setUint32(at - 46 + 24, 100, true);
      break;
    }
    expect(await failure(bytes)).toBe("broken");
  });

  test("broken bytes are refused or read, never anything else", async () => {
    const valid = await writeXlsx([{ ...budgetSheet("Biểu"), charts: [] }]);
    const flipped = fc
      .array(fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 5 })
      .map((flips) => {
        const bytes = valid.slice();
        for (const [at, mask] of flips) bytes[at] = (bytes[at] ?? 0) ^ mask;
        return bytes;
      });
    const cut = fc.nat(valid.length).map((length) => valid.slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(flipped, cut), async (bytes) => {
        const error: unknown = await openXlsx(bytes).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error === null || error instanceof WorkbookFailure).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("broken XML within a whole archive is refused or read, never anything else", async () => {
    const parts = unzipSync(await writeXlsx([budgetSheet("Biểu")]));
    const names = Object.keys(parts).filter((name) => name.startsWith("xl/") && !name.includes("chart") && !name.includes("drawing"));
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(20),
      insert: fc.string({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, at, cut, insert }) => {
        const xml = strFromU8(parts[name] ?? new Uint8Array());
        const place = Math.floor(at * xml.length);
        const bytes = zipSync({ ...parts, [name]: strToU8(xml.slice(0, place) + insert + xml.slice(place + cut)) });
        const error: unknown = await openXlsx(bytes).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error === null || error instanceof WorkbookFailure).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

test("random values of every kind come back from a saved file", async () => {
  const text = fc.string({ unit: "binary", maxLength: 20 }).filter((string) => string !== "");
  const value = fc.oneof(
    text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
    fc.constantFrom("_x000D_", "_x005F_", "a\r\nb", " "),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (column) => {
      const bytes = await writeXlsx([plainSheet("A", column.map((cell) => [cell]))]);
      const [snapshot] = await (await openXlsx(bytes)).read([{ sheet: "A", area: { row: 0, col: 0, rows: column.length, cols: 1 } }]);
      const expected: CellValue[] = column.map((cell) => (typeof cell === "number" ? cell + 0 : cell));
      expect(snapshot?.values.flat()).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
