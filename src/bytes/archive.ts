import type { UnzipFileInfo } from "fflate";
import { unzipSync } from "fflate";
import { broken, tooLarge, UnreadableBytes } from "./unreadable";

/** What a file may cost before it is refused; all sizes in bytes. */
export const LIMITS = {
  file: 50 * 2 ** 20,
  entries: 10_000,
  /** What is unpacked at all: the XML of a workbook or document, not its pictures. */
  unpacked: 200 * 2 ** 20,
  /** XML of a real table packs 5 to 60 times smaller; a zip bomb 1000 times. */
  ratio: 300,
  /** Below this size a high ratio harms nobody. */
  ratioFrom: 5 * 2 ** 20,
} as const;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** "EncryptedPackage" as the directory of an OLE file has it (UTF-16). */
const ENCRYPTED = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** The unpacked XML parts of a package by lower-case name without a leading slash (OPC compares part names without case). */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Unpacks the XML of a package within `LIMITS`; all of it, or the part of that name. Throws UnreadableBytes. */
export function unpack(bytes: Uint8Array, only: string | null = null): Parts {
  if (bytes.length > LIMITS.file) throw tooLarge("size", { what: megabytes(LIMITS.file) });
  if (bytes.length === 0) throw new UnreadableBytes("empty");
  if (isOle(bytes)) throw new UnreadableBytes(isEncryptedOle(bytes) ? "encrypted" : "old-office");
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnreadableBytes("no-zip");
  const files = unzipped(bytes, (name) => /\.(xml|rels|vml)$/.test(name), only);
  return new Map([...files].map(([name, content]) => [partName(name), content]));
}

/** Whether a file is one of Office before 2007, or one that Office has encrypted since. */
export function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE);
}

/** Whether such a file is an encrypted package. */
export function isEncryptedOle(bytes: Uint8Array): boolean {
  return includes(bytes, ENCRYPTED);
}

/** The names of the files in a zip. Throws UnreadableBytes. */
export function namesInZip(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipped(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

/**
 * Unpacks those files of a zip that are `counted`, by their lower-case names, within `LIMITS`; all of them, or the one of that name. By
 * their names as they stand. Throws UnreadableBytes.
 */
export function unzipped(
  bytes: Uint8Array, counted: (name: string) => boolean, only: string | null = null,
): ReadonlyMap<string, Uint8Array> {
  const names = new Set<string>();
  let total = 0;
  let entries = 0;
  const wanted = (file: UnzipFileInfo): boolean => {
    if (++entries > LIMITS.entries) throw tooLarge("entries", { what: String(LIMITS.entries) });
    const name = partName(file.name);
    if (!counted(name)) return false;
    if (names.has(name)) throw broken("part-twice", { part: name });
    names.add(name);
    total += file.originalSize;
    if (total > LIMITS.unpacked) throw tooLarge("unpacked", { what: megabytes(LIMITS.unpacked) });
    if (file.originalSize > LIMITS.ratioFrom && file.originalSize > file.size * LIMITS.ratio)
      throw tooLarge("packing", { part: name, what: String(LIMITS.ratio) });
    return only === null || name === only;
  };
  try {
    // The sizes checked above are claims; fflate unpacks into a buffer of the claimed size and fails when there is more.
    return new Map(Object.entries(unzipSync(bytes, { filter: wanted })));
  } catch (error) {
    throw error instanceof UnreadableBytes ? error : broken("zip", {}, error);
  }
}

function megabytes(bytes: number): string {
  return `${bytes / 2 ** 20} MB`;
}

/** "/xl\Workbook.xml" → "xl/workbook.xml". */
export function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
