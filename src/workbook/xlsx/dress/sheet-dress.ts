import {
  parseA1, type ChartSpec, type NoteSpec, type OtherValidation,
} from "../../../sheet";
import { tooLarge } from "../failures";
import { shownWidth, usualWidth } from "../read-looks";
import { MAX_CELLS } from "../read-sheet";
import { cellKey } from "../stored";
import { isTrue, readXml, type Attributes } from "../xml-events";
import { conditionalDress, type ConditionalDress, type DifferenceDress, type OpenRule } from "./conditional-dress";
import { validationDress, type OpenValidation } from "./validation-dress";
import { pageReader, type PageDress } from "./page-dress";
import { leftByElement, leftByExtension, type LeftBehind } from "./left-behind";

/** How a sheet looks and behaves, beside what its cells hold. */
export interface SheetDress {
  /** The place of the style of each cell, by `cellKey`; blanks too. */
  readonly cells: ReadonlyMap<number, number>;
  /** Characters by column; null for the usual width. */
  readonly widths: readonly (number | null)[];
  readonly usualWidth: number;
  /** Points by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly freeze: { readonly rows: number; readonly cols: number };
  readonly isProtected: boolean;
  /** What the file has of the password of the protection, in the way of old; "" for none. */
  readonly passwordVerifier: string;
  readonly validations: readonly OtherValidation[];
  readonly formats: readonly ConditionalDress[];
  readonly notes: readonly NoteSpec[];
  readonly charts: readonly ChartSpec[];
  /** Null where the reader of the file does not tell. */
  readonly page: PageDress | null;
  readonly left: ReadonlySet<LeftBehind>;
}

/** More columns than this have no width of their own in any real file. */
const MOST_COLUMNS = 16_384;

/**
 * Reads the dress of a worksheet part that has been read as one; its notes are in a part of their own. `differences`: the styles of
 * conditional formats. Throws as `readXml` does.
 */
