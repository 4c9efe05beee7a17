import type { Today } from "../checks";
import type { Words } from "../i18n";
import { inverseOrigins, MAX_COLS, risingOrigins, sheetName, shiftFormula, type Area, type CellInput, type CellValue, type RowOrigins, type SheetArea, type SheetSnapshot, type SheetSpec, type WorkbookOutline } from "../sheet";
import { COMPARISON_NAMES, comparablesOfTables, SUMMARY_WIDTH, comparePlans, comparisonKeys, comparisonOfCells, comparisonSheet, inOwnColumns, inputsOf, originsOf, readCodes, readPrevious, sheetOfLines, summaryColumnName, summaryLines, summarySheet, type Comparison, type Previous, type SummaryInput } from "../summaries";
import { SUMMARY_NAME } from "../templates";
import type { CellChange, Course, LiveWorkbook, Standing } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { madeOf } from "./create-tables";
import type { Done } from "./done";
import { recordSpec, writeRecord } from "./record";
import { Refusal } from "./refusal";
import { allOrNone, type Undo } from "./undo";

export interface SummaryOptions {
  readonly today: Today;
  /** The day as it is written on the sheet. */
  readonly date: string;
  readonly notice?: Course["notice"];
}

type OwnSheet = SheetArea & { readonly id: string };

function ownSheet(outline: WorkbookOutline, name: string): OwnSheet | null {
  const found = outline.names.find((candidate) => candidate.scope === null && candidate.name.toLowerCase() === name.toLowerCase());
  const sheet = outline.sheets.find((candidate) => candidate.name === found?.refersTo.sheet);
  return found && sheet ? { ...found.refersTo, id: sheet.id } : null;
}

/**
 * The sheets of a summary for a workbook that is still empty: the one to be signed, where there are several plans the one that compares
 * them, and what the checks found on a sheet of its own. Throws `Refusal` where there is no table.
 */
export function summarySpecs(result: CheckResult, options: SummaryOptions, words: Words): SheetSpec[] {
  const summary = summarySheet(inputOf(result, words.summary.sheet, options), words);
  const comparison = comparisonOf(result);
  const made = [summary, ...(comparison ? [comparisonSheet(words.summary.comparison.sheet, comparison, words)] : [])];
  return hasMore(result) || result.record ? [...made, recordSpec(result, made.map(({ name }) => name), { today: options.today, words })] : made;
}

function inputOf(result: CheckResult, sheet: string, { today, date }: SummaryOptions): SummaryInput {
  if (result.tables.length === 0) throw new Refusal("no-tables", {});
  return { sheet, tables: result.tables, today, date };
}

/** Null where there are no two plans with targets in numbers. */
function comparisonOf({ tables }: CheckResult, codes?: ReadonlyMap<string, string>): Comparison | null {
  const items = comparablesOfTables(tables.filter((table) => table.kind === "indicators"));
  return new Set(items.map(({ plan }) => plan)).size < 2 ? null : comparePlans(items, codes);
}

/** What was written: the summary, and the sheet that compares the plans where there are several. */
export interface WrittenSummary {
  readonly sheet: string;
  readonly created: boolean;
  readonly comparison?: string;
  /** The record of what was found, made since the workbook had none. */
  readonly record?: string;
}

/** What the sections of the summary tell row by row. */
const TOLD: ReadonlySet<string> = new Set(["target-not-met", "behind-target", "task-late"]);

/** Whether something was found that nobody has explained and that the summary does not tell: it stands on the record's sheet, never on a page that is signed. */
function hasMore({ findings, statuses }: CheckResult): boolean {
  return findings.some(({ id, code, severity, byDocument }) => severity !== "info" && !byDocument && !TOLD.has(code) && (statuses.get(id) ?? "open") === "open");
}

