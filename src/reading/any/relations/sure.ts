import { STANDS } from "./evidence";
import type { Accepted } from "./ledger";
import { isSlip } from "./slip-shape";
import { unitOf, valueAt, type Way } from "./way";

/** The scale of `sure`, see `BelievedRelation`. */
export const SURE = { certain: 1, likely: 0.85, fair: 0.7, doubtful: 0.5, poor: 0.3 } as const;

/** Lines that hold beside one that does not, from which a pattern is certain where words or the tree say it, and likely where not. */
const CERTAIN_FROM = 3;
const LIKELY_FROM = 4;

/** How sure it is that a total is the sum of its parts on a track. What holds is at least fairly sure. */
export function sureOf(way: Way, { pattern, weighed, on }: Accepted, track: number, parts: readonly number[]): number {
  const misses = on.filter((one) => weighed.stands[one.track] === STANDS.misses).length;
  const isSaid = pattern.kind === "said" || pattern.kind === "tree" || way.said[pattern.total] === true;
  if (weighed.stands[track] !== STANDS.misses) return isSaid || weighed.proving >= CERTAIN_FROM ? SURE.likely : SURE.fair;
  const others = weighed.proving;
  if (pattern.kind === "said") return others > misses ? SURE.certain : SURE.likely;
  const unit = unitOf(way, track, pattern.total, ...parts);
  const slips = isSlip(
    (valueAt(way, track, pattern.total) - pattern.sum(track)) / unit,
    valueAt(way, track, pattern.total) / unit,
    parts.flatMap((part) => (valueAt(way, track, part) ? [valueAt(way, track, part) / unit] : [])),
  );
  if (isSaid && misses === 1 && others >= CERTAIN_FROM) return slips ? SURE.certain : SURE.likely;
  if (misses <= Math.max(1, others / 8) && others >= LIKELY_FROM && slips) return SURE.likely;
  return others >= 2 * misses && slips ? SURE.doubtful : SURE.poor;
}
