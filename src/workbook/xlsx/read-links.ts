import { MAX_COLS, parseA1, type CellValue } from "../../sheet";
import { tooLarge } from "./failures";
import { cellKey } from "./stored";
import { PLAIN_TEXT, readXml, unescapeText, type Attributes, type XmlEvents } from "./xml-events";

/** Another workbook that formulas of a file may name. */
export interface LinkedBook {
  /** Its own name, without its folder; null where it is not told. */
  readonly file: string | null;
  /**
   * What the file kept of it: the cells that formulas read, as they were when the link was last updated. Read when it is asked for: many
   * files name workbooks that no formula reads any more. Throws WorkbookFailure "unreadable-file".
   */
  readonly sheets: () => readonly LinkedSheet[];
}

interface LinkedSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<number, CellValue>;
}

/** More cells than this is refused, as of a sheet. */
const MAX_CELLS = 3_000_000;

/** A cell as nearly all are written: address, type, value. */
const CELL = new RegExp(`<cell r="([A-Z]{1,3}[1-9]\\d{0,6})"(?: t="([a-z]{1,3})")?><v>(${PLAIN_TEXT}*)</v></cell>`, "g");

/** Reads the cells of an externalLink part. Throws WorkbookFailure "unreadable-file". */
export function readLink(part: string, bytes: Uint8Array): LinkedSheet[] {
  const sheets: { name: string; cells: Map<number, CellValue> }[] = [];
  let cells: Map<number, CellValue> | null = null;
  let cell: Attributes | null = null;
  let value = "";
  let count = 0;
  const keep = (address: string, type: string, text: string): void => {
    const at = parseA1(address);
    const found = valueOf(type, text);
    if (at && at.col < MAX_COLS && found !== null) cells?.set(cellKey(at.row, at.col), found);
    if (++count > MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
  };
  const events: XmlEvents = {
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
      keep(cell.r ?? "", cell.t ?? "n", value);
      cell = null;
    },
  };
  readXml(part, bytes, events, { plain: { pattern: CELL, found: ([, address = "", type = "n", text = ""]) => keep(address, type, text) } });
  return sheets;
}

function valueOf(type: string, value: string): CellValue {
  if (type === "str" || type === "s") return unescapeText(value);
  if (type === "e") return { error: value.trim() };
  if (type === "b") return value.trim() === "1" || value.trim() === "true";
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The name of the file that a link leads to: nothing is fetched. "file:///C:\\kh\\Chi%20tiet.xlsx" → "Chi tiet.xlsx". */
export function fileName(target: string): string {
  const name = target.slice(Math.max(target.lastIndexOf("/"), target.lastIndexOf("\\")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
