import type { Finding } from "../findings";
import { columnsOf, type IndicatorRow, type IndicatorTable, rowsAt } from "../tables";
import type { Context, Rule } from "./rule";

/** Whether there may be anything to say of the row at a place. */
export type May = (row: number) => boolean;

/**
 * A rule that looks at each row of an indicator table by itself. Most rows are right, which their columns of numbers tell at a small
 * part of what it costs to look at the row: `may` is asked first, and never says no of a row that `ofRow` has something to say of.
 * Null: of no row of the table.
 */
export interface RowRule extends Rule {
  readonly may: (table: IndicatorTable, context: Context) => May | null;
  readonly ofRow: (table: IndicatorTable, row: IndicatorRow, context: Context) => Finding[];
}

export function rowRule(own: Omit<RowRule, "check">): RowRule {
  return {
    ...own,
    check: (table, context) =>
      table.kind === "indicators" ? rowsWhere(table, own.may(table, context)).flatMap((row) => own.ofRow(table, row, context)) : [],
  };
}

/** The rows of which there may be something to say. */
export function rowsWhere(table: IndicatorTable, may: May | null): IndicatorRow[] {
  if (!may) return [];
  const { count } = columnsOf(table);
  const found: number[] = [];
  for (let row = 0; row < count; row++) if (may(row)) found.push(row);
  return rowsAt(table, found);
}
