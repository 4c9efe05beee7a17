import { diagnose, type BalanceCell, type Correction, type Equation } from "../../balance";
import type { BudgetGap, GapCandidate } from "../draft";
import { suspectsOf } from "../suspects";
import type { Line } from "./line";
import type { Split } from "./splits";

/** Above this an amount in đồng is no exact number: it is reckoned in millions. */
const MOST_EXACT = 9e14;
const MILLION = 1e6;

/** The splits that do not come to their whole, each with the figures of which one is most likely wrong where some stand out. */
export function gapsOf(lines: readonly Line[], splits: readonly Split[], idOf: (place: number) => string): BudgetGap[] {
  const broken = splits.filter(({ state }) => state === "broken");
  if (broken.length === 0) return [];
  const candidates = candidatesIn(lines, splits, idOf);
  return broken.map((split): BudgetGap => {
    const { whole, parts } = split;
    return {
      total: idOf(whole), parts: parts.map(idOf), stated: lines[whole]?.worth ?? 0,
      computed: parts.reduce((sum, place) => sum + (lines[place]?.worth ?? 0), 0),
      candidates: candidates.get(split) ?? [], kind: "sum",
    };
  });
}

/** What the arithmetic of all splits together makes of each that fails. */
function candidatesIn(
  lines: readonly Line[], splits: readonly Split[], idOf: (place: number) => string,
): Map<Split, readonly GapCandidate[]> {
  const sums = splits.filter(({ state }) => state !== "some");
  const used = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))];
  const scale = used.some((place) => (lines[place]?.worth ?? 0) > MOST_EXACT) ? MILLION : 1;
  const cells = used.map((place): BalanceCell => {
    const decimals = scale === 1 ? 0 : Math.min(6, Math.max(0, 6 - Math.log10(lines[place]?.mention.money.scale ?? 1)));
    return { id: String(place), value: (lines[place]?.worth ?? 0) / scale, typed: true, decimals };
  });
  const equations = sums.map(({ whole, parts, state }, index): Equation => {
    const off = parts.reduce((rest, place) => rest - (lines[place]?.worth ?? 0), lines[whole]?.worth ?? 0);
    const tolerance = state === "full" ? Math.abs(off) / scale : 0;
    const terms = [{ cell: String(whole), coefficient: 1 }, ...parts.map((place) => ({ cell: String(place), coefficient: -1 }))];
    return { id: String(index), op: "=", terms, tolerance };
  });
  const corrected = ({ cell, to }: Correction): GapCandidate => {
    const unit = lines[Number(cell)]?.mention.money.scale ?? 1;
    return { id: idOf(Number(cell)), value: Number(((to * scale) / unit).toPrecision(15)) };
  };
  const found = new Map<Split, readonly GapCandidate[]>();
  for (const fault of diagnose(cells, equations).faults) {
    for (const id of fault.equations) {
      const split = sums[Number(id)];
      if (split) found.set(split, suspectsOf(fault).filter(({ settles }) => settles.includes(id)).map(corrected));
    }
  }
  return found;
}
