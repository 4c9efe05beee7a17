import type { BalanceCell } from "./types";

/** How far, as a logarithm, a value usually is from the same line in the next year or unit. */
const SPREAD = 0.15;

/** The share of values that have nothing to do with their line's others. */
const STRAY = 0.01;

/** From this advantage (as a logarithm, about seven to one) on, one correction stands before another that explains as well. */
export const MARGIN = 2;

/** Where evidence says nothing, totals are told first: by about this much they are mistyped more often than any one part. */
const TOTAL_FIRST = 1;

/**
 * How much likelier the corrected value is than the typed one, as a logarithm, by what else is known of the line: amounts of all
 * sizes are as frequent as Benford's law says (density 1/x), and near those of the same line. Nothing for a total: it follows from its
 * parts whatever it is.
 */
export function evidenceOf(cell: BalanceCell | undefined, to: number, total: boolean): number {
  const from = cell?.value ?? 0;
  if (total || to === 0 || from === 0) return 0;
  const peers = (cell?.peers ?? []).filter((peer) => peer !== 0 && Number.isFinite(peer)).map(logarithm);
  const likely = (value: number): number => Math.log(nearness(logarithm(value), peers)) - logarithm(value);
  return likely(to) - likely(from);
}

/** Evidence with what decides among equals. */
export function standing({ evidence, total }: { readonly evidence: number; readonly total: boolean }): number {
  return evidence + (total ? TOTAL_FIRST : 0);
}

const logarithm = (value: number): number => Math.log(Math.abs(value));

/** The mean of a Cauchy curve around each peer: near one of them is enough, and how far it is from all of them hardly counts. */
function nearness(value: number, peers: readonly number[]): number {
  if (peers.length === 0) return 1;
  return STRAY + peers.reduce((sum, peer) => sum + 1 / (1 + ((value - peer) / SPREAD) ** 2), 0) / peers.length;
}
