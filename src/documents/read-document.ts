import { UnreadableBytes } from "../bytes";
import type { DocumentCourse, DocumentText } from "./document-text";
import { DocumentFailure, ofBytes } from "./failure";
import { docxSteps } from "./docx/read-docx";
import { kindOf, type DocumentKind } from "./kind";
import { readText } from "./read-text";

/**
 * Reads a document as text: .txt in UTF-8, UTF-16 or what Windows wrote before, .docx, and .pdf with a text layer. Every
 * failure is a `DocumentFailure`, and nothing was changed then.
 */
export async function readDocumentFile(bytes: Uint8Array, name: string, course: DocumentCourse = {}): Promise<DocumentText> {
  try {
    const read = await readAs(kindOf(bytes, name), bytes, course);
    course.progress?.(1);
    return read;
  } catch (error) {
    throw error instanceof UnreadableBytes ? ofBytes(error) : error;
  }
}

/** So long, in milliseconds, the others wait at most, but for a step that takes longer. */
const SLICE = 50;

async function readAs(kind: DocumentKind, bytes: Uint8Array, course: DocumentCourse): Promise<DocumentText> {
  if (kind === "text") return readText(bytes);
  if (kind === "docx") return sliced(docxSteps(bytes), course);
  // large, and few need it
  const { readPdf } = await import("./pdf/read-pdf");
  return readPdf(bytes, course);
}

async function sliced<T>(steps: Generator<void, T>, { rest, stopped }: DocumentCourse): Promise<T> {
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (stopped?.()) throw new DocumentFailure("stopped", {});
    if (!rest || Date.now() - since < SLICE) continue;
    await rest();
    since = Date.now();
  }
}
