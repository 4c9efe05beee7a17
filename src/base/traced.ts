/** A piece of a text: from its first UTF-16 unit to the one after its last. */
export type Span = readonly [from: number, to: number];

/** A text with, for each of its UTF-16 units, where it begins and ends in the text that it was made of. */
export interface Traced {
  readonly text: string;
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

/** The text as its own origin. */
export function traced(text: string): Traced {
  // a text as an iterable goes by whole characters, of which some are two units
  const [begins, ends] = [new Int32Array(text.length), new Int32Array(text.length)];
  for (let at = 0; at < text.length; at += 1) [begins[at], ends[at]] = [at, at + 1];
  return { text, begins, ends };
}

/** The piece from `from` up to `to`, of the same origin. */
export function tracedPiece({ text, begins, ends }: Traced, from: number, to = text.length): Traced {
  return { text: text.slice(from, to), begins: begins.subarray(from, to), ends: ends.subarray(from, to) };
}

/** Which piece of the origin `from` up to `to` came from; an empty piece is the place before it, at the end the place after the last. */
export function originOf({ begins, ends }: Traced, from: number, to: number): Span {
  const begin = begins[from] ?? ends.at(-1) ?? 0;
  return [begin, to > from ? Math.max(begin, ends[to - 1] ?? begin) : begin];
}

/**
 * The text with every match replaced (the pattern has to be global). What replaces a match of the same length comes from it unit for
 * unit, a piece of the match ("5 %" of "$5 %$") from the last place where it stands in it; otherwise each unit comes from the whole match.
 */
export function tracedReplace(origin: Traced, pattern: RegExp, by: string | ((match: RegExpExecArray) => string)): Traced {
  const { text, begins, ends } = origin;
  const pieces: string[] = [];
  const [newBegins, newEnds]: [number[], number[]] = [[], []];
  let done = 0;
  const keep = (to: number): void => {
    pieces.push(text.slice(done, to));
    for (let at = done; at < to; at += 1) {
      newBegins.push(begins[at] ?? 0);
      newEnds.push(ends[at] ?? 0);
    }
  };
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const replacement = typeof by === "string" ? by : by(match);
    if (replacement === match[0]) continue;
    keep(match.index);
    const [begin, last] = originOf(origin, match.index, end);
    const within = placeOf(replacement, match[0]);
    pieces.push(replacement);
    for (let at = 0; at < replacement.length; at += 1) {
      newBegins.push(within === null ? begin : begins[match.index + within + at] ?? begin);
      newEnds.push(within === null ? last : ends[match.index + within + at] ?? last);
    }
    done = end;
  }
  if (done === 0 && pieces.length === 0) return origin;
  keep(text.length);
  return { text: pieces.join(""), begins: Int32Array.from(newBegins), ends: Int32Array.from(newEnds) };
}

/** The pieces one after the other, with `by` between two of them, which comes from what lies between them in the origin. */
export function tracedJoin(pieces: readonly Traced[], by: string): Traced {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, Math.max(0, pieces.length - 1) * by.length);
  const [begins, ends] = [new Int32Array(length), new Int32Array(length)];
  let at = 0;
  pieces.forEach((piece, index) => {
    if (index > 0) {
      const end = at > 0 ? (ends[at - 1] ?? 0) : (piece.begins[0] ?? 0);
      begins.fill(end, at, at + by.length);
      ends.fill(Math.max(end, piece.begins[0] ?? end), at, at + by.length);
      at += by.length;
    }
    begins.set(piece.begins, at);
    ends.set(piece.ends, at);
    at += piece.text.length;
  });
  return { text: pieces.map((piece) => piece.text).join(by), begins, ends };
}

/** Where in the match what replaces it stands; null where it is something else, or blank, which marks off all that it replaces. */
function placeOf(replacement: string, match: string): number | null {
  if (replacement.length === match.length) return 0;
  const at = replacement.trim() === "" ? -1 : match.lastIndexOf(replacement);
  return at === -1 ? null : at;
}
