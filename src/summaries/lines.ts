import type { CellInput } from "../sheet";

/**
 * How a kind of table lies in the columns of the summary; every kind has a row for its head and rows of its own. `leadWide` has
 * the states that are on no list as well; `finding` and
 * `explained` are of earlier summaries, which are read by it.
 */
export const TABLES = [
  "count", "assessed", "indicator", "course", "words", "budget", "amount", "paid", "lead", "leadWide", "late", "finding", "explained",
  "leftover",
] as const;
export type TableName = (typeof TABLES)[number];

/**
 * `own`: a row that somebody has inserted; the rows of letterhead and signature belong to people once they are there; `place` is of earlier
 * summaries.
 */
export const PLAIN = [
  "letterhead", "motto", "rule", "docNumber", "title", "subtitle", "sentence", "changes", "part", "heading", "subheading", "bullet", "note",
  "spelled", "chart", "blank", "place", "signers", "signNote", "signSpace", "signName", "own",
] as const;
export type PlainKind = (typeof PLAIN)[number];

/** What a row is; its look, its merged cells and whose cells are whose follow from it alone. */
export type LineKind = PlainKind | TableName | `${TableName}:head` | `${TableName}:group` | `${TableName}:total`;

/** Looks up the row (0-based) of a line by its key. */
export type RowOf = (key: string) => number;

/** A row of the summary before it has its place: cells by column, those that speak of other rows as functions. */
export interface Line {
  readonly kind: LineKind;
  /** Unique in the sheet and the same at the next time: by it people's words find their row again. */
  readonly key: string;
  readonly cells: readonly (CellInput | ((rowOf: RowOf) => CellInput))[];
  /** Kept in a hidden column: a status, a date, the shape of a chart. */
  readonly data?: string;
}

/** Lines that go together: `lead` stays with what follows, `head` is written again where a page begins within `rows`. */
export interface Block {
  readonly lead: readonly Line[];
  readonly head: readonly Line[];
  readonly rows: readonly Line[];
  /** Not to be cut by a page. */
  readonly together?: boolean;
}

/** Columns of the sheet: what is printed, what is beside it on the screen, what is hidden. */
export const PRINTED = 11;
export const COLUMN = { opinion: 9, source: 11, chart: 12, key: 18, data: 19 } as const;
export const WIDTHS: readonly number[] = [7, 36, 9, 10, 9, 12, 10, 10, 11, 13, 20, 24, 26, 10, 10, 10, 10, 10, 10, 10];

export function isTable(text: string): text is TableName {
  return (TABLES as readonly string[]).includes(text);
}

export function tableOfKind(kind: LineKind): TableName | null {
  const [name = ""] = kind.split(":");
  return isTable(name) ? name : null;
}

const KINDS: ReadonlySet<string> = new Set([
  ...PLAIN,
  ...TABLES.flatMap((table) => [table, `${table}:head`, `${table}:group`, `${table}:total`]),
]);

/** What stands in the hidden column of keys; `page`: a printed page begins here. */
export function writeMark({ kind, key }: Pick<Line, "kind" | "key">, page: boolean): string {
  return `${kind}${page ? "^" : ""} ${key}`;
}

/** Null for anything that is no mark of ours. */
export function readMark(text: string): { readonly kind: LineKind; readonly key: string; readonly page: boolean } | null {
  const match = /^([A-Za-z:]+)(\^?) (.*)$/s.exec(text);
  if (!match) return null;
  const [, kind = "", page, key = ""] = match;
  return KINDS.has(kind) ? { kind: kind as LineKind, key, page: page === "^" } : null;
}
