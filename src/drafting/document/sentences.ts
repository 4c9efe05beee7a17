import { tracedPiece, type Traced } from "../../base";

/** Words whose full stop ends no sentence: "Tp. Hồ Chí Minh", "TS. Nguyễn", "v.v". */
const ABBREVIATION = /(?:^|[^\p{L}])(?:tp|tx|tt|th|ths|ts|pgs|gs|bs|ks|cn|kt|tm|tl|q|p|h|st|no|vv|v|đ|tr|ub|ubnd|hđnd|mr|ông|bà)\.$/iu;
const LONGEST_NOTE = 300;
const CUT = /;|[.!?…](?=["')\]]*(?: |$))/gu;

/** The sentences of a paragraph: cut at ";" and full stops, but not within brackets, numbers, dates and abbreviations. */
export function sentencesOf(text: Traced): readonly Traced[] {
  const cuts: number[] = [];
  let depth = 0;
  let at = 0;
  for (const { 0: sign, index } of text.text.matchAll(CUT)) {
    for (; at < index; at += 1) depth = depthAfter(text.text[at], depth);
    if (sign === "." && ABBREVIATION.test(text.text.slice(Math.max(0, index - 6), index + 1))) continue;
    // "2 . Định hướng": a number with its full stop apart
    if (sign === "." && /(?:^|[.;:] ?)\d{1,2} ?$/.test(text.text.slice(Math.max(0, index - 5), index))) continue;
    // a list in brackets belongs to what stands before it; brackets that never close end with their sentence
    if (depth > 0 && text.text.slice(index, index + LONGEST_NOTE).includes(")")) continue;
    depth = 0;
    cuts.push(index + 1);
  }
  const ends = cuts.at(-1) === text.text.length ? cuts : [...cuts, text.text.length];
  const pieces = ends.map((end, which) => {
    const begin = which === 0 ? 0 : (ends[which - 1] ?? 0);
    const piece = text.text.slice(begin, end);
    const blanks = piece.length - piece.trimStart().length;
    return tracedPiece(text, begin + blanks, end);
  });
  return pieces.filter((piece) => piece.text !== "" && !/^[.;!?… ]+$/.test(piece.text));
}

const depthAfter = (sign: string | undefined, depth: number): number =>
  sign === "(" ? depth + 1 : sign === ")" ? Math.max(0, depth - 1) : depth;
