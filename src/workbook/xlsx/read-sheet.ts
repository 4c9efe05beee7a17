import { kept, serialOfTime } from "../../base";
import type { Area, CellValue } from "../../sheet";
import { areaToA1, columnIndex, MAX_COLS, MAX_ROWS, parseA1, parseAreaA1, shownFormula } from "../../sheet";
import { filterWatch } from "./active-filter";
import { withoutEmptyRows, withoutLooks } from "./empty-rows";
import { broken, tooLarge } from "./failures";
import type { StoredCell, StoredFormula, StoredSheet } from "./stored";
import { cellKey } from "./stored";
import type { Attributes, XmlEvents } from "./xml-events";
import { attributesIn, isTrue, PLAIN_TEXT, readXml, unescapeText } from "./xml-events";

/** A formula as it stands in the part, before shared formulas are written out. */
export interface SharedUse {
  readonly key: number;
  readonly row: number;
  readonly col: number;
  readonly index: string;
}

/** The master of a shared formula: its text without "=" and the cell that it is written for. */
export interface SharedMaster {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

export interface ReadSheet {
  /** The part of the package that holds it. */
  readonly part: string;
  readonly sheet: StoredSheet;
  readonly masters: ReadonlyMap<string, SharedMaster>;
  readonly uses: readonly SharedUse[];
}

/** More cells than this is refused: a workbook of plans has thousands. */
export const MAX_CELLS = 3_000_000;

/** An array formula over more cells than this is not followed. */
const MAX_SPILL = 100_000;

/** A cell as nearly all programs write nearly all of them: column, row, style, type, attributes and text of its formula, value. */
const CELL = new RegExp(
  String.raw`<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,9})")?(?: t="([a-z]{1,3})")?(?:/>|>` +
    String.raw`(?:<f((?: [a-z]+="[^"<>&\s]*")*)(?:/>|>(${PLAIN_TEXT}*)</f>))?(?:<v>([-+.\w]*)</v>)?</c>)`,
  "g",
);

const shown = kept(shownFormula, 5_000);

/** How a book keeps its dates. */
export interface Dates {
  /** Number formats by the place of a cell's style; undefined where they show no date. */
  readonly formats: readonly (string | undefined)[];
  /** Days to be added to the dates of a book that counts from 1904. */
  readonly shift: number;
}

/** A worksheet part, and what its book says of it. */
interface SheetPart {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly visible: boolean;
  readonly veryHidden?: boolean;
}

/** What the sheets of a book share. */
interface SharedParts {
  readonly strings: readonly string[];
  readonly dates: Dates;
}

interface OpenCell {
  row: number;
  col: number;
  type: string;
  style: string;
  value: string;
  text: string;
  formula: { text: string; attributes: Attributes } | null;
}

/**
 * Reads the cells of a worksheet part, what is hidden and what is merged; of styles the formats of dates, all else is passed over. Throws
 * WorkbookFailure "unreadable-file".
 */
export function readSheet({ part, bytes, name, visible, veryHidden = false }: SheetPart, { strings, dates }: SharedParts): ReadSheet {
  const cells = new Map<number, StoredCell>();
  const hiddenRows = new Set<number>();
  const hiddenCols: { from: number; to: number }[] = [];
  const filter = filterWatch();
  // a view that somebody has put by holds filters that are not at work
  let putBy = false;
  const merges: Area[] = [];
  const dated = new Map<number, string>();
  const masters = new Map<string, SharedMaster>();
  const uses: SharedUse[] = [];
  let row = -1;
  let col = -1;
  let cell: OpenCell | null = null;
  let inside: "v" | "f" | "t" | null = null;
  let phonetic = 0;

  const startRow = (attributes: Attributes): void => {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
    col = -1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) throw broken("row", { part, what: String(attributes.r) });
    if (isUnseen(attributes.hidden, attributes.ht)) hiddenRows.add(row);
  };
  const readLayout = (tag: string, attributes: Attributes): void => {
    if (tag === "col" && isUnseen(attributes.hidden, attributes.width))
      hiddenCols.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
    else if (tag === "customSheetViews") putBy = true;
    else if (tag === "mergeCell") {
      const merge = parseAreaA1(attributes.ref ?? "");
      if (merge) merges.push(merge);
    } else if (!putBy) filter.open(tag, attributes);
  };
  const startCell = (attributes: Attributes): OpenCell => {
    const at = attributes.r === undefined ? { row, col: col + 1 } : parseA1(attributes.r);
    if (!at || at.row < 0 || at.col >= MAX_COLS) throw broken("cell", { part, what: String(attributes.r) });
    col = at.col;
    return { row: at.row, col: at.col, type: attributes.t ?? "n", style: attributes.s ?? "", value: "", text: "", formula: null };
  };
  const endCell = ({ row, col, type, style, value, text, formula }: OpenCell): void => {
    const key = cellKey(row, col);
    const stored = formula && readFormula(formula.text, formula.attributes, row, col);
    if (formula?.attributes.t === "shared" && formula.attributes.si !== undefined) {
      if (formula.text) masters.set(formula.attributes.si, { row, col, text: formula.text });
      else uses.push({ key, row, col, index: formula.attributes.si });
    }
    const format = dates.formats[Number(style)];
    const found = readValue(part, type, value, text, strings);
    const read = format !== undefined && type === "n" && typeof found === "number" ? found + dates.shift : found;
    if (format !== undefined) dated.set(key, format);
    if (read === null && !stored) return;
    if (cells.size >= MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
    cells.set(key, { value: read, formula: stored });
  };

  const events: XmlEvents = {
    open(tag, attributes) {
      if (tag === "row") startRow(attributes);
      else if (tag === "c") cell = startCell(attributes);
      else if (!cell) readLayout(tag, attributes);
      else if (tag === "v") inside = "v";
      else if (tag === "f") {
        inside = "f";
        cell.formula = { text: "", attributes };
      } else if (tag === "t" && phonetic === 0) inside = "t";
      else if (tag === "rPh") phonetic++;
    },
    text(text) {
      if (!cell || !inside) return;
      if (inside === "v") cell.value += text;
      else if (inside === "t") cell.text += text;
      else if (cell.formula) cell.formula.text += text;
    },
    close(tag) {
      if (tag === "c" && cell) {
        endCell(cell);
        cell = null;
      } else if (tag === "customSheetViews") putBy = false;
      else if (tag === "rPh") phonetic--;
      else if (tag === "v" || tag === "f" || tag === "t") {
        // formulas are ST_Xstring as texts are (ECMA-376 part 1, 18.18.35)
        if (tag === "f" && cell?.formula) cell.formula.text = unescapeText(cell.formula.text);
        inside = null;
      }
    },
  };
  const plainCell = (match: RegExpExecArray): void => {
    const own = Number(match[2]) - 1;
    col = columnIndex(match[1] ?? "") ?? MAX_COLS;
    if (own >= MAX_ROWS || col >= MAX_COLS) throw broken("cell", { part, what: `${match[1] ?? ""}${match[2] ?? ""}` });
    const value = match[7] ?? "";
    const attributes = match[5];
    if (value === "" && attributes === undefined) return;
    const formula = attributes === undefined ? null : { text: unescapeText(match[6] ?? ""), attributes: attributesIn(attributes) };
    endCell({ row: own, col, type: match[4] ?? "n", style: match[3] ?? "", value, text: "", formula });
  };
  readXml(part, bytes, events, {
    prepared: (text) => withoutLooks(withoutEmptyRows(text, (row) => hiddenRows.add(row))),
    plain: { pattern: CELL, found: plainCell },
  });
  return {
    part,
    sheet: {
      name, visible, cells, hiddenRows, merges,
      ...(veryHidden ? { veryHidden } : {}),
      filtered: filter.areas,
      hiddenCols: joined(hiddenCols),
      dates: dated,
      tables: [],
    },
    masters,
    uses,
  };
}

/** Hidden, or so narrow that nobody sees it. */
function isUnseen(hidden: string | undefined, size: string | undefined): boolean {
  return isTrue(hidden) || /^0(?:\.0*)?$/.test(size ?? "");
}

/** Stretches in their order, those that touch as one: a file may name one column any number of times. */
function joined(stretches: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else if (from <= to) all.push({ from, to });
  }
  return all;
}

