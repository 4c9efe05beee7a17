import type { CorrectionData, Finding } from "../findings";
import { decimalsOf } from "../quantity";
import { agrees } from "./agrees";
import { FACT, factsOf } from "./row-facts";
import { rowRule } from "./row-rule";
import { rowUnit } from "./row-unit";
import { clean, isOpenEnded, ratioOf, rowValues, type RowValue } from "./row-values";
import { finding } from "./rule";
import { slipAt, slipsOf } from "./slips";

/** A share or rate that does not come out of its numerator and denominator. */
export const shares = rowRule({
  name: "shares",
  codes: ["share-mismatch"],
  severities: ["error", "info"],
  may: (table) => {
    const { flags } = factsOf(table);
    return (row) => ((flags[row] ?? 0) & FACT.differs) !== 0;
  },
  ofRow: (table, row) => {
    const { whole, unit } = rowUnit(row);
    if (whole === null || row.numerators.size + row.unitNumerators.size === 0) return [];
    const values = rowValues(row);
    return values.flatMap((one): Finding[] => {
      const ratio = ratioOf(row, one);
      if (!ratio) return [];
      const { numerator, denominator } = ratio;
      const exact = (whole * numerator.value) / denominator.value;
      if (agrees(one.value, exact)) return [];
      // a numerator over its denominator is a finding of its own, and so is a value that is off by a power of ten
      const impossible = numerator.value > denominator.value && unit !== "/100" && !isOpenEnded(row);
      if (impossible || slipAt(slipsOf(row), one.column)) return [];
      const decimals = Math.max(decimalsOf(one.value), 2);
      const expected = Number(exact.toFixed(Math.min(decimals, 6)));
      const unitPlace = one.role === "unit" ? (one.place ?? 0) : null;
      return [
        finding(table, "share-mismatch", `${row.key}/${one.column}`, {
          // cut off instead of rounded
          severity: Math.abs(one.value - exact) < 10 ** -decimalsOf(one.value) ? "info" : "error",
          at: one.at,
          cells: [one.at, numerator.at, denominator.at],
          data: {
            indicator: row.label,
            year: unitPlace === null ? one.place : table.year,
            reportingUnit: unitPlace === null ? null : (table.units.get(unitPlace) ?? ""),
            unit: row.unit,
            share: one.value,
            numerator: numerator.value,
            denominator: denominator.value,
            expected,
            gap: clean(one.value - expected),
            correction: correctionOf(one, expected, values),
          },
        }),
      ];
    });
  },
});

/** The share follows from the counts, unless the row's other values speak for the share as it was typed. */
function correctionOf({ at, value, typed, column }: RowValue, expected: number, all: readonly RowValue[]): CorrectionData | null {
  const others = all.filter((other) => other.column !== column && other.value > 0).map((other) => other.value);
  const farness = (one: number): number => Math.min(...others.map((other) => Math.abs(one - other)));
  const unlikely =
    expected <= 0 || (others.length > 0 && farness(expected) > 3 * farness(value) && farness(expected) > 0.1 * Math.max(...others));
  return typed && !unlikely ? { at, from: value, to: expected, kind: null } : null;
}
