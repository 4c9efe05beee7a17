import type { LookPart } from "../../../sheet";
import type { Workbook } from "../../port";
import { cellKey, LARGEST_FILE, storedWorkbook, tooLarge, usualWidth, type Evaluate, type SheetLooks } from "../../xlsx";
import type { OtherKind } from "../kind";
import type { OtherSheet, ReadOther } from "./other-book";
import { readOther } from "./read-other";

/**
 * Opens a .xls (Excel 97 and later), .xlsb or .ods to be read, as `openXlsx` does a .xlsx. Of how cells look only number formats can be
 * told, and widths where the file has them. Throws WorkbookFailure "unreadable-file".
 */
export async function openOther(
  bytes: Uint8Array, kind: OtherKind, byReader: ReadOther = readOther, byEngine?: Evaluate,
): Promise<Workbook> {
  if (bytes.length > LARGEST_FILE) throw tooLarge("size", { what: `${LARGEST_FILE / 2 ** 20} MB` });
  const { sheets, names, from1904 } = await byReader(bytes, kind);
  const read = sheets.map(({ sheet }) => ({ part: sheet.name, sheet, masters: new Map(), uses: [] }));
  const looks = sheets.map(looksOfSheet);
  return storedWorkbook(
    { sheets: read, names, from1904, links: [] },
    (sheet) => looks[sheet] ?? { cell: () => ({}), width: () => usualWidth(), parts: new Set() },
    byEngine,
  );
}

function looksOfSheet({ formats, widths }: OtherSheet): SheetLooks {
  const parts: readonly LookPart[] = widths ? ["numberFormats", "widths"] : ["numberFormats"];
  return {
    parts: new Set(parts),
    cell: (row, col) => {
      const numberFormat = formats.get(cellKey(row, col));
      return numberFormat === undefined ? {} : { numberFormat };
    },
    width: (col) => widths?.[col] ?? usualWidth(),
  };
}
