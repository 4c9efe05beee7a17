import { serialOf } from "../base";
import type { Today } from "../checks";
import { nextNumber, rowOf, ruleRowId, withChanges, type RecordChange, type RecordField } from "../findings";
import { wordsOf, type Words } from "../i18n";
import { sheetName, type SheetInfo, type SheetSpec, type WorkbookOutline } from "../sheet";
import { recordSheet } from "../summaries";
import { readRecordName } from "../templates";
import { WorkbookFailure, type LiveWorkbook } from "../workbook/port";
import { answerChanges } from "./answer-rows";
import type { CheckResult } from "./check-workbook";
import type { Done } from "./done";
import { cellChanges, mergedRecord, type KnownRecord } from "./known-record";
import { Refusal } from "./refusal";

/** Where something was entered; `created`: the record was made for it. `record`: its number in the defined names. */
export interface Entered {
  readonly sheet: string;
  readonly record: number;
  readonly created: boolean;
}

export interface EntryOptions {
  readonly today: Today;
  /** The language of a record that has to be made; one that is there keeps its own. */
  readonly words: Words;
  /** False: a record that has to be made is not shown. */
  readonly show?: boolean;
}

/** An explanation or a reason, and who gives it; a blank name leaves the one that stands there. */
export interface Reason {
  readonly text: string;
  readonly who: string;
}

export type Fields = Partial<Record<RecordField, string | number | null>>;

/**
 * Brings the record in step with a check: what changed is written, and nothing where nothing has. Returns the check with the
 * record as it stands then. Where there is no record, none is made.
 */
export async function keepRecord(workbook: LiveWorkbook, result: CheckResult, today: Today): Promise<CheckResult> {
  const { record } = result;
  if (!record) return result;
  const changes = recordChanges(record, result, today);
  const cells = cellChanges(record, changes);
  if (cells.length === 0) return result;
  await workbook.change(cells);
  const rows = withChanges(record.rows, changes);
  return { ...result, record: { ...record, rows, end: Math.max(record.end, ...changes.map(({ row }) => row + 1)) } };
}

/** What a check changes in the record as it stands. */
function recordChanges(record: KnownRecord, result: CheckResult, today: Today): readonly RecordChange[] {
  return [...mergedRecord(record, result, today).changes, ...answerChanges(record)];
}

/** Makes the record and shows it; one that is there is brought in step. */
export async function writeRecord(workbook: LiveWorkbook, result: CheckResult, options: EntryOptions): Promise<Done<Entered>> {
  return result.record
    ? change(workbook, result.record, recordChanges(result.record, result, options.today))
    : create(workbook, result, null, options);
}

/**
 * Writes into the record why a finding is right as it is. Throws `Refusal` without an explanation, or where the check has no such finding.
 */
export async function explainFinding(
  workbook: LiveWorkbook, result: CheckResult, id: string, reason: Reason, options: EntryOptions,
): Promise<Done<Entered>> {
  if (reason.text.trim() === "") throw new Refusal("no-reason", {});
  if (!result.findings.some((finding) => finding.id === id)) throw new Refusal("finding-gone", {});
  return enter(workbook, result, id, (words) => ({ status: words.record.statuses.explained, ...said(reason) }), options);
}

/** Turns a rule off from the next check on. Throws `Refusal` without a reason. */
export async function turnOffRule(
  workbook: LiveWorkbook, result: CheckResult, rule: string, reason: Reason, options: EntryOptions,
): Promise<Done<Entered>> {
  if (reason.text.trim() === "") throw new Refusal("no-reason", {});
  return enter(
    workbook, result, ruleRowId(rule),
    (words) => ({ text: words.record.rule(ruleName(rule, words)), status: words.record.statuses.off, ...said(reason) }),
    options,
  );
}

/** Lets a rule judge again; its row stays with the reason, and says since when. */
export async function applyRule(workbook: LiveWorkbook, result: CheckResult, rule: string, options: EntryOptions): Promise<Done<Entered>> {
  return enter(
    workbook, result, ruleRowId(rule),
    (words) => ({ text: words.record.ruleAgain(ruleName(rule, words)), status: null }),
    options,
  );
}

function ruleName(rule: string, words: Words): string {
  return words.rules[rule] ?? rule;
}

function said({ text, who }: Reason): Fields {
  return { explanation: text.trim(), ...(who.trim() === "" ? {} : { who: who.trim() }) };
}

