import { slipBetween, type TypingError } from "../../balance";
import { decimalsOf, significantDigits } from "../../quantity";
import type { Claim } from "../claims/claim";
import type { TableFact } from "./facts";

/** What of a figure is held against another: its value and a unit of its last digit. */
export type Figure = Pick<TableFact, "value" | "step">;

/** What binary arithmetic leaves of a limit. */
const NOISE = 1e-9;

/** Whether two figures are the same as far as the coarser of them shows: "275,6 tỷ đồng" and 275.556 triệu đồng. */
export function isSame(claim: Figure, { value, step }: Figure): boolean {
  const room = Math.max(claim.step, step) / 2;
  return Math.abs(claim.value - value) <= room * (1 + NOISE) + NOISE * Math.abs(value);
}

/**
 * So much more or less than said an amount or count may be where the text says "khoảng", "gần" or "hơn", and no more than its last digit
 * that is not zero: "gần 300 tỷ đồng". A share is told to its last digit.
 */
const ROUGHLY = 0.05;

/** Whether what a text says of a value is true of it: a limit ("hơn 275 tỷ đồng") from its side, not far off. */
export function isSaidOf(claim: Claim, fact: Pick<TableFact, "value" | "value2" | "step" | "others" | "comparator">): boolean {
  if (claim.value2 !== null) {
    const upper = { value: claim.value2, step: claim.step };
    return fact.value2 !== null && isSame(claim, fact) && isSame(upper, { value: fact.value2, step: fact.step });
  }
  const readings = [claim.value, ...claim.others];
  return [fact.value, ...fact.others].some((value) =>
    readings.some((reading) => isSame({ value: reading, step: claim.step }, { value, step: fact.step })) ||
    // a target is another one as soon as its limit is
    (fact.comparator === null && isRoughly(claim, value)));
}

function isRoughly(claim: Claim, value: number): boolean {
  const { value: said, comparator, step, kind } = claim;
  if (comparator === null || comparator === "=") return false;
  const last = kind === "share" ? step : step * 10 ** zerosOf(claim);
  const room = Math.max(step, Math.min(last, ROUGHLY * Math.abs(value)));
  const more = value - said;
  if (comparator.startsWith(">")) return more >= 0 && more < room;
  if (comparator.startsWith("<")) return more <= 0 && -more < room;
  return comparator === "~" && Math.abs(more) <= room;
}

/** How many zeros a figure ends with, as it is written without decimals. */
const zerosOf = ({ value, step }: Figure): number => /^\d*?(0*)$/.exec(String(Math.round(Math.abs(value) / step)))?.[1]?.length ?? 0;

/** Whether the text leaves off what it does not show ("275,5" of 275,556), or rounds to fewer digits than it writes ("280" of 275,556). */
export function isCoarse(claim: Claim, fact: Figure): boolean {
  const { step } = claim;
  if (Math.floor(Math.abs(fact.value) / step + NOISE) * step === Math.abs(claim.value)) return true;
  if (Math.abs(claim.value - fact.value) < step * (1 + NOISE)) return true;
  const zeros = zerosOf(claim);
  return zeros > 0 && isSame({ value: claim.value, step: step * 10 ** zeros }, fact);
}

/** How many digits of a figure say something: chance does not make two figures of many the same. */
export function digitsOf({ value, step }: Figure): number {
  return step <= 0 ? 0 : significantDigits(Math.round(value / step));
}

/** The typing mistake that made the figure of a text of that of a cell; null where none did. */
export function slipOf(claim: Claim, fact: Figure): TypingError | null {
  const isFold = (by: number): boolean => isSame({ value: claim.value * by, step: claim.step * by }, fact);
  if ([1e3, 1e-3, 1e6, 1e-6].some(isFold)) return "thousand-fold";
  const said = claim.value / claim.factor;
  const decimals = Math.max(0, Math.round(-Math.log10(claim.step / claim.factor)));
  const meant = fact.value / claim.factor;
  // as its hand would have written it: with so many decimals, or with all of them
  for (const places of new Set([decimals, Math.min(decimalsOf(meant), MOST_DECIMALS), decimals + 1])) {
    const rounded = Number((meant * (1 + NOISE * 1e-3)).toFixed(places));
    const slip = slipBetween(said, Math.max(decimals, places), rounded, rounded);
    if (slip) return slip.kind;
  }
  return null;
}
const MOST_DECIMALS = 3;
