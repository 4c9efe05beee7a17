import type { MoneyUnit } from "../quantity";
import type { CellRef } from "../sheet";
import { amountColumn, cellIn, isNumber, lineSums, relationHolds, type BudgetRow, type BudgetTable, type Table } from "../tables";

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
    const rowsOf = lineSums(table);
    const whole = amountColumn(table.columns);
    if (!whole) return [];
    return rowsOf.wholes.flatMap((index): Agreement[] => {
      const row = table.rows[index];
      if (row?.kind !== "total") return [];
      const total = cellIn(row, whole);
      if (!isNumber(total)) return [];
      const groups = rowsOf.groupsOf(index);
      const reached = groups.filter((group) => {
        const part = cellIn(table.rows[group] as BudgetRow, whole);
        return isNumber(part) && relationHolds({ op: "same", total, parts: [part] });
      });
      if (groups.length === 0 || reached.length < groups.length) return [];
      return [
        {
          sheet: table.sheet,
          at: total.at,
          label: row.label,
          value: total.value,
          unit: table.unit,
          breakdowns: reached.map((group) => table.rows[group]?.label ?? ""),
        },
      ];
    });
  });
}
