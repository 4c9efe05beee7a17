import type { SaidRule } from "../layout";
import type { Sums } from "./evidence";
import { valueAt, type Way } from "./way";

/** A total and its parts as they may be: on which tracks they are, the numbers tell. */
export interface Pattern extends Sums {
  readonly way: Way;
  /** `tree`: lines under a line; `run`: what stands beside it; `stride`: every so many places, or equal heads; `pair`: two anywhere. */
  readonly kind: "said" | "tree" | "run" | "stride" | "pair";
  /** All places that may be parts on some track. */
  readonly places: readonly number[];
  /** Those that are on a track. */
  readonly partsIn: (track: number) => readonly number[];
  /** Said as a difference: `total` is its first part less the others. The pattern itself is then the sum of which that follows. */
  readonly difference?: { readonly total: number; readonly parts: readonly number[]; readonly added?: number };
  readonly rule?: SaidRule;
  /** It goes to where something parts the places. */
  readonly edge?: boolean;
  /** What it cost to find, in bits: the logarithm of what was tried. */
  readonly cost: number;
}

/** A pattern of the same parts on each track. */
export function fixedPattern(way: Way, total: number, places: readonly number[], how: Pick<Pattern, "kind" | "cost" | "rule">): Pattern {
  return {
    way, total, places, lead: places[0] ?? 0, ...how,
    sum: (track) => {
      let sum = 0;
      for (const place of places) sum += valueAt(way, track, place) || 0;
      return sum;
    },
    count: (track) => {
      let count = 0;
      for (const place of places) if (valueAt(way, track, place)) count += 1;
      return count;
    },
    partsIn: () => places,
  };
}
