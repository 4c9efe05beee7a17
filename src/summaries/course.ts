import { groupBy } from "../base";
import { judge, onTheWay, writeNumber, writeTarget, type Target } from "../quantity";
import { type IndicatorRow, isNumber } from "../tables";
import { chartBlock } from "./charts";
import { namesOf, numbersOf, underGroups, type Held } from "./held";
import type { Block } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Part, type Scene } from "./parts";

/** Columns for years: of more, the last that have values. */
const MOST_YEARS = 5;
/** More lines than this cannot be told apart in black and white. */
const MOST_LINES = 5;

interface Way {
  readonly row: IndicatorRow;
  readonly held: Held;
  readonly target: Target;
  readonly values: ReadonlyMap<number, number>;
  readonly baseline: number | null;
}

/** Indicators with at least two values, one of which is an actual one. */
function waysOf(all: readonly Held[]): Way[] {
  return [...groupBy(all, ({ row }) => row)].flatMap(([row, held]): Way[] => {
    const values = new Map([...row.actuals].flatMap(([year, cell]) => (isNumber(cell) ? [[year, cell.value] as const] : [])));
    const baseline = isNumber(row.baseline)
      ? row.baseline.value
      : (held.find(({ target }) => target?.baseline != null)?.target?.baseline ?? null);
    const last = Math.max(...values.keys());
    const next = held.find(({ year, target }) => target && year >= last) ?? held.findLast(({ target }) => target);
    if (values.size === 0 || values.size + Number(baseline !== null) < 2 || !next?.target) return [];
    return [{ row, held: next, target: next.target, values, baseline }];
  });
}

/**
 * Where the last value stands: met, or before the target's year on the way or behind by a straight line. The line begins with the
 * baseline, which stands for the year before the first column, or where there is none with the first value.
 */
function standingOf(
  { row, held: { year: targetYear }, target, values, baseline }: Way,
  { words: { summary: own, notation } }: Scene,
): string | null {
  const years = [...values.keys()].sort((a, b) => a - b);
  const year = years.at(-1) ?? 0;
  const actual = values.get(year) ?? null;
  const judgement = judge(actual, target, row.direction);
  if (judgement.status === "met") return own.course.met;
  // whether it is on the way or late depends on where it should go
  if (judgement.status === "cannot-check" && judgement.reason === "no-direction") return null;
  if (year >= targetYear) return own.course.missed;
  const firstColumn = Math.min(...row.actuals.keys());
  const [from, start] = baseline === null ? [years[0] ?? year, values.get(years[0] ?? year) ?? null] : [firstColumn - 1, baseline];
  if (from === year) return null;
  const reading = onTheWay({ baseline: start, baselineYear: from, target, targetYear, year, actual, direction: row.direction });
  if (reading.status === "cannot-check") return null;
  return reading.status === "on-the-way"
    ? own.course.onTheWay
    : own.course.behind(writeNumber(Math.round(reading.expected * 100) / 100, notation), year);
}

/** The way of each indicator that has more than one value, and a line chart of shares. */
export function courseBlocks(part: Part, key: string, all: readonly Held[], scene: Scene): Block[] {
  const { summary: own, lang, notation } = scene.words;
  const ways = waysOf(all);
  if (ways.length === 0) return [];
  const years = [...new Set(ways.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b).slice(-MOST_YEARS);
  // a baseline and one value stand beside each other in the table of targets
  if (years.length < 2) return [];
  const numbers = numbersOf(all);
  const { number, indicator, unit, baseline, target, progress, source } = own.columns;
  const head = cellsAt([
    [0, number], [1, indicator], [2, unit], [3, baseline],
    ...years.map((year, index) => [4 + index, String(year)] as const),
    [9, target], [10, progress], [11, source],
  ]);
  const rows = underGroups(part, key, "course", ways.map((way) => {
    const { row, held, values } = way;
    const aim = `${writeTarget({ ...way.target, baseline: null }, lang, { notation })} (${held.year})`;
    const cells = cellsAt([
      [0, numbers.get(row) ?? ""],
      [1, row.label], [2, row.unit], [3, way.baseline],
      ...years.map((year, index) => [4 + index, values.get(year) ?? null] as const),
      [9, aim],
      [10, standingOf(way, scene)],
    ]);
    return {
      held,
      line: {
        kind: "course",
        key: `course/${held.table.key}/${row.key}`,
        cells: withSource(cells, row.actuals.get(Math.max(...values.keys()))?.at ?? null),
      },
    };
  }));
  return [
    block({
      lead: [wordsLine("subheading", `${key}/course`, own.courseHeading)],
      head: [{ kind: "course:head", key: `${key}/course/head`, cells: head }],
      rows: [...rows, blank(`${key}/course/after`)],
    }),
    ...lineChart(key, ways, years, numbers, scene),
  ];
}

function lineChart(
  key: string, ways: readonly Way[], years: readonly number[], numbers: ReadonlyMap<IndicatorRow, string>, scene: Scene,
): Block[] {
  const { summary: own } = scene.words;
  const shares = ways.filter(({ row }) => row.unit === "%").slice(0, MOST_LINES);
  const started = shares.some(({ baseline }) => baseline !== null);
  if (shares.length === 0 || years.length + Number(started) < 2) return [];
  const rows = [
    ...(started ? [{ label: own.columns.baseline, values: shares.map(({ baseline }) => baseline) }] : []),
    ...years.map((year) => ({ label: String(year), values: shares.map(({ values }) => values.get(year) ?? null) })),
  ];
  const nameOf = namesOf(shares.map(({ row }) => row), numbers, scene);
  const series = shares.map(({ row }) => nameOf(row));
  return [
    chartBlock({
      key: `${key}/course/lines`,
      kind: "line",
      title: own.charts.course,
      alt: own.charts.alt(own.charts.course, series),
      caption: own.charts.figures,
      series,
      rows,
    }),
  ];
}
