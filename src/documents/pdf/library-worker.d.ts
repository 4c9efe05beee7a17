/** What the library does its work with: without a worker it looks for this under its own name. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: object;
}
