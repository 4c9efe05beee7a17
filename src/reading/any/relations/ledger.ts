import { dueAfter } from "../../../base";
import type { Weighed } from "./evidence";
import type { Pattern } from "./pattern";
import type { Way } from "./way";

/** A pattern that is believed, with its parts on the tracks on which it is. */
export interface Accepted {
  readonly pattern: Pattern;
  readonly weighed: Weighed;
  /** How sure it is where it fails, as far as its own tracks do not tell. */
  readonly sure?: number;
  readonly on: readonly { readonly track: number; readonly parts: readonly number[] }[];
}

interface Entry {
  readonly parts: readonly number[];
  readonly key: string;
}

/** So many parts of patterns are taken in before others may run. */
const STEP = 100_000;

/** What is believed of one way so far: no circles, no total with the same parts as another, no sum that follows from others. */
export class Ledger {
  readonly accepted: Accepted[] = [];
  /** `track * places + place`: the cell is a part. */
  readonly masked: Uint8Array;
  private readonly totals = new Map<number, Entry[]>();
  private readonly sets = new Map<string, number>();

  constructor(private readonly way: Way) {
    this.masked = new Uint8Array(way.tracks.length * way.places.length);
  }

  /** Takes a pattern in on those of the tracks on which nothing speaks against it; false where that is none. In steps. */
  *accept(pattern: Pattern, weighed: Weighed, tracks: readonly number[], sure?: number): Generator<void, boolean> {
    const on: Accepted["on"][number][] = [];
    const isDue = dueAfter(STEP);
    for (const track of tracks) {
      const parts = this.enter(pattern, track);
      if (parts) on.push({ track, parts });
      if (isDue(pattern.places.length)) yield;
    }
    if (on.length > 0) this.accepted.push({ pattern, weighed, on, ...(sure === undefined ? {} : { sure }) });
    return on.length > 0;
  }

  /** Whether some of what it adds up has become a part of something else since it was found, on one of the tracks. */
  isStale({ partsIn, count }: Pattern, tracks: readonly number[]): boolean {
    return tracks.some((track) => {
      const left = partsIn(track).filter((place) => (this.way.values[this.at(track, place)] || 0) !== 0);
      return left.length !== count(track);
    });
  }

  private at(track: number, place: number): number {
    return track * this.way.places.length + place;
  }

  private enter({ total, partsIn }: Pattern, track: number): readonly number[] | null {
    const parts = partsIn(track).filter((place) => place !== total);
    if (parts.length === 0) return null;
    const numbers = parts.filter((place) => !Number.isNaN(this.way.values[this.at(track, place)] ?? Number.NaN));
    const key = keyOf(track, numbers);
    if (numbers.length === 0 || this.sets.has(key)) return null;
    const own = this.totals.get(this.at(track, total)) ?? [];
    const leaves = this.leaves(track, parts, new Set([total]));
    if (leaves === null) return null;
    const leafKey = keyOf(track, leaves);
    for (const entry of own) {
      if (entry.parts.some((place) => parts.includes(place))) return null;
      const other = this.leaves(track, entry.parts, new Set([total]));
      if (other !== null && (keyOf(track, other) === leafKey || other.some((place) => leaves.includes(place)))) return null;
    }
    this.totals.set(this.at(track, total), [...own, { parts, key }]);
    this.sets.set(key, total);
    for (const place of parts) this.masked[this.at(track, place)] = 1;
    return parts;
  }

  /** What parts come to in the end where those that are totals are followed to their parts; null where it goes round in a circle. */
  private leaves(track: number, parts: readonly number[], above: ReadonlySet<number>): number[] | null {
    const found: number[] = [];
    for (const place of parts) {
      if (above.has(place)) return null;
      const first = this.totals.get(this.at(track, place))?.[0];
      if (!first) {
        if (!Number.isNaN(this.way.values[this.at(track, place)] ?? Number.NaN)) found.push(place);
        continue;
      }
      const below = this.leaves(track, first.parts, new Set([...above, place]));
      if (below === null) return null;
      found.push(...below);
    }
    return found;
  }
}

const keyOf = (track: number, places: readonly number[]): string => `${track}:${[...places].sort((a, b) => a - b).join()}`;
