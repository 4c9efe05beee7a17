import type { Today } from "../checks";
import { explanationIn, rowOf } from "../findings";
import type { Words } from "../i18n";
import { MAX_COLS, sheetName, shiftFormula, specArea, type Area, type CellInput, type CellValue, type SheetArea, type SheetSnapshot, type SheetSpec, type WorkbookOutline } from "../sheet";
import { COMPARISON_NAMES, comparablesOfTables, SUMMARY_WIDTH, comparePlans, comparisonOfCells, comparisonSheet, inOwnColumns, inputsOf, linesOf, readCodes, readPrevious, sheetOfLines, summaryColumnName, summarySheet, type Comparison, type Explained, type SummaryInput } from "../summaries";
import { SUMMARY_NAME } from "../templates";
import type { CellChange, LiveWorkbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { removeUntouched } from "./create-tables";
import type { Done } from "./done";
import { Refusal } from "./refusal";

export interface SummaryOptions {
  readonly today: Today;
  /** The day as it is written on the sheet. */
  readonly date: string;
}

type OwnSheet = SheetArea & { readonly id: string };

function ownSheet(outline: WorkbookOutline, name: string): OwnSheet | null {
  const found = outline.names.find((candidate) => candidate.scope === null && candidate.name.toLowerCase() === name.toLowerCase());
  const sheet = outline.sheets.find((candidate) => candidate.name === found?.refersTo.sheet);
  return found && sheet ? { ...found.refersTo, id: sheet.id } : null;
}

/** What people have said of the findings that they have explained. */
function explainedIn({ findings, statuses, record }: CheckResult): ReadonlyMap<string, Explained> {
  return new Map(
    findings.flatMap(({ id }): [string, Explained][] => {
      if (statuses.get(id) !== "explained") return [];
      const row = record && rowOf(record.rows, id);
      return [[id, row ? explanationIn(row) : { text: "", who: "" }]];
    }),
  );
}

/** The sheets of a summary for a workbook that is still empty: the one to be signed, and where there are several plans the one that compares them. Throws `Refusal` where there is no table. */
export function summarySpecs(result: CheckResult, options: SummaryOptions, words: Words): SheetSpec[] {
  const summary = summarySheet(inputOf(result, words.summary.sheet, options), words);
  const comparison = comparisonOf(result);
  return [summary, ...(comparison ? [comparisonSheet(words.summary.comparison.sheet, comparison, words)] : [])];
}

function inputOf(result: CheckResult, sheet: string, { today, date }: SummaryOptions): SummaryInput {
  if (result.tables.length === 0) throw new Refusal("no-tables", {});
  return { sheet, tables: result.tables, findings: result.findings, explained: explainedIn(result), today, date };
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
}

/**
 * Checks the workbook and makes its summary sheets, or writes those of ours again: what people wrote into the summary or beside it
 * is kept and goes with its row, and so are the codes of the comparison. Throws `Refusal` where there is no table, `WorkbookFailure`.
 */
export async function writeSummary(workbook: LiveWorkbook, options: SummaryOptions, words: Words): Promise<Done<WrittenSummary>> {
  const result = await checkWorkbook(workbook, options.today);
  const { workbook: outline } = result;
  const taken = outline.sheets.map(({ name }) => name);
  const own = ownSheet(outline, SUMMARY_NAME);
  const input = inputOf(result, own?.sheet ?? sheetName(words.summary.sheet, taken), options);
  const comparison = await plannedComparison(workbook, result, words, [...taken, input.sheet]);
  const made = [...(own ? [] : [summarySheet(input, words)]), ...(comparison && !comparison.own ? [comparison.spec] : [])];
  const undos: (() => Promise<void>)[] = [];
  if (own) undos.push(await refresh(workbook, outline, own, input, words));
  if (comparison?.own) {
    const { own: there, before, spec } = comparison;
    await workbook.rewriteSheet(there.id, there.area, spec);
    undos.push(() => workbook.rewriteSheet(there.id, specArea(spec), before));
  }
  const infos = made.length > 0 ? await workbook.addSheets(made) : [];
  const created = infos.flatMap((info, index) => { const spec = made[index]; return spec ? [{ info, spec }] : []; });
  return {
    result: { sheet: input.sheet, created: !own, ...(comparison ? { comparison: comparison.spec.name } : {}) },
    undo: async () => {
      if (created.length > 0) await removeUntouched(workbook, created);
      for (const undo of [...undos].reverse()) await undo();
    },
  };
}

interface PlannedComparison {
  readonly spec: SheetSpec;
  readonly own: OwnSheet | null;
  /** The sheet as it stands. */
  readonly before: SheetSpec;
}

/** The comparison with the codes that people have left in it; null where there is nothing to compare. */
async function plannedComparison(workbook: LiveWorkbook, result: CheckResult, words: Words, taken: readonly string[]): Promise<PlannedComparison | null> {
  const [own, keys, codes] = [COMPARISON_NAMES.table, COMPARISON_NAMES.key, COMPARISON_NAMES.code].map((name) => ownSheet(result.workbook, name));
  if (!own || !keys || !codes) {
    const comparison = comparisonOf(result);
    if (!comparison) return null;
    const spec = comparisonSheet(own?.sheet ?? sheetName(words.summary.comparison.sheet, taken), comparison, words);
    return { spec, own: own ?? null, before: spec };
  }
  const [whole, keyCells, codeCells] = await workbook.read([own, { ...keys, area: { ...keys.area, cols: 1 } }, { ...codes, area: { ...codes.area, cols: 1 } }]);
  if (!whole || !keyCells || !codeCells) throw new Error("the comparison was not read");
  const firstOf = ({ values }: SheetSnapshot): CellValue[] => values.map(([value = null]) => value);
  const comparison = comparisonOf(result, readCodes(firstOf(keyCells), firstOf(codeCells)));
  if (!comparison) return null;
  const spec = comparisonSheet(own.sheet, comparison, words);
  const stood = inputsOf(whole, own.area.cols);
  const before = own.area.cols === spec.columns.length ? comparisonOfCells(own.sheet, stood, words) : asItStood(spec, COMPARISON_NAMES.table, stood);
  return { spec, own, before };
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
async function refresh(workbook: LiveWorkbook, outline: WorkbookOutline, own: OwnSheet, input: SummaryInput, words: Words): Promise<() => Promise<void>> {
  const left = own.area.col + own.area.cols;
  const [snapshot, right] = await workbook.read([own, { sheet: own.sheet, area: { row: own.area.row, col: left, rows: own.area.rows, cols: MAX_COLS - left } }]);
  if (!snapshot || !right) throw new Error("the summary was not read");
  const stood = inputsOf(snapshot, own.area.cols);
  const columns = inOwnColumns(stood, columnPlaces(outline, own));
  const previous = readPrevious(columns.own);
  const made = summarySheet({ ...input, previous }, words);
  const whole = previous !== null && own.area.cols === SUMMARY_WIDTH && own.area.row === 0 && own.area.col === 0;
  const before = whole ? sheetOfLines(own.sheet, previous.lines, words) : asItStood(made, SUMMARY_NAME, stood);
  const beside = { row: right.area.row, col: right.area.col, cells: inputsOf(right, right.area.cols) };
  const moves = previous ? movedWords(own.sheet, rowsOf(previous.lines), rowsOf(linesOf(made.cells)), beside, columns.inserted) : [];
  await workbook.rewriteSheet(own.id, own.area, made);
  const inverse = moves.length > 0 ? await workbook.change(moves) : [];
  return async () => {
    if (inverse.length > 0) await workbook.change(inverse);
    await workbook.rewriteSheet(own.id, specArea(made), before);
  };
}

/** The cells of a sheet as they stood, in the columns of the new one and without its looks, which cannot be told from cells. */
function asItStood(made: SheetSpec, name: string, cells: readonly (readonly CellInput[])[]): SheetSpec {
  const cols = Math.max(1, ...cells.map((row) => row.length));
  const area: Area = { row: 0, col: 0, rows: Math.max(1, cells.length), cols };
  const columns = Array.from({ length: cols }, (_, col) => made.columns[col] ?? { width: 10 });
  const { area: _area, titleRows: _rows, pageBreakRows: _breaks, percent: _percent, ...print } = made.print;
  return { ...made, cells, columns, names: [{ name, area }], styles: [{ area, style: { wrap: true, valign: "center" } }], rowHeights: [], merges: [], charts: [], conditionalFormats: [], print };
}

function rowsOf(lines: readonly { readonly kind: string; readonly key: string }[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap(({ kind, key }, row) => (kind === "own" ? [] : [[key, row] as const])));
}

type Beside = Pick<Area, "row" | "col"> & { readonly cells: readonly (readonly CellInput[])[] };

/**
 * What people wrote beside our columns goes where its row has gone; what stood beside a row that is no longer there stays. What they
 * wrote in columns of their own among ours goes to the right of everything.
 */
function movedWords(sheet: string, before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>, beside: Beside, inserted: readonly (readonly CellInput[])[]): CellChange[] {
  const rows = new Map([...before].flatMap(([key, row]) => { const to = now.get(key); return to === undefined ? [] : [[row, to] as const]; }));
  const writes = new Map<string, CellChange>();
  const put = (row: number, col: number, to: CellInput): void => void writes.set(`${row} ${col}`, { at: { sheet, row, col }, to });
  const moved = (cell: CellInput, by: number): CellInput => (typeof cell === "object" && cell !== null ? { formula: shiftFormula(cell.formula, by, 0) } : cell);
  const filled = (cell: CellInput): boolean => cell !== null && cell !== "";
  const moving = beside.cells.flatMap((line, r) => {
    const row = beside.row + r;
    const to = rows.get(row);
    return to === undefined || to === row ? [] : line.flatMap((cell, c) => (filled(cell) ? [{ row, col: beside.col + c, to, cell }] : []));
  });
  for (const { row, col } of moving) put(row, col, null);
  for (const { row, col, to, cell } of moving) put(to, col, moved(cell, to - row));
  const free = Math.max(SUMMARY_WIDTH, beside.col) + Math.max(0, ...beside.cells.map((line) => line.length));
  for (const [row, line] of inserted.entries()) for (const [c, cell] of line.entries()) if (filled(cell)) put(rows.get(row) ?? row, free + c, moved(cell, (rows.get(row) ?? row) - row));
  return [...writes.values()];
}
