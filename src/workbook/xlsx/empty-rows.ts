import { MAX_ROWS } from "../../sheet";

const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+="[^"<]*")*\s*`;
/** A row without cells, or with cells that hold nothing but a style. */
const EMPTY_ROW = new RegExp(String.raw`<((?:[\w.-]+:)?)row(${ATTRIBUTES})(?:/>|>\s*(?:<\1c${ATTRIBUTES}/>\s*)*</\1row\s*>)`, "g");
/** A row that has to be counted, for it does not say where it stands. */
const UNNUMBERED_ROW = /<(?:[\w.-]+:)?row(?=[\s/>])(?![^>]*\sr=")/;

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
