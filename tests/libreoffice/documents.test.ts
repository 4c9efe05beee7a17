import { beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocumentFile } from "../../src/documents";
import { CORPUS } from "../support/corpus";
import { level, madeDocx, numbered, paragraph, run, table } from "../support/made-docx";
import { minutes } from "../support/patience";
import { convert } from "./office";

const LIMIT = minutes(4);
const TEXTS = join(CORPUS, "plantexts");
const texts = readdirSync(TEXTS).filter((name) => name.endsWith(".txt"));

const textOf = async (bytes: Uint8Array, name: string): Promise<string> => (await readDocumentFile(bytes, name)).text;
const wordsOf = (text: string): string[] => text.normalize("NFC").split(/\s+/).filter((word) => word !== "");

/** A document of the lines of a text, each a paragraph, justified as official documents are, with a head and numbers on its pages. */
function documentOf(lines: readonly string[]): Uint8Array {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const page = `${field("begin")}<w:r><w:instrText>PAGE</w:instrText></w:r>${field("separate")}${run("1")}${field("end")}`;
  return madeDocx({
    body: lines.map((line) => paragraph(run(line), '<w:jc w:val="both"/>')).join(""),
    header1: paragraph("Công báo tỉnh", '<w:jc w:val="center"/>') + paragraph(page, '<w:jc w:val="center"/>'),
  });
}

describe.each(texts)("the words of %s", (name) => {
  const lines = readFileSync(join(TEXTS, name), "utf8").replaceAll("\t", " ").split(/\r?\n/);
  const words = wordsOf(lines.join("\n"));

  test("come through a .docx that LibreOffice has saved, in order", async () => {
    expect(wordsOf(await textOf(await convert(documentOf(lines), "docx", "docx"), "a.docx"))).toEqual(words);
  }, LIMIT);

  test("come through a .pdf that LibreOffice has printed, in order, without what stands on each page", async () => {
    // on one page nothing comes again
    expect(wordsOf(await textOf(await convert(documentOf([...lines, ...lines]), "pdf", "docx"), "a.pdf"))).toEqual([...words, ...words]);
  }, LIMIT);
});

describe("a document with numbers, tables and notes", () => {
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join("");
  const looks = `<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  const grid = [700, 4300, 2000, 2000].map((wide) => `<w:gridCol w:w="${wide}"/>`).join("");
  const cells = table([
    ['<w:vMerge w:val="restart"/>|STT', '<w:vMerge w:val="restart"/>|Nội dung chi', '<w:gridSpan w:val="2"/>|Trong đó'],
    ["<w:vMerge/>|", "<w:vMerge/>|", "Trung ương", "Địa phương"],
    ["1", "Xây dựng đường giao thông nông thôn từ trung tâm xã đến các bản vùng cao", "275.556", "12.000"],
    ["2", "Nước sạch", "39.705", "1.000"],
  ]).replace("<w:tblPr/>", looks).replace("<w:tblGrid/>", `<w:tblGrid>${grid}</w:tblGrid>`);
  const outline = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)");
  const squared = run("Mật độ 10 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run("/người");
  const made = madeDocx({
    body: paragraph("Mục tiêu", numbered(1)) + paragraph("Kinh tế", numbered(1, 1)) + paragraph(squared, numbered(1, 2)) +
      paragraph("Kinh phí", numbered(1)) + cells + paragraph("Hết"),
    numbering: `<w:abstractNum w:abstractNumId="0">${outline}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  });
  const text = [
    "I. Mục tiêu", "1. Kinh tế", "a) Mật độ 10 m²/người", "II. Kinh phí", "", "STT\tNội dung chi\tTrong đó\t",
    "\t\tTrung ương\tĐịa phương",
    "1\tXây dựng đường giao thông nông thôn từ trung tâm xã đến các bản vùng cao\t275.556\t12.000", "2\tNước sạch\t39.705\t1.000",
    "", "Hết",
  ].join("\n");
  let printed: string;

  beforeAll(async () => {
    printed = await textOf(await convert(made, "pdf", "docx"), "a.pdf");
  }, LIMIT);

  test("is the same as made, saved by LibreOffice and through an .odt", async () => {
    const through = await convert(await convert(made, "odt", "docx"), "docx", "odt");
    for (const bytes of [made, await convert(made, "docx", "docx"), through]) expect(await textOf(bytes, "a.docx")).toBe(text);
  }, LIMIT);

  test("is the same printed, where lines in a cell are broken", () => {
    expect(printed.replaceAll("\v", " ")).toBe(text);
  });
});

test("a .pdf with a password is told to have one", async () => {
  const locked = 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"a"}}';
  const bytes = await convert(documentOf(["Chỉ tiêu"]), locked, "docx");
  await expect(readDocumentFile(bytes, "a.pdf")).rejects.toMatchObject({ code: "locked" });
}, LIMIT);
