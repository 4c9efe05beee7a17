import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { madePdf, pdfLines, ruled, type PdfPage } from "../../../tests/support/made-pdf";
import { DocumentFailure, readDocumentFile, type DocumentText } from "..";

const read = (pages: readonly PdfPage[]): Promise<DocumentText> => readDocumentFile(madePdf(pages), "a.pdf");
const textOf = async (...pages: readonly PdfPage[]): Promise<string> => (await read(pages)).text;
const LONG = "Nâng cao chất lượng đời sống nhân dân";

describe("lines of a page", () => {
  test("are told as they are read, whatever the order in which they were written", async () => {
    expect(await textOf({ texts: pdfLines(["I. Mục tiêu", "Tăng 8%", LONG]).reverse() })).toBe(`I. Mục tiêu\nTăng 8%\n${LONG}`);
  });

  test("a line in pieces is one; gaps are blanks, and wide ones columns", async () => {
    const line = [["Kinh phí", 60], ["275", 110], [".556", 128], ["triệu", 156], ["2025", 300], ["2026", 400]] as const;
    expect(await textOf({ texts: [...line.map(([text, x]) => ({ text, x, y: 700 })), ...pdfLines([LONG], 60, 600)] })).toBe(
      `Kinh phí 275.556 triệu\t2025\t2026\n${LONG}`,
    );
  });

  test("a wide gap behind the mark of a list is a blank", async () => {
    expect(await textOf({ texts: [...pdfLines(["II.", "1.2", "-"], 60), ...pdfLines([LONG, LONG, LONG], 110)] })).toBe(
      `II. ${LONG}\n1.2 ${LONG}\n- ${LONG}`,
    );
  });

  test("raised digits stay raised", async () => {
    const texts = [{ x: 60, y: 700, text: `${LONG} m` }, { x: 294, y: 705, text: "2", size: 7 }, { x: 298, y: 700, text: "/người" }];
    expect(await textOf({ texts })).toBe(`${LONG} m²/người`);
  });

  test("a wider gap between them parts paragraphs", async () => {
    expect(await textOf({ texts: [...pdfLines([LONG, LONG, LONG]), ...pdfLines([LONG], 60, 630)] })).toBe(
      `${LONG}\n${LONG}\n${LONG}\n\n${LONG}`,
    );
  });

  test("of a page that is written turned are read as its reader turns it, a stamp across it after them", async () => {
    const turned = [LONG, "Biểu số 1"].map((text, at) => ({ text, x: 100 + at * 16, y: 100, turn: 1 as const }));
    expect(await textOf({ texts: [...turned, { x: 60, y: 700, text: "DỰ THẢO" }] })).toBe(`${LONG}\nBiểu số 1\nDỰ THẢO`);
  });
});

describe("ruled tables", () => {
  const cells = (texts: readonly (readonly [text: string, x: number, y: number])[]): PdfPage["texts"] =>
    texts.map(([text, x, y]) => ({ text, x, y, size: 10 }));

  test("are a line a row, with the lines of a cell in it", async () => {
    const texts = cells([
      ["STT", 63, 690], ["Nội dung", 103, 690], ["Kinh phí", 303, 690], ["1", 63, 660], ["Đường liên xã", 103, 660],
      ["vùng cao", 103, 648], ["39.705", 303, 654], ["2", 63, 630], ["Nước sạch", 103, 630], ["1.000", 303, 630],
    ]);
    const around = [...pdfLines([LONG], 60, 740), ...pdfLines([LONG], 60, 580)];
    expect(await textOf({ texts: [...around, ...texts], drawn: ruled([60, 100, 300, 400], [705, 675, 643, 620]) })).toBe(
      `${LONG}\n\nSTT\tNội dung\tKinh phí\n1\tĐường liên xã\vvùng cao\t39.705\n2\tNước sạch\t1.000\n\n${LONG}`,
    );
  });

  test("a merged cell is empty behind its first", async () => {
    const texts = cells([["STT", 63, 680], ["Trong đó", 220, 695], ["Trung ương", 103, 675], ["Địa phương", 303, 675]]);
    const drawn = [
      "60 710 m 500 710 l S", "60 665 m 500 665 l S", "100 687 m 500 687 l S", "60 710 m 60 665 l S", "100 710 m 100 665 l S",
      "500 710 m 500 665 l S", "300 687 m 300 665 l S",
    ].join("\n");
    expect(await textOf({ texts: [...texts, ...pdfLines([LONG], 60, 600)], drawn })).toBe(
      `STT\tTrong đó\t\n\tTrung ương\tĐịa phương\n\n${LONG}`,
    );
  });

  test("drawn as thin shapes are read as well", async () => {
    const shapes = [[60, 700, 200, 1], [60, 670, 200, 1], [60, 640, 200, 1], [60, 640, 1, 61], [160, 640, 1, 61], [260, 640, 1, 61]];
    const drawn = shapes.map((shape) => `${shape.join(" ")} re f`).join("\n");
    const texts = cells([["Năm", 65, 680], ["Số xã", 165, 680], ["2025", 65, 650], ["12", 165, 650]]);
    expect(await textOf({ texts: [...texts, ...pdfLines([LONG], 60, 600)], drawn })).toBe(`Năm\tSố xã\n2025\t12\n\n${LONG}`);
  });
});

