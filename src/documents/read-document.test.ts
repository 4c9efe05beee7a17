import { describe, expect, test } from "@jest/globals";
import { zipSync } from "fflate";
import { DocumentFailure, readDocumentFile } from ".";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

/** The failure of a read, as its code and what it says of it. */
async function failureOf(bytes: Uint8Array, name = "a.txt"): Promise<unknown> {
  try {
    return await readDocumentFile(bytes, name);
  } catch (error) {
    return error instanceof DocumentFailure ? [error.code, error.data] : error;
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const odt = zipSync({ mimetype: utf8("application/vnd.oasis.opendocument.text"), "content.xml": utf8("<x/>") });
const halfZip = zipSync({ "a.txt": utf8("a".repeat(1000)) }).subarray(0, 40);
const ole = (stream: string): Uint8Array => Uint8Array.from([...OLE, ...Array<number>(500).fill(0), ...Buffer.from(stream, "utf16le")]);

describe("a text", () => {
  test.each([
    ["UTF-8", utf8("I. Mục tiêu\r\nTăng 8%\rHết")],
    ["UTF-8 with a mark", utf8("\ufeffI. Mục tiêu\nTăng 8%\nHết")],
    ["UTF-16", utf16("I. Mục tiêu\r\nTăng 8%\nHết")],
    ["UTF-8 with its tones apart", utf8("I. Mục tiêu\nTăng 8%\nHết".normalize("NFD"))],
  ])("in %s is read as it stands", async (_name, bytes) => {
    expect(await readDocumentFile(bytes, "ke-hoach.txt")).toEqual({ text: "I. Mục tiêu\nTăng 8%\nHết", notices: [] });
  });

  test("in what Windows wrote before is told", async () => {
    const bytes = Uint8Array.from(Buffer.from("Ph\u00e1t tri\u00ea\u00d2n kinh t\u00ea\u00ec, \u00f0\u00f4 thi\u00f2", "latin1"));
    expect(await readDocumentFile(bytes, "a.txt")).toEqual({
      text: "Phát triển kinh tế, đô thị", notices: [{ kind: "windows-1258" }],
    });
  });

  test("is told how far it is, and is one whatever its name", async () => {
    const shares: number[] = [];
    const { text } = await readDocumentFile(utf8("Chỉ tiêu"), "a.md", { progress: (share) => void shares.push(share) });
    expect([text, shares]).toEqual(["Chỉ tiêu", [1]]);
  });
});

describe("what is no document that is read", () => {
  test.each<readonly [string, Uint8Array, string, unknown]>([
    ["no bytes", new Uint8Array(), "a.txt", ["empty", {}]],
    ["blanks alone", utf8(" \n\t\n"), "a.txt", ["empty", {}]],
    ["a .doc", ole("WordDocument"), "a.doc", ["old-doc", { kind: ".doc" }]],
    ["a .doc under the name of a .docx", ole("WordDocument"), "a.docx", ["old-doc", { kind: ".doc" }]],
    ["an .xls", ole("Workbook"), "a.doc", ["not-a-document", {}]],
    ["a .docx with a password", ole("EncryptedPackage"), "a.docx", ["locked", {}]],
    ["an .rtf", utf8("{\\rtf1\\ansi}"), "a.rtf", ["old-doc", { kind: ".rtf" }]],
    ["a web page under the name of a .doc", utf8("\ufeff<html><body>Chào</body></html>"), "a.doc", ["old-doc", { kind: "html" }]],
    ["a page in UTF-16", utf16("<!DOCTYPE html><p>Chào"), "a.doc", ["old-doc", { kind: "html" }]],
    ["Word's flat XML", utf8('<?xml version="1.0"?><w:wordDocument/>'), "a.xml", ["old-doc", { kind: "xml" }]],
    ["an .odt", odt, "a.odt", ["old-doc", { kind: ".odt" }]],
    ["a zip of other things", zipSync({ "a.txt": utf8("a") }), "a.docx", ["not-a-document", {}]],
    ["half a zip", halfZip, "a.docx", ["broken", expect.objectContaining({ fault: "zip" })]],
    ["text under the name of a .docx", utf8("Không tìm thấy"), "a.docx", ["not-a-document", {}]],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), "a.txt", ["not-a-document", {}]],
  ])("%s", async (_name, bytes, name, failure) => {
    expect(await failureOf(bytes, name)).toEqual(failure);
  });

  test("too many bytes", async () => {
    expect(await failureOf(new Uint8Array(50 * 2 ** 20 + 1))).toEqual(["too-large", { fault: "size", part: "", what: "50 MB" }]);
  });
});
