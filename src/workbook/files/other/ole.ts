import { isEncryptedOle } from "../../../bytes";
import { broken, unreadable } from "../../xlsx";

/** Records of a workbook's stream (MS-XLS 2.4.21, 2.4.117, 2.4.103, 2.4.28, 2.4.127). */
const RECORD = { bof: 0x0809, filePass: 0x002f, eof: 0x000a, boundSheet: 0x0085, filterMode: 0x009b } as const;
/** What its first record says of Excel 97 and later. */
const BIFF8 = 0x0600;

/** The library's reader of OLE files. */
export interface Cfb {
  read(bytes: Uint8Array, options: { readonly type: "array" }): object;
  find(container: object, name: string): { readonly content?: ArrayLike<number> } | null;
}

/** What the library does not tell of a .xls: the sheets on which a filter is at work, by their places. */
export interface OleFilters {
  readonly filtered: ReadonlySet<number>;
}

/** Throws WorkbookFailure "unreadable-file" for an OLE file that is no workbook of Excel 97 or later, or has a password. */
export function readOle(bytes: Uint8Array, cfb: Cfb): OleFilters {
  if (isEncryptedOle(bytes)) throw unreadable("encrypted");
  const container = containerOf(bytes, cfb);
  const stream = cfb.find(container, "/Workbook")?.content;
  if (!stream) throw unreadable(cfb.find(container, "/Book") ? "old-format" : "not-a-workbook");
  const word = (at: number): number => (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
  if (word(0) !== RECORD.bof) throw broken("content");
  if (word(4) !== BIFF8) throw unreadable("old-format");
  const sheets: number[] = [];
  const filtered = new Set<number>();
  let sheet = -1;
  for (let at = 0; at + 4 <= stream.length; at += 4 + word(at + 2)) {
    const kind = word(at);
    if (kind === RECORD.filePass) throw unreadable("encrypted");
    else if (kind === RECORD.boundSheet) sheets.push(word(at + 4) + word(at + 6) * 0x10000);
    else if (kind === RECORD.bof && sheets.includes(at)) sheet = sheets.indexOf(at);
    else if (kind === RECORD.filterMode) filtered.add(sheet);
  }
  return { filtered };
}

function containerOf(bytes: Uint8Array, cfb: Cfb): object {
  try {
    return cfb.read(bytes, { type: "array" });
  } catch (cause) {
    throw broken("content", {}, cause);
  }
}
