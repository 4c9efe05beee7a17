import type { CorrectionData, Finding } from "../findings";
import { decimalsOf, isCount } from "../quantity";
import { columnsOf, type IndicatorRow, type IndicatorTable, isNumber, type TypedCell } from "../tables";
import { FACT, factsOf } from "./row-facts";
import { rowRule } from "./row-rule";
import { rowUnit } from "./row-unit";
import { clean, isOpenEnded, isShare, ratioOf, rowValues, type RowValue } from "./row-values";
import { finding } from "./rule";
import { slipAt, slipsOf } from "./slips";

/** Values that the unit does not allow. */
export const unitLimits = rowRule({
  name: "unit-limits",
  codes: ["over-whole", "below-zero", "numerator-over-denominator", "part-of-a-thing"],
  severities: ["error", "warning"],
  may: (table) => {
    const { unitOf, units: words } = columnsOf(table);
    const { flags, most, units } = factsOf(table);
    const limits = units.map(({ unit, whole }) => (isShareUnit(unit) && whole !== null ? whole : Infinity));
    const reasons = units.map(
      ({ unit, whole }, index) =>
        FACT.negative | (whole === null || unit === "/100" ? 0 : FACT.above) | (isIndivisible(words[index] ?? null) ? FACT.split : 0),
    );
    return (row) => ((flags[row] ?? 0) & (reasons[unitOf[row] ?? 0] ?? 0)) !== 0 || (most[row] ?? 0) > (limits[unitOf[row] ?? 0] ?? 0);
  },
  ofRow: (table, row) => [...overWhole(table, row), ...belowZero(table, row), ...overDenominator(table, row), ...parts(table, row)],
});

const isShareUnit = (unit: string | null): unit is "%" | "‰" => unit === "%" || unit === "‰";

const reported = (row: IndicatorRow): RowValue[] => rowValues(row).filter(({ role }) => role !== "target");

/** More than the whole. A row whose own target or baseline passes the whole measures something else. */
function overWhole(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const { unit, whole } = rowUnit(row);
  if (!isShareUnit(unit) || whole === null) return [];
  const over = reported(row).filter(({ value }) => value > whole);
  if (over.length === 0 || isOpenEnded(row)) return [];
  const slips = slipsOf(row);
  if (
    rowValues(row).some(({ role, value, column }) => (role === "target" || role === "baseline") && value > whole && !slipAt(slips, column))
  )
    return [];
  return over.flatMap((one): Finding[] => {
    const ratio = ratioOf(row, one);
    if (slipAt(slips, one.column) || (ratio && ratio.numerator.value > ratio.denominator.value)) return [];
    return [
      finding(table, "over-whole", `${row.key}/${one.column}`, {
        severity: isShare(row) ? "error" : "warning",
        at: one.at,
        data: { indicator: row.label, value: one.value, unit, whole },
      }),
    ];
  });
}

/** What has no negative: shares, rates, ages, lengths, things that are counted. Money, points and changes may be negative. */
function hasNoNegative(row: IndicatorRow): boolean {
  const { unit, whole } = rowUnit(row);
  if (unit === null || isOpenEnded(row)) return false;
  return whole !== null || /^(?:tuổi|cm)$/.test(unit) || (isCount(row.unit) && !/^đồng(?:\/|$)/.test(unit));
}

function belowZero(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const values = reported(row).filter(({ value }) => value < 0);
  const found = (about: string, at: Finding["at"], value: number, correction: CorrectionData | null): Finding =>
    finding(table, "below-zero", `${row.key}/${about}`, {
      severity: "error",
      at,
      data: { indicator: row.label, value, unit: row.unit, correction },
    });
  const basis = [row.numerators, row.denominators, row.unitNumerators, row.unitDenominators]
    .flatMap((cells) => [...cells.values()])
    .filter(isNumber)
    .filter(({ value }) => value < 0);
  if (values.length + basis.length === 0 || !hasNoNegative(row)) return [];
  return [
    ...values.map((one) => found(one.column, one.at, one.value, withoutMinus(one, rowValues(row)))),
    ...basis.map(({ at, value }) => found(`basis${at.col}`, at, value, null)),
  ];
}

