import { groupBy } from "../base";
import { absolute, addFractions, ceilDiv, floorDiv, type Fraction } from "./arithmetic";
import { outcome, type Mover } from "./movers";
import type { System } from "./eliminate";
import type { Check } from "./sums";

/** Two cells that exchange their values. */
export interface Swap {
  readonly cells: readonly [Mover, Mover];
  /** Whether the sums come out even then. */
  readonly even: boolean;
}

/** Groups of failing checks that a swap may settle together. */
const MAX_GROUPS = 2;

/** Cells that are looked at for one place: more of about one value are no evidence. */
const MAX_ALIKE = 20;

/** Amounts that differ by less than this, in units of the last place, are exchanged by chance too often. */
const LEAST_GAP = 10n;

/**
 * The pairs of cells whose values, exchanged, settle all checks of the groups that they stand in, one or two of them, and break none.
 * What a cell changes by follows from each failing check that the other does not stand in, or stands in on the other side,
 * so that the other is found by its value: the cost for each cell grows with the logarithm of their number.
 */
export function findSwaps(system: System, movers: readonly Mover[], groups: readonly (readonly number[])[]): Swap[] {
  const groupOf = new Map(groups.flatMap((checks, group) => checks.map((check) => [check, group] as const)));
  const byHeld = inOrder(system, movers);
  const found = new Map<string, Swap>();
  for (const mover of movers) {
    const alike = byHeld.get(mover.held) ?? [];
    const value = system.value(mover.cell);
    for (const check of mover.failing) {
      for (const [least, most] of changesAsked(system.check(check), mover.moves.get(check))) {
        for (const other of between(system, alike, value + least, value + most)) {
          const id = mover.cell < other.cell ? `${mover.cell} ${other.cell}` : `${other.cell} ${mover.cell}`;
          const by = system.value(other.cell) - value;
          if (found.has(id) || absolute(by) < LEAST_GAP) continue;
          const own = new Set([...mover.failing, ...other.failing].flatMap((one) => groupOf.get(one) ?? []));
          if (own.size > MAX_GROUPS) continue;
          const result = outcome(system, [{ mover, by }, { mover: other, by: -by }], [...own].flatMap((group) => groups[group] ?? []));
          if (result !== "fails") found.set(id, { cells: [mover, other], even: result === "even" });
        }
      }
    }
  }
  return [...found.values()];
}

/** The cells by the sums that they would break, each list by value. */
function inOrder(system: System, movers: readonly Mover[]): Map<string, Mover[]> {
  const byHeld = groupBy(movers, ({ held }) => held);
  for (const list of byHeld.values()) list.sort((a, b) => (system.value(a.cell) < system.value(b.cell) ? -1 : 1));
  return byHeld;
}

/** Up to 20 cells of a list whose values lie between two. */
function between(system: System, list: readonly Mover[], least: bigint, most: bigint): Mover[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (system.value(list[middle]?.cell ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  const end = list.slice(low, low + MAX_ALIKE).findIndex(({ cell }) => system.value(cell) > most);
  return list.slice(low, end < 0 ? low + MAX_ALIKE : low + end);
}

/** Between which changes of a cell the check holds: alone, or with the other cell on its other side. */
function changesAsked({ residual, slack, op }: Check, slope: Fraction | undefined): [bigint, bigint][] {
  if (!slope || op !== "=") return [];
  return [slope, addFractions(slope, slope)].map(({ num, den }) => {
    const ends = [(-residual - slack) * den, (-residual + slack) * den];
    const [low = 0n, high = 0n] = num > 0n ? ends : ends.reverse();
    return [ceilDiv(low, num), floorDiv(high, num)];
  });
}
