import { fraction, multiplyFractions, type Fraction } from "./arithmetic";
import { slopes, typedCells, usesOf, type System } from "./eliminate";
import { asMovers, outcome, type Change, type Mover } from "./movers";
import { evenChange, order } from "./room";
import { setOf, sorted, type CandidateSet } from "./sets";
import { LIKELIHOOD } from "./typing-errors";

/** Cells of the failing checks that are looked at, and parts that are tried for all of them. */
const MAX_AMOUNTS = 5_000;
const MAX_PARTS = 2_000;

/** Sets that are told. */
const MAX_SETS = 24;

/** A cell that would settle the failing checks alone, were it not for a check that held. */
interface Amount {
  readonly cell: number;
  readonly by: bigint;
  readonly tie: number;
}

/**
 * One mistake in two cells: an amount out of `cells` that would settle the failing checks, but would break one that held (the sum
 * of its years, or that they do not exceed it), and another cell of that one which was made to agree with it, so that both are off
 * by the same. Best first, at most 24; only such of which a typing error explains both, or one by a mark that chance rarely leaves.
 */
export function copiedSets(system: System, cells: readonly number[], failing: readonly number[]): CandidateSet[] {
  if (cells.length > MAX_AMOUNTS) return [];
  const uses = usesOf(system, cells);
  const amounts = cells.flatMap((cell) => amountOf(system, cell, slopes(system, uses, cell), failing) ?? []);
  const partsOf = new Map<number, readonly number[]>();
  let left = MAX_PARTS;
  for (const { tie } of amounts) {
    if (partsOf.has(tie)) continue;
    const parts = typedCells(system, system.check(tie), left);
    if (parts.length > left) continue;
    left -= parts.length;
    partsOf.set(tie, parts);
  }
  const { movers } = asMovers(system, [...new Set([...amounts.map(({ cell }) => cell), ...[...partsOf.values()].flat()])], failing);
  const byCell = new Map(movers.map((mover) => [mover.cell, mover]));
  const asSet = setOf(system, failing);
  const found = amounts.flatMap(({ cell, by, tie }) => {
    const amount = byCell.get(cell);
    if (!amount) return [];
    return (partsOf.get(tie) ?? []).flatMap((one): CandidateSet[] => {
      const part = byCell.get(one);
      if (!part || one === cell || system.cells[one]?.none === true || !isTied(amount, part, tie)) return [];
      const changes: Change[] = [{ mover: amount, by }, { mover: part, by }];
      const result = outcome(system, changes, failing);
      if (result === "fails") return [];
      const set = asSet(changes, result === "even");
      const [a, b] = set.changes;
      // two slips of different kinds that happen to differ by the same are no copy
      return [{ ...set, order: a?.kind === b?.kind ? set.order : 2 * LIKELIHOOD.none + set.order, copied: true }];
    });
  });
  return sorted(found.filter(({ changes }) => isExplained(system, changes))).slice(0, MAX_SETS);
}

function amountOf(system: System, cell: number, moves: Mover["moves"], failing: readonly number[]): Amount | null {
  if (system.cells[cell]?.none === true) return null;
  const asked = failing.filter((check) => system.check(check).op === "=").map((check) => {
    const slope = moves.get(check);
    return slope ? evenChange(system.check(check), slope) : null;
  });
  const [by = null] = asked;
  if (by === null || !asked.every((one) => one === by)) return null;
  const breaks = (check: number, slope: Fraction): boolean =>
    !failing.includes(check) && isBroken(system, check, multiplyFractions(slope, fraction(by, 1n)));
  const tie = [...moves].find(([check, slope]) => breaks(check, slope))?.[0];
  return tie === undefined ? null : { cell, by, tie };
}

function isBroken(system: System, check: number, { num, den }: Fraction): boolean {
  const { residual, op, slack } = system.check(check);
  const after = residual * den + num;
  return after > slack * den || (op === "=" && -after > slack * den);
}

/** Whether the same change of both leaves the check as it is. */
function isTied(one: Mover, other: Mover, check: number): boolean {
  const [a, b] = [one.moves.get(check), other.moves.get(check)];
  return a !== undefined && b !== undefined && a.num === -b.num && a.den === b.den;
}

function isExplained(system: System, changes: CandidateSet["changes"]): boolean {
  // what no slip explains is any amount, but none below zero
  const possible = changes.every(({ cell, to, kind }) => kind !== null || to >= 0 || system.value(cell) < 0n);
  return possible && (changes.every(({ kind }) => kind !== null) || changes.some((change) => order(change) === LIKELIHOOD.telling));
}
