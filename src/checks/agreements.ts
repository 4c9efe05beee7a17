import type { MoneyUnit } from "../quantity";
import { noiseOf, relationGap, type BudgetTable, type Table } from "../reading";
import { sameCell, type CellRef } from "../sheet";

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
  return tables.filter((table): table is BudgetTable => table.kind === "budget").flatMap((table) =>
    table.rows.flatMap((row, index): Agreement[] => {
      const total = row.cells.get("amount");
      if (row.kind !== "total" || total?.state !== "number") return [];
      const groups = table.rows.filter(({ parent, kind }) => parent === index && kind === "group");
      const reached = groups.filter((group) => {
        const computed = group.cells.get("amount");
        return table.relations.some(
          (relation) => sameCell(relation.total.at, total.at) && relation.parts.some(({ at }) => computed !== undefined && sameCell(at, computed.at)) && Math.abs(relationGap(relation)) <= noiseOf(relation),
        );
      });
      if (groups.length === 0 || reached.length < groups.length) return [];
      return [{ sheet: table.sheet, at: total.at, label: row.label, value: total.value, unit: table.unit, breakdowns: reached.map(({ label }) => label) }];
    }),
  );
}
