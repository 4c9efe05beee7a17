import { compareDays, judge, readUnit, type Day, type Target } from "../quantity";
import { withBaseline, type IndicatorRow, type TargetCell } from "../reading";

/** `open`: its year is over and nothing is reported; `notDue`: its year is not over yet, and nothing is reported. */
export const STATUSES = ["met", "notMet", "open", "notDue", "words", "unreadable"] as const;
export type Status = (typeof STATUSES)[number];

/** An indicator held against one of its targets. */
export interface Standing {
  readonly row: IndicatorRow;
  readonly year: number;
  readonly cell: TargetCell;
  /** In the row's unit. */
  readonly target: Target | null;
  readonly actual: number | null;
  readonly status: Status;
  /** By how much the target is missed (positive) or passed (negative or zero), in the row's unit; null where it cannot be said. */
  readonly distance: number | null;
}

/**
 * Each target of an indicator with its actual value and status; a target without any entry is left out. Without a day every year
 * counts as over.
 */
export function standings(row: IndicatorRow, today: Day | null = null): Standing[] {
  return [...row.targets].flatMap(([year, cell]): Standing[] => {
    if (cell.state === "blank") return [];
    const actualCell = row.actuals.get(year);
    const actual = actualCell?.state === "number" ? actualCell.value : null;
    if (cell.state !== "target") return [{ row, year, cell, target: null, actual, status: cell.state, distance: null }];
    const target = inRowUnit(row, cell.target);
    const judgement = judge(actual, target, row.direction);
    if (judgement.status !== "cannot-check") return [{ row, year, cell, target, actual, status: judgement.status === "met" ? "met" : "notMet", distance: judgement.distance }];
    const due = today === null || compareDays({ year, month: 12, day: 31 }, today) < 0;
    const status: Status = actual !== null ? "words" : due ? "open" : "notDue";
    return [{ row, year, cell, target, actual, status, distance: null }];
  });
}

/** A phrase's money is in đồng, whatever the row's column of units says. */
export function inRowUnit(row: IndicatorRow, target: Target): Target {
  const { unit, factor } = readUnit(row.unit);
  if (factor === 1 || target.unit !== unit) return withBaseline(target, row);
  const scaled = (value: number | null): number | null => (value === null ? null : value / factor);
  return withBaseline({ ...target, value: target.value / factor, value2: scaled(target.value2), baseline: scaled(target.baseline), unit: row.unit }, row);
}

/** The one standing that speaks for an indicator: its last target that has a value, else the first that is due, else the first to come. */
export function headline(all: readonly Standing[]): Standing | null {
  const judged = all.findLast(({ status }) => status === "met" || status === "notMet");
  const first = (wanted: Status): Standing | undefined => all.find(({ status }) => status === wanted);
  return judged ?? first("open") ?? first("notDue") ?? all[0] ?? null;
}

export interface Counts {
  readonly met: number;
  /** Of those met: better than the target asks for. */
  readonly exceeded: number;
  readonly checkable: number;
  readonly notMet: number;
  readonly open: number;
  readonly notDue: number;
  readonly words: number;
}

/** "n/m chỉ tiêu đạt": m are those that can be held against a number; the ones in words are counted apart. */
export function count(all: readonly Standing[]): Counts {
  const of = (status: Status): number => all.filter((one) => one.status === status).length;
  const words = of("words") + of("unreadable");
  const exceeded = all.filter(({ status, distance }) => status === "met" && distance !== null && distance < 0).length;
  return { met: of("met"), exceeded, notMet: of("notMet"), open: of("open"), notDue: of("notDue"), words, checkable: all.length - words };
}
