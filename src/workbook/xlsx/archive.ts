import { namesInZip as listed, unpack as unpacked, unzipped as unzippedOf, type Parts } from "../../bytes";
import { failing } from "./failures";

export type { Parts } from "../../bytes";

/** Unpacks the XML of a package within the limits; all of it, or the part of that name. Throws WorkbookFailure "unreadable-file". */
export function unpack(bytes: Uint8Array, only: string | null = null): Parts {
  return failing(() => unpacked(bytes, only));
}

/** The names of the files in a zip. Throws WorkbookFailure "unreadable-file". */
export function namesInZip(bytes: Uint8Array): string[] {
  return failing(() => listed(bytes));
}

/** `unzipped` of the room of bytes. Throws WorkbookFailure "unreadable-file". */
export function unzipped(
  bytes: Uint8Array, counted: (name: string) => boolean, only: string | null = null,
): ReadonlyMap<string, Uint8Array> {
  return failing(() => unzippedOf(bytes, counted, only));
}
