import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { level, madeDocx, numbered, paragraph, run, table } from "../../tests/support/made-docx";
import { DocumentFailure, readDocumentFile } from ".";

const RUNS = 150;

const docx = madeDocx({
  body: paragraph("Mục tiêu", numbered(1)) + table([["1", '<w:gridSpan w:val="2"/>|a'], ["2", "b", "c"]]) +
    paragraph(`${run("Tăng 8%")}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "upperRoman", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  styles: '<w:style w:type="paragraph" w:styleId="A" w:default="1"><w:basedOn w:val="A"/></w:style>',
  footnotes: `<w:footnote w:id="2">${paragraph("Chú thích")}</w:footnote>`,
});

/** Bytes with some of them changed and the end cut off. */
function mangled(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
  return fc.tuple(flips, fc.option(fc.nat(bytes.length))).map(([changes, end]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of changes) copy[at] = byte;
    return end === null ? copy : copy.subarray(0, end);
  });
}

/** That a file is read, or told why it is not. */
async function isToldOf(bytes: Uint8Array, name: string): Promise<boolean> {
  try {
    return typeof (await readDocumentFile(bytes, name)).text === "string";
  } catch (error) {
    if (error instanceof DocumentFailure) return true;
    throw error;
  }
}

test("bytes of a .docx that are changed or cut off are read or told", async () => {
  await fc.assert(fc.asyncProperty(mangled(docx), (bytes) => isToldOf(bytes, "a.docx")), { numRuns: RUNS });
});

test("a .docx with a part that is changed or cut off is read or told", async () => {
  const parts = unzipSync(docx);
  const changed = fc.constantFrom(...Object.keys(parts)).chain((name) => {
    const part = parts[name] ?? new Uint8Array();
    return mangled(part).map((content) => zipSync({ ...parts, [name]: content }));
  });
  await fc.assert(fc.asyncProperty(changed, (bytes) => isToldOf(bytes, "a.docx")), { numRuns: RUNS });
});

test("elements of a .docx in any order and any depth are read or told", async () => {
  const names = fc.constantFrom(
    "p", "r", "t", "tbl", "tr", "tc", "tcPr", "gridSpan", "vMerge", "pPr", "numPr", "numId", "rPr", "ins", "del", "sdt", "sdtContent",
    "txbxContent", "fldChar", "instrText", "footnoteReference", "drawing", "AlternateContent", "Choice", "sym", "br", "tab",
  );
  const { xml } = fc.letrec<{ xml: string }>((tie) => ({
    xml: fc.oneof(
      { maxDepth: 6 },
      fc.constant("chữ"),
      fc.tuple(names, fc.constantFrom("", ' w:val="1"', ' w:id="2"', ' w:fldCharType="begin"'), fc.array(tie("xml"), { maxLength: 4 })).map(
        ([name, attributes, inside]) => `<w:${name}${attributes}>${inside.join("")}</w:${name}>`,
      ),
    ),
  }));
  const parts = unzipSync(docx);
  const content = fc.array(xml, { maxLength: 6 }).map((blocks) => {
    const body = `<w:document xmlns:w="w"><w:body>${blocks.join("")}</w:body></w:document>`;
    return zipSync({ ...parts, "word/document.xml": strToU8(body) });
  });
  await fc.assert(fc.asyncProperty(content, (bytes) => isToldOf(bytes, "a.docx")), { numRuns: RUNS });
});

test("any bytes under any name are read or told", async () => {
  const head = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe]);
  const bytes = fc.tuple(head, fc.uint8Array({ maxLength: 300 })).map(([first, rest]) => Uint8Array.from([...first, ...rest]));
  const name = fc.constantFrom("a.txt", "a.docx", "a.pdf", "a");
  expect(await fc.check(fc.asyncProperty(bytes, name, isToldOf), { numRuns: RUNS })).toMatchObject({ failed: false });
});
