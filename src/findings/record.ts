import { isCellError, type CellValue } from "../sheet";
import type { FindingStatus, RecordStatus, StatusReader } from "./status";

/** The cells of a row of the record, by their columns. `date` is the day of the status, in the days that a spreadsheet counts. */
export interface RecordCells {
  readonly number: CellValue;
  readonly severity: CellValue;
  readonly place: CellValue;
  readonly text: CellValue;
  readonly status: CellValue;
  readonly explanation: CellValue;
  readonly who: CellValue;
  readonly date: CellValue;
  readonly id: CellValue;
}

export type RecordField = keyof RecordCells;

/** A row as it stands in the sheet, wherever people have moved it; `row` is the sheet's, 0-based. */
export interface RecordRow {
  readonly row: number;
  readonly cells: RecordCells;
}

/** A finding of this run in the words that stand in the record. */
export interface RecordFinding {
  readonly id: string;
  readonly severity: string;
  readonly place: string;
  readonly text: string;
}

/** A cell to be written; `expect` is what was read there. */
export interface RecordChange {
  readonly row: number;
  readonly field: RecordField;
  readonly to: string | number | null;
  readonly expect: CellValue;
}

export interface MergeInput {
  readonly rows: readonly RecordRow[];
  /** The first row below everything that stands in the record's columns. */
  readonly end: number;
  readonly found: readonly RecordFinding[];
  /** Whether this run would have found it again: its table was checked, by a rule that is on and did not fail. */
  readonly covers: (id: string) => boolean;
  /** Whether its table is not in the workbook any more. */
  readonly gone: (id: string) => boolean;
  /** The day of this run, in the days that a spreadsheet counts. */
  readonly day: number;
  readonly statuses: Readonly<Record<RecordStatus, string>>;
  readonly read: StatusReader;
}

export interface Merged {
  readonly changes: readonly RecordChange[];
  /** The status of each finding of this run. */
  readonly statuses: ReadonlyMap<string, FindingStatus>;
}

const BLANK: RecordCells = {
  number: null,
  severity: null,
  place: null,
  text: null,
  status: null,
  explanation: null,
  who: null,
  date: null,
  id: null,
};
const RULE = "rule:";

/** The id of a rule's row. */
export function ruleRowId(rule: string): string {
  return RULE + rule;
}

const ANSWER = "answer:";
const ANSWER_ID = /^answer:([1-9]\d*)\/(\d+)\/(\d+) (.+)$/;

/** What the id of an answer's row says: its number in the defined names, how many of its cells have one, and its claim. */
export interface AnswerId {
  readonly answer: number;
  readonly totals: number;
  readonly parts: number;
  readonly claim: string;
}

/** The id of an answer's row: "answer:3/1/2 parts column sum". */
export function answerRowId({ answer, totals, parts, claim }: AnswerId): string {
  return `${ANSWER}${answer}/${totals}/${parts} ${claim}`;
}

/** Whether a row is one of an answer, also where its id does not say any more of which. */
export function isAnswerRow(id: string): boolean {
  return id.startsWith(ANSWER);
}

/** Null for the id of any other row. */
export function readAnswerId(id: string): AnswerId | null {
  const match = ANSWER_ID.exec(id);
  return match && { answer: Number(match[1]), totals: Number(match[2]), parts: Number(match[3]), claim: match[4] ?? "" };
}

/** Rows of rules and answers are no findings. */
function isFindingId(id: string): boolean {
  return id !== "" && !id.startsWith(RULE) && !isAnswerRow(id);
}

/**
 * What has to be written so that the record says what this run found. Rows are known by their ids, in any order; of two rows with one
 * id the upper one counts, and rows without one are nobody's business. A new finding is added below as open. Our own columns (severity,
 * place, sentence) say what this run says. One that is no longer found becomes fixed on this day, one whose table is gone is said to be
 * that (nobody knows whether it was put right), and one that is there again becomes open, also where a person has typed "fixed" over
 * it: a record must not say of a fault that it is fixed while it can be seen. What people
 * have explained, or said not to apply, stays explained, whether it is there or not; explanations and names are never touched, nor words in
 * the status column that mean nothing to us: those count as open. Merging again after writing changes nothing.
 */