/**
 * Checks the workbook and makes its summary sheets, or writes those of ours again: what people wrote into the summary or beside it
 * is kept and goes with its row, and so are the codes of the comparison. Where there is no record of what was found and the summary does
 * not tell it all, one is made. Throws `Refusal` where there is no table, `WorkbookFailure`.
 */
export async function writeSummary(workbook: LiveWorkbook, options: SummaryOptions, words: Words): Promise<Done<WrittenSummary>> {
  const course = options.notice ? { notice: options.notice } : {};
  const result = await checkWorkbook(workbook, options.today, { course });
  const { workbook: outline } = result;
  const taken = outline.sheets.map(({ name }) => name);
  const own = ownSheet(outline, SUMMARY_NAME);
  const input = inputOf(result, own?.sheet ?? sheetName(words.summary.sheet, taken), options);
  const comparison = await plannedComparison(workbook, result, words, [...taken, input.sheet]);
  const made = [...(own ? [] : [summarySheet(input, words)]), ...(comparison && !comparison.own ? [comparison.spec] : [])];
  let record: string | null = null;
  const undo = await allOrNone(workbook, [
    async () => (made.length > 0 ? [{ kind: "sheets", sheets: madeOf(await workbook.addSheets(made, course), made) }] : []),
    async () => {
      if (result.record || !hasMore(result)) return [];
      // it is for later: the summary stays in sight
      const done = await writeRecord(workbook, { ...result, workbook: await workbook.outline() }, { today: options.today, words, show: false });
      record = done.result.sheet;
      return done.undo;
    },
    async () => (own ? refresh(workbook, outline, own, input, words, course) : []),
    async () => {
      if (!comparison?.own) return [];
      const { own: { id, area }, before, spec, standing, back } = comparison;
      await workbook.rewriteSheet(id, area, spec, standing, course);
      return [{ kind: "rewritten", id, now: spec, before, back }];
    },
  ]);
  return { result: { sheet: input.sheet, created: !own, ...(comparison ? { comparison: comparison.spec.name } : {}), ...(record === null ? {} : { record }) }, undo };
}

interface PlannedComparison {
  readonly spec: SheetSpec;
  readonly own: OwnSheet | null;
  /** The sheet as it stands. */
  readonly before: SheetSpec;
  readonly standing: Standing;
  readonly back: Pick<Standing, "origins" | "before">;
}

/** The comparison with the codes that people have left in it; null where there is nothing to compare. */
async function plannedComparison(workbook: LiveWorkbook, result: CheckResult, words: Words, taken: readonly string[]): Promise<PlannedComparison | null> {
  const [own, keys, codes] = [COMPARISON_NAMES.table, COMPARISON_NAMES.key, COMPARISON_NAMES.code].map((name) => ownSheet(result.workbook, name));
  if (!own || !keys || !codes) {
    const comparison = comparisonOf(result);
    if (!comparison) return null;
    const spec = comparisonSheet(own?.sheet ?? sheetName(words.summary.comparison.sheet, taken), comparison, words);
    return { spec, own: own ?? null, before: spec, standing: {}, back: {} };
  }
  const left = own.area.col + own.area.cols;
  const beside = { sheet: own.sheet, area: { ...own.area, col: left, cols: MAX_COLS - left } };
  const [whole, keyCells, codeCells, right] = await workbook.read([own, { ...keys, area: { ...keys.area, cols: 1 } }, { ...codes, area: { ...codes.area, cols: 1 } }, beside]);
  if (!whole || !keyCells || !codeCells || !right) throw new Error("the comparison was not read");
  const firstOf = ({ values }: SheetSnapshot): CellValue[] => values.map(([value = null]) => value);
  const comparison = comparisonOf(result, readCodes(firstOf(keyCells), firstOf(codeCells)));
  if (!comparison) return null;
  const spec = comparisonSheet(own.sheet, comparison, words);
  const stood = inputsOf(whole, own.area.cols);
  if (own.area.cols !== spec.columns.length || own.area.row > 0 || own.area.col > 0) return { spec, own, before: asItStood(spec, COMPARISON_NAMES.table, stood), standing: { expect: stood }, back: {} };
  const before = comparisonOfCells(own.sheet, stood, words);
  const remarks = await workbook.remarks(own.sheet);
  const carrying = new Set([...(remarks ?? []).map(({ row }) => row), ...filledRows(inputsOf(right, right.area.cols), right.area.row)]);
  const rows = new Map(comparisonKeys(stood).map((key, row) => [key, row]));
  const moved = risingOrigins(comparisonKeys(spec.cells).map((key) => rows.get(key) ?? null), (row) => (carrying.has(row) ? stood.length + 1 : 1));
  // no row of this sheet stays as one of theirs: where one with a comment would have to go, all stay in their places
  const origins = remarks && [...carrying].every((row) => row >= stood.length || moved.includes(row)) ? moved : grown(stood.length, spec.cells.length);
  const standing = { expect: stood, ...(origins ? { origins, before } : {}) };
  return { spec, own, before, standing, back: origins && remarks ? { origins: inverseOrigins(origins, stood.length), before: spec } : {} };
}

