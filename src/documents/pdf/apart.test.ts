import { expect, test } from "@jest/globals";
import { madePdf, pdfLines } from "../../../tests/support/made-pdf";
import { DocumentFailure, readDocumentFile } from "..";
import { answerPdf, pdfApart, type PdfQuestion, type PdfTold } from "./apart";

const LINE = "Nâng cao chất lượng đời sống nhân dân";
const bytes = madePdf([{ texts: pdfLines([LINE]) }, { texts: pdfLines([LINE]) }]);
const text = `${LINE}\n${LINE}`;

/** A thread that is none: what goes to it and comes back is copied, as between threads. */
const thread = (answer: (question: PdfQuestion, tell: (message: PdfTold) => void) => void) => (told: (message: PdfTold) => void) => {
  let isEnded = false;
  const tell = (message: PdfTold): void => {
    if (!isEnded) told(structuredClone(message));
  };
  setImmediate(() => tell({ ready: true }));
  return {
    ask: (question: PdfQuestion) => answer(structuredClone(question), tell),
    end: () => {
      isEnded = true;
    },
  };
};
/** Each look finds so many milliseconds more. */
const stopwatch = (step: number) => () => {
  let looks = 0;
  return () => (looks += 1) * step;
};
const read = thread((question, tell) => void answerPdf(question, tell));
const silent = thread(() => undefined);

test("a thread reads, tells how far it is, and what cannot be read is told as here", async () => {
  const shares: number[] = [];
  const pdf = pdfApart({ start: read, stopwatch: stopwatch(0) });
  expect((await readDocumentFile(bytes, "a.pdf", { progress: (share) => void shares.push(share) }, pdf)).text).toBe(text);
  expect(shares).toEqual([0.5, 1, 1]);
  await expect(readDocumentFile(madePdf([{ texts: [] }], { locked: true }), "a.pdf", {}, pdf)).rejects.toMatchObject({ code: "locked" });
});

test("one that takes too long, or somebody has had enough of, is ended", async () => {
  const slow = pdfApart({ start: silent, stopwatch: stopwatch(40) }, 100);
  const tooLong = { code: "too-large", data: { fault: "time", what: "0.1" } };
  await expect(readDocumentFile(bytes, "a.pdf", {}, slow)).rejects.toMatchObject(tooLong);
  const patient = pdfApart({ start: silent, stopwatch: stopwatch(0) });
  await expect(readDocumentFile(bytes, "a.pdf", { stopped: () => true }, patient)).rejects.toMatchObject({ code: "stopped" });
});

test("one that is lost has run out of memory; one that never came is done without", async () => {
  const lostAfter = (isThere: boolean) => (told: (message: PdfTold) => void, lost: () => void) => {
    setImmediate(() => {
      if (isThere) told({ ready: true });
      lost();
    });
    return { ask: () => undefined, end: () => undefined };
  };
  const refusing = (): never => {
    throw new Error("no worker here");
  };
  await expect(pdfApart({ start: lostAfter(true), stopwatch: stopwatch(0) })(bytes, {})).rejects.toBeInstanceOf(DocumentFailure);
  for (const start of [lostAfter(false), refusing]) expect((await pdfApart({ start, stopwatch: stopwatch(0) })(bytes, {})).text).toBe(text);
});
