import { absolute, type Fraction } from "./arithmetic";
import { slopes, typedCells, usesOf, type System } from "./eliminate";
import type { CandidateSet, Part } from "./sets";
import { order } from "./room";
import type { Check, Term } from "./sums";
import { LIKELIHOOD } from "./typing-errors";

/** Thousands, millions and thousands of millions: the steps between units of money. */
const FACTORS = [1_000, 1_000_000, 1_000_000_000] as const;

/** Sums whose cells are tried, and cells of one of them. */
const MAX_SUMS = 60;
const MAX_CELLS = 5_000;

/**
 * Amounts in a smaller unit than the table's are typed more often than such in a larger one; not so much more often that it would decide
 * against a single cell.
 */
const EVIDENCE = { large: 1, small: -1 } as const;

/**
 * What settles the failing checks where all cells of one sum (a breakdown, the lines under a line) were typed in another unit: each of
 * them divided or multiplied by the same step, what does not come out even rounded. Where one cell explains it as well (`explained`), only
 * amounts that are too large are. At most 60 sums of up to 5,000 cells are tried.
 */
export function scaledSets(system: System, failing: readonly number[], explained: boolean): CandidateSet[] {
  if (!failing.some((check) => system.check(check).op === "=")) return [];
  const sums = sumsIn(system, failing);
  const uses = usesOf(system, sums.flat());
  return sums.flatMap((cells) => {
    const moving = cells.map((cell) => ({ cell, moves: slopes(system, uses, cell) }));
    const reached = new Set(moving.flatMap(({ moves }) => [...moves.keys()]));
    if (!failing.every((check) => reached.has(check))) return [];
    const sum = { moving, reached };
    return FACTORS.flatMap((factor) =>
      (explained ? [false] : [false, true]).flatMap((small) => scaled(system, failing, sum, { factor, small }) ?? []),
    );
  });
}

/** The typed cells, none of them 0, of each sum that stands in the checks: a formula's, or what is added up beside a typed total. */
function sumsIn(system: System, failing: readonly number[]): number[][] {
  const found = new Map<string, number[]>();
  const add = (terms: readonly Term[]): void => {
    if (found.size >= MAX_SUMS) return;
    const cells = typedCells(system, { terms }, MAX_CELLS).filter((cell) => system.value(cell) !== 0n).sort((a, b) => a - b);
    if (cells.length > 1 && cells.length <= MAX_CELLS) found.set(cells.join(" "), cells);
  };
  for (const check of failing) {
    const { op, terms } = system.check(check);
    if (op !== "=") continue;
    for (const side of [1, -1]) add(terms.filter(({ coefficient }) => Math.sign(coefficient) === side));
    const seen = new Set(terms.map(({ cell }) => cell));
    for (const cell of seen) {
      const parts = system.definitions.get(cell)?.parts ?? [];
      if (parts.length > 0) add([{ cell, coefficient: 1 }]);
      for (const part of parts) if (system.definitions.has(part.cell) && seen.size < MAX_SUMS) seen.add(part.cell);
    }
  }
  return [...found.values()];
}

interface Moving {
  readonly cell: number;
  readonly moves: ReadonlyMap<number, Fraction>;
}

/** The cells of a sum, and the checks that they reach. */
interface MovingSum {
  readonly moving: readonly Moving[];
  readonly reached: ReadonlySet<number>;
}

/** How many times the amounts are too large, or too small. */
interface Step {
  readonly factor: (typeof FACTORS)[number];
  readonly small: boolean;
}

function scaled(system: System, failing: readonly number[], { moving, reached }: MovingSum, { factor, small }: Step): CandidateSet | null {
  const step = BigInt(factor);
  const after = new Map<number, { num: bigint; den: bigint; odd: bigint }>();
  let exact = true;
  for (const { cell, moves } of moving) {
    const value = system.value(cell);
    const to = small ? value * step : rounded(value, step);
    const even = small || value % step === 0n;
    exact &&= even;
    for (const [check, slope] of moves) {
      const before = after.get(check) ?? { num: system.check(check).residual, den: 1n, odd: 0n };
      // coefficients are whole but for shares of a formula
      const num = before.num * slope.den + slope.num * (to - value) * before.den;
      after.set(check, { num, den: before.den * slope.den, odd: before.odd + (even ? 0n : absolute(slope.num)) });
    }
  }
  for (const check of reached) {
    const left = after.get(check);
    if (left && !isSettled(system.check(check), left)) return null;
    if (left && left.num !== 0n && system.check(check).op === "=") exact = false;
  }
  const own = moving.map(({ cell, moves }): Part => {
    const { value } = system.cells[cell] ?? { value: 0 };
    const to = Number((small ? value * factor : value / factor).toPrecision(15));
    return {
      cell,
      to,
      kind: "thousand-fold",
      likelihood: LIKELIHOOD.telling,
      exact,
      total: false,
      evidence: 0,
      settles: failing.filter((check) => moves.has(check)),
    };
  });
  if (own.some(({ to }) => Math.abs(to) > system.most)) return null;
  return { changes: own, order: order({ likelihood: LIKELIHOOD.telling, exact }), evidence: small ? EVIDENCE.small : EVIDENCE.large };
}

function rounded(value: bigint, step: bigint): bigint {
  const half = step / 2n;
  return (value < 0n ? value - half : value + half) / step;
}

/** Half a unit for each amount that was rounded, and for the total. */
function isSettled({ op, slack }: Check, { num, den, odd }: { readonly num: bigint; readonly den: bigint; readonly odd: bigint }): boolean {
  const most = (odd === 0n ? slack : slack + (odd + 1n) / 2n) * den;
  return num <= most && (op !== "=" || -num <= most);
}
