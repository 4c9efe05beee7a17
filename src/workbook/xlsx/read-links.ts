import { MAX_COLS, parseA1, type CellValue } from "../../sheet";
import { tooLarge } from "./failures";
import { cellKey } from "./stored";
import { readXml, unescapeText, type Attributes } from "./xml-events";

/** What a file kept of another workbook that its formulas name: the cells that they read, as they were when the link was last updated. */
export interface LinkedBook {
  /** The file's own name, without its folder; null where it is not told. */
  readonly file: string | null;
  readonly sheets: readonly { readonly name: string; readonly cells: ReadonlyMap<number, CellValue> }[];
}

/** More cells than this is refused, as of a sheet. */
const MAX_CELLS = 3_000_000;

/**
 * Reads an externalLink part. `target` is where its workbook lies, as the relations have it: only the name is taken, nothing is fetched.
 * Throws WorkbookFailure "unreadable-file".
 */
export function readLink(part: string, bytes: Uint8Array, target: string | null): LinkedBook {
  const sheets: { name: string; cells: Map<number, CellValue> }[] = [];
  let cells: Map<number, CellValue> | null = null;
  let cell: Attributes | null = null;
  let value = "";
  let count = 0;
  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag === "sheetName") sheets.push({ name: unescapeText(attributes.val ?? ""), cells: new Map() });
      else if (tag === "sheetData") cells = sheets[Number(attributes.sheetId)]?.cells ?? null;
      else if (tag === "cell") [cell, value] = [attributes, ""];
    },
    text(text) {
      if (cell) value += text;
    },
    close(tag) {
      if (tag !== "cell" || !cell) return;
      const at = parseA1(cell.r ?? "");
      const found = valueOf(cell.t ?? "n", value);
      if (at && at.col < MAX_COLS && found !== null) cells?.set(cellKey(at.row, at.col), found);
      if (++count > MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
      cell = null;
    },
  });
  return { file: target === null ? null : fileName(target), sheets };
}

function valueOf(type: string, value: string): CellValue {
  if (type === "str" || type === "s") return unescapeText(value);
  if (type === "e") return { error: value.trim() };
  if (type === "b") return value.trim() === "1" || value.trim() === "true";
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** "file:///C:\\kh\\Chi%20tiet.xlsx" → "Chi tiet.xlsx". */
function fileName(target: string): string {
  const name = target.slice(Math.max(target.lastIndexOf("/"), target.lastIndexOf("\\")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
