import { isOle } from "../../bytes";
import { namesInZip } from "../xlsx";

/** Files that a library reads for us, each in a way of its own. */
export type OtherKind = "ole" | "xlsb" | "ods";

/** What a file is: what a library reads, our own formats, or what nobody of us reads and why. */
export type FileKind = OtherKind | "xlsx" | "text" | "older" | "markup";

/** Endings of the files that hold cells as text. */
const TEXT = /\.(?:csv|tsv)$/i;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * What a file is by what it holds; where that does not tell, by its name ("bieu.csv", no path). Throws WorkbookFailure "unreadable-file"
 * for a zip beyond the limits or broken.
 */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  if (isOle(bytes)) return "ole";
  if (ZIP.every((byte, at) => bytes[at] === byte)) return kindOfZip(bytes);
  if (TEXT.test(name)) return "text";
  if (isOlder(bytes)) return "older";
  return isMarkup(bytes) ? "markup" : "xlsx";
}

function kindOfZip(bytes: Uint8Array): "xlsx" | "xlsb" | "ods" {
  const names = namesInZip(bytes);
  if (names.some((name) => /^xl\/[^/]+\.bin$/.test(name))) return "xlsb";
  return names.includes("content.xml") && names.includes("mimetype") ? "ods" : "xlsx";
}

/** Excel 2 to 4: a file begins with a record of the kind BOF, which is short. */
function isOlder([id, version, length, high]: Uint8Array): boolean {
  return id === 0x09 && (version === 0 || version === 2 || version === 4) && length !== undefined && length <= 16 && high === 0;
}

/** So many bytes may stand before the first element: a byte order mark, blanks. */
const BEFORE = 64;

function isMarkup(bytes: Uint8Array): boolean {
  return /^[\s\0\ufeff\ufffd]*</.test(new TextDecoder().decode(bytes.subarray(0, BEFORE)));
}
