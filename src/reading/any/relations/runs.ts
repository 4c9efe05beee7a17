import { dueAfter } from "../../../base";
import type { Pattern } from "./pattern";
import { firstAt, risingOf } from "./rising";
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

/** In steps. */
function* lineOf(way: Way, order: readonly number[], masked: Uint8Array): Generator<void, Line> {
  const size = order.length + 1;
  const tracks = way.tracks.length;
  const sums = new Float64Array(tracks * size);
  const counts = new Uint32Array(tracks * size);
  const rises = new Uint8Array(tracks).fill(1);
  const isDue = dueAfter(ADDED);
  for (let track = 0; track < tracks; track++) {
    if (isDue(order.length)) yield;
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

/** After a total, and before it. */
const SIDES = [true, false] as const;

/** So many numbers are added up before others may run. */
const ADDED = 200_000;
/** So many numbers are looked up before others may run. */
const STEP = 20_000;

/**
 * Every run right before or after a total, in an order of the places, that comes to it on two tracks or on one with a long number. In
 * steps.
 */
export function* runsIn(way: Way, order: readonly number[], masked: Uint8Array, kind: Pattern["kind"]): Generator<void, Pattern[]> {
  const size = order.length + 1;
  if (order.length < 2) return [];
  const line = yield* lineOf(way, order, masked);
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
    const own = line.sums.subarray(track * size, (track + 1) * size);
    const { sorted, places: ends } = line.rises[track] === 1 ? { sorted: own, places: null } : risingOf(own);
    const unit = leastUnitOf(way, track);
    const most = slackOf(way, track, unit, order.length);
    const row = track * size;
    for (let at = 0; at < order.length; at++) {
      const value = valueAt(way, track, order[at] ?? 0);
      if (Number.isNaN(value) || value === 0) continue;
      const [noise, bits] = [Math.abs(value) * 1e-12, Math.log2(Math.abs(value) / unit + 1)];
      const room = most + noise;
      // after it: the sum up to an end is its value more than the sum up to the place behind it; before it, its value less
      for (const isAfter of SIDES) {
        const base = line.sums[row + (isAfter ? at + 1 : at)] ?? 0;
        const near = isAfter ? base + value : base - value;
        for (let place = firstAt(sorted, near - room), left = MOST_EQUAL; place < size && left > 0; place++, left--) {
          const sum = sorted[place] ?? 0;
          if (sum > near + room) break;
          const end = ends === null ? place : (ends[place] ?? 0);
          const [parts, gap] = isAfter ? [end - at - 1, sum - base - value] : [at - end, base - sum - value];
          if (parts < 1 || Math.abs(gap) > slackOf(way, track, unit, parts) + noise) continue;
          const key = at * size + end;
          found.set(key, (found.get(key) ?? 0) + bits);
        }
      }
    }
  }
  const cost = Math.log2(2 * order.length) + Math.log2(tracks) / 2;
  return [...found].flatMap(([key, bits]) => {
    if (bits < cost) return [];
    return [{ way, ...sumsOf(way, line, masked, { at: Math.floor(key / size), end: key % size }), kind, cost }];
  });
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
