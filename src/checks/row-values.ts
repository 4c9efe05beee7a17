import { derived } from "../base";
import type { CellRef } from "../sheet";
import { type IndicatorRow, isNumber, targetOf, type TypedCell } from "../tables";

/** A number of an indicator's row, with what it is about. */
export interface RowValue {
  readonly at: CellRef;
  readonly value: number;
  /** Typed as a number, so that another number can take its place. */
  readonly typed: boolean;
  readonly role: "baseline" | "target" | "actual" | "unit";
  /** The year of a target or an actual value, the place of a reporting unit; null for the baseline. */
  readonly place: number | null;
  /** The key of its column, which stays when columns move. */
  readonly column: string;
}

/** The numbers of a row: baseline, targets (both ends of a range), actual values, and what the reporting units report. */
export const rowValues = derived((row: IndicatorRow): readonly RowValue[] => {
  const cells = (role: "actual" | "unit", all: ReadonlyMap<number, TypedCell>, prefix: string): RowValue[] =>
    [...all].flatMap(([place, cell]) =>
      isNumber(cell) ? [{ at: cell.at, value: cell.value, typed: isTyped(cell), role, place, column: `${prefix}${place}` }] : [],
    );
  const targets = [...row.targets].flatMap(([place, cell]): RowValue[] => {
    const target = targetOf(row, cell);
    if (!target || target.comparator === "change") return [];
    const ends = target.comparator === "range" && target.value2 !== null ? [target.value, target.value2] : [target.value];
    const typed = target.comparator === "=" && cell.text === String(target.value);
    return ends.map((value) => ({ at: cell.at, value, typed, role: "target", place, column: `target${place}` }));
  });
  const baseline: RowValue[] = isNumber(row.baseline)
    ? [{ at: row.baseline.at, value: row.baseline.value, typed: isTyped(row.baseline), role: "baseline", place: null, column: "baseline" }]
    : [];
  return [...baseline, ...targets, ...cells("actual", row.actuals, "actual"), ...cells("unit", row.unitActuals, "u")];
});

/** A number in place of a formula would no longer be computed: only what was typed as a number is corrected. */
export function isTyped({ formula }: TypedCell): boolean {
  return formula === null;
}

export interface Ratio {
  readonly numerator: TypedCell & { readonly state: "number" };
  readonly denominator: TypedCell & { readonly state: "number" };
}

/** Numerator and denominator that stand behind a value; null where they are not both given, or nothing can be divided by the one. */
export function ratioOf(row: IndicatorRow, { role, place }: Pick<RowValue, "role" | "place">): Ratio | null {
  if (place === null || role === "target" || role === "baseline") return null;
  const numerator = (role === "actual" ? row.numerators : row.unitNumerators).get(place);
  const denominator = (role === "actual" ? row.denominators : row.unitDenominators).get(place);
  return isNumber(numerator) && isNumber(denominator) && denominator.value > 0 ? { numerator, denominator } : null;
}

/** Words of measures that may pass the whole or fall below zero: growth, comparisons with a plan, gross rates, use of capacity. */
const OPEN_ENDED =
  /(?<!\p{L})(?:tăng(?! (?:huyết áp|cường|đường huyết|nhãn áp|động))|(?<!suy )giảm(?! (?:nghèo|đau))|tốc độ|so với|chênh lệch|biến động|hoàn thành|giải ngân|vượt|dự toán|kế hoạch năm|(?:thực hiện|đạt) kế hoạch(?! hóa| hoá)|công suất|sử dụng giường|lợi nhuận|lạm phát|chỉ số|cân đối|chung|thô|nhập học|huy động|năng suất|bội chi|nợ|lãi|kết dư|di cư|growth|increase|decrease|change|compared|gross|completion|occupancy)(?!\p{L})/iu;
const SHARE = /^(?:tổng )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phần trăm|(?:độ |mức )?bao phủ|share|proportion|percentage|coverage)(?!\p{L})/iu;

/** Values that may pass 100 % or fall below zero, by the words of the indicator. */
export function isOpenEnded({ label }: IndicatorRow): boolean {
  return OPEN_ENDED.test(label.normalize("NFC"));
}

/** A part of a whole beyond doubt: its words say so, or people give what it is counted from. */
export function isShare(row: IndicatorRow): boolean {
  const counted = [row.numerators, row.unitNumerators].some((cells) => [...cells.values()].some(isNumber));
  return !isOpenEnded(row) && (SHARE.test(row.label.normalize("NFC").trim()) || counted);
}

/** The number without what binary arithmetic left behind: 0.29 × 100 is 29. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}
