import Big from "big.js";
import { decimalsOf, sumExact } from "./decimal";
import type { Direction, Judgement, Target } from "./types";
import { isRounded } from "./unit";

/** The share of a value by which "khoảng" may be missed at most, where its last digit that counts is coarser. */
const ABOUT = 0.01;
/**
 * What binary arithmetic leaves behind, as a part of the limit and never of less than 1: a sum of 0,1 and 0,2 is 0,3. The sheet's formula
 * rounds to it.
 */
const NOISE = 0.5e-14;

/** A limit that has to be kept; a strict one is not met at its value. */
export interface Level {
  readonly value: number;
  readonly strict: boolean;
}

/** What an actual value has to keep: `low` from below, `high` from above. */
export interface Levels {
  readonly low: Level | null;
  readonly high: Level | null;
}

/**
 * An actual value held against a target, both in the target's unit.
 *
 * Comparators that say a direction themselves (> >= < <=) are judged by it, a strict one is not met at the limit. A bare "=", "~" or
 * a range is judged by `direction`: "up" must reach it (a range: its lower end), "down" must not pass it (a range: its upper end),
 * "equal" must keep it: "=" exactly, and of a share or rate, which is shown rounded, within half of its last decimal (90,4 % are 90 %,
 * 0,6 of a centre is none); "~" within one of its last digit that counts (at most 1 %), a range between its ends; ends that were
 * said as limits are kept in every direction. "change" is a change by `value` from the baseline in the direction (with "equal": of exactly
 * that much). Null is a direction that nobody has said: then only what holds of a rise and of a fall is a verdict, all else is
 * "no-direction".
 */
export function judge(actual: number | null, target: Target, direction: Direction | null): Judgement {
  if (actual === null || !Number.isFinite(actual)) return { status: "cannot-check", reason: "no-actual" };
  if (!Number.isFinite(target.value)) return { status: "cannot-check", reason: "words" };
  if (direction === null) {
    const [rise, fall] = [judge(actual, target, "up"), judge(actual, target, "down")];
    return rise.status === fall.status ? rise : { status: "cannot-check", reason: "no-direction" };
  }
  const levels = levelsOf(target, direction);
  if (!levels) return { status: "cannot-check", reason: "no-baseline" };
  const sides = (["low", "high"] as const).flatMap((side) => {
    const level = levels[side];
    return level ? [{ side, level, by: (side === "low" ? 1 : -1) * apart(level.value, actual, level.value) }] : [];
  });
  const worst = sides.reduce((most, one) => (one.by > most.by ? one : most));
  const tolerance = toleranceOf(target, direction);
  const missed = sides.filter(({ level: { strict, value }, by }) => (strict ? by >= 0 : apart(by, tolerance, value) > 0));
  const atLimit = sides.some(({ by }) => by === 0);
  // what a tolerance forgives is no miss
  if (missed.length === 0)
    return { status: "met", distance: withoutMinusZero(Math.min(0, worst.by)), atLimit, side: sides.length > 1 ? "both" : worst.side };
  return {
    status: "not-met",
    distance: withoutMinusZero(worst.by),
    atLimit,
    side: (missed.find((one) => one === worst) ?? missed[0] ?? worst).side,
  };
}

/** The first minus the second number, as decimals; 0 where only binary noise at a number of the size of `of` is between them. */
function apart(a: number, b: number, of: number): number {
  // what is further apart than a number can say is infinite, and has no decimals
  const gap = Number.isFinite(a) && Number.isFinite(b) ? sumExact([a, -b]) : a - b;
  return Math.abs(gap) < NOISE * Math.max(1, Math.abs(of)) ? 0 : gap;
}

/**
 * Whether a value is beyond doubt one that `judge` calls met, at a small part of its cost. False says nothing: a change from a baseline
 * that is not known may be met, and so may what only a tolerance forgives.
 */
export function isSurelyMet(actual: number, target: Target, direction: Direction | null): boolean {
  // what is kept from both sides is met in every direction
  const levels = levelsOf(target, direction ?? "equal");
  if (!levels) return false;
  const keeps = (level: Level | null, above: number): boolean =>
    level === null || (level.strict ? above > 2 * NOISE * Math.max(1, Math.abs(level.value)) : above >= 0);
  return keeps(levels.low, actual - (levels.low?.value ?? 0)) && keeps(levels.high, (levels.high?.value ?? 0) - actual);
}

const withoutMinusZero = (value: number): number => (value === 0 ? 0 : value);

