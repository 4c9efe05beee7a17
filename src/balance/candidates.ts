import { absolute, fromUnits, powerOfTen } from "./arithmetic";
import type { System, Uses } from "./eliminate";
import { evidenceOf, standing } from "./evidence";
import { asked, best, explained, isBounded, order, roomAt, roomOf, type Room, type Value } from "./room";
import { LIKELIHOOD } from "./typing-errors";

/** A value for one cell (by index) after which checks hold. */
export interface Candidate extends Value {
  readonly cell: number;
  /** Whether the cell is the total in every failing check. */
  readonly total: boolean;
  /** What else speaks for it, as a logarithm. */
  readonly evidence: number;
}

/** What is known of the checks that fail, for all cells that may settle them. */
interface Failing {
  readonly checks: readonly number[];
  readonly negatives: number;
  readonly totals: ReadonlyMap<number, ReadonlySet<number>>;
}

function failingOf(system: System, checks: readonly number[]): Failing {
  const cells = new Set(checks.flatMap((check) => system.check(check).terms.map((term) => term.cell)));
  return {
    checks,
    negatives: [...cells].filter((cell) => isNegative(system, cell)).length,
    totals: new Map(checks.map((check) => [check, totalsOf(system, check)])),
  };
}

/** All corrections of single cells out of `cells` after which the failing checks hold and none that held breaks, best first. */
export function singleCorrections(system: System, uses: Uses, cells: readonly number[], checks: readonly number[]): Candidate[] {
  const failing = failingOf(system, checks);
  const found = cells.flatMap((cell) => correctionsOf(system, uses, cell, failing, checks));
  const [only] = found;
  // Nothing else can be wrong: its parts hold in other checks, or several sums ask for the same total.
  const outdated = only && found.length === 1 && only.kind === null && checks.some((check) => failing.totals.get(check)?.has(only.cell));
  return outdated ? [{ ...only, kind: "total-not-updated", likelihood: LIKELIHOOD.odd }] : found.sort(compare);
}

/** Gives the best value for a cell that has to change by so much, together with others, to settle the checks. */
export function corrector(system: System, checks: readonly number[]): (cell: number, by: bigint, even: boolean) => Candidate {
  const failing = failingOf(system, checks);
  return (cell, by, even) => {
    const room = roomAt(system, cell, by, even);
    const value = explained(room, amongNegatives(system, cell, failing))[0] ?? asked(room);
    return { ...value, cell, total: false, evidence: value.kind === null ? 0 : evidenceOf(system.cells[cell], value.to, false) };
  };
}

/** The corrections of each cell alone that settle those of the failing checks in which it stands, and break none: by cell and checks. */
export function partialCorrections(
  system: System, uses: Uses, cells: readonly number[], checks: readonly number[], standsIn: (cell: number) => readonly number[],
): Candidate[] {
  const failing = failingOf(system, checks);
  return cells.flatMap((cell) => correctionsOf(system, uses, cell, failing, standsIn(cell)));
}

function correctionsOf(system: System, uses: Uses, cell: number, failing: Failing, checks: readonly number[]): Candidate[] {
  const room = roomOf(system, uses, cell, checks);
  if (!room) return [];
  const slips = system.cells[cell]?.none === true ? leftOut(asked(room)) : explained(room, amongNegatives(system, cell, failing));
  const row = rowMistake(system, room, cell, failing, checks);
  const values = best(row ? [...slips, row] : slips);
  const total = checks.every((check) => failing.totals.get(check)?.has(cell));
  // Where only a limit is asked for, or no slip explains the gap, sizes say nothing: an old total differs by any amount.
  if (values.length === 0) return [{ ...asked(room), cell, total, evidence: 0 }];
  return values.map((value) => ({
    ...value, cell, total,
    evidence: isBounded(room) ? evidenceOf(system.cells[cell], value.to, total) : 0,
  }));
}

/** Of what says that there is none, any amount may have been left out: as likely as one digit for another. */
function leftOut(value: Value): Value[] {
  return value.to > 0 ? [{ ...value, kind: "amount-left-out", likelihood: LIKELIHOOD.replaced }] : [];
}

/** By the mistake, then by what else speaks for it; of equals the total comes first. */
export function compare(a: Candidate, b: Candidate): number {
  return order(a) - order(b) || standing(b) - standing(a);
}

/** A total that is off by exactly one of its parts: the row was left out when it was added up, or taken twice. */
function rowMistake(system: System, room: Room, cell: number, { totals }: Failing, checks: readonly number[]): Value | null {
  if (room.even === null || room.even === room.from) return null;
  const change = (room.even - room.from) * powerOfTen(system.scale - room.scale);
  const size = absolute(change);
  for (const check of checks) {
    if (!totals.get(check)?.has(cell)) continue;
    const { terms } = system.check(check);
    const own = terms.find((term) => term.cell === cell)?.coefficient ?? 0;
    const others = terms.filter(
      (term) => Math.abs(term.coefficient) === Math.abs(own) && term.cell !== cell && absolute(system.value(term.cell)) === size,
    );
    const [other] = others;
    if (!other || terms.length < 3) continue;
    const kind = system.value(other.cell) === change ? "row-left-out" : "row-counted-twice";
    const told = others.length === 1 ? { other: other.cell } : {};
    return {
      to: fromUnits(room.even, room.scale),
      kind,
      likelihood: LIKELIHOOD_BY_DIGITS[Math.min(digitsIn(size), 3)] ?? LIKELIHOOD.telling,
      exact: true,
      ...told,
    };
  }
  return null;
}

/** A gap of few digits is one of the parts by chance. */
const LIKELIHOOD_BY_DIGITS = [LIKELIHOOD.none, LIKELIHOOD.odd, LIKELIHOOD.replaced, LIKELIHOOD.telling];

/** Digits without the zeros at the end. */
function digitsIn(units: bigint): number {
  return units.toString().replace(/0+$/, "").length;
}

function amongNegatives(system: System, cell: number, { negatives }: Failing): boolean {
  return negatives > (isNegative(system, cell) ? 1 : 0);
}

function isNegative(system: System, cell: number): boolean {
  return (system.cells[cell]?.value ?? 0) < 0;
}

/** The cells that stand alone on their side of an equation, against several cells or against a formula. */
function totalsOf(system: System, check: number): ReadonlySet<number> {
  const { op, terms } = system.check(check);
  if (op !== "=") return new Set();
  const sides = [terms.filter(({ coefficient }) => coefficient > 0), terms.filter(({ coefficient }) => coefficient < 0)];
  return new Set(
    sides.flatMap((side, i) => {
      const opposite = sides[1 - i] ?? [];
      const sums = opposite.length > 1 || opposite.some(({ cell }) => system.cells[cell]?.typed === false);
      return side.length === 1 && sums ? side.map(({ cell }) => cell) : [];
    }),
  );
}