export function mergeRecord({ rows, end, found, covers, gone, day, statuses, read }: MergeInput): Merged {
  const byId = new Map<string, RecordRow>();
  for (const row of rows) {
    const id = textOf(row.cells.id);
    if (isFindingId(id) && !byId.has(id)) byId.set(id, row);
  }
  const now = new Map<string, RecordFinding>();
  for (const finding of found) if (!now.has(finding.id)) now.set(finding.id, finding);
  const changes: RecordChange[] = [];
  const put = (row: RecordRow, fields: Partial<Record<RecordField, string | number>>): void => {
    for (const [field, to] of Object.entries(fields) as [RecordField, string | number][]) {
      if (row.cells[field] !== to) changes.push({ row: row.row, field, to, expect: row.cells[field] });
    }
  };
  const result = new Map<string, FindingStatus>();
  const fresh: RecordFinding[] = [];
  for (const finding of now.values()) {
    const row = byId.get(finding.id);
    const status = row ? read(textOf(row.cells.status)) : null;
    result.set(finding.id, status === "explained" || status === "off" ? "explained" : "open");
    if (!row) fresh.push(finding);
    else
      put(row, {
        severity: finding.severity,
        place: finding.place,
        text: finding.text,
        ...(status === "fixed" || status === "gone" ? { status: statuses.open, date: day } : {}),
      });
  }
  for (const [id, row] of byId) {
    if (now.has(id)) continue;
    const text = textOf(row.cells.status);
    const status = text === "" ? "open" : read(text);
    if (gone(id)) {
      if (status === "open") put(row, { status: statuses.gone, date: day });
    } else if (covers(id) && (status === "open" || status === "gone")) put(row, { status: statuses.fixed, date: day });
  }
  let number = nextNumber(rows);
  for (const [index, { id, severity, place, text }] of fresh.entries()) {
    put({ row: end + index, cells: BLANK }, { number: number++, severity, place, text, status: statuses.open, date: day, id });
  }
  return { changes, statuses: result };
}

/** The rows after the changes were written. */
export function withChanges(rows: readonly RecordRow[], changes: readonly RecordChange[]): RecordRow[] {
  const all = new Map(rows.map((row) => [row.row, row]));
  for (const { row, field, to } of changes) all.set(row, { row, cells: { ...(all.get(row)?.cells ?? BLANK), [field]: to } });
  return [...all.values()].sort((a, b) => a.row - b.row);
}

/** The number that a row gets that is added. */
export function nextNumber(rows: readonly RecordRow[]): number {
  return (
    rows.reduce((most, { cells }) => (typeof cells.number === "number" && cells.number > most ? Math.floor(cells.number) : most), 0) + 1
  );
}

/** The row that speaks for an id. */
export function rowOf(rows: readonly RecordRow[], id: string): RecordRow | null {
  return rows.find(({ cells }) => textOf(cells.id) === id) ?? null;
}

/** What people have said of a finding. */
export interface Explanation {
  readonly text: string;
  readonly who: string;
}

export function explanationIn({ cells }: RecordRow): Explanation {
  return { text: textOf(cells.explanation), who: textOf(cells.who) };
}

/** A rule that somebody has turned off. */
export interface OffRule extends Explanation {
  readonly rule: string;
}

/** The rules that are turned off: without a reason none is. */
export function offRules(rows: readonly RecordRow[], read: StatusReader): OffRule[] {
  const seen = new Set<string>();
  return rows.flatMap((row): OffRule[] => {
    const id = textOf(row.cells.id);
    if (!id.startsWith(RULE) || seen.has(id)) return [];
    seen.add(id);
    const said = explanationIn(row);
    return read(textOf(row.cells.status)) === "off" && said.text !== "" ? [{ rule: id.slice(RULE.length), ...said }] : [];
  });
}

/** Words of a cell, as they print; "" for a blank or an error. */
export function textOf(value: CellValue): string {
  return value === null || isCellError(value) ? "" : String(value).trim();
}
