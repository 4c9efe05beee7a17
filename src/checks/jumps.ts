import type { Finding } from "../findings";
import { decimalsOf } from "../quantity";
import { isNumber, type IndicatorRow, type IndicatorTable } from "../reading";
import { clean } from "./row-values";
import { finding, type Rule } from "./rule";
import { slipAt, slipsOf } from "./slips";

/** Fewer moves than this say nothing of what is usual. */
const MOVES = 3;

/** A value that is worse than the year before by more than the indicator ever moved. Only years that are over and follow each other. */
export const jumps: Rule = {
  name: "jumps",
  codes: ["worse-than-ever"],
  severities: ["warning"],
  check: (table, { today }) => (table.kind === "indicators" ? table.rows.flatMap((row) => jumpsOf(table, row, today.year)) : []),
};

function jumpsOf(table: IndicatorTable, row: IndicatorRow, thisYear: number): Finding[] {
  if (row.direction === "equal") return [];
  if (row.actuals.size + (row.baseline ? 1 : 0) < MOVES + 2) return [];
  if (!everWorse(row)) return [];
  const slips = slipsOf(row);
  const known = [...row.actuals].sort(([a], [b]) => a - b).flatMap(([year, cell]) => (isNumber(cell) && year < thisYear && !slipAt(slips, `actual${year}`) ? [{ year, at: cell.at, value: cell.value }] : []));
  const first = known[0];
  const start = isNumber(row.baseline) && !slipAt(slips, "baseline") && first ? [Math.abs(first.value - row.baseline.value)] : [];
  return known.flatMap((one, index): Finding[] => {
    const before = known[index - 1];
    if (!before || before.year !== one.year - 1) return [];
    const moves = [...start, ...known.slice(1, index).flatMap((later, at) => (known[at]?.year === later.year - 1 ? [Math.abs(later.value - (known[at]?.value ?? 0))] : []))];
    if (moves.length < MOVES) return [];
    const worse = clean(row.direction === "up" ? before.value - one.value : one.value - before.value);
    const largest = clean(Math.max(...moves));
    if (worse <= largest || worse < 2 * median(moves) || worse < 0.01 * Math.abs(before.value)) return [];
    // figures that hardly ever moved may move by a digit or two
    if (worse < 3 * 10 ** -Math.max(...known.map(({ value }) => decimalsOf(value)))) return [];
    return [
      finding(table, "worse-than-ever", `${row.key}/${one.year}`, {
        severity: "warning",
        at: one.at,
        cells: [one.at, before.at],
        data: { indicator: row.label, year: one.year, value: one.value, beforeYear: before.year, before: before.value, worse, largest, direction: row.direction === "up" ? "up" : "down" },
      }),
    ];
  });
}

/** Whether any value is worse than that of the year before: most indicators move one way. */
function everWorse({ actuals, direction }: IndicatorRow): boolean {
  for (const [year, cell] of actuals) {
    const before = actuals.get(year - 1);
    if (isNumber(cell) && isNumber(before) && (direction === "up" ? cell.value < before.value : cell.value > before.value)) return true;
  }
  return false;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
