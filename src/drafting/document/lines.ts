import { tracedPiece, type Traced } from "../../base";
import { cleanLine } from "./clean";
import { readMarker } from "./markers";

/** A line of the text, cleaned. */
export interface Line {
  readonly content: Traced;
  /** How many signs of its line stand before it. */
  readonly indent: number;
  /** A blank line or the beginning of the text stands before it. */
  readonly afterBlank: boolean;
  /** Marked as a heading by Markdown, or bold from end to end. */
  readonly marked: "heading" | "bold" | null;
  /** The cells of a row of a table; null elsewhere. */
  readonly cells: readonly Traced[] | null;
}

const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g;

/** The lines of a text that are not blank, one after the other. `origin` is the whole text. */
export function* linesOf(origin: Traced): Generator<Line, void> {
  let [begin, afterBlank] = [0, true];
  const { text } = origin;
  LINE_END.lastIndex = 0;
  let isBold = false;
  for (;;) {
    LINE_END.lastIndex = begin;
    const end = LINE_END.exec(text);
    const whole = tracedPiece(origin, begin, end?.index ?? text.length);
    // bold letters that end on the next line: "đạt **20%", "** xã"
    const raw = isBold ? tracedPiece(whole, /^\s*\*\*/.exec(whole.text)?.[0].length ?? 0) : whole;
    if (whole.text.trim() === "") isBold = false;
    else if (whole.text.includes("**")) isBold = isBold !== (whole.text.split("**").length % 2 === 0);
    const line = readLine(raw, afterBlank);
    if (line !== null) yield line;
    afterBlank = line === null || end?.[0] === "\f";
    if (end === null) return;
    begin = end.index + end[0].length;
  }
}

function readLine(raw: Traced, afterBlank: boolean): Line | null {
  if (raw.text.trim() === "") return null;
  // a rule, or the row below the head of a table in Markdown
  if (/^[\s|:*_=~-]+$/.test(raw.text)) return null;
  const cells = cellsOf(raw);
  const indent = raw.text.length - raw.text.trimStart().length;
  if (cells !== null) return { content: cleanLine(raw), indent, afterBlank, marked: null, cells };
  const heading = /^\s*#{1,6}\s+/.exec(raw.text)?.[0].length ?? 0;
  const content = cleanLine(heading > 0 ? tracedPiece(raw, heading) : raw);
  if (content.text === "") return null;
  const bold = /^\s*(?:\*\*|__)(?=\S).*(?:\*\*|__)[\s.:]*$/.test(raw.text) && raw.text.length < 400;
  return { content, indent, afterBlank, marked: heading > 0 ? "heading" : bold ? "bold" : null, cells: null };
}

/** The cells of a row: between tabs or between pipes. */
function cellsOf(raw: Traced): readonly Traced[] | null {
  if (raw.text.includes("\t")) {
    const cells = split(raw, /\t/g);
    const filled = cells.filter((cell) => cell.text !== "");
    const isItem = cells.length === 2 && readMarker(`${cells[0]?.text ?? ""} A`)?.length === (cells[0]?.text.length ?? 0) + 1;
    if (filled.length < 1 || isItem || (filled.length < 2 && cells.length < 3)) return null;
    return cells;
  }
  if (!/^\s*\|.*\|\s*$/.test(raw.text)) return null;
  const cells = split(raw, /\|/g).slice(1, -1);
  return cells.length < 2 ? null : cells;
}

function split(raw: Traced, by: RegExp): readonly Traced[] {
  const cells: Traced[] = [];
  let begin = 0;
  for (const match of raw.text.matchAll(by)) {
    cells.push(tracedPiece(raw, begin, match.index));
    begin = match.index + match[0].length;
  }
  cells.push(tracedPiece(raw, begin));
  return cells.map(cleanLine);
}
