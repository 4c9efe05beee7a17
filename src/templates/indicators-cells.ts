import { ownTargets, targetsElsewhere, type PlanIndicator, type PlanTarget } from "../plan";
import { areComparable, readTargetCell, wholeOf, writeTarget } from "../quantity";
import { toA1, type CellInput } from "../sheet";
import { shareFormula, sumOrBlank } from "./indicators-formulas";
import { columnAt, type IndicatorGrid } from "./indicators-grid";
import { addsUp, isInWords, targetInput } from "./indicators-lines";
import type { ColumnKey } from "./keys";
import { statusFormula, type KnownTarget, type TargetAt } from "./status-formula";
import type { TemplateWords } from "./words";

type Entry = [ColumnKey, CellInput];

/** The cells of the body, row by row. */
export function bodyCells(grid: IndicatorGrid): CellInput[][] {
  return grid.rows.map(({ number, heading, key: rowKey, indicator }, index) => {
    const entries = new Map<ColumnKey, CellInput>(
      indicator
        ? [["number", number], ...entriesOf(grid, indicator, grid.frame.body + index)]
        : [["number", number], ["label", heading], ["key", rowKey]],
    );
    return grid.columns.map(({ key }) => entries.get(key) ?? null);
  });
}

function entriesOf(grid: IndicatorGrid, indicator: PlanIndicator, row: number): Entry[] {
  const { words } = grid;
  const cell = (key: ColumnKey): string => toA1({ row, col: columnAt(grid, key) });
  return [
    ["label", indicator.name || null],
    ["unit", indicator.unit],
    ["baseline", indicator.baseline],
    ...ownTargets(indicator).map((one): Entry => [`target${one.year}`, targetInput(one, words.lang)]),
    ...(isInWords(indicator) ? [] : verdicts(grid, indicator, cell)),
    ["numerator", indicator.ratio?.numerator ?? null],
    ["denominator", indicator.ratio?.denominator ?? null],
    ["note", elsewhere(indicator, words) || null],
    ["key", indicator.code],
    ["direction", indicator.direction && words.indicators.direction[indicator.direction]],
    ...(grid.units.length === 0 ? [] : rolledUp(grid, indicator, cell)),
  ];
}

/** The status of each year that has a target and a result. */
function verdicts(
  { words, judged, targetYears, units }: IndicatorGrid, indicator: PlanIndicator, cell: (key: ColumnKey) => string,
): Entry[] {
  const { unit } = indicator;
  const at = (year: number): TargetAt => {
    const written = ownTargets(indicator).find((one) => one.year === year);
    return {
      cell: cell(`target${year}`),
      known: written && !isPlain(written, indicator.direction) ? knownTarget(targetInput(written, words.lang), unit, words) : null,
    };
  };
  const parts = units.length > 0 && addsUp(indicator) ? { cells: `${cell("u1")}:${cell(`u${units.length}`)}`, count: units.length } : null;
  return judged.map(({ year, key }) => [
    key,
    statusFormula(
      {
        actual: cell(`actual${year}`),
        target: at(year),
        later: targetYears.filter((other) => other > year).map(at),
        direction: cell("direction"),
        baseline: cell("baseline"),
        unit: cell("unit"),
        parts,
      },
      words,
    ),
  ]);
}

/** Below it a number has no thousands that notations write differently. */
const GROUPED = 1000;

/** A target that the formula reads by itself, so that it is one formula for all such rows: a number, alone or after a sign. */
function isPlain({ comparator, value, value2 }: PlanTarget, direction: PlanIndicator["direction"]): boolean {
  if (comparator === null || value === null || value2 !== null) return false;
  return comparator === "=" ? direction !== "equal" : [">", ">=", "<", "<="].includes(comparator) && Math.abs(value) < GROUPED;
}

/** What the check reads of a target as it is written; null where no single target is held against the values of its row. */
function knownTarget(content: CellInput, unit: string | null, { lang }: TemplateWords): KnownTarget | null {
  if (typeof content !== "string" && typeof content !== "number") return null;
  const reading = readTargetCell(content, unit, lang);
  if (reading.kind === "words") return { content, unit, target: null };
  if (reading.kind === "unreadable" || reading.more.length > 0 || !areComparable(reading.target.unit, unit)) return null;
  return { content, unit, target: reading.target };
}

/** Where else the document speaks of the measure, and what it says there if it is not the same. */
function elsewhere(indicator: PlanIndicator, words: TemplateWords): string {
  const said = targetsElsewhere(indicator).map(({ where, text, ...other }) => {
    const { year, comparator, value, value2, unit } = other;
    const same = ownTargets(indicator).some(
      (own) => own.year === year && own.comparator === comparator && own.value === value && own.value2 === value2 && own.unit === unit,
    );
    const written =
      comparator === null || value === null
        ? text
        : writeTarget({ comparator, value, value2, baseline: null, unit }, words.lang, { withUnit: true });
    return words.indicators.elsewhere(where, same && comparator !== null ? null : written);
  });
  return said.join("; ");
}

/** What is computed of the reporting units: shares by the sums of numerators and denominators, never as a mean; counts as a sum. */
function rolledUp({ units, years }: IndicatorGrid, indicator: PlanIndicator, cell: (key: ColumnKey) => string): Entry[] {
  const share = (value: ColumnKey, above: ColumnKey, below: ColumnKey): Entry => [
    value,
    shareFormula(cell(above), cell(below), wholeOf(indicator.unit) ?? 100),
  ];
  if (indicator.ratio) {
    return [
      ...units.map((unit) => share(`u${unit}`, `un${unit}`, `ud${unit}`)),
      ...years.flatMap((year): Entry[] => [
        share(`actual${year}`, `num${year}`, `den${year}`),
        [`num${year}`, sumOrBlank(units.map((unit) => cell(`un${unit}`)))],
        [`den${year}`, sumOrBlank(units.map((unit) => cell(`ud${unit}`)))],
      ]),
    ];
  }
  return addsUp(indicator) ? years.map((year): Entry => [`actual${year}`, sumOrBlank([`${cell("u1")}:${cell(`u${units.length}`)}`])]) : [];
}
