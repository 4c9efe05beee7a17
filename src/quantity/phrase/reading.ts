import type { Measure } from "./measure";
import type { Piece } from "./scan";
import { NOTHING, type Waiting } from "./waiting";

/** Measures, the newest first: one more leaves those before as they are. */
interface Said {
  readonly measure: Measure;
  readonly before: Said | null;
}

/** What waited outside of the brackets that are open. */
interface Outer {
  readonly waiting: Waiting;
  readonly outer: Outer | null;
}

/** How far a phrase is read, and what was said in it so far. A handler makes the next one of it; none is ever changed. */
export interface Reading {
  readonly pieces: readonly Piece[];
  /** The phrase is about ages, so that an age in it is no mere group. */
  readonly aboutAges: boolean;
  /** The piece that is read next, where that is not the one behind the last that was read. */
  readonly at: number;
  readonly waiting: Waiting;
  readonly said: Said | null;
  readonly outer: Outer | null;
  /** How many brackets are open. */
  readonly depth: number;
  /** Commas count one, other separators a hundred. */
  readonly clause: number;
  /** Digits that are no number stand in it. */
  readonly broken: boolean;
  /** What the counts are per, where it stands before them: "số giường bệnh/vạn dân đạt 30". */
  readonly per: string | null;
  /** "Tỷ lệ (%) 95": the sign that the name of a measure gives. */
  readonly head: string | null;
  /** The piece after the last digits that date or name something, which a list may go on with: "mức độ 3, 4". */
  readonly named: number;
  /** Words of content since the last number; null where "trở lên" can no longer mean it. */
  readonly since: number | null;
}

/** Nothing read yet. */
export const unread = (pieces: readonly Piece[], aboutAges: boolean): Reading => ({
  pieces,
  aboutAges,
  at: 0,
  waiting: NOTHING,
  said: null,
  outer: null,
  depth: 0,
  clause: 0,
  broken: false,
  per: null,
  head: null,
  named: -1,
  since: null,
});

export const lastOf = ({ said }: Reading): Measure | undefined => said?.measure;

/** Up to the piece `at`, with these changes. */
export const until = (reading: Reading, at: number, changes: Partial<Reading> = {}): Reading => ({ ...reading, ...changes, at });

/** These wait, too. */
export const wait = (reading: Reading, changes: Partial<Waiting>): Reading => ({
  ...reading,
  waiting: { ...reading.waiting, ...changes },
});

/** The last measure as `changed`; nothing where there is none. */
export function withLast(reading: Reading, changed: (last: Measure) => Measure): Reading {
  const { said } = reading;
  if (said === null) return reading;
  const measure = changed(said.measure);
  return measure === said.measure ? reading : { ...reading, said: { measure, before: said.before } };
}

/** The measure that begins at a piece. */
export function saidAt({ said }: Reading, begin: number): Measure | undefined {
  let newest = said;
  while (newest !== null && newest.measure.begin > begin) newest = newest.before;
  return newest?.measure.begin === begin ? newest.measure : undefined;
}

/** This measure in the place of the one that begins where it does. */
export const withSaid = (reading: Reading, measure: Measure): Reading => ({ ...reading, said: inPlace(reading.said, measure) });

function inPlace(said: Said | null, measure: Measure): Said | null {
  if (said === null || said.measure.begin < measure.begin) return said;
  return said.measure.begin === measure.begin
    ? { measure, before: said.before }
    : { measure: said.measure, before: inPlace(said.before, measure) };
}

/** One more measure. */
export const withMeasure = (reading: Reading, measure: Measure): Reading => ({ ...reading, said: { measure, before: reading.said } });

/** All measures in the order of the phrase. */
export function measuresIn({ said }: Reading): readonly Measure[] {
  const measures: Measure[] = [];
  for (let newest = said; newest !== null; newest = newest.before) measures.push(newest.measure);
  return measures.reverse();
}
