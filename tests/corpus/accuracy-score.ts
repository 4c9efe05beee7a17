import { diagnose, type BalanceOptions, type Fault } from "../../src/balance";
import type { Planted } from "./accuracy-slips";

/** How often the mistyped cell is found, in numbers of planted errors. */
export interface Score {
  planted: number;
  /** The wrong cell is named first, ties broken by the order in which they are told. */
  first: number;
  /** The same, ties broken by lot. */
  byLot: number;
  amongThree: number;
  among: number;
  /** The correction that is named first is the wrong cell with the value that stood there before. */
  value: number;
  /** Named alone as the likeliest, with that value. */
  likeliest: number;
  /** Another cell is named alone. */
  misled: number;
}

/** The corrections that a fault offers, best first, each as the cells that it changes; several of one rank are a tie. */
interface Offer {
  readonly cells: readonly string[];
  readonly to: readonly number[];
  readonly rank: number;
}

function offersOf(fault: Fault | undefined): Offer[] {
  if (!fault) return [];
  const singles = fault.candidates.map(({ cell, to, rank }) => ({ cells: [cell], to: [to], rank }));
  const sets = fault.sets.map(({ corrections, rank }) => ({
    cells: corrections.map(({ cell }) => cell),
    to: corrections.map(({ to }) => to),
    rank,
  }));
  return [...singles, ...sets].sort((a, b) => a.rank - b.rank);
}

const keyOf = (cells: Iterable<string>) => [...cells].sort().join(" ");

/** The fault in a sum of a mistyped cell; a fault elsewhere in the table is none of this error's. */
function faultOf(planted: Planted, options: BalanceOptions): Fault | undefined {
  const own = new Set(planted.equations.filter(({ terms }) => terms.some(({ cell }) => planted.was.has(cell))).map(({ id }) => id));
  return diagnose(planted.cells, planted.equations, options).faults.find(({ equations }) => equations.some((id) => own.has(id)));
}

export function scoreOf(cases: readonly Planted[], options: BalanceOptions = {}): Score {
  const total: Score = { planted: cases.length, first: 0, byLot: 0, amongThree: 0, among: 0, value: 0, likeliest: 0, misled: 0 };
  for (const planted of cases) add(total, planted, faultOf(planted, options));
  return total;
}

function add(total: Score, planted: Planted, fault: Fault | undefined): void {
  const offers = offersOf(fault);
  const wanted = keyOf(planted.was.keys());
  const isRight = (offer: Offer) => offer.cells.every((cell, i) => Math.abs((offer.to[i] ?? NaN) - (planted.was.get(cell) ?? NaN)) < 1e-9);
  const keys = [...new Set(offers.map(({ cells }) => keyOf(cells)))];
  const place = keys.indexOf(wanted);
  const best = new Set(offers.filter(({ rank }) => rank === 0).map(({ cells }) => keyOf(cells)));
  const [first] = offers;
  if (place === 0) total.first += 1;
  if (best.has(wanted)) total.byLot += 1 / best.size;
  if (place >= 0 && place < 3) total.amongThree += 1;
  if (place >= 0) total.among += 1;
  if (place === 0 && first && isRight(first)) total.value += 1;
  const alone = fault?.likeliest ? [fault.likeliest] : (fault?.likeliestSet?.corrections ?? null);
  if (!alone) return;
  const named: Offer = { cells: alone.map(({ cell }) => cell), to: alone.map(({ to }) => to), rank: 0 };
  if (keyOf(named.cells) !== wanted) total.misled += 1;
  else if (isRight(named)) total.likeliest += 1;
}
