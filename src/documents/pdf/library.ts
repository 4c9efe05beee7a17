import type * as Library from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { DocumentFailure } from "../failure";

export type Pdf = typeof Library;

/** A document that is open; `close` gives back what it holds. */
export interface OpenPdf {
  readonly pdf: Pdf;
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/** Loads the library, which is large and which few need, and its worker's side: nothing is fetched but these two. */
async function library(): Promise<Pdf> {
  const [pdf, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"), import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  // where the library finds this it looks for no worker, which would be a script of its own
  (globalThis as { pdfjsWorker?: object }).pdfjsWorker ??= worker;
  return pdf;
}

/** Opens a PDF. Throws DocumentFailure "locked" where it has a password, "broken" for all else that the library cannot read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await library();
  const task = pdf.getDocument({
    // the library keeps what it is given
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  const close = (): Promise<void> => task.destroy();
  try {
    return { pdf, document: await task.promise, close };
  } catch (error) {
    await close();
    throw failureOf(error);
  }
}

/** What the library throws, as a failure of the document; one of ours as it is. */
export function failureOf(error: unknown): DocumentFailure {
  const isLocked = error instanceof Error && error.name === "PasswordException";
  if (isFailure(error)) return error;
  return isLocked
    ? new DocumentFailure("locked", {}, error)
    : new DocumentFailure("broken", { fault: null, part: "", what: "" }, error);
}

function isFailure(error: unknown): error is DocumentFailure {
  return error instanceof DocumentFailure;
}
