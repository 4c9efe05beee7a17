import Big from "big.js";
import { decimalsOf, sumExact } from "./decimal";
import type { Direction, Judgement, Target } from "./types";

/** The share of a value by which "khoảng" may be missed at most, where its last digit that counts is coarser. */
const ABOUT = 0.01;

/** Limits that an actual value must keep; strict ones are not met at the limit. */
interface Limits {
  readonly low: number | null;
  readonly high: number | null;
  readonly strictLow: boolean;
  readonly strictHigh: boolean;
}

/**
 * An actual value held against a target, both in the target's unit.
 *
 * Comparators that say a direction themselves (> >= < <=) are judged by it, a strict one is not met at the limit. A bare "=", "~" or
 * a range is judged by `direction`: "up" must reach it (a range: its lower end), "down" must not pass it (a range: its upper end),
 * "equal" must keep it: "=" within half of its last decimal, "~" within one of its last digit that counts (at most 1 %), a range
 * between its ends; ends that were said as limits are kept in every direction. "change" is a change by `value` from the baseline in the direction (with "equal": of exactly that much).
 */
export function judge(actual: number | null, target: Target, direction: Direction): Judgement {
  if (actual === null || !Number.isFinite(actual)) return { status: "cannot-check", reason: "no-actual" };
  if (!Number.isFinite(target.value)) return { status: "cannot-check", reason: "words" };
  if (target.comparator === "change" && target.baseline === null) return { status: "cannot-check", reason: "no-baseline" };
  const limits = limitsOf(target, direction);
  const misses: { readonly by: number; readonly strict: boolean }[] = [];
  if (limits.low !== null) misses.push({ by: sumExact([limits.low, -actual]), strict: limits.strictLow });
  if (limits.high !== null) misses.push({ by: sumExact([actual, -limits.high]), strict: limits.strictHigh });
  const distance = Math.max(...misses.map(({ by }) => by));
  const atLimit = misses.some(({ by }) => by === 0);
  const tolerance = toleranceOf(target, direction);
  const met = misses.every(({ by, strict }) => (strict ? by < 0 : by <= tolerance));
  // what a tolerance forgives is no miss
  return { status: met ? "met" : "not-met", distance: met && distance > 0 ? 0 : withoutMinusZero(distance), atLimit };
}

/**
 * Whether a value is beyond doubt one that `judge` calls met, at a small part of its cost. False says nothing: a change from a baseline
 * that is not known may be met, and so may what only a tolerance forgives.
 */
export function isSurelyMet(actual: number, target: Target, direction: Direction): boolean {
  if (target.comparator === "change" && target.baseline === null) return false;
  const { low, high, strictLow, strictHigh } = limitsOf(target, direction);
  return (low === null || (strictLow ? actual > low : actual >= low)) && (high === null || (strictHigh ? actual < high : actual <= high));
}

/** Whether a value that misses a target by `distance` (> 0, as `judge` says) is above what it asks for; else it is short of it. */
export function isTooHigh(actual: number, { comparator, value, value2, baseline }: Target, distance: number): boolean {
  const limits = comparator === "change" ? [sumExact([baseline ?? 0, value]), sumExact([baseline ?? 0, -value])] : [value, value2];
  return limits.includes(sumExact([actual, -distance]));
}

const withoutMinusZero = (value: number): number => (value === 0 ? 0 : value);

/** The side of a target that counts: both ends for "equal". */
function sided(low: number, high: number, direction: Direction): Limits {
  return { low: direction === "down" ? null : low, high: direction === "up" ? null : high, strictLow: false, strictHigh: false };
}

function limitsOf(target: Target, direction: Direction): Limits {
  const { value, value2, baseline, ends } = target;
  switch (target.comparator) {
    case ">":
    case ">=":
      return { low: value, high: null, strictLow: target.comparator === ">", strictHigh: false };
    case "<":
    case "<=":
      return { low: null, high: value, strictLow: false, strictHigh: target.comparator === "<" };
    case "=":
    case "~":
      return sided(value, value, direction);
    case "range":
      if (ends) return { low: value, high: value2, strictLow: ends.low === ">", strictHigh: ends.high === "<" };
      return sided(value, value2 ?? value, direction);
    case "change": {
      const reached = sumExact([baseline ?? 0, direction === "equal" ? value : direction === "up" ? Math.abs(value) : -Math.abs(value)]);
      return sided(reached, reached, direction);
    }
  }
}

/** The distance from a limit that still counts as met. */
function toleranceOf({ comparator, value }: Target, direction: Direction): number {
  if (comparator === "~") return Math.min(lastDigit(value), ABOUT * Math.abs(value));
  return comparator === "=" && direction === "equal" ? 0.5 * 10 ** -decimalsOf(value) : 0;
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
  readonly direction: Direction;
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
function lineOf({ baselineYear, targetYear, year, target, direction }: Course, baseline: number): { readonly aim: ReturnType<typeof aimOf>; readonly share: number } {
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

function aimOf(target: Target, direction: Direction, baseline: number): { readonly value: number; readonly rises: boolean } {
  const { comparator, value, value2 } = target;
  if (comparator === "change") {
    const rises = direction === "equal" ? value >= 0 : direction === "up";
    return { value: sumExact([baseline, rises ? Math.abs(value) : -Math.abs(value)]), rises };
  }
  const rises = comparator.startsWith(">") || (!comparator.startsWith("<") && (direction === "equal" ? value >= baseline : direction === "up"));
  return { value: rises ? value : (value2 !== null && comparator === "range" ? value2 : value), rises };
}
