import { groupBy } from "../base";
import { singleCorrections, type Candidate } from "./candidates";
import { copiedSets } from "./copies";
import { usesOf, type System } from "./eliminate";
import { groupFailing, sharedCells } from "./faults";
import { moversOf, type Mover, type Movers } from "./movers";
import { order } from "./room";
import { pairSets, smallestSets, swapSet, type CandidateSet } from "./sets";
import { scaledSets } from "./scales";
import { findSwaps } from "./swaps";
import { LIKELIHOOD } from "./typing-errors";

/** Failing checks that are settled together, and what settles them. */
export interface Settled {
  readonly checks: readonly number[];
  readonly singles: readonly Candidate[];
  readonly sets: readonly CandidateSet[];
}

/** Typed cells behind failing checks: of more, no sets are looked for. */
const MAX_CELLS = 100_000;

/** Unsettled groups that are looked at two by two. */
const MAX_UNSETTLED = 8;

/**
 * What settles each group of failing checks: single cells; where no single cell does, the smallest sets; two cells whose
 * exchange settles one group or two, where no single correction is telling; and a mistake that was copied, where nothing explains a single
 * cell.
 */
export function settle(system: System): Settled[] {
  const groups = groupFailing(system).map((checks) => ({ checks, cells: sharedCells(system, checks) }));
  const uses = usesOf(system, groups.flatMap((group) => group.cells));
  const settled = groups.map(({ checks, cells }): Settled => {
    const singles = singleCorrections(system, uses, cells, checks);
    return {
      checks,
      singles,
      sets: mayBeScaled(singles) ? scaledSets(system, checks, singles.some(({ kind }) => kind === "thousand-fold")) : [],
    };
  });
  const open = settled.filter(isOpen);
  // the only fault, and single cells that explain it
  if (open.length === 0 || (settled.length === 1 && bestOrder(settled[0]) < LIKELIHOOD.odd)) return settled;
  const found = moversOf(system, settled.flatMap(({ checks }) => checks), MAX_CELLS);
  if (!found) return settled;
  const swapped = settleBySwaps(system, found, settled);
  const done = new Set(swapped.flatMap(({ parts }) => parts));
  const own = byCheck(found);
  const rest = settled
    .filter((one) => !done.has(one))
    .map((one) =>
      one.singles.length > 0 || one.sets.length > 0 ? one : { ...one, sets: smallestSets(system, found.uses, own(one.checks), one.checks) },
    );
  const all = joined(system, own, rest).map((one) =>
    one.sets.length > 0 || bestOrder(one) < LIKELIHOOD.odd
      ? one
      : { ...one, sets: copiedSets(system, sharedCells(system, one.checks), one.checks) },
  );
  return [...swapped.map(({ whole }) => whole), ...all].sort((a, b) => (a.checks[0] ?? 0) - (b.checks[0] ?? 0));
}

const bestOrder = (one: Settled | undefined): number => Math.min(Infinity, ...(one?.singles ?? []).map(order));

/** Whether all cells of a sum may be in another unit: no slip of one cell explains it, or it is itself such a step. */
function mayBeScaled(singles: readonly Candidate[]): boolean {
  const least = Math.min(Infinity, ...singles.map(order));
  return least >= LIKELIHOOD.odd || singles.some((one) => order(one) === least && one.kind === "thousand-fold");
}

/** Whether something else than a single cell may be the cause: no slip tells of one, and it is not the only cell of several sums. */
function isOpen(one: Settled): boolean {
  if (one.sets.length > 0) return false;
  const pinned = one.singles.length === 1 && one.checks.length > 1;
  return bestOrder(one) >= (pinned ? LIKELIHOOD.odd : LIKELIHOOD.replaced);
}

/** The cells that stand in some of the checks, or in none that fails. */
function byCheck({ movers }: Movers): (checks: readonly number[]) => Mover[] {
  // groups share no typed cell: the first check tells the group
  const standing = groupBy(movers, ({ failing }) => failing[0] ?? -1);
  return (checks) => [-1, ...checks].flatMap((check) => standing.get(check) ?? []);
}

interface Swapped {
  readonly whole: Settled;
  readonly parts: readonly Settled[];
}

/** Groups, alone or two together, that an exchange of two cells settles; each at most once, those with the fewest such pairs first. */
function settleBySwaps(system: System, { movers }: Movers, settled: readonly Settled[]): Swapped[] {
  const groupOf = new Map(settled.flatMap((one) => one.checks.map((check) => [check, one] as const)));
  const byParts = new Map<string, { parts: Settled[]; sets: CandidateSet[] }>();
  for (const swap of findSwaps(system, movers, settled.map(({ checks }) => checks))) {
    const parts = [...new Set(swap.cells.flatMap(({ failing }) => failing.flatMap((check) => groupOf.get(check) ?? [])))];
    // a group alone has single cells that settle it as well: they come first where a slip explains one
    if (parts.length === 1 ? bestOrder(parts[0]) < LIKELIHOOD.odd : !parts.some(isOpen)) continue;
    const key = parts.map((part) => settled.indexOf(part)).sort().join(" ");
    (byParts.get(key) ?? byParts.set(key, { parts, sets: [] }).get(key))?.sets.push(swapSet(system, swap));
  }
  const used = new Set<Settled>();
  return [...byParts.values()]
    .sort((a, b) => a.parts.length - b.parts.length || a.sets.length - b.sets.length)
    .flatMap(({ parts, sets }): Swapped[] => {
      if (parts.some((part) => used.has(part))) return [];
      for (const part of parts) used.add(part);
      const checks = parts.flatMap((part) => part.checks).sort((a, b) => a - b);
      const [only] = parts;
      return [{ parts, whole: { checks, singles: parts.length === 1 && only ? only.singles : [], sets } }];
    });
}

/** Two groups that nothing settles alone, where a pair of cells settles both through sums that hold. */
function joined(system: System, own: (checks: readonly number[]) => Mover[], rest: readonly Settled[]): Settled[] {
  const unsettled = rest.filter(({ singles, sets }) => singles.length === 0 && sets.length === 0);
  if (unsettled.length > MAX_UNSETTLED) return [...rest];
  const used = new Set<Settled>();
  const pairs = unsettled.flatMap((one, i) =>
    unsettled.slice(i + 1).flatMap((other): Settled[] => {
      if (used.has(one) || used.has(other)) return [];
      const checks = [...one.checks, ...other.checks].sort((a, b) => a - b);
      const sets = pairSets(system, own(checks), checks);
      if (sets.length === 0) return [];
      used.add(one).add(other);
      return [{ checks, singles: [], sets }];
    }),
  );
  return [...rest.filter((one) => !used.has(one)), ...pairs];
}
