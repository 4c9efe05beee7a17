import type { Layout } from "../layout";

/** What offices of statistics round their counts to, each up or down by lot: fives in Canada, threes in New Zealand. */
const STEPS = [5, 3] as const;
/** So many different numbers are not multiples by chance. */
const FEWEST = 24;
/** Some are averages, or mistyped. */
const MOST = 0.95;
/** Smaller numbers are counts of lines, ranks and shares. */
const SMALL = 9;
/** Standard deviations that a gap may have before it is no rounding, as in `balance`. */
const DEVIATIONS = 3;

/** What the whole numbers of a layout are multiples of, all but a few: 3 or 5; 1 where it is nothing, or tens (prices, plans). */
export function stepOf({ columns, numbers: { values, decimals } }: Layout): number {
  const different = new Set<number>();
  values.forEach((value, at) => {
    if (columns[at % columns.length]?.kind !== "amount" || decimals[at] !== 0 || !(Math.abs(value) > SMALL)) return;
    different.add(value);
  });
  const all = [...different];
  const isMost = (step: number): boolean => all.filter((value) => value % step === 0).length >= MOST * all.length;
  return all.length < FEWEST || isMost(10) ? 1 : (STEPS.find(isMost) ?? 1);
}

/** What rounding may make of a sum of so many parts: never more than half a unit for each amount, and three standard deviations of all. */
export function roundingOf(unit: number, parts: number): number {
  const amounts = parts + 1;
  return unit * Math.min(amounts / 2, DEVIATIONS * Math.sqrt(amounts / 12));
}

/**
 * What rounding by lot to a step may make of a sum of so many parts: a number is off by less than a step either way, with the variance
 * (step² - 1) / 6 where what is nearer is drawn more often, as all do that want no bias.
 */
export function lotRoundingOf(step: number, parts: number): number {
  const amounts = parts + 1;
  return Math.min(amounts * (step - 1), DEVIATIONS * Math.sqrt((amounts * (step * step - 1)) / 6));
}
