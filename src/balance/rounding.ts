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
