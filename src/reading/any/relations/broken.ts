import { STANDS, weigh, type Weighed } from "./evidence";
import type { Ledger } from "./ledger";
import type { Pattern } from "./pattern";
import { isLikeSlip, SURE } from "./sure";
import { unitOf, valueAt, type Way } from "./way";

/** A sum that stands in so few columns has too few to show by them that it is one. */
const FEW_TRACKS = 2;
/** Of the sums of a column one in so many may fail, or its tree is read wrong. */
const FEW = 2;
/** Other sums of the column that hold, from which one that fails is certain. */
const CERTAIN_FROM = 3;
/** Where more fail, the tree adds up nothing; nobody looks for what they have in common. */
const MOST_BROKEN = 40;
/** A total that stands alone adds up at least so many numbers: two that nearly come to a third do so by chance. */
const FEWEST_PARTS = 3;

interface Broken {
  readonly pattern: Pattern;
  readonly weighed: Weighed;
  readonly gap: number;
}

/**
 * A table of one or two columns has no other columns to show that its tree adds up. Where it does in its other sums, one in which it does
 * not, but for a slip, is believed as well; so is the single total of a table that says so. Two sums that are off by the same, the total of
 * one being a part of the other, have one cause.
 */
export function* takeBroken(way: Way, ledger: Ledger, patterns: readonly Pattern[]): Generator<void, void> {
  const all = patterns.map((pattern) => ({ pattern, weighed: weigh(way, pattern) }));
  if (!all.some(({ weighed: { comparable, holding } }) => holding < comparable && comparable <= FEW_TRACKS)) return;
  for (const track of way.tracks.keys()) {
    const standing = (state: number) => all.filter(({ pattern, weighed }) => weighed.stands[track] === state && pattern.count(track) > 1);
    const whole = standing(STANDS.holds);
    const gapOf = ({ total, sum }: Pattern): number => valueAt(way, track, total) - sum(track);
    const broken = standing(STANDS.misses).map((one): Broken => ({ ...one, gap: gapOf(one.pattern) }));
    if (broken.length > MOST_BROKEN) continue;
    const bearers = broken.map((one) => broken.findIndex((other) => isCarried(way, track, one, other)));
    const causes = bearers.filter((bearer) => bearer === -1).length;
    const told = broken.flatMap(({ pattern, weighed }, at) => {
      if (weighed.comparable > FEW_TRACKS || ledger.isStale(pattern, [track])) return [];
      const isPair = bearers[at] !== -1 || bearers.includes(at);
      if (!isPair && !isLikeSlip(way, { pattern, weighed }, track, pattern.partsIn(track))) return [];
      const isSaid = whole.length > 0 || (way.said[pattern.total] === true && pattern.count(track) >= FEWEST_PARTS);
      const isAlone = broken.length === 1 && isSaid;
      const sure = sureOfBroken({ whole: whole.length, causes, isPair, isAlone });
      return sure === null ? [] : [{ pattern, weighed, sure }];
    });
    // the tree is believed: what holds of it comes before anything that numbers alone say
    if (told.length > 0) for (const { pattern, weighed } of whole) yield* ledger.accept(pattern, weighed, [track]);
    for (const { pattern, weighed, sure } of told) yield* ledger.accept(pattern, weighed, [track], sure);
  }
}

interface Around {
  /** Sums of the column that hold. */
  readonly whole: number;
  /** How many cells have to be wrong for all that fails to fail. */
  readonly causes: number;
  /** Another sum is off by the same. */
  readonly isPair: boolean;
  /** It is the only sum of the column that fails, and another one holds or its words say that it is one. */
  readonly isAlone: boolean;
}

function sureOfBroken({ whole, causes, isPair, isAlone }: Around): number | null {
  if (causes * FEW <= whole) return causes === 1 && whole >= CERTAIN_FROM ? SURE.certain : SURE.likely;
  if (isPair && causes === 1) return whole > 0 ? SURE.likely : SURE.fair;
  return isAlone ? SURE.fair : null;
}

/** Whether the total of `one` is a part of `other`, and both are off by the same: that cell is wrong. */
function isCarried(way: Way, track: number, one: Broken, other: Broken): boolean {
  const { total } = one.pattern;
  const isSame = Math.abs(one.gap + other.gap) <= unitOf(way, track, total, other.pattern.total);
  return isSame && one !== other && other.pattern.partsIn(track).includes(total);
}
