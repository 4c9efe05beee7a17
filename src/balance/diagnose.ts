import type { BalanceCell, Correction, Diagnosis, Equation, Fault } from "./types";
import { fromUnits } from "./arithmetic";
import { order, singleCorrections, type Candidate } from "./candidates";
import { eliminate, usesOf, type System } from "./eliminate";
import { groupFailing, sharedCells } from "./faults";

/**
 * Which equations fail, and which single change would settle each group of them.
 *
 * An equation whose cells are not all given, or that holds a number that is not finite, is left out. Nothing is thrown.
 * Candidates are the cells of the smallest set that settles a fault (Fellegi and Holt 1976), as far as that set is one cell:
 * a fault that needs several has none. No candidate breaks an equation that held.
 */
export function diagnose(cells: readonly BalanceCell[], equations: readonly Equation[]): Diagnosis {
  const system = eliminate(cells, equations);
  if (!system) return { failed: [], faults: [] };
  const scale = system.scale + system.coefficientScale;
  const failed = system.failing.map((index) => {
    const { id, residual } = system.check(index);
    return { id, residual: fromUnits(residual, scale) };
  });
  const groups = groupFailing(system).map((checks) => ({ checks, cells: sharedCells(system, checks) }));
  const uses = usesOf(system, groups.flatMap((group) => group.cells));
  const faults = groups.map(({ checks, cells: shared }) => faultOf(system, checks, singleCorrections(system, uses, shared, checks)));
  return { failed, faults };
}

function faultOf(system: System, checks: readonly number[], found: readonly Candidate[]): Fault {
  const equations = checks.map((index) => system.check(index).id);
  const ranks = [...new Set(found.map(order))];
  const candidates = found.map((candidate) => ({ ...correctionOf(system, candidate, equations), rank: ranks.indexOf(order(candidate)) }));
  const [first, second] = candidates;
  const alone = second?.rank !== 0;
  if (!first?.kind || !alone) return { equations, candidates, likeliest: null };
  const { rank: _, ...likeliest } = first;
  return { equations, candidates, likeliest };
}

function correctionOf(system: System, { cell, to, kind }: Candidate, settles: readonly string[]): Correction {
  return { cell: system.cells[cell]?.id ?? "", from: system.cells[cell]?.value ?? 0, to, kind, settles };
}
