import type { CellRef } from "../../sheet";
import type { OtherTable, Question } from "../../tables";
import type { FormColumn } from "../match-columns";

/**
 * What a form says that lines, or columns, have to do with each other on each track: line (or column) `total` is what `parts` come to, by
 * their places.
 */
export interface TrackRule {
  /** "row": of columns, in each line; "column": of lines, in each column. */
  readonly axis: "row" | "column";
  readonly op: "sum" | "difference" | "product" | "ratio";
  readonly total: number;
  readonly parts: readonly number[];
  /** Of a ratio: 100 for points. */
  readonly factor: number;
  readonly growth: boolean;
  /** Of a difference: so many of the first parts are added. */
  readonly added: number;
}

/** A rule that only numbers tell needs so many tracks on which it holds. */
const LEAST_TRACKS = 3;

/** The rules that a table's relations tell, each once, as texts that are the same in every copy of its shape. */
export function trackRules(table: OtherTable, columns: readonly FormColumn[]): string[] {
  const lineAt = new Map(table.rows.map(({ row }, at) => [row, at]));
  const columnAt = new Map(columns.map(({ col }, at) => [col, at]));
  const found = new Map<string, { tracks: number; readonly isSaid: boolean }>();
  for (const relation of table.relations) {
    const rule = ruleOf(relation, ({ row, col }) => (relation.axis === "row" ? columnAt.get(col) : lineAt.get(row)));
    if (!rule) continue;
    const text = JSON.stringify(rule);
    const known = found.get(text);
    if (known) known.tracks += 1;
    else found.set(text, { tracks: 1, isSaid: relation.from !== "numbers" });
  }
  return [...found].flatMap(([text, { tracks, isSaid }]) => (isSaid || tracks >= LEAST_TRACKS ? [text] : [])).sort();
}

export function readTrackRule(text: string): TrackRule {
  return JSON.parse(text) as TrackRule;
}

function ruleOf(relation: Question, placeOf: (at: CellRef) => number | undefined): TrackRule | null {
  const { axis, op, total, all, factor = 1, growth = false, added = 1, partial } = relation;
  if (op === "of-which" || (partial && op !== "sum")) return null;
  const [own, parts] = [placeOf(total.at), all.map(placeOf)];
  if (own === undefined || parts.length === 0 || !parts.every((part) => part !== undefined) || parts.includes(own)) return null;
  return { axis, op: op === "same" ? "sum" : op, total: own, parts, factor, growth, added };
}
