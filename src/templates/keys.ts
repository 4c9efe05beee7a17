/** The kinds of table that are made, in the order in which they are offered. */
export const TABLE_KINDS = ["indicators", "budget"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Names that stand for a part of a table which is no column. `table`: everything from the title to the last row. */
export const PART_KEYS = ["table", "caption"] as const;
export type PartKey = (typeof PART_KEYS)[number];

/** Columns that carry a year in their key: `y` amount, `actual`, `num`erator, `den`ominator, `target`. */
export type YearColumn = "y" | "actual" | "num" | "den" | "target";

/** Columns of all tables. They are stable: workbooks that people have made hold them in their defined names. */
export type ColumnKey =
  | "number" | "label" | "unit" | "baseline" | "status" | "numerator" | "denominator" | "note" | "key" | "direction" | "amount" | "years"
  | `${YearColumn}${number}`;

/** "budget1": the kind and a number that is free in the workbook. */
export type TableId = `${TableKind}${number}`;

const PREFIX = "PT";
const PATTERN = new RegExp(`^${PREFIX}_((${TABLE_KINDS.join("|")})([1-9]\\d*))_([a-z]+\\d*)$`, "i");

/** The defined name of a column or part: "PT_budget1_amount". */
export function definedName(table: TableId, key: ColumnKey | PartKey): string {
  return `${PREFIX}_${table}_${key}`;
}

/** The area of the summary sheet of ours, so that it is found again when the sheet was renamed or moved. */
export const SUMMARY_NAME = `${PREFIX}_summary1_table`;

/** What a defined name of ours stands for; null for anybody else's. Excel keeps names without regard to case. */
export function readDefinedName(name: string): { table: TableId; kind: TableKind; key: ColumnKey | PartKey } | null {
  const match = PATTERN.exec(name);
  if (!match) return null;
  const kind = (match[2] ?? "").toLowerCase() as TableKind;
  return { table: `${kind}${Number(match[3])}`, kind, key: (match[4] ?? "").toLowerCase() as ColumnKey | PartKey };
}

/** The year in a column's key, of the columns asked for: ("y2021", "y") → 2021; null for any other column. */
export function yearOf(key: ColumnKey, column: YearColumn): number | null {
  const match = new RegExp(`^${column}(\\d{4})$`).exec(key);
  return match ? Number(match[1]) : null;
}

/** The next free table id of a kind, given the defined names of the workbook. */
export function freeTableId(kind: TableKind, names: readonly string[]): TableId {
  const used = names.map(readDefinedName).filter((name) => name?.kind === kind).map((name) => Number(name?.table.slice(kind.length)));
  return `${kind}${Math.max(0, ...used) + 1}`;
}

/** Row keys of a budget table, in its hidden column: the line's number in the plan, or for a computed row what it adds up. */
export function groupKey(parent: string, kind: "item" | "source"): string {
  return `${parent}:${kind}`;
}

/** The row key of a heading over indicators. */
export function groupRowKey(number: string): string {
  return `group:${number}`;
}

export function isGroupRowKey(key: string): boolean {
  return /^group:[IVX]+$/.test(key);
}
