import { sumExact, type MoneyUnit } from "../quantity";
import { isNumber, NOISE, sumRows, type BudgetTable, type Table } from "../reading";
import type { CellRef } from "../sheet";

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
    const rowsOf = sumRows(table);
    return table.rows.flatMap((row, index): Agreement[] => {
      if (row.kind !== "total") return [];
      const total = row.cells.get("amount");
      if (!isNumber(total)) return [];
      const groups = rowsOf.groupsOf(index).flatMap((group) => table.rows[group] ?? []);
      const reached = groups.filter((group) => {
        const computed = group.cells.get("amount");
        return isNumber(computed) && Math.abs(sumExact([total.value, -computed.value])) <= NOISE * Math.max(Math.abs(total.value), Math.abs(computed.value));
      });
      if (groups.length === 0 || reached.length < groups.length) return [];
      return [{ sheet: table.sheet, at: total.at, label: row.label, value: total.value, unit: table.unit, breakdowns: reached.map(({ label }) => label) }];
    });
  });
}
