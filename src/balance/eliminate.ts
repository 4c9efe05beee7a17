import { addTo } from "../base";
import type { BalanceCell } from "./types";
import { addFractions, fraction, multiplyFractions, ONE, type Fraction } from "./arithmetic";
import type { Check, Sums, Term } from "./sums";

/** A formula cell as a sum of others: its value changes by `factor` × the change of `cell`. */
interface Definition {
  readonly cell: number;
  readonly parts: readonly { readonly cell: number; readonly factor: Fraction }[];
}

interface Dependent {
  readonly cell: number;
  readonly factor: Fraction;
}

/** The sums, with formula cells told by what they follow from. */
export interface System extends Sums {
  readonly definitions: ReadonlyMap<number, Definition>;
  /** The formula cells that follow from a cell, by cell, each with the factor by which it moves. */
  readonly dependents: ReadonlyMap<number, readonly Dependent[]>;
  /** Place of a formula cell in an order in which each comes after what it follows from. */
  readonly order: ReadonlyMap<number, number>;
}

/** The cell that each definition defines: the only unsettled formula cell in it, else the first that is unsettled. */
function definedCells(definitions: readonly (readonly Term[])[], cells: readonly BalanceCell[]): Map<number, readonly Term[]> {
  const defined = new Map<number, readonly Term[]>();
  const open = definitions.map((terms) => new Set(terms.flatMap(({ cell }) => (cells[cell]?.typed === false ? [cell] : []))));
  const byCell = new Map<number, number[]>();
  open.forEach((formulas, d) => formulas.forEach((cell) => addTo(byCell, cell, d)));
  const done = new Set<number>();
  const single = open.flatMap((formulas, d) => (formulas.size === 1 ? [d] : []));
  const settle = (d: number) => {
    const [cell] = open[d] ?? [];
    if (done.has(d) || cell === undefined) return;
    done.add(d);
    defined.set(cell, definitions[d] ?? []);
    for (const other of byCell.get(cell) ?? []) {
      open[other]?.delete(cell);
      if (open[other]?.size === 1) single.push(other);
    }
  };
  for (let d = 0; d < definitions.length; d += 1) {
    for (let next = single.pop(); next !== undefined; next = single.pop()) settle(next);
    settle(d);
  }
  for (let next = single.pop(); next !== undefined; next = single.pop()) settle(next);
  return defined;
}

function asDefinition(sums: Sums, cell: number, terms: readonly Term[]): Definition {
  const own = terms.reduce((sum, term) => (term.cell === cell ? sum + sums.coefficient(term.coefficient) : sum), 0n);
  const parts = own === 0n ? [] : terms.filter((term) => term.cell !== cell);
  return { cell, parts: parts.map((term) => ({ cell: term.cell, factor: fraction(-sums.coefficient(term.coefficient), own) })) };
}

/** Kahn's order; formula cells that follow from themselves in a circle are left out and so stay constants. */
function inOrder(definitions: readonly Definition[], dependents: System["dependents"]): Map<number, number> {
  const defined = new Set(definitions.map(({ cell }) => cell));
  const waiting = new Map(definitions.map(({ cell, parts }) => [cell, parts.filter((part) => defined.has(part.cell)).length]));
  const ready = definitions.filter(({ cell }) => waiting.get(cell) === 0).map(({ cell }) => cell);
  const order = new Map<number, number>();
  for (let cell = ready.pop(); cell !== undefined; cell = ready.pop()) {
    order.set(cell, order.size);
    for (const { cell: dependent } of dependents.get(cell) ?? []) {
      const left = (waiting.get(dependent) ?? 0) - 1;
      waiting.set(dependent, left);
      if (left === 0) ready.push(dependent);
    }
  }
  return order;
}

function dependentsOf(definitions: readonly Definition[]): Map<number, Dependent[]> {
  const dependents = new Map<number, Dependent[]>();
  for (const { cell, parts } of definitions) {
    for (const part of parts) addTo(dependents, part.cell, { cell, factor: part.factor });
  }
  return dependents;
}

