import { numberIn, type Table } from "./planted-tables";

/** A sum as marked or as recognised: its total and its parts, by row and column of the table's rows. */
export interface MarkedSum {
  readonly total: readonly [number, number];
  readonly parts: readonly (readonly [number, number])[];
}

/** How many there are in truth, how many were told, and how many of those are right. */
export interface Counts {
  gold: number;
  told: number;
  right: number;
}

export interface SumScore {
  readonly totals: Counts;
  readonly sums: Counts;
}

export function noScore(): SumScore {
  return { totals: { gold: 0, told: 0, right: 0 }, sums: { gold: 0, told: 0, right: 0 } };
}

/** As corpus/score.py counts them: cells that are totals at all, and sums of exactly the same parts; blank parts are left out. */
export function addScore(score: SumScore, table: Table, told: readonly MarkedSum[]): void {
  const marked = table.aggs.filter(({ op }) => op === "Sum");
  const keys = (sums: readonly MarkedSum[]) =>
    sums.map(({ total, parts }) => {
      const live = parts.filter(([row, col]) => numberIn(table.rows[row]?.[col], table.number_format) !== null);
      return { total: total.join(), parts: [...new Set(live.map((part) => part.join()))].sort() };
    });
  const gold = keys(marked).filter(({ parts }) => parts.length > 0);
  const found = keys(told);
  count(score.totals, new Set(gold.map(({ total }) => total)), new Set(found.map(({ total }) => total)));
  const whole = ({ total, parts }: { total: string; parts: string[] }) => `${total}=${parts.join("+")}`;
  count(score.sums, new Set(gold.map(whole)), new Set(found.map(whole)));
}

function count(counts: Counts, gold: ReadonlySet<string>, told: ReadonlySet<string>): void {
  counts.gold += gold.size;
  counts.told += told.size;
  counts.right += [...told].filter((one) => gold.has(one)).length;
}

export function f1({ gold, told, right }: Counts): number {
  return gold + told === 0 ? 1 : (2 * right) / (gold + told);
}