/** Where our columns are now, counted from the first of the sheet's area; none where the names of all are gone. */
function columnPlaces({ names }: WorkbookOutline, { sheet, area }: OwnSheet): ReadonlyMap<number, number> {
  const named = new Map(names.flatMap(({ name, scope, refersTo }) => (scope === null && refersTo.sheet === sheet ? [[name.toLowerCase(), refersTo.area.col - area.col] as const] : [])));
  return new Map(Array.from({ length: SUMMARY_WIDTH }, (_, col) => col).flatMap((col) => {
    const place = named.get(summaryColumnName(col).toLowerCase());
    return place === undefined ? [] : [[col, place] as const];
  }));
}

/** Writes our sheet again; returns what takes that back. */
async function refresh(workbook: LiveWorkbook, outline: WorkbookOutline, { id, sheet, area: named }: OwnSheet, input: SummaryInput, words: Words, course: Pick<Course, "notice">): Promise<Undo> {
  // rows that people have put over ours are theirs, as those between ours
  const own: OwnSheet = { id, sheet, area: { ...named, row: 0, rows: named.row + named.rows } };
  const left = own.area.col + own.area.cols;
  const [snapshot, right] = await workbook.read([own, { sheet, area: { row: 0, col: left, rows: own.area.rows, cols: MAX_COLS - left } }]);
  if (!snapshot || !right) throw new Error("the summary was not read");
  const remarks = await workbook.remarks(sheet);
  const stood = inputsOf(snapshot, own.area.cols);
  const columns = inOwnColumns(stood, columnPlaces(outline, own));
  const beside: Beside = { row: right.area.row, col: right.area.col, cells: inputsOf(right, right.area.cols) };
  const carrying = new Set([...(remarks ?? []).map(({ row }) => row), ...filledRows(columns.inserted, 0), ...filledRows(beside.cells, beside.row)]);
  const previous = readPrevious(columns.own, remarks ? carrying : new Set());
  const lines = summaryLines({ ...input, previous }, words);
  const made = sheetOfLines(input.sheet, lines, words);
  const whole = previous !== null && own.area.cols === SUMMARY_WIDTH && own.area.col === 0;
  const before = whole ? sheetOfLines(sheet, previous.lines, words) : asItStood(made, SUMMARY_NAME, stood);
  const moving = previous && remarks ? originsOf(lines, previous) : null;
  const origins = moving ?? grown(stood.length, lines.length);
  const standing = { expect: stood, ...(origins ? { origins, ...(whole ? { before } : {}) } : {}) };
  const places = placesOf(previous, moving, lines);
  const moves = previous ? movedWords(sheet, places, moving ? { ...beside, cells: [] } : beside, columns.inserted) : [];
  const back = remarks && origins ? { origins: inverseOrigins(origins, own.area.rows), ...(whole ? { before: made } : {}) } : {};
  return allOrNone(workbook, [
    async () => {
      await workbook.rewriteSheet(id, own.area, made, standing, course);
      return [{ kind: "rewritten", id, now: made, before, back }];
    },
    async () => (moves.length > 0 ? [{ kind: "cells", changes: await workbook.change(moves) }] : []),
  ]);
}

