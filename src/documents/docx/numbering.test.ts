import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { level, madeDocx, numbered, paragraph, type DocxParts } from "../../../tests/support/made-docx";
import { readDocumentFile } from "..";
import { writeNumber } from "./number-label";

async function lines(parts: DocxParts): Promise<string[]> {
  return (await readDocumentFile(madeDocx(parts), "a.docx")).text.split("\n");
}

const list = (id: number, levels: string, more = ""): string => `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`;
const num = (id: number, looks: number, more = ""): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${looks}"/>${more}</w:num>`;
const OUTLINE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.") + level(3, "lowerLetter", "%4)");

describe("automatic numbers are written out", () => {
  test("level by level, each beginning anew under the next of those above", async () => {
    const levels = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1, 3];
    const body = levels.map((at, index) => paragraph(`mục ${index}`, numbered(1, at))).join("");
    expect(await lines({ body, numbering: list(0, OUTLINE) + num(1, 0) })).toEqual([
      "I. mục 0", "1. mục 1", "1.1. mục 2", "1.2. mục 3", "a) mục 4", "b) mục 5", "2. mục 6", "2.1. mục 7", "II. mục 8", "1. mục 9",
      "a) mục 10",
    ]);
  });

  test("lists of the same looks are counted on; one that says where it begins does not", async () => {
    const starts = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = list(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, starts);
    const body = [1, 1, 2, 3, 3, 1].map((id) => paragraph("x", numbered(id))).join("");
    expect(await lines({ body, numbering })).toEqual(["1. x", "2. x", "3. x", "5. x", "6. x", "7. x"]);
  });

  test("a level that a list has of its own", async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, "lowerRoman", "(%1)")}</w:lvlOverride>`;
    const numbering = list(0, level(0, "decimal", "%1.")) + num(1, 0, own);
    expect(await lines({ body: paragraph("x", numbered(1)) + paragraph("x", numbered(1)), numbering })).toEqual(["(i) x", "(ii) x"]);
  });

  test.each([
    ["never", '<w:lvlRestart w:val="0"/>', ["I. x", "1. x", "II. x", "2. x"]],
    ["by default", "", ["I. x", "1. x", "II. x", "1. x"]],
  ])("a level restarts %s", async (_name, restart, expected) => {
    const numbering = list(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", restart)) + num(1, 0);
    expect(await lines({ body: [0, 1, 0, 1].map((at) => paragraph("x", numbered(1, at))).join(""), numbering })).toEqual(expected);
  });

  test("in digits where a level asks for that, and after no gap", async () => {
    const legal = level(0, "upperRoman", "Chương %1") + level(1, "decimal", "%1.%2", '<w:isLgl/><w:suff w:val="nothing"/>');
    const body = [0, 0, 1].map((at) => paragraph("x", numbered(1, at))).join("");
    expect(await lines({ body, numbering: list(0, legal) + num(1, 0) })).toEqual(["Chương I x", "Chương II x", "2.1x"]);
  });

  test("of the style of the paragraph, the one that it is based on and the one that the list names", async () => {
    const style = (id: string, inside: string): string => `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const styles =
      style("Muc", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
      style("Con", '<w:basedOn w:val="Muc"/>') +
      style("Trong", '<w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    const levels = level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>') + level(1, "decimal", "%2.", '<w:pStyle w:val="Con"/>');
    const body = ["Muc", "Con", "Con", "Trong", "Muc"].map((id) => paragraph("x", `<w:pStyle w:val="${id}"/>`)).join("");
    expect(await lines({ body, styles, numbering: list(0, levels) + num(1, 0) })).toEqual(["I. x", "1. x", "2. x", "x", "II. x"]);
  });

  test("of a style of lists", async () => {
    const looks = list(1, level(0, "decimalZero", "%1/"), '<w:styleLink w:val="L"/>');
    const numbering = list(0, '<w:numStyleLink w:val="L"/>') + looks + num(1, 0);
    expect(await lines({ body: paragraph("x", numbered(1)), numbering })).toEqual(["01/ x"]);
  });

  test.each([
    ["-", "", "-"], ["–", "", "-"], ["+", "", "+"], ["\uf0b7", "Symbol", "•"], ["\uf0a7", "Wingdings", "•"], ["o", "Courier New", "•"],
    ["\uf02d", "Symbol", "-"],
  ])("a bullet %j of %j is %j", async (text, font, sign) => {
    const looks = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`;
    const lvl = `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/>${looks}</w:lvl>`;
    expect(await lines({ body: paragraph("x", numbered(1)), numbering: list(0, lvl) + num(1, 0) })).toEqual([`${sign} x`]);
  });

  test("none of a list that is not there, and of number 0", async () => {
    const numbering = list(0, level(0, "decimal", "%1.")) + num(1, 0);
    expect(await lines({ body: paragraph("x", numbered(7)) + paragraph("y", numbered(0)) + paragraph("z", numbered(1, 5)), numbering }))
      .toEqual(["x", "y", "z"]);
  });

  test("in cells that hold nothing else, as numbered lines of a table do", async () => {
    const cell = (text: string, looks = ""): string => `<w:tc>${paragraph(text, looks)}</w:tc>`;
    const row = (text: string): string => `<w:tr>${cell("", numbered(1))}${cell(text)}</w:tr>`;
    const numbering = list(0, level(0, "decimal", "%1")) + num(1, 0);
    expect(await lines({ body: `<w:tbl>${row("a")}${row("b")}</w:tbl>`, numbering })).toEqual(["1\ta", "2\tb"]);
  });
});

describe("a number of a list", () => {
  test.each([
    [4, "upperRoman", "IV"], [9, "lowerRoman", "ix"], [26, "upperLetter", "Z"], [28, "lowerLetter", "bb"], [3, "decimalZero", "03"],
    [2, "decimalEnclosedCircle", "②"], [2, "none", ""], [7, "cardinalText", "7"], [0, "upperRoman", "0"],
  ])("%i as %s is %j", (number, format, text) => {
    expect(writeNumber(number, format)).toBe(text);
  });

  test("is short, however large", () => {
    const formats = fc.constantFrom("upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimal", "decimalEnclosedCircle");
    fc.assert(fc.property(fc.integer(), formats, (number, format) => writeNumber(number, format).length <= 30));
  });
});
