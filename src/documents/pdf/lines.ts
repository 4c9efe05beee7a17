import { raised } from "../signs";
import { withFilledIn } from "./filled-in";
import type { Piece } from "./pieces";

/** A line of a page; in points, down from its top. */
export interface Line {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  /** The table that it is a row of; absent elsewhere. */
  readonly table?: object;
}

interface Open {
  pieces: Piece[];
  y: number;
  size: number;
}

/** What of a font stands above its base line. */
const ABOVE = 0.8;
/** So much of the lower of two boxes lies beside the other where they are of one line. */
const BESIDE = 0.5;
/** A piece belongs to one of so many lines before it. */
const OPEN_LINES = 4;
/** Gaps in parts of the font: from the first on a blank, from the second on a column. */
const BLANK = 0.15;
const COLUMN = 1.5;
/** A gap that is a column is so many times as wide as the widest blank beside it; where a line is stretched all are wide. */
const WIDER = 1.6;
/** Smaller than so much of its line, and higher by so much: raised. */
const SMALL = 0.8;
const HIGHER = 0.15;

/** A mark of a list, behind which a wide gap is no column. */
const MARKER = /^(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|\p{L})[.)]?|[-–+•*])$/u;

/** The lines of pieces, from above. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Open[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (piece.text === "" || !(piece.size > 0)) continue;
    const line = lines.slice(-OPEN_LINES).reverse().find((each) => isBeside(each, piece));
    if (!line) {
      lines.push({ pieces: [piece], y: piece.y, size: piece.size });
      continue;
    }
    line.pieces.push(piece);
    if (piece.size > line.size && piece.text.trim() !== "") {
      line.size = piece.size;
      line.y = piece.y;
    }
  }
  return lines
    .map(({ pieces: found, y, size }) => ({ text: textOf(found, y, size), y, size }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => a.y - b.y);
}

function isBeside(line: Pick<Open, "y" | "size">, piece: Piece): boolean {
  const [top, bottom] = [piece.y - ABOVE * piece.size, piece.y + (1 - ABOVE) * piece.size];
  const [lineTop, lineBottom] = [line.y - ABOVE * line.size, line.y + (1 - ABOVE) * line.size];
  return Math.min(bottom, lineBottom) - Math.max(top, lineTop) >= BESIDE * Math.min(piece.size, line.size);
}

/** Pieces from left to right; blanks and columns by the gaps between them. */
function textOf(pieces: readonly Piece[], y: number, size: number): string {
  const written = withFilledIn(pieces.filter(({ text }) => text.trim() !== "")).sort((a, b) => a.x - b.x);
  const blanks = pieces.filter(({ text }) => text.trim() === "");
  const gaps = written.map((piece, at) => {
    const before = written[at - 1];
    return before ? (piece.x - before.x - before.width) / size : 0;
  });
  const widest = Math.max(0, ...gaps.filter((gap) => gap <= COLUMN));
  const isColumn = (gap: number): boolean => gap > COLUMN && gap > widest * WIDER;
  const columns = gaps.filter(isColumn).length;
  const first = written[0]?.text.trim() ?? "";
  let text = "";
  for (const [at, piece] of written.entries()) {
    const before = written[at - 1];
    const gap = gaps[at] ?? 0;
    if (before) {
      const isMarked = columns === 1 && at === 1 && MARKER.test(first);
      const edge = before.x + before.width;
      const isBlank = gap > BLANK || blanks.some(({ x, width }) => x >= edge - 1 && x + width <= piece.x + 1);
      if (isColumn(gap) && !isMarked) text = `${text.trimEnd()}\t`;
      else if (isBlank && !/\s$/.test(text)) text += " ";
    }
    const isRaised = piece.size < SMALL * size && piece.y < y - HIGHER * size;
    const signs = isRaised ? raised(piece.text) : piece.text;
    text += /\s$/.test(text) ? signs.trimStart() : signs;
  }
  return text.trim();
}
