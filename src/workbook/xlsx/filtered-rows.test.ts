import { describe, expect, test } from "@jest/globals";
import { rawBook, type RawBook } from "../../../tests/support/raw-book";
import { openXlsx } from ".";

const FUNCTIONS = [
  "SUBTOTAL(9,A2:A5)", "SUBTOTAL(109,A2:A5)", "SUBTOTAL(2,A2:A5)", "SUBTOTAL(103,A2:A5)", "SUBTOTAL(1,A2:A5)", "AGGREGATE(9,5,A2:A5)",
];
const FILTERED = '<filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn>';

/** Under a head 1, 2 (hidden), 4, 8; beside it the functions. */
async function values(after: string, more: { hidden?: string; table?: string; book?: Partial<RawBook> } = {}): Promise<unknown[]> {
  const numbers = [1, 2, 4, 8]
    .map((value, i) => `<row r="${i + 2}"${i === 1 ? ` ${more.hidden ?? 'hidden="1"'}` : ""}><c r="A${i + 2}"><v>${value}</v></c></row>`)
    .join("");
  const head = `<row r="1"><c r="A1" t="str"><v>Số</v></c>${FUNCTIONS.map((text, i) => `<c r="${"CDEFGH"[i] ?? ""}1"><f>${text}</f><v>99</v></c>`).join("")}</row>`;
  const book = await openXlsx(
    rawBook({ sheets: [{ name: "S", rows: head + numbers, after, tables: more.table === undefined ? [] : [more.table] }], ...more.book }),
  );
  const [read] = await book.read([{ sheet: "S", area: { row: 0, col: 2, rows: 1, cols: FUNCTIONS.length } }]);
  return read?.values[0] as unknown[];
}

const ALL = [15, 13, 4, 3, 3.75, 13];
const LEFT_OUT = [13, 13, 3, 3, 13 / 3, 13];

describe("SUBTOTAL and AGGREGATE", () => {
  test("a row that somebody hid counts in 1–11, and not in 101–111; a height of 0 is hidden", async () => {
    expect(await values("")).toEqual(ALL);
    expect(await values("", { hidden: 'ht="0" customHeight="1"' })).toEqual(ALL);
  });

  test("a row that a filter hides counts in neither, whether the filter is the sheet's or a table's", async () => {
    expect(await values(`<autoFilter ref="$A$1:$A$5">${FILTERED}</autoFilter>`)).toEqual(LEFT_OUT);
    const table = `<table displayName="Bang1" ref="A1:A5"><autoFilter ref="A1:A5">${FILTERED}</autoFilter><tableColumns><tableColumn name="Số"/></tableColumns></table>`;
    expect(await values("", { table })).toEqual(LEFT_OUT);
  });

  test("arrows without a choice filter nothing, nor does a filter elsewhere or of a view that is put by", async () => {
    for (const after of [
      '<autoFilter ref="A1:A5"/>',
      '<autoFilter ref="A1:A5"><filterColumn colId="0" hiddenButton="1"/></autoFilter>',
      `<autoFilter ref="A3:A5">${FILTERED}</autoFilter>`,
    ]) {
      expect(await values(after)).toEqual(ALL);
    }
    expect(
      await values(
        `<customSheetViews><customSheetView><autoFilter ref="A1:A5">${FILTERED}</autoFilter></customSheetView></customSheetViews>`,
      ),
    ).toEqual(ALL);
  });
});

test("a SUBTOTAL passes over the SUBTOTALs within its area", async () => {
  const cell = (at: string, content: string): string => `<row r="${at.slice(1)}"><c r="${at}">${content}</c></row>`;
  const rows =
    cell("A1", "<v>1</v>") +
    cell("A2", "<v>2</v>") +
    cell("A3", "<f>SUBTOTAL(9,A1:A2)</f>") +
    cell("A4", "<v>4</v>") +
    cell("A5", "<f>SUBTOTAL(9,A1:A4)</f>") +
    cell("A6", "<f>SUM(A1:A4)</f>");
  const [read] = await (
    await openXlsx(rawBook({ sheets: [{ name: "S", rows }] }))
  ).read([{ sheet: "S", area: { row: 2, col: 0, rows: 4, cols: 1 } }]);
  expect(read?.values.flat()).toEqual([3, 4, 7, 10]);
});

test("what a file kept has no part in it, also where it calculates by hand only", async () => {
  const rows = '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1"><f>SUM(A1:B1)</f><v>6</v></c></row>';
  const book = await openXlsx(
    rawBook({ sheets: [{ name: "S", rows }], end: '<calcPr calcMode="manual" fullCalcOnLoad="0" calcCompleted="0"/>' }),
  );
  const [read] = await book.read([{ sheet: "S", area: { row: 0, col: 0, rows: 1, cols: 3 } }]);
  expect([read?.values, read?.unevaluated]).toEqual([[[5, 10, 15]], []]);
});
