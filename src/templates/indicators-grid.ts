import type { Plan, PlanIndicator } from "../plan";
import { wholeOf } from "../quantity";
import type { Area } from "../sheet";
import type { TableChoices, TablePlace } from "./choices";
import { columnsOf, yearsOf, type IndicatorYears } from "./indicators-columns";
import { addsUp, isBlankRow, isInWords, linesOf, takesActuals, type IndicatorLine } from "./indicators-lines";
import { frameOf, headingOf, type Column, type Frame, type Heading } from "./layout";
import { yearOf, type ColumnKey } from "./keys";
import { mergeRuns } from "./runs";
import type { TemplateWords } from "./words";

/** Which cell of an indicator table is what: everything that its cells, styles and rules are made of. */
export interface IndicatorGrid extends IndicatorYears {
  readonly plan: Plan;
  readonly heading: Heading;
  readonly frame: Frame;
  readonly rows: readonly IndicatorLine[];
  readonly columns: readonly Column[];
  /** The column with which numerators and denominators begin; null where there are none. */
  readonly page: number | null;
  /** Places of the reporting units, from 1. */
  readonly units: readonly number[];
  readonly words: TemplateWords;
}

export function gridOf(plan: Plan, place: TablePlace, choices: TableChoices, words: TemplateWords): IndicatorGrid {
  const heading = headingOf(plan, place, words.indicators.title, null, words);
  const units = choices.reportingUnits.map((_, index) => index + 1);
  return {
    plan,
    heading,
    frame: frameOf(heading),
    rows: linesOf(plan, words.indicators),
    units, words, ...yearsOf(plan, choices), ...columnsOf(plan, choices, words),
  };
}

/** The column of a key; -1 where the table has none. */
export function columnAt({ columns }: IndicatorGrid, key: ColumnKey): number {
  return columns.findIndex((candidate) => candidate.key === key);
}

/** Cells of the columns that are asked for, in the rows that are (null: the heading of a group), joined where they touch. */
export function areasOf(
  { columns, rows, frame }: IndicatorGrid, wanted: (key: ColumnKey) => boolean, has: (indicator: PlanIndicator | null) => boolean,
): Area[] {
  const runs: { from: number; cols: number }[] = [];
  for (const [col, { key }] of columns.entries()) {
    if (!wanted(key)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.cols === col) last.cols++;
    else runs.push({ from: col, cols: 1 });
  }
  return runs.flatMap(({ from, cols }) =>
    mergeRuns(rows.flatMap(({ indicator }, index) => (has(indicator) ? [{ row: frame.body + index, col: from, rows: 1, cols }] : []))),
  );
}

export const isTarget = (key: ColumnKey): boolean => yearOf(key, "target") !== null;
export const isActual = (key: ColumnKey): boolean => yearOf(key, "actual") !== null;
export const isStatus = (key: ColumnKey): boolean => key === "status" || yearOf(key, "status") !== null;
export const isUnit = (key: ColumnKey): boolean => /^u\d/.test(key);
/** Numerators and denominators, of reporting units and of the whole. */
export const isBasis = (key: ColumnKey): boolean => /^(num|den|un|ud)\d/.test(key);

/** Cells that people fill in, by what they take. */
export interface IndicatorInputs {
  /** Shares, 0 to 100. */
  readonly shares: readonly Area[];
  /** Counts that are never negative. */
  readonly counts: readonly Area[];
  readonly numbers: readonly Area[];
  readonly words: readonly Area[];
  readonly directions: readonly Area[];
  /** Results of targets in words: words or numbers, kept as they are typed. */
  readonly results: readonly Area[];
  /** What people think of those results. */
  readonly assessments: readonly Area[];
}

export function inputsOf(grid: IndicatorGrid): IndicatorInputs {
  const byUnit = grid.units.length > 0;
  const blank = (indicator: PlanIndicator | null): boolean => indicator !== null && isBlankRow(indicator);
  const typed = (indicator: PlanIndicator | null, share: boolean): boolean =>
    indicator !== null && takesActuals(indicator) && (indicator.ratio !== null && wholeOf(indicator.unit) === 100) === share;
  // with reporting units every rate is computed from its numerator and denominator
  const plain = (indicator: PlanIndicator | null): boolean => typed(indicator, false) && !(byUnit && Boolean(indicator?.ratio));
  const directionShown = grid.columns.some(({ key, hidden }) => key === "direction" && !hidden);
  return {
    // with reporting units shares are computed
    shares: byUnit ? [] : areasOf(grid, isActual, (one) => typed(one, true)),
    counts: areasOf(grid, byUnit ? (key) => /^(un|ud)\d/.test(key) : isBasis, (one) => Boolean(one?.ratio)),
    numbers: [
      ...areasOf(grid, isUnit, plain),
      ...areasOf(grid, isActual, (one) => plain(one) && !(byUnit && one !== null && addsUp(one))),
      // what the document does not say of today the office knows
      ...areasOf(grid, (key) => key === "baseline", (one) => one !== null && one.baseline === null && takesActuals(one)),
    ],
    words: areasOf(grid, (key) => key === "label" || key === "unit" || isTarget(key), blank),
    directions: areasOf(grid, (key) => directionShown && key === "direction", (one) => one !== null),
    results: areasOf(grid, (key) => isActual(key) || isUnit(key), (one) => one !== null && isInWords(one)),
    assessments: areasOf(grid, isStatus, (one) => one !== null && isInWords(one)),
  };
}