/** Rows stay where they are and come under the last: all that may be done where nobody can tell which of them people have commented on. */
function grown(before: number, now: number): RowOrigins | undefined {
  return now < before ? undefined : Array.from({ length: now }, (_, row) => (row < before ? row : null));
}

/** The cells of a sheet as they stood, in the columns of the new one and without its looks, which cannot be told from cells. */
function asItStood(made: SheetSpec, name: string, cells: readonly (readonly CellInput[])[]): SheetSpec {
  const cols = Math.max(1, ...cells.map((row) => row.length));
  const area: Area = { row: 0, col: 0, rows: Math.max(1, cells.length), cols };
  const columns = Array.from({ length: cols }, (_, col) => made.columns[col] ?? { width: 10 });
  const { area: _area, titleRows: _rows, pageBreakRows: _breaks, percent: _percent, ...print } = made.print;
  return { ...made, cells, columns, names: [{ name, area }], styles: [{ area, style: { wrap: true, valign: "center" } }], rowHeights: [], merges: [], charts: [], conditionalFormats: [], print };
}

/** Where each row of the earlier summary is now. */
function placesOf(previous: Previous | null, origins: RowOrigins | null, lines: readonly { readonly key: string }[]): ReadonlyMap<number, number> {
  if (origins) return new Map(origins.flatMap((row, to) => (row === null ? [] : [[row, to] as const])));
  const now = new Map(lines.map(({ key }, row) => [key, row]));
  return new Map((previous?.lines ?? []).flatMap(({ key }, row) => { const to = now.get(key); return to === undefined ? [] : [[row, to] as const]; }));
}

/** Rows, counted from the first of a sheet, that hold anything. */
function filledRows(cells: readonly (readonly CellInput[])[], first: number): number[] {
  return cells.flatMap((line, row) => (line.some(isFilled) ? [first + row] : []));
}

function isFilled(cell: CellInput): boolean {
  return cell !== null && cell !== "";
}

type Beside = Pick<Area, "row" | "col"> & { readonly cells: readonly (readonly CellInput[])[] };

/**
 * What people wrote beside our columns goes where its row has gone; what stood beside a row that is no longer there stays. What they
 * wrote in columns of their own among ours goes to the right of everything.
 */
function movedWords(sheet: string, rows: ReadonlyMap<number, number>, beside: Beside, inserted: readonly (readonly CellInput[])[]): CellChange[] {
  const writes = new Map<string, CellChange>();
  const put = (row: number, col: number, to: CellInput): void => void writes.set(`${row} ${col}`, { at: { sheet, row, col }, to });
  const moved = (cell: CellInput, by: number): CellInput => (typeof cell === "object" && cell !== null ? { formula: shiftFormula(cell.formula, by, 0) } : cell);
  const moving = beside.cells.flatMap((line, r) => {
    const row = beside.row + r;
    const to = rows.get(row);
    return to === undefined || to === row ? [] : line.flatMap((cell, c) => (isFilled(cell) ? [{ row, col: beside.col + c, to, cell }] : []));
  });
  for (const { row, col } of moving) put(row, col, null);
  for (const { row, col, to, cell } of moving) put(to, col, moved(cell, to - row));
  const free = Math.max(SUMMARY_WIDTH, beside.col) + Math.max(0, ...beside.cells.map((line) => line.length));
  for (const [row, line] of inserted.entries()) for (const [c, cell] of line.entries()) if (isFilled(cell)) put(rows.get(row) ?? row, free + c, moved(cell, (rows.get(row) ?? row) - row));
  return [...writes.values()];
}
