import type { TypingError } from "./types";
import {
  keptDecimals, EVERYWHERE, fraction, fromUnits, intersect, isEmpty, multiplyFractions, powerOfTen, solve, toUnits, type Fraction,
  type Interval,
} from "./arithmetic";
import { slopes, type System, type Uses } from "./eliminate";
import { shownDecimals } from "./rounding";
import type { Check } from "./sums";
import { LIKELIHOOD, misprints } from "./typing-errors";

/** A value that a cell may have had, and the mistake that made the present one of it. */
export interface Value {
  readonly to: number;
  readonly kind: TypingError | null;
  /** One of LIKELIHOOD: the less, the better the mistake explains it. */
  readonly likelihood: number;
  /** True where the settled sums come out even, not only within their tolerances. */
  readonly exact: boolean;
  /** The cell of the row left out or counted twice, or the one that this one was swapped with. */
  readonly other?: number;
}

/** What one cell may change by, counted in units of 10^-scale. */
export interface Room {
  readonly scale: number;
  /** Decimals with which the cell is written. */
  readonly decimals: number;
  readonly from: bigint;
  /** Values (not changes) with which every check of the cell holds. */
  readonly allowed: Interval;
  /** The value with which the failing sums come out even; null where they ask for different ones or for none. */
  readonly even: bigint | null;
}

/** The change that makes the left side nothing, in units of the system; null where no whole number of them does. */
export function evenChange(check: Check, slope: Fraction): bigint | null {
  const wanted = -check.residual * slope.den;
  return wanted % slope.num === 0n ? wanted / slope.num : null;
}

/** Smaller is better: explained with sums that come out even, explained within the tolerances, not explained; then by the mistake. */
export function order({ likelihood, exact }: Pick<Value, "likelihood" | "exact">): number {
  if (likelihood === LIKELIHOOD.none) return 2 * LIKELIHOOD.none;
  return exact ? likelihood : likelihood + LIKELIHOOD.none;
}

/** Decimals that a change in units of 10^-scale needs. */
function decimalsNeeded(change: bigint, scale: number): number {
  let decimals = scale;
  for (let left = change; decimals > 0 && left % 10n === 0n; left /= 10n) decimals -= 1;
  return decimals;
}

/**
 * What a change of the cell alone may be so that all `failing` checks hold and none that held breaks;
 * null where the cell does not stand in all of them or no written value will do.
 */
export function roomOf(system: System, uses: Uses, cell: number, failing: readonly number[]): Room | null {
  const moves = slopes(system, uses, cell);
  if (!failing.every((check) => moves.has(check))) return null;
  const value = system.cells[cell]?.value ?? 0;
  const decimals = Math.max(shownDecimals(system.cells[cell]), keptDecimals(value));
  const asked = failing.flatMap((index) => {
    const [check, slope] = [system.check(index), moves.get(index)];
    return check.op === "=" && slope ? [evenChange(check, slope)] : [];
  });
  const scale = asked.reduce((most, change) => (change === null ? most : Math.max(most, decimalsNeeded(change, system.scale))), decimals);
  const unit = powerOfTen(system.scale - scale);
  let changes: Interval = EVERYWHERE;
  for (const [index, slope] of moves) {
    const check = system.check(index);
    const step = multiplyFractions(slope, fraction(unit, 1n));
    changes = intersect(changes, solve(check.residual, step, check.op === "=" ? -check.slack : null, check.slack));
    if (isEmpty(changes)) return null;
  }
  const from = toUnits(value, scale);
  if (Number.isFinite(system.most))
    changes = intersect(changes, { lo: toUnits(-system.most, scale) - from, hi: toUnits(system.most, scale) - from });
  if (isEmpty(changes)) return null;
  const [first = null] = asked;
  const even = first !== null && asked.every((change) => change === first) ? from + first / unit : null;
  const allowed = { lo: changes.lo === null ? null : from + changes.lo, hi: changes.hi === null ? null : from + changes.hi };
  return { scale, decimals, from, allowed, even: even !== null && isWithin(even, allowed) ? even : null };
}

/** The room of a cell that changes by so many units of the system's scale, together with others. */
export function roomAt(system: System, cell: number, by: bigint, even: boolean): Room {
  const value = system.value(cell);
  const decimals = Math.max(shownDecimals(system.cells[cell]), keptDecimals(system.cells[cell]?.value ?? 0));
  const scale = Math.max(decimals, decimalsNeeded(by, system.scale));
  const unit = powerOfTen(system.scale - scale);
  const to = (value + by) / unit;
  return { scale, decimals, from: value / unit, allowed: { lo: to, hi: to }, even: even ? to : null };
}

function isWithin(value: bigint, { lo, hi }: Interval): boolean {
  return (lo === null || value >= lo) && (hi === null || value <= hi);
}

/** The values that are explained best. */
export function best(values: readonly Value[]): Value[] {
  const least = Math.min(...values.map(order));
  return values.filter((value) => order(value) === least);
}

/** The allowed values of which a typing hand makes the present one, those that are explained best. */
export function explained(room: Room, amongNegatives: boolean): Value[] {
  const { scale, decimals, from, allowed, even } = room;
  const bounded = isBounded(room);
  const found = misprints(
    { units: Number(from), scale, decimals, amongNegatives }, Number(allowed.lo ?? -Infinity), Number(allowed.hi ?? Infinity),
  )
    // Where only a limit is asked for, a stroke that could be any digit says nothing.
    .filter(({ likelihood }) => bounded || likelihood === LIKELIHOOD.telling)
    .map((misprint) => ({ ...misprint, exact: even !== null && BigInt(misprint.to) === even }));
  const values = new Map<number, Value>();
  for (const { to, kind, likelihood, exact } of best(found))
    if (!values.has(to)) values.set(to, { to: fromUnits(BigInt(to), scale), kind, likelihood, exact });
  return [...values.values()];
}

/** The value that the arithmetic asks for: with which the sums come out even, else the middle of what is allowed, else its end. */
export function asked(room: Room): Value {
  const { scale, decimals, from, even, allowed: { lo, hi } } = room;
  const exact = even !== null;
  const middle = lo !== null && hi !== null ? (lo + hi) / 2n : (lo ?? hi ?? from);
  const unit = powerOfTen(scale - decimals);
  const rounded = [middle - (middle % unit), middle - (middle % unit) + unit].find((value) => isWithin(value, room.allowed));
  return { to: fromUnits(even ?? rounded ?? middle, scale), kind: null, likelihood: LIKELIHOOD.none, exact };
}

/** Whether sums ask for a value, and not only limits. */
export function isBounded({ allowed: { lo, hi } }: Room): boolean {
  return lo !== null && hi !== null;
}
