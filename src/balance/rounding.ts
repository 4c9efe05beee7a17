import type { BalanceCell, Equation } from "./types";
import { MAX_DECIMALS } from "./arithmetic";

/** Decimals shown, within what a number can have; anything else than a whole number of them counts as none. */
export function shownDecimals(cell: BalanceCell | undefined): number {
  const decimals = cell?.decimals ?? 0;
  return Number.isInteger(decimals) ? Math.min(MAX_DECIMALS, Math.max(0, decimals)) : 0;
}

/** Standard deviations that a gap may have before it is no rounding: one rounded sum in 370 has more. */
const DEVIATIONS = 3;

/**
 * What rounding may make of a sum, in the unit of its cells: each amount and the total is off by up to half a unit of the last
 * decimal shown. Of many amounts it is not the worst case, in which an error would hide, but three standard deviations
 * of as many independent roundings (a uniform error has the variance 1/12). 0 where the equation's decimals or parts make no sense.
 */
export function roundingOf({ terms, decimals, parts }: Equation, cells: readonly (BalanceCell | undefined)[]): number {
  const shown = decimals ?? cells.reduce((most, cell) => Math.max(most, shownDecimals(cell)), 0);
  const amounts = (parts ?? terms.length - 1) + 1;
  const size = 10 ** -shown * Math.min(amounts / 2, DEVIATIONS * Math.sqrt(amounts / 12));
  return amounts > 0 && Number.isFinite(size) ? size : 0;
}

/** A typing error breaks no more sums than these: of its line, of its column and of a headline. */
const MOST_BROKEN = 3;

/** Bits against a typing error that is as small as a rounding: one table in 20 has an error, and one error in five is so small. */
const RARE = Math.log2(20 * 5);

/** Bits by which exact amounts are to be likelier than rounded ones before they are taken for exact. */
const SURE = 3;

/**
 * Whether amounts are exact in spite of sums that are off by no more than rounding: a single typing error explains these, and of rounded
 * amounts so many others would not have come out.
 * @param even how many amounts each of the sums adds that come out
 * @param gaps by how much the others are off
 */
export function areExact(even: readonly number[], gaps: readonly number[]): boolean {
  const [first, ...others] = gaps.map(Math.abs);
  if (first === undefined || gaps.length > MOST_BROKEN || others.some((gap) => gap !== first)) return false;
  const bits = even.reduce((all, amounts) => (amounts < 2 ? all : all - Math.log2(comesOut(amounts))), 0);
  // the error may have been in any of them
  return bits >= RARE + SURE + Math.log2(even.length + gaps.length);
}

/** How likely so many rounded amounts come to their rounded total: what all of them were rounded by stays within half a unit. */
function comesOut(amounts: number): number {
  // uniform errors of the amounts and of the total, taken for normal ones: of two they come to 0.68 (0.75 exactly)
  return erf(0.5 / Math.sqrt((2 * (amounts + 1)) / 12));
}

/** Within 0.0005 for numbers from 0 on (Abramowitz and Stegun 1964, 7.1.27). */
function erf(x: number): number {
  return 1 - 1 / (1 + 0.278393 * x + 0.230389 * x ** 2 + 0.000972 * x ** 3 + 0.078108 * x ** 4) ** 4;
}
