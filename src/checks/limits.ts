import type { Target } from "../quantity";
import { withBaseline, type IndicatorRow, type TargetCell } from "../reading";
import { rowUnit } from "./row-unit";

/** đồng: more than the whole state budget of several years (2,5 million tỷ in one), so that no plan's amount comes to it. */
export const MOST_DONG = 1e16;

const perMilleMismatch = (a: string | null, b: string | null): boolean => (a === "%" && b === "‰") || (a === "‰" && b === "%");

/**
 * The target of a cell in the unit of its row, with the row's baseline; null where there is none that values of the row can be held
 * against: words, or ‰ where the row counts in %.
 */
export function targetOf(row: IndicatorRow, cell: TargetCell | undefined): Target | null {
  if (cell?.state !== "target") return null;
  return perMilleMismatch(cell.target.unit, rowUnit(row).unit) ? null : withBaseline(cell.target, row);
}
