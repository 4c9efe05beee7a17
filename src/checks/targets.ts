import type { Finding } from "../findings";
import { isSurelyMet, isSurelyOnTheWay, judge, onTheWay, type Target } from "../quantity";
import {
  columnsOf, type IndicatorColumns, type IndicatorRow, type IndicatorTable, isNumber, isNumberIn, isStillGathered, targetOf, verdictOn,
} from "../tables";
import { rowRule, type May } from "./row-rule";
import { finding } from "./rule";
import { slipAt, slipsOf } from "./slips";

/** The actual value of a target's year, held against the target in its own comparator; before that year, whether it is on the way. */
export const targets = rowRule({
  name: "targets",
  codes: ["target-not-met", "behind-target"],
  severities: ["warning", "info"],
  may: (table, { today }) => {
    const columns = columnsOf(table);
    const [miss, lag] = [mayMiss(columns), mayLag(columns, today.year)];
    return (row) => miss(row) || lag(row);
  },
  ofRow: (table, row, { today }) => [...missed(table, row), ...behind(table, row, today.year)],
});

function mayMiss({ targets: all, actuals, directions }: IndicatorColumns): May {
  const pairs = all.flatMap(({ year, readings }) => actuals.flatMap((actual) => (actual.place === year ? [{ readings, actual }] : [])));
  return (row) =>
    pairs.some(({ readings, actual }) => {
      const cell = readings[row];
      return (
        cell?.state === "target" && isNumberIn(actual, row) && !isSurelyMet(actual.values[row] ?? 0, cell.target, directions[row] ?? null)
      );
    });
}

function mayLag({ targets: all, actuals, baseline: starts, directions }: IndicatorColumns, thisYear: number): May {
  const due = all
    .filter(({ year }) => year >= thisYear)
    .map(({ year, readings }) => ({ year, readings, actual: actuals.find(({ place }) => place === year) }));
  const baselineYear = (actuals[0]?.place ?? 0) - 1;
  const past = actuals.filter(({ place }) => place < thisYear);
  return (row) => {
    const latest = past.findLast((actual) => isNumberIn(actual, row));
    const next = latest && due.find(({ actual }) => !actual || !isNumberIn(actual, row));
    const cell = next?.readings[row];
    if (!next || cell?.state !== "target") return false;
    const { target } = cell;
    const direction = directions[row] ?? null;
    const actual = latest.values[row] ?? 0;
    const start = starts.find((column) => isNumberIn(column, row));
    const baseline = target.baseline ?? start?.values[row] ?? null;
    return (
      !isSurelyMet(actual, target, direction) &&
      !isSurelyOnTheWay({ baseline, baselineYear, target, targetYear: next.year, year: latest.place, actual, direction })
    );
  };
}

function missed(table: IndicatorTable, row: IndicatorRow): Finding[] {
  return [...row.targets].flatMap(([year, cell]): Finding[] => {
    const actual = row.actuals.get(year);
    const target = targetOf(row, cell);
    const judgement = verdictOn(row, cell, actual);
    if (!target || !isNumber(actual) || judgement.status !== "not-met") return [];
    return [
      finding(table, "target-not-met", `${row.key}/${year}`, {
        severity: "warning",
        at: actual.at,
        cells: [actual.at, cell.at],
        data: { indicator: row.label, year, actual: actual.value, target, judgement },
      }),
    ];
  });
}

/**
 * The last value of a year that is over, against the line from the baseline to the next target. Tables do not say the baseline's
 * year: the year before the first reported one is taken, the latest that it can be, so that the line asks for no more than is due.
 */
function behind(table: IndicatorTable, row: IndicatorRow, thisYear: number): Finding[] {
  const first = Math.min(...row.actuals.keys());
  const latest = [...row.actuals].filter(([year, cell]) => year < thisYear && isNumber(cell)).sort(([a], [b]) => b - a)[0];
  if (!latest) return [];
  const [year, actual] = latest;
  const next = [...row.targets]
    .filter(([targetYear]) => targetYear > year && targetYear >= thisYear)
    .sort(([a], [b]) => a - b)
    .flatMap(([targetYear, cell]) => (isNumber(row.actuals.get(targetYear)) ? [] : [{ targetYear, cell, target: targetOf(row, cell) }]))[0];
  const target: Target | null = next?.target ?? null;
  if (!next || !target || target.baseline === null || !isNumber(actual) || isStillGathered(row, actual)) return [];
  if (judge(actual.value, target, row.direction).status !== "not-met" || slipAt(slipsOf(row), `actual${year}`)) return [];
  const { baseline } = target;
  const baselineYear = first - 1;
  const course = onTheWay({
    baseline, baselineYear, target,
    targetYear: next.targetYear,
    year,
    actual: actual.value,
    direction: row.direction,
  });
  if (course.status !== "behind") return [];
  return [
    finding(table, "behind-target", `${row.key}/${next.targetYear}`, {
      severity: "info",
      at: actual.at,
      cells: [actual.at, next.cell.at, ...(row.baseline ? [row.baseline.at] : [])],
      data: {
        indicator: row.label,
        year,
        actual: actual.value,
        target,
        targetYear: next.targetYear,
        baseline,
        baselineYear,
        expected: course.expected,
        distance: course.distance,
      },
    }),
  ];
}
