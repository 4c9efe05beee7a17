import type { ICellData, IWorkbookData, Nullable } from "@univerjs/core";
import { CellValueType, IUniverInstanceService, LocaleType, LogLevel, ObjectMatrix, Univer, UniverInstanceType } from "@univerjs/core";
import type { IAllRuntimeData, IFormulaData } from "@univerjs/engine-formula";
import {
  CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  ERROR_TYPE_SET,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
  IFunctionService,
  ISheetRowFilteredService,
  NEW_EXCEL_FUNCTIONS,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import type { Area, CellValue } from "../../sheet";
import { isCellError, MAX_COLS, MAX_ROWS } from "../../sheet";
import { shortCircuit } from "./short-circuit";

/** A sheet as the engine is given it: values and formulas by row and column. */
export interface EngineSheet {
  readonly name: string;
  readonly cells: Iterable<{ readonly row: number; readonly col: number; readonly value: CellValue; readonly formula: string | null }>;
  readonly hiddenRows: ReadonlySet<number>;
  /** Those of them that a filter hides. */
  readonly filteredRows: ReadonlySet<number>;
}

export interface Spill extends Area {
  readonly sheet: number;
}

/** Is told of each formula before it is looked at; returns how many cells it reads. */
export type EngineWatch = (sheet: number, row: number, col: number) => number;

/** What came of a calculation. `at` gives undefined for a cell that was not computed. */
export interface EngineResult {
  at(sheet: number, row: number, col: number): CellValue | undefined;
  /** What formulas that give more than one value filled or wanted to fill. */
  readonly spills: readonly Spill[];
  /** True where formulas need each other in a circle; their values mean nothing. */
  readonly circular: boolean;
}

/** Thrown where the engine itself failed at a formula; the next attempt has to go without it. */
export class FormulaFailure extends Error {
  constructor(
    readonly sheet: number,
    readonly row: number,
    readonly col: number,
    options: ErrorOptions,
  ) {
    super(`formula at ${sheet}:${row}:${col}`, options);
  }
}

/** SORT and SORTBY of this version change the area that they read; IMAGE and WEBSERVICE would reach for the network. */
const UNSAFE = new Set(["SORT", "SORTBY", "IMAGE", "WEBSERVICE"]);
/** Milliseconds after which a calculation is given up: far beyond what 100,000 formulas take on a busy machine. */
const TIME_LIMIT = 120_000;
/** Excel gives #VALUE! for a longer text. */
const LONGEST_TEXT = 32_767;
const ERRORS: ReadonlySet<string> = ERROR_TYPE_SET;
let runs = 0;
/** The engine of the last calculation, without its book: to make one and its 500 functions takes longer than to calculate a table. */
let spare: { readonly univer: Univer; readonly uses: number } | null = null;
/** After so many books an engine is thrown away: whatever it keeps of them cannot grow. */
const MOST_USES = 200;

/** The service of the engine, run once and awaited: its own `execute` returns before it is done and loses what is thrown. */
class Calculation extends CalculateFormulaService {
  async run(
    formulaData: IFormulaData, watch: EngineWatch,
    fail: (sheetId: string, row: number, col: number, cause: unknown) => Error,
  ): Promise<{ data: IAllRuntimeData; circular: boolean }> {
    this._currentConfigService.load({
      formulaData,
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
    this._runtimeService.reset();
    // The index of values is searched from end to end for each formula; emptied at each pause (500 formulas) it cannot grow long.
    const forget = keepsLittle();
    const setCurrent = this._runtimeService.setCurrent.bind(this._runtimeService);
    this._runtimeService.setCurrent = (...place) => {
      const [row, col, , , sheetId] = place;
      forget(watch(sheetNumber(sheetId), row, col));
      setCurrent(...place);
    };
    const pauses = this.executionInProgressListener$.subscribe(() => CELL_INVERTED_INDEX_CACHE.clear());
    const timer = setTimeout(() => this._runtimeService.stopExecution(), TIME_LIMIT);
    try {
      await this._executeStep();
      return { data: this._runtimeService.getAllRuntimeData(), circular: this._runtimeService.isCycleDependency() };
    } catch (cause) {
      throw fail(this._runtimeService.currentSubUnitId, this._runtimeService.currentRow, this._runtimeService.currentColumn, cause);
    } finally {
      clearTimeout(timer);
      this._runtimeService.setCurrent = setCurrent;
      pauses.unsubscribe();
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      CELL_INVERTED_INDEX_CACHE.clear();
    }
  }
}

/** Whether the engine computes the function (upper-case name). */
export function knowsFunction(name: string): boolean {
  return known().has(name) && !UNSAFE.has(name);
}

/** Areas that were read are kept by the engine for the next formula that reads them, up to so many cells; each takes some hundred bytes. */
const MOST_KEPT = 1_000_000;

/** Forgets the areas that the engine keeps: to be called between formulas, with the cells that the next one reads. */
function keepsLittle(): (cells: number) => void {
  let kept = 0;
  return (cells) => {
    kept += cells;
    if (kept <= MOST_KEPT) return;
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    kept = cells;
  };
}

/**
 * Evaluates all formulas with Univer's engine, none of its screens. `watch` is told of each before it is looked at, and says how many
 * cells it reads. Throws FormulaFailure.
 */
export async function runFormulas(sheets: readonly EngineSheet[], watch: EngineWatch): Promise<EngineResult> {
  const unit = `book-${++runs}`;
  // a calculation that begins while another is under way gets an engine of its own
  const univer = spare?.univer ?? start();
  const uses = (spare?.uses ?? 0) + 1;
  spare = null;
  let sound = false;
  try {
    univer.createUnit<Partial<IWorkbookData>, never>(UniverInstanceType.UNIVER_SHEET, workbookData(unit, sheets));
    const injector = univer.__getInjector();
    if (uses === 1) shortCircuit(injector);
    injector.get(ISheetRowFilteredService).register((_unit, sheetId, row) => sheets[sheetNumber(sheetId)]?.filteredRows.has(row) ?? false);
    const { data, circular } = await injector
      .createInstance(Calculation)
      .run(
        injector.get(FormulaDataModel).getFormulaData(), watch,
        (sheetId, row, col, cause) => new FormulaFailure(sheetNumber(sheetId), row, col, { cause }),
      );
    const values = data.unitData[unit] ?? {};
    const filled = data.arrayFormulaCellData[unit] ?? {};
    sound = true;
    return {
      at: (sheet, row, col) => cellValue(values[`s${sheet}`]?.getValue(row, col) ?? filled[`s${sheet}`]?.getValue(row, col)),
      spills: spillsOf(data, unit),
      circular,
    };
  } finally {
    if (sound && !spare && uses < MOST_USES) {
      univer.__getInjector().get(IUniverInstanceService).disposeUnit(unit);
      spare = { univer, uses };
    } else univer.dispose();
  }
}

/** Whether a file has to mark the function (upper-case name) with "_xlfn.": Excel 2007 did not know it. */
export function isYoungFunction(name: string): boolean {
  return NEW_EXCEL_FUNCTIONS.has(name);
}

let names: ReadonlySet<string> | null = null;

function known(): ReadonlySet<string> {
  if (!names) {
    const univer = start();
    // The functions are registered once the first unit is made.
    univer.createUnit<Partial<IWorkbookData>, never>(UniverInstanceType.UNIVER_SHEET, workbookData("functions", []));
    names = new Set([...univer.__getInjector().get(IFunctionService).getExecutors().keys()].map(String));
    univer.dispose();
  }
  return names;
}

function start(): Univer {
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  return univer;
}

function sheetNumber(sheetId: string): number {
  return Number(sheetId.slice(1));
}

function spillsOf(data: IAllRuntimeData, unit: string): Spill[] {
  const spills: Spill[] = [];
  for (const [sheetId, ranges] of Object.entries(data.arrayFormulaRange[unit] ?? {})) {
    new ObjectMatrix(ranges).forValue((row, col, range) => {
      spills.push({
        sheet: sheetNumber(sheetId),
        row,
        col,
        rows: range.endRow - range.startRow + 1,
        cols: range.endColumn - range.startColumn + 1,
      });
    });
  }
  return spills;
}

function workbookData(id: string, sheets: readonly EngineSheet[]): Partial<IWorkbookData> {
  const entries = sheets.map((sheet, i): [string, IWorkbookData["sheets"][string]] => {
    const cellData: Record<number, Record<number, ICellData>> = {};
    for (const { row, col, value, formula } of sheet.cells)
      (cellData[row] ??= {})[col] = formula === null ? plainCell(value) : { f: formula };
    const rowData = Object.fromEntries([...sheet.hiddenRows].map((row) => [row, { hd: 1 }]));
    return [`s${i}`, { id: `s${i}`, name: sheet.name, cellData, rowData, rowCount: MAX_ROWS, columnCount: MAX_COLS }];
  });
  return {
    id,
    name: "",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: entries.map(([key]) => key),
    sheets: Object.fromEntries(entries),
  };
}

function plainCell(value: CellValue): ICellData {
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  return value === null ? {} : { v: value, t: CellValueType.STRING };
}

function cellValue(cell: Nullable<ICellData>): CellValue | undefined {
  if (!cell) return undefined;
  const { v, t } = cell;
  // A formula that gives a blank shows 0.
  if (v === null || v === undefined) return 0;
  if (t === CellValueType.BOOLEAN || typeof v === "boolean") return v === true || v === 1 || v === "1" || v === "TRUE";
  if (typeof v === "number") return Number.isFinite(v) ? v : { error: "#NUM!" };
  if (v.length > LONGEST_TEXT) return { error: "#VALUE!" };
  return ERRORS.has(v) ? { error: v } : v;
}