/** The same number without its minus, where others of the row are of that order. */
function withoutMinus({ at, value, typed }: RowValue, all: readonly RowValue[]): CorrectionData | null {
  const near = all.some((other) => other.value > 0 && other.value / -value > 0.5 && other.value / -value < 2);
  return typed && near ? { at, from: value, to: -value, kind: "sign" } : null;
}

function overDenominator(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const { unit: counted, whole } = rowUnit(row);
  // boys per 100 girls: neither is a part of the other
  if (whole === null || counted === "/100" || row.numerators.size + row.unitNumerators.size === 0) return [];
  const pairs = (
    above: ReadonlyMap<number, TypedCell>, below: ReadonlyMap<number, TypedCell>, unit: (place: number) => string | null, prefix: string,
  ): Finding[] =>
    [...above].flatMap(([place, numerator]): Finding[] => {
      const denominator = below.get(place);
      if (
        !isNumber(numerator) || !isNumber(denominator) || numerator.value <= denominator.value || denominator.value < 0 || isOpenEnded(row)
      )
        return [];
      return [
        finding(table, "numerator-over-denominator", `${row.key}/${prefix}${place}`, {
          severity: "error",
          at: numerator.at,
          cells: [numerator.at, denominator.at],
          data: {
            indicator: row.label,
            year: unit(place) === null ? place : table.year,
            reportingUnit: unit(place),
            numerator: numerator.value,
            denominator: denominator.value,
          },
        }),
      ];
    });
  // a sum over units is wrong by one of its units, which is said there
  const byUnit = pairs(row.unitNumerators, row.unitDenominators, (place) => table.units.get(place) ?? "", "un");
  return byUnit.length > 0 ? byUnit : pairs(row.numerators, row.denominators, () => null, "num");
}

/** People, cases and places; half of one is none. Not what is averaged or counted per something. */
const INDIVISIBLE = /^(?:người|trẻ|ca|lượt|hộ|bệnh nhân|bác s[ĩỹ]|y s[ĩỹ]|dược s[ĩỹ]|điều dưỡng|nhân viên|cán bộ|học sinh|trạm|xã|phường|thôn|bản|huyện|cơ sở|trường|doanh nghiệp|bệnh viện|people|persons|cases|households)(?![\p{L}\p{M}])[^/]*$/iu;
const PER_SOMETHING = /(?<!\p{L})(?:mỗi|từng|bình quân|trung bình|trên (?:một|1|10|100|1\.000|10\.000|100\.000)|tỷ lệ|tỉ lệ|tỷ số|hệ số|average|mean|per)(?!\p{L})|\//iu;

const isIndivisible = (unit: string | null): boolean => INDIVISIBLE.test(unit?.normalize("NFC").trim() ?? "");

function parts(table: IndicatorTable, row: IndicatorRow): Finding[] {
  const split = reported(row).filter(({ value }) => !Number.isInteger(value));
  if (split.length === 0) return [];
  const unit = row.unit?.normalize("NFC").trim() ?? "";
  const values = rowValues(row);
  if (
    !isIndivisible(row.unit) ||
    PER_SOMETHING.test(row.label.normalize("NFC")) ||
    values.some(({ role, value }) => (role === "target" || role === "baseline") && !Number.isInteger(value))
  )
    return [];
  return split.map((one) =>
    finding(table, "part-of-a-thing", `${row.key}/${one.column}`, {
      severity: "warning",
      at: one.at,
      data: { indicator: row.label, value: one.value, unit, correction: thousands(one, values) },
    }),
  );
}

/** "1.234" that was read as a decimal: a thousand times it is a whole number of the order of the others. */
function thousands({ at, value, typed, column }: RowValue, all: readonly RowValue[]): CorrectionData | null {
  const to = clean(value * 1000);
  const near = all.some((other) => other.column !== column && other.value > 0 && to / other.value > 1 / 3 && to / other.value < 3);
  return typed && near && decimalsOf(value) <= 3 ? { at, from: value, to, kind: "separator" } : null;
}
