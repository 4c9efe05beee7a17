import { MARGIN } from "./evidence";

/** How well something is explained (smaller is better), and what else speaks for it. */
export interface Weighed {
  readonly order: number;
  readonly evidence: number;
}

/** A number for each, the same for those that tie, 0 for the best: by the mistake, then by what else speaks clearly for it. */
export function ranksOf(found: readonly Weighed[]): number[] {
  const most = new Map<number, number>();
  for (const { order, evidence } of found) most.set(order, Math.max(most.get(order) ?? -Infinity, evidence));
  const levels = found.map(({ order, evidence }) => order + ((most.get(order) ?? 0) - evidence >= MARGIN ? 0.5 : 0));
  const known = [...new Set(levels)].sort((a, b) => a - b);
  return levels.map((level) => known.indexOf(level));
}
