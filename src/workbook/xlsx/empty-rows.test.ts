import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { strToU8 } from "fflate";
import { withoutLooks, withoutEmptyRows } from "./empty-rows";
import { readSheet } from "./read-sheet";

const sheet = (rows: string, after = "") => `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>${after}</worksheet>`;
const read = (text: string) =>
  readSheet({ part: "sheet1.xml", bytes: strToU8(text), name: "S", visible: true }, { strings: [], dates: { formats: [], shift: 0 } })
    .sheet;

/** With a character section anywhere nothing is left out before the parser: what it finds is what is true. */
const parsedWhole = (rows: string) => read(sheet(rows, "<x><![CDATA[]]></x>"));

const cell = fc.record({ col: fc.constantFrom("A", "B", "C"), value: fc.option(fc.integer()), named: fc.boolean() });
const row = fc.record({
  hidden: fc.boolean(),
  style: fc.boolean(),
  closed: fc.boolean(),
  cells: fc.uniqueArray(cell, { selector: ({ col }) => col, maxLength: 3 }),
});

describe("withoutEmptyRows", () => {
  test("a sheet is read as a parser alone reads it, rows without a number too", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), (rows, numbered) => {
        const xml = rows
          .map(({ hidden, style, closed, cells }, i) => {
            const attributes = `${numbered ? ` r="${i * 2 + 1}"` : ""}${style ? ' s="1" customFormat="1"' : ""}${hidden ? ' hidden="1"' : ""}`;
            if (closed && cells.length === 0) return `<row${attributes}/>`;
            const content = [...cells]
              .sort((a, b) => (a.col < b.col ? -1 : 1))
              .map(
                ({ col, value, named }) =>
                  `<c${named && numbered ? ` r="${col}${i * 2 + 1}"` : ""} s="2"${value === null ? "/>" : `><v>${value}</v></c>`}`,
              );
            return `<row${attributes}>${content.join("\n")}</row>`;
          })
          .join(" ");
        expect(read(sheet(xml))).toEqual(parsedWhole(xml));
      }),
    );
  });

  test("leaves the rows that hold something, and tells of the hidden ones that it takes out", () => {
    const hidden: number[] = [];
    const kept = '<row r="2" hidden="1"><c r="A2" s="1"/><c r="B2"><v>5</v></c></row>';
    const text = withoutEmptyRows(
      `<x:row r="1" hidden="1"/>${kept}<row r="3" s="4" customFormat="1" >\n<c r="A3" s="1"/> <c r="B3"/></row><row r="9" hidden="true"></row>`,
      (row) => void hidden.push(row),
    );
    expect([text, hidden]).toEqual([kept, [0, 8]]);
  });

  test("what is wrong with a row stays there for the reader", () => {
    expect(withoutEmptyRows('<row r="0"/><row r="9999999"/>', () => undefined)).toBe('<row r="0"/><row r="9999999"/>');
  });

  test("rows of height 0 and columns of width 0 are hidden, with or without cells", () => {
    const text = sheet(
      '<row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0.0"/><row r="3" ht="0.75"/><row r="4" ht="20"><c r="A4"><v>1</v></c></row>',
    ).replace("<cols>", '<cols><col min="6" max="6" width="0" customWidth="1"/><col min="7" max="7" width="0.5"/>');
    const { hiddenRows, hiddenCols } = read(text);
    expect([[...hiddenRows].sort(), hiddenCols]).toEqual([[0, 1], [{ from: 1, to: 2 }, { from: 5, to: 5 }]]);
  });
});

describe("withoutLooks", () => {
  const looks = '<conditionalFormatting sqref="A1:B2"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="A1"><formula1>1</formula1></dataValidation></dataValidations>';

  test("leaves out looks, and nothing that is read", () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" s="12"/></row><row r="2"><c r="A2"/></row>';
    expect(withoutLooks(sheet(rows, looks))).toBe(sheet(rows));
  });

  test("of a part with comments nothing is left out, since anything may stand in them", () => {
    const text = sheet('<row r="1"><!-- <c r="A1"/> --><c r="A1" s="1"/></row>', looks);
    expect(withoutLooks(text)).toBe(text);
  });
});

describe("plain cells", () => {
  test("cells that stand where the one before leaves off keep their places, behind a blank one too", () => {
    const rows = '<row r="1"><c r="C1" s="1"/><c><v>7</v></c></row>';
    expect([...read(sheet(rows)).cells.keys()]).toEqual([3]);
  });

  const text = fc.constantFrom("1", "-2.5e3", "7 ", "", "&lt;", "TRUE", "Biểu 1", "_x0041_", "A1&gt;B1", "\"a\"&amp;B2", "SUM(A1:B1)");
  const formula = fc.oneof(
    text.map((one) => `<f>${one}</f>`),
    fc.constantFrom(
      '<f t="shared" ref="A1:A9" si="0">B1</f>', '<f t="shared" si="0"/>', '<f t="array" ref="A1:B1">B1</f>', '<f aca="false">B1</f>',
      '<f\nca="1">B1</f>', "<f/>", "",
    ),
  );
  const type = fc.constantFrom("", ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="s"');
  const style = fc.constantFrom("", ' s="1"', " s='2'");
  const any = fc.tuple(style, type, formula, fc.option(text)).map(([s, t, f, v]) => (address: string) =>
    `<c r="${address}"${s}${t}${f === "" && v === null ? "/>" : `>${f}${v === null ? "" : `<v>${v}</v>`}</c>`}`);

  test("are read, or refused, as a parser alone reads them", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (cells) => {
        const rows = `<row r="1">${cells.map((cell, at) => cell(`${"ABCDEF"[at] ?? ""}1`)).join("")}</row>`;
        const told = (by: (rows: string) => unknown): unknown => {
          try {
            return by(rows);
          } catch (error) {
            return String(error);
          }
        };
        expect(told((one) => read(sheet(one)))).toEqual(told(parsedWhole));
      }),
      { numRuns: 500 },
    );
  });
});