/** The levels that a target sets in a direction; null for a change from a baseline that is not known. */
export function levelsOf({ comparator, value, value2, baseline, ends }: Target, direction: Direction): Levels | null {
  const level = (at: number, strict = false): Level => ({ value: at, strict });
  // the side of a target that counts: both ends for "equal"
  const sided = (low: number, high: number): Levels => ({
    low: direction === "down" ? null : level(low),
    high: direction === "up" ? null : level(high),
  });
  switch (comparator) {
    case ">":
    case ">=":
      return { low: level(value, comparator === ">"), high: null };
    case "<":
    case "<=":
      return { low: null, high: level(value, comparator === "<") };
    case "=":
    case "~":
      return sided(value, value);
    case "range":
      if (ends) return { low: level(value, ends.low === ">"), high: level(value2 ?? value, ends.high === "<") };
      return sided(value, value2 ?? value);
    case "change": {
      if (baseline === null) return null;
      const reached = sumExact([baseline, changeOf(value, direction)]);
      return sided(reached, reached);
    }
  }
}

/** By how much a "change" changes its baseline. */
function changeOf(value: number, direction: Direction): number {
  return direction === "equal" ? value : direction === "up" ? Math.abs(value) : -Math.abs(value);
}

/** The distance from a limit that still counts as met: 0 for most targets. */
export function toleranceOf({ comparator, value, unit }: Target, direction: Direction): number {
  if (comparator === "~") return Math.min(lastDigit(value), ABOUT * Math.abs(value));
  return comparator === "=" && direction === "equal" && isRounded(unit) ? 0.5 * 10 ** -decimalsOf(value) : 0;
}

/** What one of the last digit that is not zero is worth: 0.1 for 75.5, 100 for 42700. */
function lastDigit(value: number): number {
  const { e, c } = new Big(value);
  return 10 ** (e - c.length + 1);
}

export interface Course {
  readonly baseline: number | null;
  readonly baselineYear: number;
  readonly target: Target;
  readonly targetYear: number;
  /** The year of the actual value. */
  readonly year: number;
  readonly actual: number | null;
  /** Null where nobody has said it: towards the target, as with "equal". */
  readonly direction: Direction | null;
}

/** Where a value stands on its way: `expected` is the line's value in that year, `distance` as in a judgement. */
export type CourseReading =
  | { readonly status: "on-the-way" | "behind"; readonly expected: number; readonly distance: number }
  | { readonly status: "cannot-check"; readonly reason: "no-actual" | "no-baseline" | "no-time" };

/**
 * On the way or behind, by a straight line from the baseline to the target's year. Before the line it is the baseline that counts,
 * after it the target. A comparator that says a direction decides it, otherwise `direction` does ("equal": towards the target).
 * "no-time" where the target's year is not after the baseline's.
 */
export function onTheWay(course: Course): CourseReading {
  const { baseline, baselineYear, targetYear, actual } = course;
  if (actual === null || !Number.isFinite(actual)) return { status: "cannot-check", reason: "no-actual" };
  if (baseline === null || !Number.isFinite(baseline)) return { status: "cannot-check", reason: "no-baseline" };
  if (!(targetYear > baselineYear)) return { status: "cannot-check", reason: "no-time" };
  const { aim, share } = lineOf(course, baseline);
  const expected = new Big(aim.value).minus(baseline).times(share).plus(baseline).round(10).toNumber();
  const distance = withoutMinusZero(aim.rises ? sumExact([expected, -actual]) : sumExact([actual, -expected]));
  return { status: distance <= 0 ? "on-the-way" : "behind", expected, distance };
}

/** Where the line leads, and how much of it is behind the year of the value. */
function lineOf(
  { baselineYear, targetYear, year, target, direction }: Course,
  baseline: number,
): { readonly aim: ReturnType<typeof aimOf>; readonly share: number } {
  return { aim: aimOf(target, direction, baseline), share: Math.min(1, Math.max(0, (year - baselineYear) / (targetYear - baselineYear))) };
}

/** More than the rounding of a line's value. */
const ROOM = 1e-9;

/** Whether a value is beyond doubt one that `onTheWay` does not call behind, at a small part of its cost. False says nothing. */
export function isSurelyOnTheWay(course: Course): boolean {
  const { baseline, baselineYear, targetYear, actual } = course;
  if (actual === null || baseline === null || !(targetYear > baselineYear)) return true;
  const { aim, share } = lineOf(course, baseline);
  const expected = baseline + (aim.value - baseline) * share;
  const room = ROOM * Math.max(1, Math.abs(baseline), Math.abs(aim.value));
  return aim.rises ? actual >= expected + room : actual <= expected - room;
}

function aimOf(target: Target, direction: Direction | null, baseline: number): { readonly value: number; readonly rises: boolean } {
  const { comparator, value, value2 } = target;
  if (comparator === "change") {
    const rises = direction === "equal" || direction === null ? value >= 0 : direction === "up";
    return { value: sumExact([baseline, rises ? Math.abs(value) : -Math.abs(value)]), rises };
  }
  const rises =
    comparator.startsWith(">") ||
    (!comparator.startsWith("<") && (direction === "equal" || direction === null ? value >= baseline : direction === "up"));
  return { value: rises ? value : (value2 !== null && comparator === "range" ? value2 : value), rises };
}
