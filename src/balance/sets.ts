import { compare, corrector, partialCorrections, type Candidate } from "./candidates";
import { forcedChain } from "./chains";
import { exactCovers } from "./covers";
import type { System, Uses } from "./eliminate";
import { fromUnits } from "./arithmetic";
import type { Change, Mover } from "./movers";
import { dependentPairs } from "./pairs";
import { ranksOf, type Weighed } from "./ranking";
import { order } from "./room";
import type { Swap } from "./swaps";
import { LIKELIHOOD } from "./typing-errors";

/** Corrections that settle checks together. */
export interface CandidateSet extends Weighed {
  readonly changes: readonly Part[];
  /** True where it is one mistake that stands in two cells. */
  readonly copied?: true;
}

/** A correction that settles something together with others, and the failing checks that it moves. */
export interface Part extends Candidate {
  readonly settles: readonly number[];
}

/** Cells that one set may change: more mistakes in one system are not told apart. */
const MAX_CELLS = 6;

/** Sets that are told of one fault, and corrections that are tried in each of its places. */
const MAX_SETS = 24;
const MAX_TRIED = 3;

/**
 * The smallest sets of several cells that settle the failing checks and break none, best first; at most 24. Changes that have
 * nothing to do with each other are looked for up to six, pairs that depend on each other up to 2,000, and chains without a choice up to 60
 * cells.
 */
export function smallestSets(system: System, uses: Uses, own: readonly Mover[], failing: readonly number[]): CandidateSet[] {
  const standsIn = new Map(
    own.filter((mover) => mover.failing.length > 0 && mover.held === "").map((mover) => [mover.cell, mover.failing]),
  );
  const partial = partialCorrections(system, uses, [...standsIn.keys()], failing, (cell) => standsIn.get(cell) ?? []);
  const places = new Map<string, { items: readonly number[]; found: Part[] }>();
  for (const candidate of partial) {
    const items = standsIn.get(candidate.cell) ?? [];
    const key = items.join(" ");
    (places.get(key) ?? places.set(key, { items, found: [] }).get(key))?.found.push({ ...candidate, settles: items });
  }
  const covers = exactCovers(failing, [...places.values()], MAX_CELLS);
  const size = covers[0]?.length ?? 2;
  const independent = covers.flatMap((cover) => products(cover.map(({ found }) => bestOf(found))));
  const dependent = size > 2 ? [] : pairSets(system, own, failing);
  const sets = sorted([...independent.map(weigh), ...dependent]).slice(0, MAX_SETS);
  const chain = sets.length > 0 ? null : forcedChain(system, own, failing);
  return chain ? [setOf(system, failing)(chain.changes, chain.even)] : sets;
}

/** Pairs of cells that settle the failing checks only together. */
export function pairSets(system: System, movers: readonly Mover[], failing: readonly number[]): CandidateSet[] {
  const asSet = setOf(system, failing);
  return sorted(dependentPairs(system, movers, failing).map(({ changes, even }) => asSet(changes, even))).slice(0, MAX_SETS);
}

/** Changes as a set, each with the value that explains it best. */
export function setOf(system: System, failing: readonly number[]): (changes: readonly Change[], even: boolean) => CandidateSet {
  const correct = corrector(system, failing);
  return (changes, even) => weigh(changes.map(({ mover, by }) => ({ ...correct(mover.cell, by, even), settles: mover.failing })));
}

/** A swap as a set: each cell has the other's value. */
export function swapSet(system: System, { cells: [one, other], even }: Swap): CandidateSet {
  const value = { kind: "cells-swapped", likelihood: LIKELIHOOD.telling, exact: even, total: false, evidence: 0 } as const;
  const given = (mover: Mover, from: Mover): Part => ({
    ...value,
    cell: mover.cell,
    other: from.cell,
    to: fromUnits(system.value(from.cell), system.scale),
    settles: mover.failing,
  });
  return { changes: [given(one, other), given(other, one)], order: order(value), evidence: 0 };
}

/** Best first. */
export function sorted(sets: readonly CandidateSet[]): CandidateSet[] {
  return [...sets].sort((a, b) => a.order - b.order || b.evidence - a.evidence);
}

function weigh(changes: readonly Part[]): CandidateSet {
  return {
    changes,
    order: changes.reduce((sum, change) => sum + order(change), 0),
    evidence: changes.reduce((sum, { evidence }) => sum + evidence, 0),
  };
}

/** The corrections of one place that tie for the best, at most three. */
function bestOf(found: readonly Part[]): Part[] {
  const inOrder = [...found].sort(compare);
  const ranks = ranksOf(inOrder.map((candidate) => ({ order: order(candidate), evidence: candidate.evidence })));
  return inOrder.filter((_, i) => ranks[i] === 0).slice(0, MAX_TRIED);
}

function products(places: readonly (readonly Part[])[]): Part[][] {
  return places.reduce<Part[][]>((sets, place) => sets.flatMap((set) => place.map((one) => [...set, one])).slice(0, MAX_SETS), [[]]);
}
