/** The kinds of table that are made, in the order in which they are offered. */
export const TABLE_KINDS = ["indicators", "budget", "tasks"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/**
 * Names that stand for a part of a table which is no column. `table`: everything from the title to the last row; `head`: the two rows of
 * column heads; `plan`: the hidden cell that says which plan the table is of (see `planTag`).
 */
export const PART_KEYS = ["table", "caption", "head", "plan"] as const;
export type PartKey = (typeof PART_KEYS)[number];

/**
 * Columns that carry a year in their key: `y` amount, `d` what was disbursed, `actual`, `num`erator, `den`ominator, `target`, `status` of a
 * year beside the one that "status" is about.
 */
export type YearColumn = "y" | "d" | "actual" | "num" | "den" | "target" | "status";

/**
 * Columns of a reporting unit, with its place among them from 1: `u` its value, amount or status, `un`, `ud` numerator and denominator of
 * its share.
 */
export type UnitColumn = "u" | "un" | "ud";

/**
 * Columns of all tables. They are stable: workbooks that people have made hold them in their defined names. `units`: the total over the
 * reporting units. `where`: the place of a task in the document. `disbursed`: typed, of all years; `dyears`: computed from those of each
 * year; `rate`: points of the amount.
 */
export type ColumnKey =
  | "number" | "label" | "unit" | "baseline" | "status" | "numerator" | "denominator" | "note" | "key" | "direction" | "amount" | "years"
  | "disbursed" | "dyears" | "rate"
  | "lead" | "cooperating" | "time" | "progress" | "units" | "where"
  | `${YearColumn}${number}`
  | `${UnitColumn}${number}`;

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

/** The area of the sheet of a check's report: "PT_report1_files". */
export function reportName(sheet: "files" | "findings"): string {
  return `${PREFIX}_report1_${sheet}`;
}

/** The area of a sheet of what changed between two versions, counted from 1: "PT_versions1_changes". */
export function versionsName(number: number): string {
  return `${PREFIX}_versions${number}_changes`;
}

/** Which sheet of what changed a defined name is of; null for any other name. */
export function readVersionsName(name: string): number | null {
  const match = new RegExp(`^${PREFIX}_versions([1-9]\\d*)_`, "i").exec(name);
  return match && Number(match[1]);
}

/** The area of a sheet of what a text says against the tables, counted from 1: "PT_textcheck1_figures". */
export function textCheckName(number: number): string {
  return `${PREFIX}_textcheck${number}_figures`;
}

/** Which such sheet a defined name is of; null for any other name. */
export function readTextCheckName(name: string): number | null {
  const match = new RegExp(`^${PREFIX}_textcheck([1-9]\\d*)_`, "i").exec(name);
  return match && Number(match[1]);
}

/** The area of a sheet of a roll-up, both counted from 1: "PT_rollup1_sheet2". */
export function rollUpName(rollUp: number, sheet: number): string {
  return `${PREFIX}_rollup${rollUp}_sheet${sheet}`;
}

/** The facts of a plan that is kept in the workbook, their heads among them, counted from 1: "PT_plan1_facts". */
export function keptPlanName(number: number): string {
  return `${PREFIX}_plan${number}_facts`;
}

/** Which kept plan a defined name is of; null for any other name. */
export function readKeptPlanName(name: string): number | null {
  const match = new RegExp(`^${PREFIX}_plan([1-9]\\d*)_facts$`, "i").exec(name);
  return match && Number(match[1]);
}

/** Which roll-up a defined name is of; null for any other name. */
export function readRollUpName(name: string): number | null {
  const match = new RegExp(`^${PREFIX}_rollup([1-9]\\d*)_`, "i").exec(name);
  return match && Number(match[1]);
}

const DERIVED = new RegExp(`^${PREFIX}_(summary|compare|rollup|report|versions|textcheck)\\d+_`, "i");

/**
 * Whether a defined name is of a sheet that we make out of tables: a summary, a comparison of plans, a roll-up, a report of a check, what
 * changed, a text against tables.
 */
export function isDerivedName(name: string): boolean {
  return DERIVED.test(name);
}

/** Columns of the record of findings, in their order; the last one is hidden. */
export const RECORD_COLUMNS = ["number", "severity", "place", "text", "status", "explanation", "who", "date", "id"] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

const RECORD_PATTERN = new RegExp(`^${PREFIX}_record([1-9]\\d*)_(${RECORD_COLUMNS.join("|")})$`, "i");

/** The defined name of a column of a record, its head among its cells: "PT_record1_status". */
export function recordName(record: number, column: RecordColumn): string {
  return `${PREFIX}_record${record}_${column}`;
}

/** Which record and column a defined name stands for; null for any other name. */
export function readRecordName(name: string): { readonly record: number; readonly column: RecordColumn } | null {
  const match = RECORD_PATTERN.exec(name);
  return match && { record: Number(match[1]), column: (match[2] ?? "").toLowerCase() as RecordColumn };
}

/** What cells are in an answer of the record: those that it is about, or their parts. */
export type AnswerRole = "total" | "part";

const ANSWER_PATTERN = new RegExp(`^${PREFIX}_record([1-9]\\d*)_answer([1-9]\\d*)_(total|part)([1-9]\\d*)$`, "i");

/** The defined name of cells of an answer, counted from 1 in their role: "PT_record1_answer2_part1". */
export function answerName(record: number, answer: number, role: AnswerRole, place: number): string {
  return `${PREFIX}_record${record}_answer${answer}_${role}${place}`;
}

/** Which cells of which answer a defined name stands for; null for any other name. */
export function readAnswerName(
  name: string,
): { readonly record: number; readonly answer: number; readonly role: AnswerRole; readonly place: number } | null {
  const match = ANSWER_PATTERN.exec(name);
  if (!match) return null;
  const role = (match[3] ?? "").toLowerCase() as AnswerRole;
  return { record: Number(match[1]), answer: Number(match[2]), role, place: Number(match[4]) };
}

/** What a defined name of ours stands for; null for anybody else's. Excel keeps names without regard to case. */
export function readDefinedName(name: string): { table: TableId; kind: TableKind; key: ColumnKey | PartKey } | null {
  const match = PATTERN.exec(name);
  if (!match) return null;
  const kind = (match[2] ?? "").toLowerCase() as TableKind;
  return { table: `${kind}${Number(match[3])}`, kind, key: (match[4] ?? "").toLowerCase() as ColumnKey | PartKey };
}

/** The year in a column's key, of the columns asked for: ("y2021", "y") → 2021; null for any other column. */
export function yearOf(key: ColumnKey, column: YearColumn): number | null {
  return key.startsWith(column) && /^\d{4}$/.test(key.slice(column.length)) ? Number(key.slice(column.length)) : null;
}

/** The place of a reporting unit in a column's key, of the columns asked for: ("u3", "u") → 3; null for any other column. */
export function unitOf(key: ColumnKey, column: UnitColumn): number | null {
  return key.startsWith(column) && /^\d{1,3}$/.test(key.slice(column.length)) ? Number(key.slice(column.length)) : null;
}

/** What the hidden cell of a table holds: which plan it was made of, and which of its budgets. */
export function planTag(plan: string, part: string | null): string {
  return part === null ? plan : `${plan}#${part}`;
}

/** The plan, and the budget of it, that a table was made of; null for a blank cell. */
export function readPlanTag(tag: string): { readonly plan: string; readonly part: string | null } | null {
  const at = tag.indexOf("#");
  return tag === "" ? null : at === -1 ? { plan: tag, part: null } : { plan: tag.slice(0, at), part: tag.slice(at + 1) };
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

/** The row key of an item's share of a funding source: "A.1×B.2". */
export function shareKey(item: string, source: string): string {
  return `${item}${SHARE_SIGN}${source}`;
}

const SHARE_SIGN = "×";

/** The item and the source in the key of such a share; null for any other row. */
export function readShareKey(key: string): { readonly item: string; readonly source: string } | null {
  const at = key.indexOf(SHARE_SIGN);
  return at > 0 && at < key.length - 1 && !key.includes(SHARE_SIGN, at + 1) ? { item: key.slice(0, at), source: key.slice(at + 1) } : null;
}

/** The row key of a heading over indicators: of a group "I", of a part "B", of a group of it "B.I". */
export function groupRowKey(number: string): string {
  return `group:${number}`;
}

export function isGroupRowKey(key: string): boolean {
  // nearly no key is one
  return key.startsWith("group:") && /^group:(?:[IVX]+|[A-Z](?:\.[IVX]+)?)$/.test(key);
}
