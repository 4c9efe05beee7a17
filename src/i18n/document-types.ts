import type { DocumentNotice } from "../documents/document-text";
import type { DocumentFailureData } from "../documents/failure";

/** What is told of a document that was read, and why another was not; whole sentences. */
export interface DocumentWords {
  readonly failures: { readonly [C in keyof DocumentFailureData]: (data: DocumentFailureData[C]) => string };
  readonly notices: { readonly [K in DocumentNotice["kind"]]: (notice: Extract<DocumentNotice, { readonly kind: K }>) => string };
}