function readFormula(text: string, attributes: Attributes, row: number, col: number): StoredFormula | null {
  if (attributes.t === "dataTable") return { text: `=TABLE(${attributes.r1 ?? ""},${attributes.r2 ?? ""})`, spill: null, unreadable: true };
  if (attributes.t === "array") {
    const spill = parseAreaA1(attributes.ref ?? areaToA1({ row, col, rows: 1, cols: 1 }));
    if (!spill || spill.row !== row || spill.col !== col || spill.rows * spill.cols > MAX_SPILL)
      return { text: `=${text}`, spill: null, unreadable: true };
    return { text: `=${shown(text)}`, spill };
  }
  if (text) return { text: `=${shown(text)}`, spill: null };
  // A shared formula that is written out later; without that it stays unreadable.
  return attributes.t === "shared" ? { text: "=", spill: null, unreadable: true } : null;
}

function readValue(part: string, type: string, value: string, text: string, strings: readonly string[]): CellValue {
  if (type === "inlineStr") return unescapeText(text) || null;
  if (value === "") return null;
  switch (type) {
    case "s": {
      const string = /^\d+$/.test(value.trim()) ? strings[Number(value)] : undefined;
      if (string === undefined) throw broken("string", { part, what: value });
      return string || null;
    }
    case "str":
      return unescapeText(value);
    case "b":
      return isTrue(value.trim());
    case "e":
      return { error: value.trim() };
    case "d":
      return serialDate(part, value.trim());
    case "n": {
      const number = value.trim() === "" ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) throw broken("number", { part, what: value });
      return number;
    }
    default:
      throw broken("cell-type", { part, what: type });
  }
}

/** "2026-11-22T06:00:00" → the number that Excel holds of a date after February 1900. */
function serialDate(part: string, text: string): number {
  const time = Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  if (!Number.isFinite(time)) throw broken("date", { part, what: text });
  return serialOfTime(time);
}
