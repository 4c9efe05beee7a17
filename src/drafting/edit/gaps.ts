import { diagnose, type BalanceCell, type Correction, type Equation } from "../../balance";
import { groupBy } from "../../base";
import { decimalsOf, fromDong, readMoneyUnit, toDong } from "../../quantity";
import type { BudgetFact, BudgetGap, Draft, GapCandidate } from "../draft";
import { suspectsOf } from "../suspects";

/** An amount in đồng, and how much of it the decimals that it shows leave open. */
interface Worth {
  readonly dong: number;
  readonly slack: number;
}

interface Split {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Amounts differ by more than this, of the whole, where they were never meant to reach it. */
const MOST_OFF = 0.2;

/**
 * What does not add up once facts were edited: gaps that were known, as they are now, and trees whose amounts or links the edit has
 * changed. What is spelled out beside an amount is known of the text alone: such a gap goes when its amount is another.
 */
export function gapsAfter({ budget: before, gaps }: Pick<Draft, "budget" | "gaps">, budget: readonly BudgetFact[]): BudgetGap[] {
  const [old, now] = [byId(before), byId(budget)];
  const worths = new Map(budget.map((fact) => [fact.id, worthOf(fact)]));
  const worth = (id: string): Worth | null => worths.get(id) ?? null;
  const changed = new Set(budget.filter((fact) => old.get(fact.id) !== fact).map(({ id }) => id));
  const spelled = gaps.filter(({ kind, total }) => kind === "words" && now.has(total) && !isOther(old.get(total), now.get(total)));
  const known = gaps.flatMap((gap): Split[] => {
    const kinds = new Set(gap.parts.flatMap((id) => now.get(id)?.kind ?? []));
    // what was put back or put under the whole since is one of its parts again
    const isPart = ({ id, parent, kind }: BudgetFact): boolean =>
      parent === gap.total && (gap.parts.includes(id) || (changed.has(id) && kinds.has(kind)));
    const parts = budget.filter(isPart).map(({ id }) => id);
    return gap.kind === "sum" && parts.length > 1 && now.has(gap.total) ? [{ total: gap.total, parts }] : [];
  });
  const wholes = new Set(known.map(({ total }) => total));
  const touched = [...changed, ...before.flatMap((fact) => (now.get(fact.id) === fact ? [] : (fact.parent ?? [])))];
  const others = splitsOf(budget).filter(
    ({ total, parts }) => !wholes.has(total) && [total, ...parts].some((id) => touched.includes(id)) && isMeant({ total, parts }, worth),
  );
  const broken = [...known, ...others].filter((split) => gapOf(split, worth) !== 0);
  const candidates = candidatesIn([...known, ...others, ...splitsOf(budget).filter((split) => gapOf(split, worth) === 0)], worth, now);
  return [
    ...broken.map((split): BudgetGap => {
      const [stated, computed] = [worth(split.total)?.dong ?? 0, sumOf(split.parts, worth)];
      return { kind: "sum", ...split, stated, computed, candidates: candidates.get(split.total) ?? [] };
    }),
    ...spelled,
  ];
}

function byId(facts: readonly BudgetFact[]): ReadonlyMap<string, BudgetFact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function isOther(one: BudgetFact | undefined, other: BudgetFact | undefined): boolean {
  return one?.amount !== other?.amount || one?.unit !== other?.unit;
}

/** Null for other money, and for what is no whole number of đồng. */
function worthOf({ amount, unit }: BudgetFact): Worth | null {
  const money = readMoneyUnit(unit);
  if (money === null) return null;
  try {
    return { dong: toDong(amount, money), slack: toDong(1, money) / 10 ** decimalsOf(amount) / 2 };
  } catch {
    return null;
  }
}

/** Each whole with its parts of one kind. */
function splitsOf(budget: readonly BudgetFact[]): Split[] {
  const parts = budget.filter(({ parent }) => parent !== null);
  return [...groupBy(parts, ({ parent, kind }) => `${kind}/${parent ?? ""}`).values()].flatMap((own) => {
    const [first] = own;
    return first?.parent == null ? [] : [{ total: first.parent, parts: own.map(({ id }) => id) }];
  });
}

function sumOf(parts: readonly string[], worth: (id: string) => Worth | null): number {
  return parts.reduce((sum, id) => sum + (worth(id)?.dong ?? 0), 0);
}

/** What the whole states more than its parts come to; 0 where rounding explains it, and where an amount is not known. */
function gapOf({ total, parts }: Split, worth: (id: string) => Worth | null): number {
  const all = [total, ...parts].map(worth);
  const known = all.flatMap((one) => one ?? []);
  const whole = worth(total);
  if (!whole || known.length < all.length) return 0;
  const off = whole.dong - sumOf(parts, worth);
  const isRounded = known.some(({ slack }) => slack !== whole.slack);
  return Math.abs(off) <= (isRounded ? known.reduce((sum, { slack }) => sum + slack, 0) : 0) ? 0 : off;
}

/** Parts that were meant to reach their whole come near it; those that reach it several times over are several breakdowns of it. */
function isMeant(split: Split, worth: (id: string) => Worth | null): boolean {
  const [stated, computed] = [worth(split.total)?.dong ?? 0, sumOf(split.parts, worth)];
  return split.parts.length > 1 && stated > 0 && Math.abs(stated - computed) <= MOST_OFF * stated;
}

/** What the arithmetic of all sums together makes of each that fails, by its whole; figures in their own units. */
function candidatesIn(
  splits: readonly Split[], worth: (id: string) => Worth | null, facts: ReadonlyMap<string, BudgetFact>,
): ReadonlyMap<string, readonly GapCandidate[]> {
  const found = new Map<string, readonly GapCandidate[]>();
  const ids = [...new Set(splits.flatMap(({ total, parts }) => [total, ...parts]))];
  const cells = ids.flatMap((id): BalanceCell[] => {
    const own = worth(id);
    return own ? [{ id, value: own.dong, typed: true, decimals: 0 }] : [];
  });
  const known = new Set(cells.map(({ id }) => id));
  const equations = splits
    .filter(({ total, parts }) => [total, ...parts].every((id) => known.has(id)))
    .map(({ total, parts }, at): Equation => ({
      id: `${at}/${total}`,
      op: "=",
      terms: [{ cell: total, coefficient: 1 }, ...parts.map((cell) => ({ cell, coefficient: -1 }))],
      tolerance: gapOf({ total, parts }, worth) === 0 ? Math.abs((worth(total)?.dong ?? 0) - sumOf(parts, worth)) : 0,
    }));
  const corrected = ({ cell, to }: Correction): GapCandidate[] => {
    const unit = readMoneyUnit(facts.get(cell)?.unit ?? "");
    return unit && Number.isSafeInteger(to) ? [{ id: cell, value: fromDong(to, unit) }] : [];
  };
  for (const fault of diagnose(cells, equations).faults) {
    for (const id of fault.equations) {
      const settling = suspectsOf(fault).filter(({ settles }) => settles.includes(id));
      found.set(id.slice(id.indexOf("/") + 1), settling.flatMap(corrected));
    }
  }
  return found;
}
