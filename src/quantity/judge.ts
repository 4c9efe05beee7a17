import Big from "big.js";
import { decimalsOf, sumExact } from "./decimal";
import type { Direction, Judgement, Target } from "./types";

/** The share of a value by which "khoảng" may be missed at most, where its last digit that counts is coarser. */
const ABOUT = 0.01;

/** Limits that an actual value must keep; `strict` ones are not met at the limit. */
interface Limits {
  readonly low: number | null;
  readonly high: number | null;
  readonly strict: boolean;
  /** Distance from a limit that still counts as met. */
  readonly tolerance: number;
}

/**
 * An actual value held against a target, both in the target's unit.
 *
 * Comparators that say a direction themselves (> >= < <=) are judged by it, a strict one is not met at the limit. A bare "=", "~" or
 * a range is judged by `direction`: "up" must reach it (a range: its lower end), "down" must not pass it (a range: its upper end),
 * "equal" must keep it: "=" within half of its last decimal, "~" within one of its last digit that counts (at most 1 %), a range
 * between its ends. "change" is a change by `value` from the baseline in the direction (with "equal": of exactly that much).
 */
export function judge(actual: number | null, target: Target, direction: Direction): Judgement {
  if (actual === null || !Number.isFinite(actual)) return { status: "cannot-check", reason: "no-actual" };
  if (!Number.isFinite(target.value)) return { status: "cannot-check", reason: "words" };
  if (target.comparator === "change" && target.baseline === null) return { status: "cannot-check", reason: "no-baseline" };
  const limits = limitsOf(target, direction);
  const misses: number[] = [];
  if (limits.low !== null) misses.push(sumExact([limits.low, -actual]));
  if (limits.high !== null) misses.push(sumExact([actual, -limits.high]));
  const distance = Math.max(...misses);
  const atLimit = misses.includes(0);
  const met = limits.strict ? distance < 0 : distance <= limits.tolerance;
  // what a tolerance forgives is no miss
  return { status: met ? "met" : "not-met", distance: met && distance > 0 ? 0 : withoutMinusZero(distance), atLimit };
}

const withoutMinusZero = (value: number): number => (value === 0 ? 0 : value);

/** The side of a target that counts: both ends for "equal". */
function sided(low: number, high: number, direction: Direction, tolerance: number): Limits {
  return { low: direction === "down" ? null : low, high: direction === "up" ? null : high, strict: false, tolerance };
}

function limitsOf(target: Target, direction: Direction): Limits {
  const { value, value2, baseline } = target;
  switch (target.comparator) {
    case ">":
    case ">=":
      return { low: value, high: null, strict: target.comparator === ">", tolerance: 0 };
    case "<":
    case "<=":
      return { low: null, high: value, strict: target.comparator === "<", tolerance: 0 };
    case "=":
      return sided(value, value, direction, direction === "equal" ? 0.5 * 10 ** -decimalsOf(value) : 0);
    case "~":
      return sided(value, value, direction, Math.min(lastDigit(value), ABOUT * Math.abs(value)));
    case "range":
      return sided(value, value2 ?? value, direction, 0);
    case "change": {
      const reached = sumExact([baseline ?? 0, direction === "equal" ? value : direction === "up" ? Math.abs(value) : -Math.abs(value)]);
      return sided(reached, reached, direction, 0);
    }
  }
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
  const { baseline, baselineYear, targetYear, target, actual } = course;
  if (actual === null || !Number.isFinite(actual)) return { status: "cannot-check", reason: "no-actual" };
  if (baseline === null || !Number.isFinite(baseline)) return { status: "cannot-check", reason: "no-baseline" };
  if (!(targetYear > baselineYear)) return { status: "cannot-check", reason: "no-time" };
  const aim = aimOf(target, course.direction, baseline);
  const share = Math.min(1, Math.max(0, (course.year - baselineYear) / (targetYear - baselineYear)));
  const expected = new Big(aim.value).minus(baseline).times(share).plus(baseline).round(10).toNumber();
  const distance = withoutMinusZero(aim.rises ? sumExact([expected, -actual]) : sumExact([actual, -expected]));
  return { status: distance <= 0 ? "on-the-way" : "behind", expected, distance };
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
