import type { Fact } from "../../app";

/** A piece of the text that the same facts rest on, mostly none. */
export interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
}

/** A run of whole lines, as long as is drawn at once. */
export interface TextBlock {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly TextPiece[];
}

/** A block ends at the first end of a line after so many letters, and in a longer line at `LONGEST`. */
const LONG = 1000;
const LONGEST = 4000;

/** The text cut into pieces by the facts that rest on them: whole, in order, none of them empty. */
export function piecesOf(length: number, facts: readonly Pick<Fact, "id" | "span">[]): TextPiece[] {
  const inside = facts
    .map(({ id, span: [from, to] }) => ({ id, from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to);
  const opening = inside.toSorted((a, b) => a.from - b.from);
  const cuts = [...new Set([0, length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces: TextPiece[] = [];
  let [open, next]: [typeof opening, number] = [[], 0];
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    open = open.filter(({ to }) => to > from);
    for (; next < opening.length; next += 1) {
      const fact = opening[next];
      if (!fact || fact.from > from) break;
      open.push(fact);
    }
    pieces.push({ from, to: cuts[index + 1] ?? length, ids: open.map(({ id }) => id) });
  }
  return pieces;
}

/** Where blocks end. */
function endsOf(text: string): number[] {
  const ends: number[] = [];
  for (let from = 0; from < text.length;) {
    const line = text.indexOf("\n", from + LONG);
    const to = line === -1 ? text.length : line + 1;
    from = to - from > LONGEST ? from + LONGEST : to;
    ends.push(from);
  }
  return ends;
}

/** The text in blocks, with the pieces that its facts rest on; a piece that two blocks share stands in both by its part. */
export function blocksOf(text: string, facts: readonly Pick<Fact, "id" | "span">[]): TextBlock[] {
  const pieces = piecesOf(text.length, facts);
  const blocks: TextBlock[] = [];
  let [from, at] = [0, 0];
  for (const to of endsOf(text)) {
    const parts: TextPiece[] = [];
    for (;;) {
      const piece = pieces[at];
      if (!piece || piece.from >= to) break;
      parts.push({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) });
      if (piece.to > to) break;
      at += 1;
    }
    blocks.push({ from, to, pieces: parts });
    from = to;
  }
  return blocks;
}

/** True where the same is drawn. */
export function isSameBlock(a: TextBlock, b: TextBlock): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, index) => {
      const other = b.pieces[index];
      return other !== undefined && piece.from === other.from && piece.to === other.to && piece.ids.join(" ") === other.ids.join(" ");
    })
  );
}
