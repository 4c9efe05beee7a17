import type { MoneyUnit } from "../quantity";
import type { TableId } from "./keys";

/**
 * Rows of a budget table. `both`: items, then funding sources; `item`, `source`: one of them; `item-source`: under each item
 * its funding sources, and below all the sources with what the items get from each.
 */
export const BUDGET_LAYOUTS = ["both", "item", "source", "item-source"] as const;
export type BudgetLayout = (typeof BUDGET_LAYOUTS)[number];

/** Where a table goes: names that are free in the workbook. */
export interface TablePlace {
  readonly table: TableId;
  readonly sheet: string;
  /** Its number among the annexes of the document, from 1; where it is left out the document has this one alone. */
  readonly annex?: number;
}

/** What the person who makes tables may choose; `years` null: as the plan suggests. */
export interface TableChoices {
  /** Of the budgets; null: each in its document's. */
  readonly unit: MoneyUnit | null;
  readonly layout: BudgetLayout;
  /** Years that get columns, rising; in a table with reporting units the last of them is the year that is reported. */
  readonly years: readonly number[] | null;
  /** Names of the reporting units, a column each, and a total over them; empty for none. */
  readonly reportingUnits: readonly string[];
  /** Beside the amounts of a budget what was disbursed of them, by line and year, and the rate. */
  readonly disbursed: boolean;
}

export const DEFAULT_CHOICES: TableChoices = { unit: null, layout: "both", years: null, reportingUnits: [], disbursed: false };
