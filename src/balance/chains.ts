import { addFractions, fraction, multiplyFractions, type Fraction } from "./arithmetic";
import { outcome, type Change, type Mover } from "./movers";
import type { System } from "./eliminate";

/** Cells that one chain may change. */
const MAX_LINKS = 5_000;

/** Corrections that are tried for one chain: what it may cost. */
const MAX_TRIED = 100_000;

/**
 * Many mistakes one after the other: as long as some failing check has only one cell that breaks no sum that holds, or only one that
 * settles another check with it, or else only one that stands in another failing check, that cell is changed. Short checks come first: a
 * long one may come out even before all of its cells are right, and is opened again by a cell that a short one leaves no choice about.
 * Gives the changes when all checks are settled; null where a choice is left.
 */
export function forcedChain(
  system: System, movers: readonly Mover[], failing: readonly number[],
): { readonly changes: readonly Change[]; readonly even: boolean } | null {
  const sums = failing.filter((check) => system.check(check).op === "=");
  const left = new Map(sums.map((check) => [check, fraction(system.check(check).residual, 1n)]));
  const options = new Map<number, Mover[]>(sums.map((check) => [check, []]));
  for (const mover of movers) if (mover.held === "") for (const check of mover.failing) options.get(check)?.push(mover);
  const shortFirst = [...sums].sort((a, b) => (options.get(a)?.length ?? 0) - (options.get(b)?.length ?? 0));
  const open = new Set(sums);
  const changed = new Set<Mover>();
  const changes: Change[] = [];
  let tried = 0;
  const tryOne = (check: number, guess: boolean): boolean => {
    const all = options.get(check) ?? [];
    tried += all.length;
    if (tried > MAX_TRIED) return false;
    const fits = all.flatMap((mover) => {
      const by = changed.has(mover) ? null : asked(left.get(check), mover.moves.get(check));
      return by === null ? [] : [{ mover, by, settles: mover.failing.filter((one) => isSettled(left, one, mover, by)) }];
    });
    // best, no settled check is touched again
    const lasting = fits.filter(({ mover }) => mover.failing.every((one) => open.has(one) || !left.has(one)));
    const known = lasting.length > 0 ? lasting : fits;
    const strong = known.filter(({ settles }) => settles.length > 1);
    const joint = guess ? known.filter(({ mover }) => mover.failing.length > 1) : [];
    const only = [known, strong, joint].find(({ length }) => length === 1)?.[0];
    if (!only) return false;
    const { mover, by } = only;
    for (const one of mover.failing) if (left.has(one)) left.set(one, after(left, one, mover, by));
    for (const one of mover.failing) if (left.has(one)) open[left.get(one)?.num === 0n ? "delete" : "add"](one);
    changed.add(mover);
    changes.push({ mover, by });
    return true;
  };
  const forced = (): boolean =>
    shortFirst
      .filter((check) => open.has(check))
      .reduce((some, check) => (open.has(check) && changes.length < MAX_LINKS && tryOne(check, false)) || some, false);
  while (open.size > 0 && changes.length < MAX_LINKS) {
    if (!forced() && !shortFirst.some((check) => open.has(check) && tryOne(check, true))) return null;
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
