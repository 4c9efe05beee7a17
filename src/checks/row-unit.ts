import { kept } from "../base";
import { readUnit, wholeOf } from "../quantity";
import type { IndicatorRow } from "../tables";

/** What a row counts in. */
export interface RowUnit {
  /** In one notation: "%", "‰", "/vạn dân", "đồng", the words as they stand; null for none. */
  readonly unit: string | null;
  /** What one of the row's unit is in that notation: 1000000 for "triệu đồng". */
  readonly factor: number;
  /** What the whole is in a unit of shares and rates: 100 for %, 1000 for ‰, 10000 for "/vạn dân"; null for any other. */
  readonly whole: number | null;
}

/** What a row counts in, as its words say. */
export function rowUnit({ unit }: Pick<IndicatorRow, "unit">): RowUnit {
  return unitNamed(unit ?? "");
}

/** What words of a unit count in: the same few units stand in all rows of all tables. */
export const unitNamed = kept((words: string): RowUnit => {
  const { unit, factor } = readUnit(words);
  return { unit, factor, whole: wholeOf(unit) };
}, 500);
