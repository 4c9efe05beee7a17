import { MAX_ROWS } from "../../sheet";

const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+="[^"<]*")*\s*`;
/** A row without cells, or with cells that hold nothing but a style. */
const EMPTY_ROW = new RegExp(String.raw`<((?:[\w.-]+:)?)row(${ATTRIBUTES})(?:/>|>\s*(?:<\1c${ATTRIBUTES}/>\s*)*</\1row\s*>)`, "g");
/** A row that has to be counted, for it does not say where it stands. */
const UNNUMBERED_ROW = /<(?:[\w.-]+:)?row(?=[\s/>])(?![^>]*\sr=")/;

/** A cell that holds nothing but a style, where its address is one that a sheet may have. */
const EMPTY_CELL = /<(?:[\w.-]+:)?c r="[A-Z]{1,2}[1-9]\d{0,5}"(?: s="\d+")?\/>/g;
/** A cell that stands where the one before it leaves off. */
const UNNUMBERED_CELL = /<(?:[\w.-]+:)?c(?=[\s/>])(?![^>]*\sr=")/;
/** How cells look and what may be typed into them: the longest parts of a form besides its cells. */
const LOOKS = /<((?:[\w.-]+:)?)(conditionalFormatting|dataValidations)(?:\s[^>]*[^/])?>[^]*?<\/\1\2\s*>/g;

/** The text of a worksheet part without what nobody reads of it: cells that hold nothing, in a form more than half of them, and looks. */
export function withoutBlanks(text: string): string {
  if (text.includes("<!")) return text;
  const cells = UNNUMBERED_CELL.test(text) ? text : text.replace(EMPTY_CELL, "");
  return cells.replace(LOOKS, "");
}

/**
 * The text of a worksheet part without its rows that hold nothing: people format whole columns, and some programs write each of a
 * million rows for it, which takes a parser ten seconds. `hidden` is called with each hidden row (0-based) that is left out.
 */
export function withoutEmptyRows(text: string, hidden: (row: number) => void): string {
  if (text.includes("<![CDATA[") || UNNUMBERED_ROW.test(text)) return text;
  return text.replace(EMPTY_ROW, (whole, _prefix, attributes: string) => {
    const row = Number(/\sr="(\d{1,7})"/.exec(attributes)?.[1] ?? 0) - 1;
    // Whoever reads the part has to find what is wrong with it.
    if (row < 0 || row >= MAX_ROWS) return whole;
    if (/\shidden="(?:1|true|on)"/.test(attributes)) hidden(row);
    return "";
  });
}
