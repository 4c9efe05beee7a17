import { readUnit } from "../quantity";
import type { Comparable, Comparison } from "./comparison";
import { matchWords } from "./comparison-match";

/** Two indicators that may be one although their names or units do not say so. */
export interface NearMiss {
  /** It stands alone. */
  readonly item: Comparable;
  readonly other: Comparable;
  readonly otherUnit: boolean;
}

/** Shares of the weight of their words that two names must have in common; a word weighs more the fewer names have it. */
const NEAR = 0.57;
const NEAR_OF_OTHER_UNIT = 0.8;

/** Of more indicators than this each is not held against each. */
const MOST = 800;

const unitOf = ({ unit }: Comparable): string | null => readUnit(unit).unit;
const numbersOf = (words: ReadonlySet<string>): string => [...words].filter((word) => /^\d/.test(word)).sort().join(" ");

/** For each indicator that stands alone, unless somebody wants it so, the most similar one of another plan, if it is similar enough. */
export function nearMisses({ groups, alone }: Comparison): NearMiss[] {
  const single = alone.filter(({ parted }) => !parted).map(({ item }) => item);
  const all = [...groups.flatMap(({ members }) => members.map(({ item }) => item)), ...single];
  if (all.length > MOST) return [];
  const words = new Map(all.map((item) => [item, matchWords(item.label, item.unit)]));
  const counts = new Map<string, number>();
  for (const own of words.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weightOf = (chosen: Iterable<string>): number =>
    [...chosen].reduce((sum, word) => sum + Math.log((all.length + 1) / (counts.get(word) ?? 1)), 0);
  const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
    // "dưới 1 tuổi" and "dưới 5 tuổi" are never one
    if (numbersOf(a) !== numbersOf(b)) return 0;
    const whole = weightOf(new Set([...a, ...b]));
    return whole === 0 ? 0 : weightOf([...a].filter((word) => b.has(word))) / whole;
  };
  const told = new Set<Comparable>();
  return single.flatMap((item): NearMiss[] => {
    const found = all
      .filter((other) => other.plan !== item.plan)
      .map((other) => ({
        item,
        other,
        otherUnit: unitOf(other) !== unitOf(item),
        share: similarity(words.get(item) ?? new Set(), words.get(other) ?? new Set()),
      }))
      // names that say the same stand apart only where people want it so
      .filter(({ share, otherUnit }) => (otherUnit ? share >= NEAR_OF_OTHER_UNIT : share >= NEAR && share < 1));
    const [best] = found.sort((a, b) => b.share - a.share);
    // of two that stand alone one tells of both
    if (!best || told.has(best.other)) return [];
    told.add(item);
    return [{ item, other: best.other, otherUnit: best.otherUnit }];
  });
}
