import type { TypingError } from "./types";
import { keptDecimals, EVERYWHERE, fraction, fromUnits, intersect, isEmpty, multiplyFractions, powerOfTen, solve, toUnits, type Fraction, type Interval } from "./arithmetic";
import { slopes, type System, type Uses } from "./eliminate";
import { shownDecimals, type Check } from "./sums";
import { LIKELIHOOD, misprints } from "./typing-errors";

/** A value for one cell (by index) after which checks hold. */
export interface Candidate {
  readonly cell: number;
  readonly to: number;
  readonly kind: TypingError | null;
  /** One of LIKELIHOOD: the less, the better the mistake explains it. */
  readonly likelihood: number;
  /** True where the settled sums come out even, not only within their tolerances. */
  readonly exact: boolean;
  /** Whether the cell is the total in every failing check. */
  readonly total: boolean;
}

type Value = Omit<Candidate, "cell" | "total">;

/** What one cell may change by, counted in units of 10^-scale. */
interface Room {
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
function evenChange(check: Check, slope: Fraction): bigint | null {
  const wanted = -check.residual * slope.den;
  return wanted % slope.num === 0n ? wanted / slope.num : null;
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
function roomOf(system: System, uses: Uses, cell: number, failing: readonly number[]): Room | null {
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
    changes = intersect(changes, solve(check.residual, step, check.op === "=" ? -check.tolerance : null, check.tolerance));
    if (isEmpty(changes)) return null;
  }
  const from = toUnits(value, scale);
  const [first = null] = asked;
  const even = first !== null && asked.every((change) => change === first) ? from + first / unit : null;
  const allowed = { lo: changes.lo === null ? null : from + changes.lo, hi: changes.hi === null ? null : from + changes.hi };
  return { scale, decimals, from, allowed, even: even !== null && isWithin(even, allowed) ? even : null };
}

function isWithin(value: bigint, { lo, hi }: Interval): boolean {
  return (lo === null || value >= lo) && (hi === null || value <= hi);
}

/** The allowed values of which a typing hand makes the present one: those that are explained best. */
function explained(room: Room, amongNegatives: boolean): Value[] {
  const { scale, decimals, from, allowed, even } = room;
  const bounded = allowed.lo !== null && allowed.hi !== null;
  const found = misprints({ units: Number(from), scale, decimals, amongNegatives }, Number(allowed.lo ?? -Infinity), Number(allowed.hi ?? Infinity))
    // Where only a limit is asked for, a stroke that could be any digit says nothing.
    .filter(({ likelihood }) => bounded || likelihood === LIKELIHOOD.telling)
    .map((misprint) => ({ ...misprint, exact: even !== null && BigInt(misprint.to) === even }));
  const best = found.reduce((least, misprint) => Math.min(least, order(misprint)), Infinity);
  const values = new Map<number, Value>();
  for (const { to, kind, likelihood, exact } of found) {
    if (order({ likelihood, exact }) !== best || values.has(to)) continue;
    values.set(to, { to: fromUnits(BigInt(to), scale), kind, likelihood, exact });
  }
  return [...values.values()];
}

/** The value that the arithmetic asks for: with which the sums come out even, else the middle of what is allowed, else its end. */
function asked(room: Room): Value {
  const { scale, decimals, from, even, allowed: { lo, hi } } = room;
  const exact = even !== null;
  const middle = lo !== null && hi !== null ? (lo + hi) / 2n : (lo ?? hi ?? from);
  const unit = powerOfTen(scale - decimals);
  const rounded = [middle - (middle % unit), middle - (middle % unit) + unit].find((value) => isWithin(value, room.allowed));
  return { to: fromUnits(even ?? rounded ?? middle, scale), kind: null, likelihood: LIKELIHOOD.none, exact };
}

/** Smaller is better: explained with sums that come out even, explained within the tolerances, not explained; then by the mistake. */
export function order({ likelihood, exact }: { readonly likelihood: number; readonly exact: boolean }): number {
  if (likelihood === LIKELIHOOD.none) return 2 * LIKELIHOOD.none;
  return exact ? likelihood : likelihood + LIKELIHOOD.none;
}

/** All corrections of single cells out of `cells` after which the failing checks hold and none that held breaks. */
export function singleCorrections(system: System, uses: Uses, cells: readonly number[], failing: readonly number[]): Candidate[] {
  const standing = new Set(failing.flatMap((check) => system.check(check).terms.map((term) => term.cell)));
  const negatives = [...standing].filter((cell) => isNegative(system, cell)).length;
  const totals = new Map(failing.map((check) => [check, totalsOf(system, check)]));
  const found = cells.flatMap((cell) => {
    const room = roomOf(system, uses, cell, failing);
    if (!room) return [];
    const explanations = explained(room, negatives > (isNegative(system, cell) ? 1 : 0));
    const total = failing.every((check) => totals.get(check)?.has(cell));
    return (explanations.length > 0 ? explanations : [asked(room)]).map((value) => ({ ...value, cell, total }));
  });
  const [only] = found;
  // Nothing else can be wrong: its parts hold in other checks, or several sums ask for the same total.
  if (only?.kind === null && only.total && found.length === 1) return [{ ...only, kind: "total-not-updated", likelihood: LIKELIHOOD.odd }];
  return found.sort((a, b) => order(a) - order(b) || Number(b.total) - Number(a.total));
}

function isNegative(system: System, cell: number): boolean {
  return (system.cells[cell]?.value ?? 0) < 0;
}

/** The cells that stand alone on their side of an equation, against several cells or against a formula. */
function totalsOf(system: System, check: number): ReadonlySet<number> {
  const { op, terms } = system.check(check);
  if (op !== "=") return new Set();
  const sides = [terms.filter(({ coefficient }) => coefficient > 0), terms.filter(({ coefficient }) => coefficient < 0)];
  return new Set(
    sides.flatMap((side, i) => {
      const opposite = sides[1 - i] ?? [];
      const sums = opposite.length > 1 || opposite.some(({ cell }) => system.cells[cell]?.typed === false);
      return side.length === 1 && sums ? side.map(({ cell }) => cell) : [];
    }),
  );
}
