import { UnreadableBytes } from "../bytes";
import type { DocumentCourse, DocumentText } from "./document-text";
import { DocumentFailure, ofBytes } from "./failure";
import { kindOf } from "./kind";
import { readText } from "./read-text";

/**
 * Reads a document as text: .txt in UTF-8, UTF-16 or what Windows wrote before. Every failure is a `DocumentFailure`, and nothing was
 * changed then.
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

async function readAs(kind: ReturnType<typeof kindOf>, bytes: Uint8Array, _course: DocumentCourse): Promise<DocumentText> {
  if (kind === "text") return readText(bytes);
  throw new DocumentFailure("not-a-document", {});
}
