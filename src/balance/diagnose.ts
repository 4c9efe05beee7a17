import type { BalanceCell, BalanceOptions, Correction, CorrectionSet, Diagnosis, Equation, Fault } from "./types";
import { fromUnits } from "./arithmetic";
import type { Candidate } from "./candidates";
import { eliminate, type System } from "./eliminate";
import { ranksOf } from "./ranking";
import { order } from "./room";
import { settle, type Settled } from "./settle";
import { sumsOf } from "./sums";

/**
 * Which equations fail, and which smallest change would settle each group of them.
 *
 * An equation whose cells are not all given, or that holds a number that is not finite, is left out. Nothing is thrown.
 * Candidates are the cells of the smallest set that settles a fault (Fellegi and Holt 1976): single cells, else sets of two and,
 * where they are independent of each other, up to six. No candidate breaks an equation that held.
 */
export function diagnose(cells: readonly BalanceCell[], equations: readonly Equation[], options: BalanceOptions = {}): Diagnosis {
  const sums = sumsOf(cells, equations, options);
  const scale = sums.scale + sums.coefficientScale;
  const told = (index: number) => {
    const { id, residual } = sums.check(index);
    return { id, residual: fromUnits(residual, scale) };
  };
  const [failed, rounded] = [sums.failing.map(told), sums.rounded.map(told)];
  if (failed.length === 0) return { failed, rounded, faults: [] };
  const system = eliminate(sums);
  return { failed, rounded, faults: settle(system).map((settled) => faultOf(system, settled)) };
}

function faultOf(system: System, { checks, singles, sets: found }: Settled): Fault {
  const equations = checks.map((index) => system.check(index).id);
  const ranks = ranksOf([...singles.map((one) => ({ order: order(one), evidence: one.evidence })), ...found]);
  const byRank = <T extends { readonly rank: number }>(list: T[]): T[] => list.sort((a, b) => a.rank - b.rank);
  const candidates = byRank(singles.map((one, i) => ({ ...correctionOf(system, one, equations), rank: ranks[i] ?? 0 })));
  const sets = byRank(
    found.map(({ changes, copied }, i) => ({
      ...(copied ? { copied } : {}),
      corrections: changes.map((change) => correctionOf(system, change, change.settles.map((index) => system.check(index).id))),
      rank: ranks[singles.length + i] ?? 0,
    })),
  );
  const best = [...candidates, ...sets].filter(({ rank }) => rank === 0);
  const [likeliest, likeliestSet] =
    best.length === 1 ? [candidates.find(({ rank }) => rank === 0), sets.find(({ rank }) => rank === 0)] : [];
  // Where several sums ask for the same value of the same cell, it is wrong even if no slip explains it.
  const pinned = singles.length === 1 && singles[0]?.exact === true && checks.length > 1;
  // only the arithmetic speaks for it, and a copied mistake settles the sums as well
  const doubted = (likeliest?.kind ?? "total-not-updated") === "total-not-updated" && sets.some(({ copied }) => copied);
  return {
    equations,
    candidates,
    sets,
    likeliest: likeliest && !doubted && (likeliest.kind !== null || pinned) ? withoutRank(likeliest) : null,
    likeliestSet:
      likeliestSet && isExplained(likeliestSet) && !(likeliestSet.copied && sets.filter(isExplained).length > 1) ? likeliestSet : null,
  };
}

function isExplained({ corrections }: CorrectionSet): boolean {
  return corrections.every(({ kind }) => kind !== null);
}

function withoutRank({ rank: _, ...correction }: Correction & { readonly rank: number }): Correction {
  return correction;
}

function correctionOf(system: System, { cell, to, kind, other }: Candidate, settles: readonly string[]): Correction {
  const beside = other === undefined ? {} : { other: system.cells[other]?.id ?? "" };
  return { cell: system.cells[cell]?.id ?? "", from: system.cells[cell]?.value ?? 0, to, kind, settles, ...beside };
}
