import { derived } from "../base";
import { spanOf, wholeColumn, type Role, type Span } from "./columns";
import type { BudgetTable } from "./table";

/** Columns that add up across each row, by their places in the table's `columns`; -1 for a column that the table does not have. */
export interface Across {
  readonly role: Role;
  readonly span: Span;
  readonly parts: readonly number[];
  /** The column in which the sheet adds them up. */
  readonly sum: number;
  /** The column that states what they come to. */
  readonly whole: number;
  /** Years without a column of their sum are some of the years: they need not reach the whole. */
  readonly complete: boolean;
}

const ASKED: readonly (readonly [Role, Span])[] = [["planned", "years"], ["planned", "units"], ["disbursed", "years"]];

/** How the columns of a budget table add up: its years, its reporting units, what was disbursed in each year. */
export const acrossOf = derived(({ columns }: Pick<BudgetTable, "columns">): readonly Across[] =>
  ASKED.flatMap(([role, span]): Across[] => {
    const parts: number[] = [];
    for (const [place, column] of columns.entries()) if (column.role === role && spanOf(column) === span) parts.push(place);
    if (parts.length === 0) return [];
    const sum = columns.findIndex((column) => column.role === role && column.adds === span);
    const whole = wholeColumn(columns, role);
    return [{ role, span, parts, sum, whole: whole ? columns.indexOf(whole) : -1, complete: span === "units" || sum !== -1 }];
  }),
);
