import type { Today } from "../checks";
import type { Words } from "../i18n";
import { risingOrigins, sheetName, type RowOrigins, type SheetSpec, type WorkbookOutline } from "../sheet";
import {
  COMPARISON_NAMES, SUMMARY_WIDTH, comparablesOfTables, comparePlans, comparisonKeys, comparisonOfCells, comparisonSheet, hiddenTelling,
  inOwnColumns, originsOf, readCodes, readPrevious, sheetOfLines, summaryColumnName, summaryLines, summarySheet, tellingOf, type Codes,
  type Comparison, type OtherFindings, type SummaryInput,
} from "../summaries";
import { SUMMARY_NAME } from "../templates";
import type { Course, LiveWorkbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { finderOf } from "./draft-kept";
import { madeOf } from "./made-sheets";
import type { Done } from "./done";
import { filledRows, grown, ownSheet, placesByKey, readOwn, renew, type OwnCells, type OwnSheet, type Renewal } from "./own-sheet";
import { recordSpec, writeRecord } from "./record";
import { Refusal } from "./refusal";
import { allOrNone } from "./undo";

export interface SummaryOptions {
  readonly today: Today;
  /** The day as it is written on the sheet. */
  readonly date: string;
  readonly notice?: Course["notice"];
}

/**
 * The sheets of a summary for a workbook that is still empty: the one to be signed, where there are several plans the one that compares
 * them, and what the checks found on a sheet of its own. Throws `Refusal` where there is no table.
 */
export function summarySpecs(result: CheckResult, options: SummaryOptions, words: Words): SheetSpec[] {
  const summary = summarySheet(inputOf(result, words.summary.sheet, options), words);
  const comparison = comparisonOf(result);
  const made = [summary, ...(comparison ? [comparisonSheet(words.summary.comparison.sheet, comparison, words)] : [])];
  return hasMore(result) || result.record
    ? [...made, recordSpec(result, made.map(({ name }) => name), { today: options.today, words })]
    : made;
}

function inputOf({ tables, others, plans, workbook }: CheckResult, sheet: string, { today, date }: SummaryOptions): SummaryInput {
  if (tables.length + others.length === 0) throw new Refusal("no-tables", {});
  return { sheet, tables, find: finderOf(plans), today, date, others: toldOthers({ others, workbook }, today) };
}

/** What is told of the tables that somebody else has made. */
export function toldOthers({ others, workbook }: Pick<CheckResult, "others" | "workbook">, today: Today): OtherFindings[] {
  const shown = new Set(workbook.sheets.flatMap(({ name, visible }) => (visible ? [name] : [])));
  return others.map((table) => (shown.has(table.sheet) ? tellingOf(table, today) : hiddenTelling(table)));
}

/** Null where there are no two plans with targets in numbers. */
function comparisonOf({ tables, plans }: CheckResult, codes?: Codes): Comparison | null {
  const items = comparablesOfTables(tables.filter((table) => table.kind === "indicators"), finderOf(plans));
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
const TOLD: ReadonlySet<string> = new Set(["target-not-met", "behind-target", "task-late", "result-not-met", "tasks-overdue"]);

/**
 * Whether something was found that nobody has explained and that the summary does not tell: it stands on the record's sheet, never on a
 * page that is signed.
 */
function hasMore({ findings, statuses }: CheckResult): boolean {
  return findings.some(
    ({ id, code, severity, byDocument }) =>
      severity !== "info" && !byDocument && !TOLD.has(code) && (statuses.get(id) ?? "open") === "open",
  );
}

/**
 * Checks the workbook and makes its summary sheets, or writes those of ours again: what people wrote into the summary, into the codes of
 * the comparison or beside either is kept and goes with its row. Where there is no record of what was found and the summary does
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
  const made = [...(own ? [] : [summarySheet(input, words)]), ...(comparison && !comparison.again ? [comparison.spec] : [])];
  let record: string | null = null;
  const undo = await allOrNone(workbook, [
    async () => (made.length > 0 ? [{ kind: "sheets", sheets: madeOf(await workbook.addSheets(made, course), made) }] : []),
    async () => {
      if (result.record || !hasMore(result)) return [];
      // it is for later: the summary stays in sight
      const done = await writeRecord(
        workbook, { ...result, workbook: await workbook.outline() }, { today: options.today, words, show: false },
      );
      record = done.result.sheet;
      return done.undo;
    },
    async () => {
      if (!own) return [];
      const { stood } = await readOwn(workbook, withRowsAbove(own));
      return renew(workbook, stood, summaryAgain(stood, outline, input, words), course);
    },
    async () => (comparison?.again ? renew(workbook, comparison.again.stood, comparison.again.renewal, course) : []),
  ]);
  return {
    result: {
      sheet: input.sheet,
      created: !own,
      ...(comparison ? { comparison: comparison.spec.name } : {}),
      ...(record === null ? {} : { record }),
    },
    undo,
  };
}

interface PlannedComparison {
  readonly spec: SheetSpec;
  /** The sheet that is there, and how it is to be; null where there is none. */
  readonly again: { readonly stood: OwnCells; readonly renewal: Renewal } | null;
}

/** The comparison with the codes that people have left in it; null where there is nothing to compare. */
async function plannedComparison(
  workbook: LiveWorkbook, result: CheckResult, words: Words, taken: readonly string[],
): Promise<PlannedComparison | null> {
  const [own, keys, codes] = [COMPARISON_NAMES.table, COMPARISON_NAMES.key, COMPARISON_NAMES.code].map((name) =>
    ownSheet(result.workbook, name),
  );
  if (!own) {
    const comparison = comparisonOf(result);
    return comparison && { spec: comparisonSheet(sheetName(words.summary.comparison.sheet, taken), comparison, words), again: null };
  }
  const columns = [keys, codes].flatMap((one) => (one ? [{ ...one, area: { ...one.area, cols: 1 } }] : []));
  const { stood, more } = await readOwn(workbook, own, columns);
  const [keyCells = [], codeCells = []] = more.map(({ values }) => values.map(([value = null]) => value));
  const comparison = comparisonOf(result, keys && codes ? readCodes(keyCells, codeCells) : undefined);
  if (!comparison) return null;
  const spec = comparisonSheet(own.sheet, comparison, words);
  return { spec, again: { stood, renewal: comparisonAgain(stood, spec, words) } };
}

/** How the comparison is written again. A sheet that people have changed in its form is written where it stands, and nothing moves. */
function comparisonAgain({ own, cells, carrying, listed }: OwnCells, made: SheetSpec, words: Words): Renewal {
  const isOurs = own.area.cols === made.columns.length && own.area.row === 0 && own.area.col === 0;
  if (!isOurs) return { made, before: null, origins: null, moving: false, places: new Map(), inserted: [] };
  const [keys, now] = [comparisonKeys(cells), comparisonKeys(made.cells)];
  const places = placesByKey(keys, now);
  const kept = new Set(carrying);
  const rows = new Map(keys.map((key, row) => [key, row]));
  const moved = risingOrigins(now.map((key) => rows.get(key) ?? null), (row) => (kept.has(row) ? cells.length + 1 : 1));
  // no row of this sheet stays as one of theirs: where one with a comment would have to go, all stay in their places
  const moving = listed && carrying.every((row) => row >= cells.length || moved.includes(row));
  return {
    made,
    before: comparisonOfCells(own.sheet, cells, words),
    origins: moving ? moved : grown(cells.length, made.cells.length),
    moving,
    places,
    inserted: [],
  };
}

/** Rows that people have put over ours are theirs, as those between ours. */
function withRowsAbove({ area, ...own }: OwnSheet): OwnSheet {
  return { ...own, area: { ...area, row: 0, rows: area.row + area.rows } };
}

/** Where our columns are now, counted from the first of the sheet's area; none where the names of all are gone. */
function columnPlaces({ names }: WorkbookOutline, { sheet, area }: OwnSheet): ReadonlyMap<number, number> {
  const named = new Map(
    names.flatMap(({ name, scope, refersTo }) =>
      scope === null && refersTo.sheet === sheet ? [[name.toLowerCase(), refersTo.area.col - area.col] as const] : [],
    ),
  );
  return new Map(Array.from({ length: SUMMARY_WIDTH }, (_, col) => col).flatMap((col) => {
    const place = named.get(summaryColumnName(col).toLowerCase());
    return place === undefined ? [] : [[col, place] as const];
  }));
}

/** How the summary is written again, with the lines and words that people have in it. */
function summaryAgain({ own, cells, carrying, listed }: OwnCells, outline: WorkbookOutline, input: SummaryInput, words: Words): Renewal {
  const columns = inOwnColumns(cells, columnPlaces(outline, own));
  const previous = readPrevious(columns.own, listed ? new Set([...carrying, ...filledRows(columns.inserted, 0)]) : new Set());
  const lines = summaryLines({ ...input, previous }, words);
  const made = sheetOfLines(input.sheet, lines, words);
  const isOurs = previous !== null && own.area.cols === SUMMARY_WIDTH && own.area.col === 0;
  const origins = previous && listed ? originsOf(lines, previous) : null;
  return {
    made,
    before: isOurs ? sheetOfLines(own.sheet, previous.lines, words) : null,
    origins: origins ?? grown(cells.length, lines.length),
    moving: origins !== null,
    places: origins ? placesOf(origins) : placesByKey((previous?.lines ?? []).map(({ key }) => key), lines.map(({ key }) => key)),
    inserted: previous ? columns.inserted : [],
  };
}

/** Where each earlier row is now. */
function placesOf(origins: RowOrigins): Map<number, number> {
  return new Map(origins.flatMap((row, to) => (row === null ? [] : [[row, to] as const])));
}
