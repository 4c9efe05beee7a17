import type { Direction, Target } from "../quantity";
import { withBaseline, type IndicatorRow, type TargetCell } from "../reading";
import { rowUnit } from "./row-unit";

/** The one side on which a target sets a limit. */
export interface Limit {
  /** "low": at least; "high": at most. */
  readonly side: "low" | "high";
  readonly value: number;
  readonly strict: boolean;
}

const perMilleMismatch = (a: string | null, b: string | null): boolean => (a === "%" && b === "‰") || (a === "‰" && b === "%");

/**
 * The target of a cell in the unit of its row, with the row's baseline; null where there is none that values of the row can be held
 * against: words, or ‰ where the row counts in %.
 */
export function targetOf(row: IndicatorRow, cell: TargetCell | undefined): Target | null {
  if (cell?.state !== "target") return null;
  return perMilleMismatch(cell.target.unit, rowUnit(row).unit) ? null : withBaseline(cell.target, row);
}

/** The limit that a target sets; a bare value by the direction. Null where it has to be kept from both sides, or depends on a baseline. */
export function limitOf({ comparator, value, value2 }: Target, direction: Direction): Limit | null {
  switch (comparator) {
    case ">":
    case ">=":
      return { side: "low", value, strict: comparator === ">" };
    case "<":
    case "<=":
      return { side: "high", value, strict: comparator === "<" };
    case "=":
    case "~":
    case "range":
      if (direction === "equal") return null;
      return direction === "up" ? { side: "low", value, strict: false } : { side: "high", value: comparator === "range" ? (value2 ?? value) : value, strict: false };
    case "change":
      return null;
  }
}

/** Which of two limits asks for more: negative the first, positive the second, 0 neither; null where they are on different sides. */
export function compareLimits(a: Limit, b: Limit): number | null {
  if (a.side !== b.side) return null;
  if (a.value !== b.value) return a.side === "low" ? b.value - a.value : a.value - b.value;
  return Number(b.strict) - Number(a.strict);
}
