import type { Correction, Fault } from "../balance";

/**
 * What can be told of each failing sum by itself, where a fault takes several mistakes: the sums that the best sets settle by cells of
 * their own. Otherwise limits that are passed apart from sums that are not reached. `isLimit`: by the id of an equation.
 */
export function separateFaults(fault: Fault, isLimit: (id: string) => boolean): Fault[] {
  const { equations, candidates, likeliest, sets } = fault;
  if (equations.length === 1 || likeliest || candidates.some(({ kind }) => kind !== null)) return [fault];
  const best = sets.filter(({ rank, copied }) => rank === 0 && !copied).map(({ corrections }) => corrections);
  if (best.length > 0 && !best.some(isOneMistake)) {
    const [first, ...others] = best.map(sumsOf);
    const groups = first && others.every((other) => other.join("\n") === first.join("\n")) ? first.map((group) => group.split("\t")) : [];
    if (groups.length > 1 && groups.flat().length === equations.length) {
      const place = (group: readonly string[]): number => equations.findIndex((id) => group.includes(id));
      return groups.sort((a, b) => place(a) - place(b)).map((group) => alone(group, best.flat()));
    }
  }
  if (fault.likeliestSet) return [fault];
  const [sums, limits] = [equations.filter((id) => !isLimit(id)), equations.filter(isLimit)];
  return sums.length === 0 || limits.length === 0
    ? [fault]
    : [
        { ...fault, equations: sums, candidates: [], sets: [] },
        ...limits.map((id): Fault => ({ ...fault, equations: [id], candidates: [], sets: [] })),
      ];
}

/** Two amounts in each other's place, and amounts typed in another unit, are put right together. */
function isOneMistake(corrections: readonly Correction[]): boolean {
  return corrections.some(({ kind }) => kind === "cells-swapped") || corrections.every(({ kind }) => kind === "thousand-fold");
}

/** The sums that each correction settles, as one text each. */
function sumsOf(corrections: readonly Correction[]): string[] {
  return corrections.map(({ settles }) => [...settles].sort().join("\t")).sort();
}

/** The fault of some of the sums, with the corrections that settle just them. */
function alone(equations: readonly string[], corrections: readonly Correction[]): Fault {
  const own = corrections.filter(({ settles }) => settles.length === equations.length && settles.every((id) => equations.includes(id)));
  const distinct = [...new Map(own.map((one) => [`${one.cell} ${one.to}`, one])).values()];
  const [only] = distinct;
  return {
    equations,
    candidates: distinct.map((one) => ({ ...one, rank: 0 })),
    likeliest: only && distinct.length === 1 && only.kind !== null ? only : null,
    sets: [],
    likeliestSet: null,
  };
}
