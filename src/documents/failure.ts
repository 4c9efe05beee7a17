// from the file itself, so that whoever needs these types alone needs no browser or Node
import type { BytesAt, BytesFault, UnreadableBytes } from "../bytes/unreadable";

/** A kind of document that is told to be saved as .docx: of Word before 2007, of other programs, or a page or XML under another name. */
export type OtherDocument = ".doc" | ".rtf" | ".odt" | "html" | "xml";

/** What can go wrong with a document, and what a sentence about it needs. */
export interface DocumentFailureData {
  readonly "not-a-document": Record<never, never>;
  readonly "old-doc": { readonly kind: OtherDocument };
  /** It has a password. */
  readonly locked: Record<never, never>;
  /** Its pages are pictures; so many of them. */
  readonly scan: { readonly pages: number };
  /** No bytes, or no letters. */
  readonly empty: Record<never, never>;
  readonly broken: { readonly fault: BytesFault | null } & BytesAt;
  readonly "too-large": { readonly fault: BytesFault | "pages" | "letters" | "time" | "memory" } & BytesAt;
  readonly stopped: Record<never, never>;
}

export type DocumentFailureCode = keyof DocumentFailureData;

/** Thrown where a document cannot be read; words for it are in i18n. Nothing was changed then. */
export class DocumentFailure<C extends DocumentFailureCode = DocumentFailureCode> extends Error {
  override readonly name = "DocumentFailure";
  constructor(
    readonly code: C,
    readonly data: DocumentFailureData[C],
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(data)}`, cause === undefined ? undefined : { cause });
  }
}

/** What the room of bytes could not read, as a failure of the document. */
export function ofBytes(error: UnreadableBytes): DocumentFailure {
  const { reason, fault, part, what } = error;
  switch (reason) {
    case "empty":
      return new DocumentFailure("empty", {}, error);
    case "not-text":
    case "no-zip":
      return new DocumentFailure("not-a-document", {}, error);
    case "old-office":
      return new DocumentFailure("old-doc", { kind: ".doc" }, error);
    case "encrypted":
      return new DocumentFailure("locked", {}, error);
    case "too-large":
      return new DocumentFailure("too-large", { fault: fault ?? "size", part, what }, error);
    case "broken":
      return new DocumentFailure("broken", { fault, part, what }, error);
  }
}
