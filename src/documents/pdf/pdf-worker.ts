import "pdfjs-dist/legacy/build/pdf.mjs";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { answerPdf, type PdfQuestion, type PdfTold } from "./apart";

// The main file of a page's worker, with the library in it: one script, so that nothing has to be found from where it stands.
const tell = (message: PdfTold): void => self.postMessage(message);
self.addEventListener("message", ({ data }: MessageEvent<Partial<PdfQuestion>>) => {
  // the library listens as well, to what is none of ours
  if (data.pdf) void answerPdf({ pdf: data.pdf }, tell);
});
tell({ ready: true });
