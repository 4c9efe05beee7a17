import { slackOf, unitOfTwo, type Way } from "./way";
import { AGAIN, FADING, MISS, MISS_OUTSIDE, MOST_AGAIN, MOST_BITS, MOST_LOST } from "./weights";

/**
 * How a track stands to a pattern. `bare`: it holds for nothing;
 * `again`: it holds, and proves little (a copy of one part, numbers seen before).
 */
export const STANDS = { nothing: 0, holds: 1, bare: 2, misses: 3, again: 4 } as const;

/** A total and its parts, the same on each track, by place. */
export interface Sums {
  readonly total: number;
  /** What the parts come to on a track; NaN where none of them is a number. */
  readonly sum: (track: number) => number;
  /** How many parts of a track are numbers, and not 0. */
  readonly count: (track: number) => number;
  /** A part, by which tracks are told apart of which one is so many times the other. */
  readonly lead: number;
}

export interface Weighed {
  readonly stands: Uint8Array;
  /** The tracks from the first to the last on which it is recognised; none where `to < from`. */
  readonly from: number;
  readonly to: number;
  /** In bits, without the cost of finding it. */
  readonly bits: number;
  /** Tracks that hold or do not, and of those that hold. */
  readonly comparable: number;
  readonly holding: number;
  /** Tracks that hold and prove something. */
  readonly proving: number;
  /** Some that hold do so but for rounding. */
  readonly rounded: boolean;
}

/** The stretch of tracks in which a total is the sum of its parts, and how much speaks for it. */
export function weigh(way: Way, { total, sum, count, lead }: Sums): Weighed {
  const { values, places: { length: width } } = way;
  const tracks = way.tracks.length;
  const stands = new Uint8Array(tracks);
  const worth = new Float64Array(tracks);
  // a total with the parts that led it
  let seen: Map<number, number | number[]> | null = null;
  let [comparable, holding, rounded] = [0, 0, false];
  let [lastTotal, lastPart] = [0, 1];
  let [best, from, to, running, start] = [0, 0, -1, 0, 0];
  for (let track = 0; track < tracks; track++) {
    const value = values[track * width + total] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const parts = count(track);
    if (parts === 0 && value !== 0) continue;
    const gap = Math.abs(value - sum(track));
    if (Number.isNaN(gap)) continue;
    const unit = unitOfTwo(way, track, total, lead);
    comparable += 1;
    const noise = Math.abs(value) * 1e-12;
    const slack = slackOf(way, track, unit, parts);
    if (gap <= slack + noise) {
      rounded ||= gap > unit / 2 + noise;
      holding += 1;
      stands[track] = value === 0 ? STANDS.bare : STANDS.holds;
      if (value !== 0) {
        // what was drawn by lot may be anywhere within its slack: that it is near proves nothing more
        const off = (way.steps[track] ?? 1) > 1 ? slack : gap;
        const bits = Math.max(0, Math.min(MOST_BITS, Math.log2(Math.abs(value) / (2 * off + unit))));
        const part = values[track * width + lead] || 0;
        const times = Math.abs(value * lastPart - part * lastTotal) <= unit * (Math.abs(lastPart) + Math.abs(lastTotal));
        seen ??= new Map<number, number | number[]>();
        const before = seen.get(value);
        const again = parts === 1 || isAmong(before, part) || (part !== 0 && times);
        worth[track] = again ? bits * AGAIN : bits;
        if (again) stands[track] = STANDS.again;
        if (part !== 0) {
          lastTotal = value;
          lastPart = part;
        }
        if (typeof before === "object") before.push(part);
        else seen.set(value, before === undefined ? part : [before, part]);
      }
    } else {
      stands[track] = STANDS.misses;
      worth[track] = -MISS;
    }
    if (running <= 0) {
      running = 0;
      start = track;
    }
    running += worth[track] ?? 0;
    if (running > best) {
      best = running;
      from = start;
      to = track;
    }
  }
  const { bits, proving } = fading(stands, worth, from, to);
  return { stands, from, to, bits, comparable, holding, proving, rounded };
}

/** Whether a part is one of those that have been seen: one of them stands there as it is. */
function isAmong(before: number | readonly number[] | undefined, part: number): boolean {
  return typeof before === "object" ? before.includes(part) : before === part;
}

function fading(stands: Uint8Array, worth: Float64Array, from: number, to: number): { bits: number; proving: number } {
  const proofs: number[] = [];
  let [cost, again] = [0, 0];
  for (let track = 0; track < stands.length; track++) {
    const inside = track >= from && track <= to;
    if (stands[track] === STANDS.misses) cost += inside ? MISS : MISS_OUTSIDE;
    else if (inside && stands[track] === STANDS.holds) proofs.push(worth[track] ?? 0);
    else if (inside && stands[track] === STANDS.again) again += worth[track] ?? 0;
  }
  if (proofs.length > 1) proofs.sort((a, b) => b - a);
  const bits = proofs.reduce((all, one, place) => all + one / (1 + FADING * place), Math.min(again, MOST_AGAIN));
  return { bits: bits - Math.min(cost, bits * MOST_LOST + MISS), proving: proofs.length };
}
