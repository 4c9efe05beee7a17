import { MAX_ROWS } from "../../sheet";

const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+="[^"<]*")*\s*`;
/** A row without cells, or with cells that hold nothing but a style. */
const EMPTY_ROW = new RegExp(String.raw`<((?:[\w.-]+:)?)row(${ATTRIBUTES})(?:/>|>\s*(?:<\1c${ATTRIBUTES}/>\s*)*</\1row\s*>)`, "g");
/** A row that has to be counted, for it does not say where it stands. */
const UNNUMBERED_ROW = /<(?:[\w.-]+:)?row(?=[\s/>])(?![^<>]*\sr=")/;

/** How cells look and what may be typed into them, where it begins: the longest parts of a form besides its cells. */
const LOOKS = /<((?:[\w.-]+:)?(?:conditionalFormatting|dataValidations))(?:\s[^<>]*[^<>/])?>/g;

/**
 * The text of a worksheet part without how its cells look and what may be typed into them. One of these that is not closed leaves all of
 * them to the parser, which has to say so: to look for the end of each would take the square of the time.
 */
export function withoutLooks(text: string): string {
  if (text.includes("<!")) return text;
  const kept: string[] = [];
  let from = 0;
  for (let open = nextLooks(text, 0); open; open = nextLooks(text, from)) {
    const end = text.indexOf(`</${open[1]}`, open.index);
    const close = end < 0 ? -1 : text.indexOf(">", end);
    if (close < 0 || text.slice(end + 2, close).trimEnd() !== open[1]) return text;
    kept.push(text.slice(from, open.index));
    from = close + 1;
  }
  return from === 0 ? text : kept.join("") + text.slice(from);
}

function nextLooks(text: string, from: number): RegExpExecArray | null {
  LOOKS.lastIndex = from;
  return LOOKS.exec(text);
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
    if (/\s(?:hidden="(?:1|true|on)"|ht="0(?:\.0*)?")/.test(attributes)) hidden(row);
    return "";
  });
}
