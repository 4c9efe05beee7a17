import type { Finding } from "../findings";
import { decimalsOf } from "../quantity";
import { columnsOf, type IndicatorRow, type IndicatorTable, isNumber, isNumberIn, type NumberColumn } from "../tables";
import { maySlip } from "./row-facts";
import { rowRule } from "./row-rule";
import { clean } from "./row-values";
import { finding } from "./rule";
import { slipAt, slipsOf } from "./slips";

/** Fewer moves than this say nothing of what is usual. */
const MOVES = 3;

/** More than what rounding to twelve digits can change. */
const NOISE = 1e-9;

/** A value that is worse than the year before by more than the indicator ever moved. Only years that are over and follow each other. */
export const jumps = rowRule({
  name: "jumps",
  codes: ["worse-than-ever"],
  severities: ["warning"],
  may: (table, { today }) => {
    const { baseline, actuals, directions } = columnsOf(table);
    if (actuals.length + baseline.length < MOVES + 2) return null;
    const past = actuals.filter(({ place }) => place < today.year);
    const slips = maySlip(table);
    return (row) => {
      const direction = directions[row] ?? null;
      if (direction !== "up" && direction !== "down") return false;
      // of a value that is off by a power of ten nothing is said here: which ones are left is told by the row
      if (slips(row)) return true;
      let [before, largest, moves] = [null as NumberColumn | null, 0, 0];
      for (const actual of past) {
        if (!isNumberIn(actual, row)) continue;
        const from = before ?? baseline.find((column) => isNumberIn(column, row));
        const move =
          from && (before === null || before.place === actual.place - 1) ? (actual.values[row] ?? 0) - (from.values[row] ?? 0) : null;
        if (move !== null) {
          const worse = direction === "up" ? -move : move;
          if (moves >= MOVES && worse > 0 && worse >= largest * (1 - NOISE)) return true;
          largest = Math.max(largest, Math.abs(move));
          moves += 1;
        }
        before = actual;
      }
      return false;
    };
  },
  ofRow: (table, row, { today }) => jumpsOf(table, row, today.year),
});

function jumpsOf(table: IndicatorTable, row: IndicatorRow, thisYear: number): Finding[] {
  const { direction } = row;
  if (direction !== "up" && direction !== "down") return [];
  if (row.actuals.size + (row.baseline ? 1 : 0) < MOVES + 2) return [];
  const slips = slipsOf(row);
  const known = [...row.actuals]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, cell]) =>
      isNumber(cell) && year < thisYear && !slipAt(slips, `actual${year}`) ? [{ year, at: cell.at, value: cell.value }] : [],
    );
  const first = known[0];
  const start = isNumber(row.baseline) && !slipAt(slips, "baseline") && first ? [Math.abs(first.value - row.baseline.value)] : [];
  return known.flatMap((one, index): Finding[] => {
    const before = known[index - 1];
    if (!before || before.year !== one.year - 1) return [];
    const moves = [
      ...start,
      ...known
        .slice(1, index)
        .flatMap((later, at) => (known[at]?.year === later.year - 1 ? [Math.abs(later.value - (known[at]?.value ?? 0))] : [])),
    ];
    if (moves.length < MOVES) return [];
    const worse = clean(direction === "up" ? before.value - one.value : one.value - before.value);
    const largest = clean(Math.max(...moves));
    if (worse <= largest || worse < 2 * median(moves) || worse < 0.01 * Math.abs(before.value)) return [];
    // figures that hardly ever moved may move by a digit or two
    if (worse < 3 * 10 ** -Math.max(...known.map(({ value }) => decimalsOf(value)))) return [];
    return [
      finding(table, "worse-than-ever", `${row.key}/${one.year}`, {
        severity: "warning",
        at: one.at,
        cells: [one.at, before.at],
        data: {
          indicator: row.label,
          unit: row.unit,
          year: one.year,
          value: one.value,
          beforeYear: before.year,
          before: before.value,
          worse, largest, direction,
        },
      }),
    ];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
