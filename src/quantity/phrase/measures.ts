import { isDangling } from "./beside";
import { AGE_MEASURES, GRADES, ONES } from "./hints";
import type { Role } from "./lexicon";
import { readMark, readPer } from "./marks";
import type { Measure } from "./measure";
import { dated, readNumber } from "./numbers";
import { lastOf, measuresIn, unread, withLast, type Reading } from "./reading";
import type { Piece } from "./scan";
import { afterWord } from "./sense";
import { readTerm } from "./terms";
import { NOTHING } from "./waiting";

export interface Phrase {
  readonly measures: readonly Measure[];
  /** As `Reading.per`. */
  readonly per: string | null;
  /** Digits that are no number stand in it. */
  readonly broken: boolean;
}

/** Reads every number of a phrase with what stands around it. */
export function measuresOf(pieces: readonly Piece[]): Phrase {
  let reading = unread(pieces, AGE_MEASURES.test(pieces.map((piece) => piece.text).join(" ")));
  for (let at = 0; at < pieces.length; at = Math.max(at + 1, reading.at)) reading = step(closed(reading, at), at);
  return { measures: measuresIn(reading), per: reading.per, broken: reading.broken };
}

/** What is said too little of at the end of its clause is unclear. */
function closed(reading: Reading, at: number): Reading {
  const last = lastOf(reading);
  return last !== undefined && isDangling(reading.pieces, last, at)
    ? withLast(reading, (measure) => ({ ...measure, unclear: true }))
    : reading;
}

function step(reading: Reading, at: number): Reading {
  const { pieces } = reading;
  const piece = pieces[at];
  switch (piece?.kind) {
    case undefined:
      return reading;
    case "number":
      return readNumber(reading, at);
    case "mark":
      return readMark(reading, piece.text, at);
    case "term":
      return isPer(reading, piece.term.role, at) ? readPer(reading, at) : readTerm(reading, piece, at);
    case "date":
      return dated(reading);
    case "broken":
      return { ...reading, broken: reading.broken || reading.depth === 0 };
    case "word":
      return readWord(reading, piece.text);
  }
}

/** "trên một vạn dân", unless a number stands right before it. */
const isPer = (reading: Reading, role: Role, at: number): boolean =>
  role === "comparator" && lastOf(reading)?.end !== at && ONES.test(reading.pieces[at + 1]?.text ?? "");

/** A word that says nothing about numbers stands between what waits and its number. */
function readWord(reading: Reading, text: string): Reading {
  if (/^[x×]$/i.test(text)) return { ...reading, waiting: { ...NOTHING, aside: true } };
  const since = reading.since === null || GRADES.test(text) ? null : reading.since + 1;
  const waiting = afterWord(reading.waiting);
  return waiting === reading.waiting && since === reading.since ? reading : { ...reading, waiting, since };
}
