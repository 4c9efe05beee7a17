import type { Pattern } from "./pattern";
import { leastUnitOf, slackOf, valueAt, type Way } from "./way";

/** Sums of what stands beside so many numbers of a way are looked up, on tracks that are spread over all of them. */
const MOST_LOOKED_UP = 100_000;
/** Blank and 0 places after a run make as many runs of the same sum; so many of them are looked at. */
const MOST_EQUAL = 12;

/** The numbers of a way in an order of its places, as sums from the first one on. */
interface Line {
  readonly order: readonly number[];
  /** By track, `order.length + 1` each: what the numbers before a place come to, and how many of them are not 0. */
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
  /** By track: no number is negative, so that the sums rise. */
  readonly rises: Uint8Array;
}

function lineOf(way: Way, order: readonly number[], masked: Uint8Array): Line {
  const size = order.length + 1;
  const tracks = way.tracks.length;
  const sums = new Float64Array(tracks * size);
  const counts = new Uint32Array(tracks * size);
  const rises = new Uint8Array(tracks).fill(1);
  for (let track = 0; track < tracks; track++) {
    const [row, line] = [track * way.places.length, track * size];
    let [sum, count] = [0, 0];
    for (let at = 0; at < order.length; at++) {
      const cell = row + (order[at] ?? 0);
      const value = way.values[cell] ?? Number.NaN;
      if (value < 0) rises[track] = 0;
      if (value !== 0 && !Number.isNaN(value) && masked[cell] === 0) {
        sum += value;
        count += 1;
      }
      sums[line + at + 1] = sum;
      counts[line + at + 1] = count;
    }
  }
  return { order, sums, counts, rises };
}

/** So many numbers are looked up before others may run. */
const STEP = 20_000;

/**
 * Every run right before or after a total, in an order of the places, that comes to it on two tracks or on one with a long number. In
 * steps.
 */
export function* runsIn(way: Way, order: readonly number[], masked: Uint8Array, kind: Pattern["kind"]): Generator<void, Pattern[]> {
  const size = order.length + 1;
  if (order.length < 2) return [];
  const line = lineOf(way, order, masked);
  const found = new Map<number, number>();
  const tracks = way.tracks.length;
  const step = Math.max(1, Math.floor((tracks * way.places.length) / MOST_LOOKED_UP));
  let work = STEP;
  for (let track = 0; track < tracks; track += step) {
    // the first time after the numbers have been added up
    if (work >= STEP) {
      yield;
      work = 0;
    }
    work += order.length;
    const finder = finderOf(line, track, size);
    const unit = leastUnitOf(way, track);
    const most = slackOf(way, track, unit, order.length);
    for (let at = 0; at < order.length; at++) {
      const value = valueAt(way, track, order[at] ?? 0);
      if (Number.isNaN(value) || value === 0) continue;
      const seen = (end: number) =>
        found.set(at * size + end, (found.get(at * size + end) ?? 0) + Math.log2(Math.abs(value) / unit + 1));
      const room = most + Math.abs(value) * 1e-12;
      // after it: the sum up to `end` is its value more than the sum up to the place behind it
      const base = line.sums[track * size + at + 1] ?? 0;
      finder(base + value, room, (end, sum) => {
        if (end > at + 1 && Math.abs(sum - base - value) <= slackOf(way, track, unit, end - at - 1) + Math.abs(value) * 1e-12) seen(end);
      });
      const before = line.sums[track * size + at] ?? 0;
      finder(before - value, room, (end, sum) => {
        if (end < at && Math.abs(before - sum - value) <= slackOf(way, track, unit, at - end) + Math.abs(value) * 1e-12) seen(end);
      });
    }
  }
  const cost = Math.log2(2 * order.length) + Math.log2(tracks) / 2;
  return [...found].flatMap(([key, bits]) => {
    if (bits < cost) return [];
    return [{ way, ...sumsOf(way, line, masked, { at: Math.floor(key / size), end: key % size }), kind, cost }];
  });
}

type Found = (end: number, sum: number) => void;

/** Finds the ends of runs of a track whose sums are near a value. */
function finderOf(line: Line, track: number, size: number): (near: number, room: number, found: Found) => void {
  const own = line.sums.subarray(track * size, (track + 1) * size);
  const places = line.rises[track] === 1 ? null : [...own.keys()].sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0));
  const sorted = places === null ? own : Float64Array.from(places, (place) => own[place] ?? 0);
  return (near, room, found) => {
    // `firstFrom` written out: its calls would make all of this a fifth slower
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < near - room) low = middle + 1;
      else high = middle;
    }
    for (let at = low, left = MOST_EQUAL; at < size && left > 0; at++, left--) {
      const sum = sorted[at] ?? 0;
      if (sum > near + room) break;
      found(places?.[at] ?? at, sum);
    }
  };
}

function sumsOf(
  way: Way, line: Line, masked: Uint8Array, { at, end }: { readonly at: number; readonly end: number },
): Omit<Pattern, "way" | "kind" | "cost"> {
  const size = line.order.length + 1;
  const [from, to] = end > at ? [at + 1, end] : [end, at];
  const places = line.order.slice(from, to);
  return {
    total: line.order[at] ?? 0,
    places,
    edge: way.breaks[end > at ? (line.order[to - 1] ?? 0) + 1 : (line.order[from] ?? 0)] === true,
    lead: (end > at ? places[0] : places.at(-1)) ?? 0,
    sum: (track) => (line.sums[track * size + to] ?? 0) - (line.sums[track * size + from] ?? 0),
    count: (track) => (line.counts[track * size + to] ?? 0) - (line.counts[track * size + from] ?? 0),
    partsIn: (track) => places.filter((place) => masked[track * way.places.length + place] === 0),
  };
}
