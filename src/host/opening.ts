import type { LeftPart } from "../workbook/xlsx";
import type { Engine } from "./engine";
import type { Words } from "./words";

/** The file that the workbook was opened from. */
export interface OpenedFile {
  readonly name: string;
  /** What of it is not shown, and will not be in a file that is saved. */
  readonly left: readonly LeftPart[];
}

/**
 * Reads a file and puts its sheets in the place of those that are there. Rejects with what its reader throws, or the engine; the workbook
 * is as it was then.
 */
export async function openInto(engine: Engine, file: File): Promise<OpenedFile> {
  const [{ openWhole }, { pageThreads }, { LARGEST_FILE }, { showBook }] = await Promise.all([
    import("../workbook/files"), import("../workbook/files/page-threads"), import("../workbook/xlsx"), import("./files/show-book"),
  ]);
  // a byte more than the limit is refused as too large without the rest having been read
  const bytes = new Uint8Array(await file.slice(0, LARGEST_FILE + 1).arrayBuffer());
  const book = await openWhole(bytes, file.name, pageThreads());
  showBook(engine, book);
  await engine.settled();
  return { name: file.name, left: book.left };
}

/** "Biểu 1.xls" → "Biểu 1 (bản mới).xlsx": never what a file was called that was opened. */
export function savedName(opened: OpenedFile | null, words: Words): string {
  return opened ? `${opened.name.replace(/\.[^.]+$/, "")} ${words.copy}.xlsx` : words.fileName;
}
