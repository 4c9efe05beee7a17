import { firstFrom } from "../base";
import type { Pair } from "./pairing";

/** The places on the right of the fewest lines that have to be moved for the others to stand in one order on both sides. */
export function movedIn(pairs: readonly Pair[]): number[] {
  // the longest rising row of places (M. L. Fredman, On computing the length of longest increasing subsequences, 1975)
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ b }, at) => {
    const length = firstFrom(ends.length, (place) => (pairs[ends[place] ?? -1]?.b ?? 0) >= b);
    before[at] = length === 0 ? -1 : (ends[length - 1] ?? -1);
    ends[length] = at;
  });
  const staying = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) staying.add(at);
  return pairs.flatMap(({ b }, at) => (staying.has(at) ? [] : [b])).sort((x, y) => x - y);
}