describe("what comes again on every page is left out", () => {
  const pages = Array.from({ length: 5 }, (_, at): PdfPage => ({
    texts: [
      { x: 60, y: 770, text: "Công báo số 12" }, ...pdfLines([`${LONG} ${at + 1}`, "Số 3"]), { x: 300, y: 30, text: `- ${at + 3} -` },
    ],
  }));

  test("numbers and heads of pages", async () => {
    expect(await textOf(...pages)).toBe(pages.map((_, at) => `${LONG} ${at + 1}\nSố 3`).join("\n"));
  });

  test("not what stands on one page alone", async () => {
    expect(await textOf(pages[0] ?? { texts: [] })).toContain("Công báo số 12");
  });
});

describe("what cannot be read is told", () => {
  const failureOf = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      return await readDocumentFile(bytes, "a.pdf");
    } catch (error) {
      return error instanceof DocumentFailure ? [error.code, error.data] : error;
    }
  };
  const bare: PdfPage = { texts: [{ x: 300, y: 30, text: "3" }], drawn: "60 60 400 600 re f" };

  test("a scan, and pages of a document that are one", async () => {
    expect(await failureOf(madePdf([bare, bare, { texts: pdfLines([LONG]) }]))).toEqual(["scan", { pages: 2 }]);
    expect((await read([{ texts: pdfLines([LONG]) }, bare, { texts: pdfLines([LONG]) }])).notices).toEqual([
      { kind: "pages-without-text", pages: [2] },
    ]);
  });

  test("a password", async () => {
    expect(await failureOf(madePdf([{ texts: pdfLines([LONG]) }], { locked: true }))).toEqual(["locked", {}]);
  });

  test("half a file, and one without pages", async () => {
    const whole = madePdf([{ texts: pdfLines([LONG]) }]);
    const told = [expect.stringMatching(/^(broken|empty)$/), expect.anything()];
    for (const bytes of [whole.subarray(0, 300), madePdf([])]) expect(await failureOf(bytes)).toEqual(told);
  });

  test("bytes that are changed or cut off are read or told", async () => {
    const whole = madePdf([{ texts: pdfLines([LONG, "1.000"]), drawn: ruled([60, 100, 300], [705, 675, 643]) }, bare]);
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
    const property = fc.asyncProperty(flips, fc.option(fc.nat(whole.length)), async (changes, end) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      const outcome = await failureOf(end === null ? bytes : bytes.subarray(0, end));
      return Array.isArray(outcome) || !(outcome instanceof Error);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

test("a page at a time: it is told how far it is, and stops when asked to", async () => {
  const bytes = madePdf(Array.from({ length: 4 }, () => ({ texts: pdfLines([LONG]) })));
  const shares: number[] = [];
  let rests = 0;
  const rest = (): Promise<void> => Promise.resolve(void (rests += 1));
  await readDocumentFile(bytes, "a.pdf", { progress: (share) => void shares.push(share), rest });
  expect([shares, rests]).toEqual([[0.25, 0.5, 0.75, 1, 1], 4]);
  await expect(readDocumentFile(bytes, "a.pdf", { stopped: () => true })).rejects.toMatchObject({ code: "stopped" });
});
