import { inSlices } from "../base";
import { UnreadableBytes } from "../bytes";
import type { DocumentCourse, DocumentText } from "./document-text";
import { DocumentFailure, ofBytes } from "./failure";
import { docxSteps } from "./docx/read-docx";
import { kindOf } from "./kind";
import type { ReadPdf } from "./pdf/apart";
import { readPdf } from "./pdf/read-pdf";
import { readText } from "./read-text";

/** A text of more letters is refused: some 2,000 pages. */
const MOST_LETTERS = 5_000_000;

/**
 * Reads a document as text: .txt in UTF-8, UTF-16 or what Windows wrote before, .docx, and .pdf with a text layer, in this thread or as
 * `pdf` does it. Every failure is a `DocumentFailure`, and nothing was changed then.
 */
export async function readDocumentFile(
  bytes: Uint8Array, name: string, course: DocumentCourse = {}, pdf: ReadPdf = readPdf,
): Promise<DocumentText> {
  try {
    const kind = kindOf(bytes, name);
    const stop = (): void => {
      if (course.stopped?.()) throw new DocumentFailure("stopped", {});
    };
    const read = await (
      kind === "pdf" ? pdf(bytes, course) : kind === "docx" ? inSlices(docxSteps(bytes), course.rest, stop) : readText(bytes)
    );
    if (read.text.length > MOST_LETTERS) {
      throw new DocumentFailure("too-large", { fault: "letters", part: "", what: String(MOST_LETTERS) });
    }
    course.progress?.(1);
    return read;
  } catch (error) {
    throw error instanceof UnreadableBytes ? ofBytes(error) : error;
  }
}
