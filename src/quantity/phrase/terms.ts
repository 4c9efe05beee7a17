import { bareText } from "../text";
import type { Comparator } from "../types";
import { closing, isBeside, leaveOpen, onlyAtEnd } from "./beside";
import { KEEPS_POST } from "./hints";
import type { Role } from "./lexicon";
import { lastOf, wait, withLast, type Reading } from "./reading";
import type { Piece } from "./scan";
import { addComparator, better, closesClause, partedBy, startOfChange, withPeriod } from "./sense";
import { NOTHING } from "./waiting";

export type TermPiece = Extract<Piece, { kind: "term" }>;

/** What a word that the grammar knows does; `at` is its place. */
type Handler = (reading: Reading, piece: TermPiece, at: number) => Reading;

const flag = (name: "from" | "time" | "now" | "aside" | "between"): Handler => (reading) => wait(reading, { [name]: true });
/** Ends what waits, but for a limit that goes on from afar. */
const ends: Handler = (reading) => {
  const { waiting } = reading;
  return { ...reading, waiting: { ...NOTHING, ...partedBy(waiting), grows: waiting.grows, now: waiting.now } };
};

const HANDLERS: Readonly<Record<Exclude<Role, "post">, Handler>> = {
  comparator: (reading, piece, at) =>
    closing(reading.pieces, lastOf(reading), piece, at)
      ? withLast(reading, (last) => ({ ...last, comparator: piece.term.op, words: [at, at] }))
      : wait(reading, addComparator(reading.waiting, piece, reading.pieces, at)),
  difference: (reading, { term }, at) => wait(reading, { comparator: term.op, words: [at, at], difference: true, apart: false }),
  rank: (reading, { term }, at) => wait(reading, { rank: term.op, words: [at, at] }),
  grow: (reading) => wait(reading, { grows: 1 }),
  shrink: (reading) => wait(reading, { grows: -1 }),
  increment: (reading, { text }) => wait(reading, { increment: true, grows: /trừ|minus/i.test(text) ? -1 : 1 }),
  reach: (reading) => reached(reading),
  to: (reading) => (startOfChange(lastOf(reading), reading.clause, reading.since) === null ? reading : reached(reading)),
  compare: (reading) => {
    const { clause } = reading;
    const lies = (last: { readonly clause: number; readonly difference: boolean; readonly grows: number }): boolean =>
      last.clause === clause && (last.difference || last.grows !== 0);
    return wait(withLast(reading, (last) => (lies(last) ? { ...last, apart: true } : last)), { reference: true });
  },
  person: (reading) => {
    const { waiting } = reading;
    return wait(reading, {
      ...partedBy(waiting),
      person: true,
      ...(waiting.difference ? { apart: true } : { comparator: null, words: null }),
    });
  },
  unclear: (reading) => wait(reading, { unclear: true }),
  not: ends,
  stop: ends,
  doubt: ends,
  // "mỗi lớp 30 người"
  name: (reading, _, at) => wait(reading, { name: !/^(?:mỗi|từng|một)$/i.test(reading.pieces[at - 1]?.text ?? "") }),
  from: flag("from"),
  time: flag("time"),
  now: flag("now"),
  aside: flag("aside"),
  between: flag("between"),
  filler: (reading, { text }) =>
    wait(reading, {
      // "trong 5 năm" tells how long, not what is reached
      aside: /^trong$/i.test(text) && lastOf(reading)?.clause === reading.clause,
      ...(/^(?:trong|vào)/i.test(text) ? {} : { aimed: true }),
    }),
  every: (reading, { text }, at) => {
    const every = text.split(" ").at(-1) ?? null;
    return wait(withLast(reading, (last) => (last.end === at ? withPeriod(last, every) : last)), { every });
  },
  beside: (reading) => wait(reading, { aside: true, beside: true }),
  and: (reading) => wait(reading, { aside: false, beside: false }),
};

/** What a word that the grammar knows does to what was read before it. */
export function readTerm(reading: Reading, piece: TermPiece, at: number): Reading {
  const { role } = piece.term;
  if (role === "post") return afterNumber(reading, piece, at);
  if (role === "doubt" && isBeside(reading.pieces, lastOf(reading), at)) return leaveOpen(reading, at);
  return HANDLERS[role](prepared(reading, role), piece, at);
}

/** Only the word right before a number dates or names it, or tells whose age it is. */
function prepared(reading: Reading, role: Role): Reading {
  const { waiting, since } = reading;
  const dates = role === "time" || role === "name";
  const keeps = role === "from" || role === "comparator" || role === "between" || role === "person";
  const now = since === null || KEEPS_POST.has(role) ? since : role === "name" ? since + 1 : null;
  const changes = (!dates && (waiting.time || waiting.name)) || (!keeps && waiting.person);
  if (!changes) return now === since ? reading : { ...reading, since: now };
  return {
    ...reading,
    since: now,
    waiting: {
      ...waiting,
      time: dates && waiting.time,
      name: dates && waiting.name,
      person: keeps && waiting.person,
    },
  };
}

/** What follows is where a change ends. */
export const reached = (reading: Reading): Reading =>
  wait(reading, {
    reach: true,
    grows: 0,
    reference: false,
    starts: startOfChange(lastOf(reading), reading.clause, reading.since) ?? reading.waiting.starts,
  });

/** "trở lên" after a number and its unit: "150 đảng viên/năm trở lên", "từ 98% dân số trở lên"; "là ít nhất 90%" stands before. */
function afterNumber(reading: Reading, piece: TermPiece, at: number): Reading {
  if (onlyAtEnd(piece.text) && !closesClause(reading.pieces, at))
    return bareText(piece.text).startsWith("la ") ? wait(reading, addComparator(reading.waiting, piece, reading.pieces, at)) : reading;
  return { ...withPost(reading, piece.term.op, at), since: null };
}

function withPost(reading: Reading, op: Comparator | null, at: number): Reading {
  const { since, clause, depth } = reading;
  return withLast(reading, (last) => {
    const near = since !== null && since <= (last.from ? 6 : 4);
    if (!near || last.clause !== clause || last.depth !== depth) return last;
    return { ...last, comparator: last.role === "rank" ? better(op) : op, words: [at, at] };
  });
}