/** Writes fields into the row of an id, which is added where there is none. */
export async function enter(
  workbook: LiveWorkbook, result: CheckResult, id: string, fields: (words: Words) => Fields, options: EntryOptions,
): Promise<Done<Entered>> {
  const { record } = result;
  const date = serialOf(options.today);
  if (record) {
    const changes = recordChanges(record, result, options.today);
    return change(workbook, record, withEntry(record, changes, id, { ...fields(wordsOf(record.lang)), date }));
  }
  // the new sheet is for later: the person stays where they are
  return create(workbook, result, { id, fields: { ...fields(options.words), date } }, { ...options, show: false });
}

/** Changes with an entry over them; of two changes of one cell what was read there first is what has to be there. */
function withEntry(
  { rows, end }: Pick<KnownRecord, "rows" | "end">, changes: readonly RecordChange[], id: string, fields: Fields,
): RecordChange[] {
  const now = withChanges(rows, changes);
  const there = rowOf(now, id);
  const row = there?.row ?? Math.max(end, ...now.map((one) => one.row + 1));
  const wanted: Fields = there ? fields : { number: nextNumber(now), id, ...fields };
  const key = (one: Pick<RecordChange, "row" | "field">): string => `${one.row} ${one.field}`;
  const all = new Map(changes.map((one) => [key(one), one]));
  for (const [field, to] of Object.entries(wanted) as [RecordField, string | number | null][]) {
    const one = { row, field, to, expect: rows.find((before) => before.row === row)?.cells[field] ?? null };
    if (all.has(key(one)) || one.expect !== to) all.set(key(one), one);
  }
  return [...all.values()];
}

async function change(workbook: LiveWorkbook, record: KnownRecord, changes: readonly RecordChange[]): Promise<Done<Entered>> {
  const written = await workbook.change(cellChanges(record, changes));
  return { result: { sheet: record.sheet, record: record.record, created: false }, undo: [{ kind: "cells", changes: written }] };
}

/**
 * The record of a check for a workbook that is still empty but for the sheets `taken`, with what people have said in the record that there
 * is.
 */
export function recordSpec(result: CheckResult, taken: readonly string[], { today, words }: EntryOptions): SheetSpec {
  const from = result.record ?? { rows: [], end: 0, lang: words.lang };
  const rows = withChanges(from.rows, mergedRecord(from, result, today).changes);
  const own = wordsOf(from.lang);
  return recordSheet({ sheet: sheetName(own.record.sheet, taken), record: 1, entries: rows.map(({ cells }) => cells) }, own);
}

/** More names than anybody leaves behind by deleting records. */
const MOST_RECORDS = 50;

async function create(
  workbook: LiveWorkbook, result: CheckResult,
  entry: { readonly id: string; readonly fields: Fields } | null,
  { today, words, show = true }: EntryOptions,
): Promise<Done<Entered>> {
  const empty = { rows: [], end: 0, lang: words.lang };
  const { changes } = mergedRecord(empty, result, today);
  const rows = withChanges([], entry ? withEntry(empty, changes, entry.id, entry.fields) : changes);
  const sheet = sheetName(words.record.sheet, result.workbook.sheets.map(({ name }) => name));
  const { info, spec, record } = await addRecord(
    workbook, result.workbook,
    (number) => recordSheet({ sheet, record: number, entries: rows.map(({ cells }) => cells) }, words),
    show,
  );
  return { result: { sheet: info.name, record, created: true }, undo: [{ kind: "record", record: { id: info.id, spec, rows } }] };
}

/** Names of a record whose sheet was deleted stay in the workbook without a place, where nobody sees them: the next number is tried. */
async function addRecord(
  workbook: LiveWorkbook, outline: WorkbookOutline, specOf: (record: number) => SheetSpec, show: boolean,
): Promise<{ readonly info: SheetInfo; readonly spec: SheetSpec; readonly record: number }> {
  const used = outline.names.map(({ name }) => readRecordName(name)?.record ?? 0);
  for (let record = Math.max(0, ...used) + 1; ; record++) {
    const spec = specOf(record);
    try {
      const [info] = await workbook.addSheets([spec], { show });
      if (!info) throw new Error("no sheet was added");
      return { info, spec, record };
    } catch (error) {
      if (!(isNameTaken(error) && readRecordName(error.data.name)) || record >= MOST_RECORDS) throw error;
    }
  }
}

function isNameTaken(error: unknown): error is WorkbookFailure<"name-taken"> {
  return error instanceof WorkbookFailure && error.code === "name-taken";
}
