import type { Piece } from "./pieces";

/**
 * Letters that a font lacks (many have no "ạ", "ế", "ộ") are taken from another one: the library gives the text of the first font with
 * blanks where they belong, and them as pieces that lie upon it.
 */

/** How wide a letter is, in parts of the font; only the proportions count. */
type Widths = (letter: string) => number;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/^[ijl.,:;'’/|]/u, 0.28], [/^[tfrI()[\]-]/u, 0.33], [/^[aceszk]/u, 0.44], [/^[mMW%]/u, 0.83], [/^w/u, 0.72], [/^\p{Lu}/u, 0.69],
];
const BLANK = " ";
const usual: Widths = (letter) => {
  const plain = letter.normalize("NFD").charAt(0);
  return plain === BLANK ? 0.25 : CLASSES.find(([kind]) => kind.test(plain))?.[1] ?? 0.5;
};
const typewriter: Widths = () => 0.6;

const widthOf = (text: string, widths: Widths): number => [...text].reduce((sum, letter) => sum + widths(letter), 0);

/** A piece may reach so far over the one that it lies upon, in parts of the font. */
const SLACK = 0.15;
/** So few letters say nothing of how wide those of a font are. */
const FEW = 3;

/** A line of more pieces is drawn, not written. */
const MOST_PIECES = 1_000;

/** The pieces of a line, those that lie in another one's blanks as letters of it. */
export function withFilledIn(pieces: readonly Piece[]): Piece[] {
  if (pieces.length > MOST_PIECES) return [...pieces];
  const widths = widthsIn(pieces);
  const gone = new Set<Piece>();
  /** Those that hold letters of others stand where they are. */
  const holding = new Set<Piece>();
  const filledIn = pieces.map((outer) => {
    if (gone.has(outer) || !outer.text.trim().includes(BLANK)) return outer;
    const within = pieces.filter((piece) => piece !== outer && !gone.has(piece) && !holding.has(piece) && liesIn(piece, outer));
    if (within.length === 0) return outer;
    const text = filled(outer, within.flatMap((piece) => parted(piece, widths)), widths);
    if (text === null) return outer;
    for (const piece of within) gone.add(piece);
    holding.add(outer);
    return { ...outer, text };
  });
  return filledIn.filter((_, at) => !gone.has(pieces[at] ?? NONE));
}

const NONE: Piece = { text: "", x: 0, width: 0, y: 0, size: 0 };

function liesIn(piece: Piece, outer: Piece): boolean {
  const slack = SLACK * outer.size;
  return piece.width < outer.width && piece.x >= outer.x - slack && piece.x + piece.width <= outer.x + outer.width + slack;
}

/** Whether the letters of these pieces are all of one width, by pieces without blanks. */
function widthsIn(pieces: readonly Piece[]): Widths {
  const words = pieces.filter(({ text, size }) => text.length >= FEW && !text.includes(BLANK) && size > 0);
  const spread = (widths: Widths): number => {
    const scales = words.map(({ text, width, size }) => width / size / widthOf(text, widths));
    const mean = scales.reduce((sum, scale) => sum + scale, 0) / scales.length;
    return scales.reduce((sum, scale) => sum + Math.abs(scale / mean - 1), 0);
  };
  return words.length > 1 && spread(typewriter) < spread(usual) ? typewriter : usual;
}

/** The letters of a piece that other letters part, each where it stands: its blanks are theirs. */
function parted(piece: Piece, widths: Widths): Piece[] {
  const parts = piece.text.split(BLANK);
  const whole = widthOf(piece.text, widths) || 1;
  let before = "";
  return parts.flatMap((text, at) => {
    const width = widthOf(text, widths) * piece.size;
    const x = at === 0 ? piece.x : at === parts.length - 1 ? piece.x + piece.width - width
      : piece.x + (piece.width * widthOf(before, widths)) / whole;
    before += `${text}${BLANK}`;
    return text === "" ? [] : [{ ...piece, text, x, width: parts.length === 1 ? piece.width : width }];
  });
}

/** What follows no vowel within a syllable: another word begins. */
const BEGINS = /^(?:[bdđghklqrsvx]|th|tr|ph)/iu;
const VOWEL = /[aeiouy][\u0300-\u036f]*$/iu;
/** So much of a blank that is missing before the next letter is one. */
const WIDE_ENOUGH = 0.65;

/** The text of a piece with letters at its blanks, from left to right; null where it has fewer blanks than there are letters. */
function filled(outer: Piece, letters: readonly Piece[], widths: Widths): string | null {
  const waiting = [...letters].sort((a, b) => a.x - b.x);
  const words = outer.text.split(BLANK);
  let blanks = words.length - 1;
  if (blanks < waiting.length) return null;
  const foreign = waiting.reduce((sum, { width }) => sum + width, 0);
  const scale = (outer.width - foreign) / (widthOf(words.join(""), widths) + (blanks - waiting.length) * widths(BLANK));
  if (!(scale > 0)) return null;
  const blank = widths(BLANK) * scale;
  let text = "";
  let x = outer.x;
  /** Whether the word behind the last blank stands right behind a letter of `letters`. */
  let isBehind = false;
  for (const [at, word] of words.entries()) {
    if (isBehind && BEGINS.test(word)) {
      text += BLANK;
      x += blank;
      isBehind = false;
    }
    text += word;
    x += widthOf(word, widths) * scale;
    // a blank that the next letter shows to have been there, as wide as letter and blank together
    const put = (to: number): void => {
      if (!isBehind || word === "" || to - x < WIDE_ENOUGH * blank || to - x > 2 * blank) return;
      text = `${text.slice(0, -word.length)}${BLANK}${word}`;
    };
    if (at === words.length - 1) {
      put(outer.x + outer.width);
      break;
    }
    const [piece] = waiting;
    const next = x + blank + widthOf(words[at + 1] ?? "", widths) * scale;
    if (piece && (blanks <= waiting.length || Math.abs(piece.x - x) <= Math.abs(piece.x - next))) {
      put(piece.x);
      if (VOWEL.test(text.slice(-1).normalize("NFD")) && BEGINS.test(piece.text)) text += BLANK;
      text += piece.text;
      x = piece.x + piece.width;
      waiting.shift();
      isBehind = true;
    } else {
      text += BLANK;
      x += blank;
      isBehind = false;
    }
    blanks -= 1;
  }
  return waiting.length === 0 ? text : null;
}
