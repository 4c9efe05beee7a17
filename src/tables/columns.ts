/** What the numbers of a column are; `figure`: whatever a table of somebody else's is about. */
export type Role = "figure" | "planned" | "disbursed" | "rate" | "baseline" | "actual" | "numerator" | "denominator";

/** Over what a row is split into columns. */
export type Span = "years" | "units";

/** A column of numbers. */
export interface Column {
  /** Stands for the column in what is kept from check to check: it stays while columns move, and nothing is to be read out of it. */
  readonly id: string;
  readonly role: Role;
  /** The year that it is about; null for none. */
  readonly year: number | null;
  /** The place of the reporting unit that it is of, from 1; null for none. */
  readonly place: number | null;
  /** Which columns of its role the sheet adds up in it; null for a column that adds up none. */
  readonly adds: Span | null;
}

/** What people call a column: numbers that are added up, shares, numbers that nobody adds up (quantities, prices), or no numbers at all. */
export const COLUMN_USES = ["amount", "share", "quantity", "words"] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** A column that the sheet computes from others of its row: of the years, of the reporting units, of what was disbursed in each year. */
export function isAcross({ adds }: Column): boolean {
  return adds !== null;
}

/** What a column is one of several of: years, or reporting units; null for a column that is neither. */
export function spanOf({ year, place }: Column): Span | null {
  return year !== null ? "years" : place !== null ? "units" : null;
}

/** Whether a column holds what was disbursed. Nobody states its totals: where a total has breakdowns they are held against each other. */
export function isPaid({ role }: Column): boolean {
  return role === "disbursed";
}

/** The column that states the whole of what is planned, or of what was disbursed; null where there is none. */
export function wholeColumn(columns: readonly Column[], role: Role): Column | null {
  return columns.find((column) => column.role === role && !isAcross(column) && spanOf(column) === null) ?? null;
}

/** The column that states the whole of what is planned; null where there is none. */
export function amountColumn(columns: readonly Column[]): Column | null {
  return wholeColumn(columns, "planned");
}

/** The column of what was disbursed in all: the sum of its years, else what is typed; null in a table that has none. */
export function paidColumn(columns: readonly Column[]): Column | null {
  return columns.find((column) => isPaid(column) && column.adds === "years") ?? wholeColumn(columns, "disbursed");
}

/**
 * The column of the plan beside one of what was disbursed: that of the year where the table has it, else null; the amount beside the whole.
 */
export function plannedFor(column: Column, columns: readonly Column[]): Column | null {
  if (!isPaid(column)) return null;
  return column.year === null
    ? amountColumn(columns)
    : (columns.find(({ role, year }) => role === "planned" && year === column.year) ?? null);
}
