import { isEncryptedOle, isOle, LIMITS, namesInZip } from "../bytes";
import { DocumentFailure } from "./failure";

/** The kinds of documents that are read. */
export type DocumentKind = "text" | "docx" | "pdf";

/** "%PDF-" may have other bytes before it: readers look for it within so many (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024;
/** Where a text says what it is, if it is marked up. */
const HEAD = 512;
/** The name of the main stream of a .doc, as the directory of an OLE file has it. */
const WORD_STREAM = "WordDocument";

/**
 * Which kind of document a file is, by what is in it; its name matters only where it is text, which no .docx or .pdf is. Throws
 * DocumentFailure for what is not read, UnreadableBytes for a zip that cannot be listed or a file that is too large.
 */
export function kindOf(bytes: Uint8Array, name: string): DocumentKind {
  if (bytes.length === 0) throw new DocumentFailure("empty", {});
  if (bytes.length > LIMITS.file) {
    throw new DocumentFailure("too-large", { fault: "size", part: "", what: `${LIMITS.file / 2 ** 20} MB` });
  }
  const head = latin(bytes.subarray(0, PDF_WITHIN));
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK")) return kindOfZip(bytes);
  if (isOle(bytes)) {
    if (isEncryptedOle(bytes)) throw new DocumentFailure("locked", {});
    if (hasWide(bytes, WORD_STREAM)) throw new DocumentFailure("old-doc", { kind: ".doc" });
    throw new DocumentFailure("not-a-document", {});
  }
  if (head.startsWith("{\\rtf")) throw new DocumentFailure("old-doc", { kind: ".rtf" });
  const words = head.slice(0, HEAD).replaceAll("\0", "").replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff\s]+/, "").toLowerCase();
  if (/^<(!doctype html|html|head|body)\b/.test(words)) throw new DocumentFailure("old-doc", { kind: "html" });
  if (words.startsWith("<?xml")) throw new DocumentFailure("old-doc", { kind: "xml" });
  if (/\.(docx?|docm|dotx|pdf|odt|rtf)$/i.test(name)) throw new DocumentFailure("not-a-document", {});
  return "text";
}

function kindOfZip(bytes: Uint8Array): DocumentKind {
  const names = namesInZip(bytes).map((name) => name.replaceAll("\\", "/").toLowerCase());
  if (names.some((name) => name.endsWith("[content_types].xml"))) return "docx";
  if (names.includes("mimetype") && names.includes("content.xml")) throw new DocumentFailure("old-doc", { kind: ".odt" });
  throw new DocumentFailure("not-a-document", {});
}

/** Each byte as the sign of its number. */
function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Whether a word stands somewhere in two bytes a letter. */
function hasWide(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
