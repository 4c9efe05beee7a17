import type { Workbook } from "../port";
import { openXlsx, type Evaluate } from "../xlsx";
import { openCsv } from "./csv/open-csv";

/** Endings of the files that hold cells as text. */
const TEXT = /\.(?:csv|tsv)$/i;

/** How a zip archive and an old Office file begin, which many a file is whatever it is called. */
const HEADS: readonly (readonly number[])[] = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

/**
 * Opens a file to be read, by what it holds and, where that does not tell, by its name ("bieu.csv", no path). Throws WorkbookFailure
 * "unreadable-file" for anything that no reader of ours reads.
 */
export async function openFile(bytes: Uint8Array, name: string, byEngine?: Evaluate): Promise<Workbook> {
  const isPacked = HEADS.some((head) => head.every((byte, at) => bytes[at] === byte));
  return TEXT.test(name) && !isPacked ? openCsv(bytes, name) : openXlsx(bytes, byEngine);
}
