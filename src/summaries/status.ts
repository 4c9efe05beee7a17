import { judge, type Target } from "../quantity";
import { withBaseline, type IndicatorRow, type TargetCell } from "../reading";

export type Status = "met" | "notMet" | "open" | "words" | "unreadable";

/** An indicator held against one of its targets. */
export interface Standing {
  readonly row: IndicatorRow;
  readonly year: number;
  readonly cell: TargetCell;
  readonly target: Target | null;
  readonly actual: number | null;
  readonly status: Status;
}

/** Each target of an indicator with its actual value and status; a target without any entry is left out. */
export function standings(row: IndicatorRow): Standing[] {
  return [...row.targets].flatMap(([year, cell]): Standing[] => {
    if (cell.state === "blank") return [];
    const actualCell = row.actuals.get(year);
    const actual = actualCell?.state === "number" ? actualCell.value : null;
    if (cell.state !== "target") return [{ row, year, cell, target: null, actual, status: cell.state }];
    const target = withBaseline(cell.target, row);
    const judgement = judge(actual, target, row.direction);
    const status: Status = judgement.status === "met" ? "met" : judgement.status === "not-met" ? "notMet" : actualCell?.state === "blank" || actual === null ? "open" : "words";
    return [{ row, year, cell, target, actual, status }];
  });
}

export interface Counts {
  readonly met: number;
  readonly checkable: number;
  readonly notMet: number;
  readonly open: number;
  readonly words: number;
}

/** "n/m chỉ tiêu đạt": m are those that can be held against a number; the ones in words are counted apart. */
export function count(all: readonly Standing[]): Counts {
  const of = (status: Status): number => all.filter((one) => one.status === status).length;
  const words = of("words") + of("unreadable");
  return { met: of("met"), notMet: of("notMet"), open: of("open"), words, checkable: all.length - words };
}
