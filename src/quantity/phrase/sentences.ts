import type { Piece } from "./scan";

/** Pieces of a sentence at most: a longer one is cut where it stands, so that the work grows with the text and not with its square. */
const LONGEST = 600;
/** Pieces of an item of a list of counts. */
const LONGEST_ITEM = 10;

/**
 * The pieces cut behind ";", ".", "!" and "?", but not inside of brackets that are closed again. A point counts only where a blank or the
 * end comes behind it: pieces of "TP.HCM" stay together.
 */
export function sentencesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const depths = depthsOf(pieces);
  const sentences: (readonly Piece[])[] = [];
  let begin = 0;
  pieces.forEach((piece, at) => {
    const ends = piece.kind === "mark" && /^[;.!?]$/.test(piece.text) && depths[at] === 0 && pieces[at + 1]?.glued !== true;
    if ((!ends || isItem(pieces, begin, at)) && at + 1 - begin < LONGEST) return;
    sentences.push(pieces.slice(begin, at + 1));
    begin = at + 1;
  });
  if (begin < pieces.length) sentences.push(pieces.slice(begin));
  return sentences;
}

/**
 * A number with a few words and nothing else before ";", as in "Đạt 45 giường bệnh; 14,5 bác sĩ/vạn dân": what stands behind the last of
 * such a list is said of all.
 */
function isItem(pieces: readonly Piece[], begin: number, end: number): boolean {
  if (pieces[end]?.text !== ";") return false;
  let first = end - 1;
  while (first >= begin && end - first <= LONGEST_ITEM && pieces[first]?.text !== ";") first -= 1;
  const item = pieces.slice(first + 1, end);
  const number = item.findIndex(({ kind }) => kind === "number");
  const leads = item.slice(0, number).every(isLight);
  return (
    (first < begin || pieces[first]?.text === ";") &&
    number >= 0 &&
    leads &&
    item.slice(number + 1).every(({ kind }) => kind === "word" || kind === "term")
  );
}

const isLight = (piece: Piece): boolean =>
  piece.kind === "term" ? /^(?:filler|comparator)$/.test(piece.term.role) : /^[-+*•]$/.test(piece.text);

/** How many brackets that are closed again stand open at each piece. */
function depthsOf(pieces: readonly Piece[]): Int32Array {
  const depths = new Int32Array(pieces.length + 1);
  const open: number[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind !== "mark") return;
    if (piece.text === "(") open.push(at);
    if (piece.text !== ")") return;
    const begin = open.pop();
    if (begin === undefined) return;
    depths[begin] = (depths[begin] ?? 0) + 1;
    depths[at] = (depths[at] ?? 0) - 1;
  });
  return depths.map(((sum) => (change: number) => (sum += change))(0));
}