/** The sums with their formula cells told by what they follow from. */
export function eliminate(sums: Sums): System {
  const { cells } = sums;
  const definitionTerms = sums.equations.filter(({ definition }) => definition === true).map(sums.terms);
  const candidates = [...definedCells(definitionTerms, cells)].map(([cell, terms]) => asDefinition(sums, cell, terms));
  const order = inOrder(candidates, dependentsOf(candidates));
  const definitions = candidates.filter(({ cell }) => order.has(cell));
  return {
    ...sums,
    order,
    definitions: new Map(definitions.map((definition) => [definition.cell, definition])),
    dependents: dependentsOf(definitions),
  };
}

/** The checks in which cells stand themselves, by cell, each with its coefficient: index, coefficient, index, coefficient, … */
export type Uses = ReadonlyMap<number, readonly number[]>;

/** Where some cells, and the formula cells that follow from them, stand in checks: one pass over all equations. */
export function usesOf(system: System, cells: readonly number[]): Uses {
  const uses = new Map<number, number[]>(cells.map((cell) => [cell, []]));
  for (const cell of uses.keys()) {
    for (const { cell: dependent } of system.dependents.get(cell) ?? []) if (!uses.has(dependent)) uses.set(dependent, []);
  }
  system.equations.forEach(({ terms, definition }, check) => {
    if (definition === true) return;
    for (const { cell, coefficient } of terms) uses.get(system.indexOf(cell))?.push(check, coefficient);
  });
  return uses;
}

/**
 * How much each formula cell (and the cell itself) moves when the cell moves by one. Costs what hangs on the cell, and not what its sums
 * add up beside it.
 */
function influence(system: System, cell: number): ReadonlyMap<number, Fraction> {
  const moves = new Map<number, Fraction>([[cell, ONE]]);
  if (!system.dependents.has(cell)) return moves;
  const reached = new Set<number>([cell]);
  for (const one of reached) for (const dependent of system.dependents.get(one) ?? []) reached.add(dependent.cell);
  const place = (one: number): number => (one === cell ? -1 : (system.order.get(one) ?? 0));
  for (const one of [...reached].sort((a, b) => place(a) - place(b))) {
    const own = moves.get(one) ?? ONE;
    for (const { cell: dependent, factor } of system.dependents.get(one) ?? []) {
      const more = multiplyFractions(own, factor);
      const before = moves.get(dependent);
      moves.set(dependent, before ? addFractions(before, more) : more);
    }
  }
  return moves;
}

/**
 * How the left side of each check moves with a cell: units of 10^-(scale + coefficientScale) for one unit of 10^-scale. Zeros are left out.
 */
export function slopes(system: System, uses: Uses, cell: number): ReadonlyMap<number, Fraction> {
  const found = new Map<number, Fraction>();
  for (const [moved, { num, den }] of influence(system, cell)) {
    const standing = uses.get(moved) ?? [];
    for (let i = 0; i < standing.length; i += 2) {
      const [check = 0, coefficient = 0] = [standing[i], standing[i + 1]];
      const slope = fraction(num * system.coefficient(coefficient), den);
      const before = found.get(check);
      found.set(check, before ? addFractions(before, slope) : slope);
    }
  }
  for (const [check, slope] of found) if (slope.num === 0n) found.delete(check);
  return found;
}

/** The typed cells from which a check follows and which may be wrong, each once; stops when there are more than `limit`. */
export function typedCells(system: System, check: Pick<Check, "terms">, limit: number): number[] {
  const seen = new Set(check.terms.map(({ cell }) => cell));
  const typed: number[] = [];
  for (const cell of seen) {
    if (system.cells[cell]?.typed !== false && system.cells[cell]?.fixed !== true) typed.push(cell);
    if (typed.length > limit) break;
    for (const part of system.definitions.get(cell)?.parts ?? []) seen.add(part.cell);
  }
  return typed;
}
