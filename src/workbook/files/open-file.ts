import type { Workbook } from "../port";
import { openXlsx, unreadable, type Evaluate } from "../xlsx";
import { openCsv } from "./csv/open-csv";
import { kindOf } from "./kind";
import { openOther } from "./other/open-other";
import type { ReadOther } from "./other/other-book";

/** What is done in threads that can be ended; in this thread where it is absent. */
export interface Apart {
  /** Evaluates what only the engine can. */
  readonly byEngine?: Evaluate;
  /** Reads .xls, .xlsb and .ods. */
  readonly byReader?: ReadOther;
}

/**
 * Opens a file to be read, by what it holds and, where that does not tell, by its name ("bieu.csv", no path). Throws WorkbookFailure
 * "unreadable-file" for anything that no reader of ours reads.
 */
export async function openFile(bytes: Uint8Array, name: string, { byEngine, byReader }: Apart = {}): Promise<Workbook> {
  const kind = kindOf(bytes, name);
  switch (kind) {
    case "xlsx":
      return openXlsx(bytes, byEngine);
    case "text":
      return openCsv(bytes, name);
    case "older":
      throw unreadable("old-format");
    case "markup":
      throw unreadable("markup");
    default:
      return openOther(bytes, kind, byReader, byEngine);
  }
}
