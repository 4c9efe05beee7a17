import { addFractions, fraction, multiplyFractions, type Fraction } from "./arithmetic";
import { outcome, type Change, type Mover } from "./movers";
import type { System } from "./eliminate";

/** Cells that one chain may change. */
const MAX_LINKS = 60;

/**
 * Many mistakes one after the other: as long as some failing check has only one cell that breaks no sum that holds, or only one that
 * settles another check with it, or else only one that stands in another failing check, that cell is changed. Gives the changes when all
 * checks are settled; null where a choice is left.
 */
export function forcedChain(system: System, movers: readonly Mover[], failing: readonly number[]): { readonly changes: readonly Change[]; readonly even: boolean } | null {
  const sums = failing.filter((check) => system.check(check).op === "=");
  const left = new Map(sums.map((check) => [check, fraction(system.check(check).residual, 1n)]));
  const options = new Map<number, Mover[]>(sums.map((check) => [check, []]));
  for (const mover of movers) if (mover.held === "") for (const check of mover.failing) options.get(check)?.push(mover);
  const open = new Set(sums);
  const changed = new Set<Mover>();
  const changes: Change[] = [];
  const tryOne = (check: number, guess: boolean): boolean => {
    const fits = (options.get(check) ?? []).flatMap((mover) => {
      // a settled check must not be touched again
      if (changed.has(mover) || !mover.failing.every((one) => open.has(one) || !left.has(one))) return [];
      const by = asked(left.get(check), mover.moves.get(check));
      return by === null ? [] : [{ mover, by, settles: mover.failing.filter((one) => isSettled(left, one, mover, by)) }];
    });
    const strong = fits.filter(({ settles }) => settles.length > 1);
    const joint = guess ? fits.filter(({ mover }) => mover.failing.length > 1) : [];
    const only = [fits, strong, joint].find(({ length }) => length === 1)?.[0];
    if (!only) return false;
    const { mover, by } = only;
    for (const one of mover.failing) left.set(one, after(left, one, mover, by));
    for (const one of mover.failing) if (left.get(one)?.num === 0n) open.delete(one);
    changed.add(mover);
    changes.push({ mover, by });
    return true;
  };
  while (open.size > 0 && changes.length < MAX_LINKS) {
    if (![false, true].some((guess) => [...open].some((check) => tryOne(check, guess)))) return null;
  }
  const result = open.size === 0 ? outcome(system, changes, failing) : "fails";
  return result === "fails" ? null : { changes, even: result === "even" };
}

type Left = ReadonlyMap<number, Fraction>;

function after(left: Left, check: number, mover: Mover, by: bigint): Fraction {
  const [before, slope] = [left.get(check), mover.moves.get(check)];
  return before && slope ? addFractions(before, multiplyFractions(slope, fraction(by, 1n))) : fraction(0n, 1n);
}

function isSettled(left: Left, check: number, mover: Mover, by: bigint): boolean {
  return left.has(check) && after(left, check, mover, by).num === 0n;
}

/** The change that leaves nothing of a check; null where it is no whole number of units. */
function asked(left: Fraction | undefined, slope: Fraction | undefined): bigint | null {
  if (!left || !slope) return null;
  const [num, den] = [-left.num * slope.den, left.den * slope.num];
  return num !== 0n && num % den === 0n ? num / den : null;
}
