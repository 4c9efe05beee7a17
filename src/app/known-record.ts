import { serialOf } from "../base";
import { lostIdPart, rules, tableIdPart, type RuleFailure, type Today } from "../checks";
import {
  mergeRecord, offRules, statusReader, textOf, weightOf, type Finding, type Merged, type OffRule, type RecordCells, type RecordChange,
  type RecordRow,
} from "../findings";
import { findingSentence, place, statusSpellings, wordsOf } from "../i18n";
import type { TableOutline } from "../reading";
import { MAX_ROWS, type Area, type CellValue, type SheetSnapshot, type WorkbookOutline } from "../sheet";
import { langInHead } from "../summaries";
import { RECORD_COLUMNS, readRecordName, type RecordColumn } from "../templates";
import type { CellChange } from "../workbook/port";
import { answerCells, type AnswerCells } from "./answer-cells";
import type { CheckScope } from "./check-scope";

/** The record of findings as its defined names show it. */
export interface RecordOutline {
  /** Its number in the defined names. */
  readonly record: number;
  readonly sheet: string;
  readonly sheetId: string;
  /** The row of the heads; everything is below it. */
  readonly head: number;
  /** Absolute column of each field that is still there; status and id always are. */
  readonly columns: ReadonlyMap<RecordColumn, number>;
  /** The cells of its answers, by their numbers. */
  readonly answers: ReadonlyMap<number, AnswerCells>;
  /** What has to be read: from the heads down, as far as the sheet is used. */
  readonly area: Area;
}

/** The record as read. */
export interface KnownRecord extends RecordOutline {
  /** The language in which it is kept. */
  readonly lang: "vi" | "en";
  /** Rows of findings and of rules, from top to bottom. */
  readonly rows: readonly RecordRow[];
  /** The first row below everything in its columns. */
  readonly end: number;
}

export const readStatus = statusReader(statusSpellings);

/**
 * The workbook's record; null where it has none, or where the columns of ids or statuses are gone. A sheet's own names are of a copy and
 * not meant.
 */
export function recordOutline(outline: WorkbookOutline): RecordOutline | null {
  const { names, sheets } = outline;
  const found = names.flatMap(({ name, scope, refersTo }) => {
    const parsed = scope === null ? readRecordName(name) : null;
    return parsed ? [{ ...parsed, refersTo }] : [];
  });
  for (const record of [...new Set(found.map((one) => one.record))].sort((a, b) => a - b)) {
    const id = found.find((one) => one.record === record && one.column === "id")?.refersTo;
    const sheetId = sheets.find(({ name }) => name === id?.sheet)?.id;
    if (!id || sheetId === undefined) continue;
    const own = found.filter((one) => one.record === record && one.refersTo.sheet === id.sheet);
    const columns = new Map(own.map(({ column, refersTo }) => [column, refersTo.area.col]));
    if (!columns.has("status")) continue;
    const col = Math.min(...columns.values());
    const head = id.area.row;
    return {
      record,
      sheet: id.sheet,
      sheetId, head, columns,
      answers: answerCells(outline, record),
      area: { row: head, col, rows: MAX_ROWS - head, cols: Math.max(...columns.values()) - col + 1 },
    };
  }
  return null;
}

/** The record with its rows; `snapshot` is of its area. */
export function readRecord(outline: RecordOutline, { values, area }: SheetSnapshot): KnownRecord {
  const at = (row: number, column: RecordColumn): CellValue => {
    const col = outline.columns.get(column);
    return col === undefined ? null : (values[row - area.row]?.[col - area.col] ?? null);
  };
  const rows: RecordRow[] = [];
  for (let row = outline.head + 1; row < area.row + area.rows; row++) {
    if (textOf(at(row, "id")) === "") continue;
    const cells = Object.fromEntries(RECORD_COLUMNS.map((column) => [column, at(row, column)])) as unknown as RecordCells;
    rows.push({ row, cells });
  }
  return {
    ...outline,
    lang: langInHead(textOf(at(outline.head, "id"))) ?? "vi",
    rows,
    end: Math.max(outline.head + 1, area.row + area.rows),
  };
}

/** Whether two readings of a record say the same. */
export function sameRecord(one: KnownRecord | null, other: KnownRecord | null): boolean {
  return JSON.stringify([one?.rows, one?.end]) === JSON.stringify([other?.rows, other?.end]);
}

/** The rules that people have turned off in the record. */
export function turnedOff(record: KnownRecord | null): OffRule[] {
  return record ? offRules(record.rows, readStatus) : [];
}

/** The rule that gives a code; null for a code of no rule that is known here. */
export function ruleOf(code: string): string | null {
  return rules.find(({ codes }) => (codes as readonly string[]).includes(code))?.name ?? null;
}

/** What a run judged. */
export interface Run {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  readonly scope: CheckScope;
  /** Only tables of ours were judged. */
  readonly own: boolean;
  /** The tables of the scope. */
  readonly present: readonly Pick<TableOutline, "key" | "sheet">[];
  /** Names of the rules that did not run. */
  readonly silent: ReadonlySet<string>;
}

/** A run held against the record, or against an empty one in a language. */
export function mergedRecord(
  { rows, end, lang }: Pick<KnownRecord, "rows" | "end" | "lang">,
  { findings, failures, scope, own, present, silent }: Run, today: Today,
): Merged {
  const words = wordsOf(lang);
  const there = new Set(rows.map(({ cells }) => textOf(cells.id)));
  const failed = new Set(failures.map(({ rule }) => rule));
  // a table that nobody could read is there again where its sheet has one that is read
  const known = new Set(present.flatMap((one) => [tableIdPart(one), lostIdPart(one.sheet)]));
  // what was found in tables of other people stays as it is where nobody looked at them
  const judged = (id: string): boolean => !own || known.has(id.split("/")[0] ?? "");
  return mergeRecord({
    rows,
    end,
    // a question becomes a row by its answer, unless somebody has explained it
    found: findings.filter(({ code, id }) => code !== "table-question" || there.has(id)).map((finding) => ({
      id: finding.id,
      severity: words.severities[weightOf(finding)],
      place: place(finding.at),
      text: findingSentence(finding, words),
    })),
    covers: (id) => {
      const rule = ruleOf(id.split("/")[1] ?? "");
      // a part of the workbook says nothing of what rules find that compare its tables
      return scope.kind === "all" && judged(id) && rule !== null && !silent.has(rule) && !failed.has(rule);
    },
    gone: (id) => scope.kind === "all" && !own && !known.has(id.split("/")[0] ?? ""),
    day: serialOf(today),
    statuses: words.record.statuses,
    read: readStatus,
  });
}

/** The changes of cells; what is of a column that is gone is left out. */
export function cellChanges({ sheet, columns }: RecordOutline, changes: readonly RecordChange[]): CellChange[] {
  return changes.flatMap(({ row, field, to, expect }) => {
    const col = columns.get(field);
    return col === undefined ? [] : [{ at: { sheet, row, col }, to, expect }];
  });
}
