import { pdfApart, type PdfTold, type ReadPdf } from "./pdf/apart";

/** Reads a .pdf in a worker of the page; where the host allows none, see `pdfApart`. */
export function pdfOfPage(): ReadPdf {
  return pdfApart({
    start: (told, lost) => {
      const worker = new Worker(/* webpackChunkName: "pdf-worker" */ new URL("./pdf/pdf-worker.ts", import.meta.url));
      worker.onmessage = ({ data }: MessageEvent<PdfTold>) => told(data);
      worker.onerror = lost;
      return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
    },
    stopwatch: () => {
      const since = performance.now();
      return () => performance.now() - since;
    },
  });
}
