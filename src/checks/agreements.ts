import { sumExact, type MoneyUnit } from "../quantity";
import type { CellRef } from "../sheet";
import { type BudgetTable, cellIn, gridOf, isNumber, isNumberAt, lineSums, NOISE, type Table, amountColumn } from "../tables";

/** A stated total that every breakdown of it reaches. */
export interface Agreement {
  readonly sheet: string;
  readonly at: CellRef;
  readonly label: string;
  readonly value: number;
  readonly unit: MoneyUnit | null;
  /** The words of the breakdowns that reach it. */
  readonly breakdowns: readonly string[];
}

/** The approved totals that are confirmed by their breakdowns, to be said when all is well. */
export function agreements(tables: readonly Table[]): Agreement[] {
  return tables.filter((table): table is BudgetTable => table.kind === "budget").flatMap((table) => {
    const [rowsOf, grid] = [lineSums(table), gridOf(table)];
    const whole = amountColumn(table.columns);
    if (!whole) return [];
    const amount = table.columns.indexOf(whole);
    return rowsOf.wholes.flatMap((index): Agreement[] => {
      const row = table.rows[index];
      if (row?.kind !== "total") return [];
      const total = cellIn(row, whole);
      if (!isNumber(total)) return [];
      const groups = rowsOf.groupsOf(index);
      const reached = groups.filter((group) => {
        const computed = isNumberAt(grid, amount, group) ? (grid.values[amount]?.[group] ?? 0) : null;
        return computed !== null && Math.abs(sumExact([total.value, -computed])) <= NOISE * Math.max(Math.abs(total.value), Math.abs(computed));
      });
      if (groups.length === 0 || reached.length < groups.length) return [];
      return [{ sheet: table.sheet, at: total.at, label: row.label, value: total.value, unit: table.unit, breakdowns: reached.map((group) => table.rows[group]?.label ?? "") }];
    });
  });
}
