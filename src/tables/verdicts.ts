import { areComparable, isCount, judge, type Judgement, type Target } from "../quantity";
import { isNumber, withBaseline, type IndicatorRow, type TargetCell, type TypedCell } from "./table";

/** A verdict on a value of a row; "gathered": a count to which some reporting units have yet to add theirs. */
export type Verdict = Judgement | { readonly status: "cannot-check"; readonly reason: "other-unit" | "gathered" };

/**
 * The target of a cell in the unit of its row, with the row's baseline; null where there is none that values of the row can be held
 * against: words, or a target in another unit than the row counts in.
 */
export function targetOf(row: IndicatorRow, cell: TargetCell | undefined): Target | null {
  return cell?.state === "target" && areComparable(cell.target.unit, row.unit) ? withBaseline(cell.target, row) : null;
}

/**
 * The one verdict on a value of a row: the check, the summary and the roll-up ask here, and the sheet's own formula says the same or
 * nothing.
 */
export function verdictOn(row: IndicatorRow, cell: TargetCell | undefined, value: TypedCell | undefined): Verdict {
  if (cell?.state !== "target") return { status: "cannot-check", reason: "words" };
  const target = targetOf(row, cell);
  if (!target) return { status: "cannot-check", reason: "other-unit" };
  if (isNumber(value) && isStillGathered(row, value)) return { status: "cannot-check", reason: "gathered" };
  return judge(isNumber(value) ? value.value : null, target, row.direction);
}

/** A count that is added up from reporting units, some of which have said nothing yet: neither too little nor little enough is one. */
export function isStillGathered(row: IndicatorRow, { formula }: TypedCell): boolean {
  return formula !== null && isCount(row.unit) && [...row.unitActuals.values()].some(({ state }) => state === "blank");
}
