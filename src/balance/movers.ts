import { addFractions, fraction, multiplyFractions, type Fraction } from "./arithmetic";
import { slopes, typedCells, usesOf, type System, type Uses } from "./eliminate";

/** A typed cell and the checks that move with it. */
export interface Mover {
  readonly cell: number;
  readonly moves: ReadonlyMap<number, Fraction>;
  /** Failing checks among them. */
  readonly failing: readonly number[];
  /** Sums among them that hold: a change has to be made good in each by another cell. Written as one text. */
  readonly held: string;
}

export interface Movers {
  readonly uses: Uses;
  readonly movers: readonly Mover[];
}

/** Cells of sums that hold are looked at too, where there are no more than these in all. */
const MAX_AROUND = 5_000;

/**
 * The typed cells behind the checks and, in tables of a few thousand cells, those of the sums that these would break; null where
 * there are more than `limit` behind the checks.
 */
export function moversOf(system: System, checks: readonly number[], limit: number): Movers | null {
  const behind = typedBehind(system, checks, limit);
  if (!behind) return null;
  const own = asMovers(system, behind, checks);
  if (behind.length > MAX_AROUND) return own;
  const held = new Set(own.movers.flatMap(({ moves }) => [...moves.keys()].filter((check) => system.check(check).op === "=")));
  const wider = typedBehind(system, [...held, ...checks], MAX_AROUND);
  return wider && wider.length > behind.length ? asMovers(system, wider, checks) : own;
}

function typedBehind(system: System, checks: readonly number[], limit: number): number[] | null {
  const cells = new Set<number>();
  for (const check of checks) {
    for (const cell of typedCells(system, system.check(check), limit)) cells.add(cell);
    if (cells.size > limit) return null;
  }
  return [...cells];
}

/** Cells with what moves with each. */
export function asMovers(system: System, cells: readonly number[], checks: readonly number[]): Movers {
  const uses = usesOf(system, cells);
  const failing = new Set(checks);
  const movers = cells.map((cell): Mover => {
    const moves = slopes(system, uses, cell);
    const own = [...moves.keys()].sort((a, b) => a - b);
    const held = own.filter((check) => !failing.has(check) && system.check(check).op === "=");
    return { cell, moves, failing: own.filter((check) => failing.has(check)), held: held.join(" ") };
  });
  return { uses, movers };
}

/** A cell and what its value changes by, in units of the system's scale. */
export interface Change {
  readonly mover: Mover;
  readonly by: bigint;
}

/**
 * How changes made together leave the checks: whether all of `failing` and all that they touch hold, and whether the failing ones come out
 * even.
 */
export function outcome(system: System, changes: readonly Change[], failing: readonly number[]): "even" | "holds" | "fails" {
  const touched = new Map<number, Fraction>();
  for (const { mover, by } of changes) {
    for (const [index, slope] of mover.moves) {
      const before = touched.get(index) ?? fraction(system.check(index).residual, 1n);
      touched.set(index, addFractions(before, multiplyFractions(slope, fraction(by, 1n))));
    }
  }
  if (!failing.every((check) => touched.has(check))) return "fails";
  const asked = new Set(failing);
  let even = true;
  for (const [index, left] of touched) {
    const { op, slack } = system.check(index);
    const most = slack * left.den;
    if (left.num > most || (op === "=" && -left.num > most)) return "fails";
    if (asked.has(index) && op === "=" && left.num !== 0n) even = false;
  }
  return even ? "even" : "holds";
}
