import { diagnose, type BalanceCell, type Equation } from "../../balance";
import type { BudgetGap } from "../draft";
import type { Line } from "./line";
import type { Split } from "./splits";

/** Above this an amount in đồng is no exact number: it is reckoned in millions. */
const MOST_EXACT = 9e14;
const MILLION = 1e6;

/** The splits that do not come to their whole, each with the figure that is most likely wrong where one stands out. */
export function gapsOf(lines: readonly Line[], splits: readonly Split[], idOf: (place: number) => string): BudgetGap[] {
  const broken = splits.filter(({ state }) => state === "broken");
  if (broken.length === 0) return [];
  const likely = likeliest(lines, splits);
  return broken.map((split): BudgetGap => {
    const { whole, parts } = split;
    const slip = likely.get(split) ?? null;
    const scale = slip === null ? 1 : (lines[slip.place]?.mention.money.scale ?? 1);
    return {
      total: idOf(whole), parts: parts.map(idOf), stated: lines[whole]?.worth ?? 0,
      computed: parts.reduce((sum, place) => sum + (lines[place]?.worth ?? 0), 0),
      likely: slip === null ? null : { id: idOf(slip.place), value: Number((slip.worth / scale).toPrecision(15)) },
      kind: "sum",
    };
  });
}

interface LikelySlip {
  readonly place: number;
  readonly worth: number;
}

/** What the arithmetic of all splits together makes of each that fails. */
function likeliest(lines: readonly Line[], splits: readonly Split[]): Map<Split, LikelySlip> {
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
  const found = new Map<Split, LikelySlip>();
  for (const { equations: ids, likeliest: correction } of diagnose(cells, equations).faults) {
    if (correction === null) continue;
    const slip = { place: Number(correction.cell), worth: correction.to * scale };
    for (const id of ids) {
      const split = sums[Number(id)];
      if (split && correction.settles.includes(id)) found.set(split, slip);
    }
  }
  return found;
}
