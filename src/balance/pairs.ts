import { groupBy } from "../base";
import { addFractions, fraction, multiplyFractions, type Fraction } from "./arithmetic";
import { outcome, type Change, type Mover } from "./movers";
import type { System } from "./eliminate";

/** Pairs that are tried for one fault. */
const MAX_PAIRS = 2_000;

export interface Pair {
  readonly changes: readonly [Change, Change];
  readonly even: boolean;
}

/**
 * Pairs of cells that settle the failing checks only together: a sum that holds, or a failing one, moves with both. The two changes
 * follow from two of the checks. After 2,000 pairs no more are tried.
 */
export function dependentPairs(system: System, movers: readonly Mover[], failing: readonly number[]): Pair[] {
  const found: Pair[] = [];
  let tried = 0;
  for (const [held, members] of groupBy(movers, (mover) => mover.held)) {
    const kinds = [...groupBy(members, (mover) => mover.failing.join(" ")).values()];
    const most = kinds.reduce((all, [kind]) => Math.max(all, kind?.failing.length ?? 0), 0);
    for (const [i, ones] of kinds.entries()) {
      // with no other kind it reaches all of them
      if ((ones[0]?.failing.length ?? 0) + most < failing.length) continue;
      for (const [j, others] of kinds.slice(i).entries()) {
        if (!covers(ones[0], others[0], failing, held)) continue;
        for (const [a, one] of ones.entries()) {
          for (const other of j === 0 ? others.slice(a + 1) : others) {
            tried += 1;
            if (tried > MAX_PAIRS) return found;
            const pair = solvePair(system, one, other, failing);
            if (pair) found.push(pair);
          }
        }
      }
    }
  }
  return found;
}

/** Whether two kinds of cells reach all failing checks, and depend on each other: else each is a change of its own. */
function covers(one: Mover | undefined, other: Mover | undefined, failing: readonly number[], held: string): boolean {
  if (!one || !other) return false;
  const reached = new Set([...one.failing, ...other.failing]);
  const shared = one.failing.length + other.failing.length > reached.size;
  return reached.size === failing.length && (held !== "" || shared);
}

function solvePair(system: System, one: Mover, other: Mover, failing: readonly number[]): Pair | null {
  const asked = new Set(failing);
  const rows = [...new Set([...one.moves.keys(), ...other.moves.keys()])].filter((check) => system.check(check).op === "=");
  const slope = (mover: Mover, check: number): Fraction => mover.moves.get(check) ?? { num: 0n, den: 1n };
  const wanted = (check: number): Fraction => fraction(asked.has(check) ? -system.check(check).residual : 0n, 1n);
  const [first] = rows;
  if (first === undefined) return null;
  const [a, b] = [slope(one, first), slope(other, first)];
  for (const second of rows.slice(1)) {
    const [c, d] = [slope(one, second), slope(other, second)];
    const determinant = minus(multiplyFractions(a, d), multiplyFractions(b, c));
    if (determinant.num === 0n) continue;
    const byOne = whole(minus(multiplyFractions(wanted(first), d), multiplyFractions(b, wanted(second))), determinant);
    const byOther = whole(minus(multiplyFractions(a, wanted(second)), multiplyFractions(c, wanted(first))), determinant);
    if (byOne === null || byOther === null || byOne === 0n || byOther === 0n) return null;
    const changes = [{ mover: one, by: byOne }, { mover: other, by: byOther }] as const;
    const result = outcome(system, changes, failing);
    return result === "fails" ? null : { changes, even: result === "even" };
  }
  return null;
}

function minus(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { num: -b.num, den: b.den });
}

/** The quotient where it is a whole number of units. */
function whole(a: Fraction, b: Fraction): bigint | null {
  const [num, den] = [a.num * b.den, a.den * b.num];
  return num % den === 0n ? num / den : null;
}