export function readSheetDress(part: string, bytes: Uint8Array, differences: readonly DifferenceDress[]): SheetDress {
  const cells = new Map<number, number>();
  const widths: (number | null)[] = [];
  const heights = new Map<number, number>();
  const validations: OpenValidation[] = [];
  const rules: OpenRule[] = [];
  const left = new Set<LeftBehind>();
  let usual = usualWidth();
  let freeze = { rows: 0, cols: 0 };
  let isProtected = false;
  let passwordVerifier = "";
  let row = -1;
  let col = -1;
  const page = pageReader();
  let depth = 0;
  let inExtension = false;
  let sqref = "";
  let text: string | null = null;
  const addColumns = ({ min, max, width, style, outlineLevel }: Attributes): void => {
    if (Number(outlineLevel) > 0) left.add("groups");
    if (Number(style) > 0) left.add("lineLooks");
    const last = Math.min(Number(max), MOST_COLUMNS);
    // a stretch to the end of the sheet is the usual width by another name
    for (let at = Number(min) - 1; at < last && at >= 0; at++) widths[at] = shownWidth(width);
  };
  const startRow = ({ r, ht, hidden, customFormat, outlineLevel }: Attributes): void => {
    if (Number(outlineLevel) > 0) left.add("groups");
    if (isTrue(customFormat)) left.add("lineLooks");
    row = r === undefined ? row + 1 : Number(r) - 1;
    col = -1;
    if (Number(ht) > 0 && !isTrue(hidden)) heights.set(row, Number(ht));
  };
  const startCell = ({ r, s, vm }: Attributes): void => {
    // a picture in the cell, or a record behind it
    if (vm !== undefined) left.add("other");
    const at = r === undefined ? { row, col: col + 1 } : (parseA1(r) ?? { row, col });
    [row, col] = [at.row, at.col];
    if (s === undefined || s === "0") return;
    if (cells.size >= MAX_CELLS) throw tooLarge("cells", { part, what: String(MAX_CELLS) });
    cells.set(cellKey(row, col), Number(s));
  };
  const view = (attributes: Attributes): void => {
    const { showGridLines = "1", showZeros = "1", showRowColHeaders = "1", showFormulas, rightToLeft } = attributes;
    if (![showGridLines, showZeros, showRowColHeaders].every(isTrue) || isTrue(showFormulas) || isTrue(rightToLeft)) left.add("view");
  };
  readXml(part, bytes, {
    open(tag, attributes) {
      if (!TRANSPARENT.has(tag)) depth += 1;
      if (tag === "row") startRow(attributes);
      else if (tag === "c") startCell(attributes);
      else if (tag === "col") addColumns(attributes);
      else if (tag === "sheetFormatPr") {
        usual = shownWidth(attributes.defaultColWidth) ?? usual;
        if (isTrue(attributes.zeroHeight)) left.add("lineLooks");
      } else if (tag === "tabColor" || tag === "customSheetView") left.add("view");
      else if (tag === "sheetView") view(attributes);
      else if (tag === "pane" && attributes.state?.startsWith("frozen"))
        freeze = { rows: Number(attributes.ySplit ?? 0), cols: Number(attributes.xSplit ?? 0) };
      else if (tag === "sheetProtection") {
        isProtected = isTrue(attributes.sheet);
        passwordVerifier = VERIFIER.exec(attributes.password ?? "")?.[0].toUpperCase() ?? "";
        if (isProtected && !isPlainProtection(attributes)) left.add("protection");
      } else if (tag === "dataValidation") validations.push({ attributes, formulas: [] });
      else if (tag === "conditionalFormatting") sqref = attributes.sqref ?? "";
      else if (tag === "cfRule" && !inExtension) rules.push({ sqref, attributes, formulas: [] });
      else if (TEXTS.has(tag)) text = "";
      else if (tag === "r" || tag === "rPr") left.add("richText");
      else page.open(tag, attributes);
      const found = depth === 2 ? leftByElement(tag) : depth === 4 && inExtension ? leftByExtension(tag) : null;
      if (found) left.add(found);
      if (depth === 3 && tag === "ext") inExtension = true;
    },
    text(piece) {
      if (text !== null) text += piece;
      else page.text(piece);
    },
    close(tag) {
      if (!TRANSPARENT.has(tag)) depth -= 1;
      if (tag === "ext" && depth === 2) inExtension = false;
      page.close(tag);
      if (!TEXTS.has(tag)) return;
      const last = validations.at(-1);
      if (tag === "formula1" || tag === "formula2") last?.formulas.push(text ?? "");
      else if (tag === "formula" && !inExtension) rules.at(-1)?.formulas.push(text ?? "");
      // rules of later versions say last where they hold
      else if (tag === "sqref" && last && last.attributes.sqref === undefined) last.sqref = text ?? "";
      text = null;
    },
  });
  const read = validations.map(validationDress);
  if (read.includes(null)) left.add("validations");
  const { formats, more } = conditionalDress(rules, differences);
  if (more) left.add("conditional");
  return {
    cells, widths, heights, freeze, isProtected, passwordVerifier, left,
    usualWidth: usual,
    validations: read.flatMap((one) => one ?? []),
    formats,
    notes: [],
    charts: [],
    page: page.page(),
  };
}

/** Elements whose text is a formula or tells where it holds. */
const TEXTS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "sqref"]);

/** What stands round elements in place of which older readers take others. */
const TRANSPARENT: ReadonlySet<string> = new Set(["AlternateContent", "Choice", "Fallback"]);

const VERIFIER = /^[0-9A-F]{4}$/i;

/** Whether a sheet is protected as Excel does it unless told, with nothing more allowed, and without a password or with one of old. */
function isPlainProtection({ sheet: _, objects: __, scenarios: ___, password = "", ...others }: Attributes): boolean {
  return Object.keys(others).length === 0 && (password === "" || VERIFIER.test(password));
}

