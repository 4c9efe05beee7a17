import { STANDS } from "./evidence";
import type { Accepted } from "./ledger";
import { isSlip } from "./slip-shape";
import { slackOf, unitOf, valueAt, type Way } from "./way";

/** The scale of `sure`, see `GridRelation`. */
export const SURE = { certain: 1, likely: 0.85, fair: 0.7, doubtful: 0.5, poor: 0.3 } as const;

/** Tracks that hold beside one that does not, from which a pattern is certain where words or the tree say it; and likely, said or not. */
const CERTAIN_FROM = 3;
const LIKELY_FROM = 1;
/** Where more than one in so many fails, the numbers alone say nothing against any of them. */
const FEW = 6;
/** The same where words or the tree speak for it as well, and a slip explains what fails. */
const FEW_SAID = 3;
/** Where rounding shows in other tracks, a gap is none of it from so many times what rounding may make of it. */
const BEYOND_ROUNDING = 3;
/** What adding up in binary leaves behind, of a total. */
const NOISE = 1e-12;
/** So many sums that fail are looked at at once. */
const STEP = 1_000;

/**
 * The tracks on which nothing holds of what is believed, and what fails does so by more than one gap: ages, prices, households counted in
 * several lines. Nobody adds such numbers up. Gaps that rounding may have parted are one, and rules that are said count for nothing here.
 */
export function* addingNothing(way: Way, accepted: readonly Accepted[]): Generator<void, ReadonlySet<number>> {
  const holding = new Set<number>();
  let failing = 0;
  // what the gap of a single wrong cell may be, as far as every sum that fails allows
  const gaps = new Map<number, readonly [least: number, most: number]>();
  for (const { pattern, weighed, on } of accepted) {
    if (pattern.kind === "said") continue;
    for (const { track, parts } of on) {
      if (weighed.stands[track] === STANDS.holds) holding.add(track);
      if (weighed.stands[track] !== STANDS.misses) continue;
      const total = valueAt(way, track, pattern.total);
      const gap = Math.abs(total - pattern.sum(track));
      const slack = slackOf(way, track, unitOf(way, track, pattern.total, ...parts), pattern.count(track)) + Math.abs(total) * NOISE;
      const [least, most] = gaps.get(track) ?? [0, Infinity];
      gaps.set(track, [Math.max(least, gap - slack), Math.min(most, gap + slack)]);
      failing += 1;
      if (failing % STEP === 0) yield;
    }
  }
  return new Set([...gaps].flatMap(([track, [least, most]]) => (least > most && !holding.has(track) ? [track] : [])));
}

/** How sure it is that a total is the sum of its parts on a track. What holds is at least fairly sure. `passed`: `addingNothing`. */
export function sureOf(
  way: Way, accepted: Accepted, track: number, parts: readonly number[], passed: ReadonlySet<number>,
): number {
  const { pattern, weighed, on } = accepted;
  const isSaid = pattern.kind === "said" || pattern.kind === "tree" || way.said[pattern.total] === true;
  if (weighed.stands[track] !== STANDS.misses) return isSaid || weighed.proving >= CERTAIN_FROM ? SURE.likely : SURE.fair;
  if (passed.has(track) && pattern.kind !== "said") return SURE.poor;
  if (accepted.sure !== undefined) return accepted.sure;
  const all = on.filter((one) => weighed.stands[one.track] === STANDS.misses);
  const others = on.length - all.length;
  const misses = all.filter((one) => !passed.has(one.track)).length;
  if (pattern.kind === "said") return others > all.length || on.length === 1 ? SURE.certain : SURE.poor;
  const slips = isLikeSlip(way, accepted, track, parts);
  // two numbers that come to a third are often two of several
  if (!slips && isSaid && pattern.kind !== "pair" && misses === 1 && others > CERTAIN_FROM) return SURE.fair;
  if (!slips) return others >= CERTAIN_FROM * misses ? SURE.doubtful : SURE.poor;
  if (misses === 1 && isSaid && others >= CERTAIN_FROM) return SURE.certain;
  if (misses <= Math.max(1, others / (isSaid ? FEW_SAID : FEW)) && others >= LIKELY_FROM) return SURE.likely;
  return SURE.doubtful;
}

/** Whether what a total is off by on a track looks like a slip of a typing hand, and not like rounding. */
export function isLikeSlip(
  way: Way, { pattern, weighed }: Pick<Accepted, "pattern" | "weighed">, track: number, parts: readonly number[],
): boolean {
  const unit = unitOf(way, track, pattern.total, ...parts);
  const total = valueAt(way, track, pattern.total);
  const gap = total - pattern.sum(track);
  const numbers = parts.flatMap((part) => (valueAt(way, track, part) ? [valueAt(way, track, part) / unit] : []));
  if (weighed.rounded && Math.abs(gap) <= BEYOND_ROUNDING * slackOf(way, track, unit, numbers.length)) return false;
  return isSlip(gap / unit, total / unit, numbers);
}
