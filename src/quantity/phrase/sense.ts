import type { Comparator } from "../types";
import { LEADERS, TIMES } from "./hints";
import type { Measure } from "./measure";
import type { Piece } from "./scan";

/** "thứ hạng từ 10 trở lên": a better place is a smaller number. */
export const better = (op: Comparator | null): Comparator | null => (op === ">=" ? "<=" : op === "<=" ? ">=" : op);

/** "mỗi năm 2 lần" is 2 lần/năm, "mỗi năm giảm 2%" 2 %/năm. */
export function addPeriod(measure: Measure, every: string | null): void {
  const { unit } = measure;
  if (every === null || unit === null) return;
  if (TIMES.test(unit) || (/^(?:điểm )?[%‰]$/.test(unit) && measure.grows !== 0)) measure.unit = `${unit}/${every}`;
}

/** "10 tỉnh, thành phố dẫn đầu": in the unit or right behind it. */
export const leads = (pieces: readonly Piece[], measure: Measure): boolean =>
  LEADERS.test(pieces.slice(measure.begin + 1, measure.end + 3).map((piece) => piece.text).join(" "));
