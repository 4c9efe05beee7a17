import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-note/facade";
import type { ILocales, Injector, IWorkbookData, Plugin, PluginCtor } from "@univerjs/core";
import {
  generateRandomId, ICommandService, LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer, UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { SheetsDataValidationValidatorService, UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { FormulaCalculationSessionController, TriggerCalculationController, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { shortCircuit } from "../workbook/xlsx/short-circuit";
import { type CalculationControl, watchCalculation } from "./calculation";
import { evaluateFormatsWhenSeen } from "./format-formulas";
import { validateFilledCells } from "./filled-cells";
import { askParsedOnce } from "./parsed-once";
import { dropSpilledTogether } from "./spilled-cells";
import { writeOutNames } from "./named-formulas";
import { keepRecords } from "./record-mutations";
import type { BookRecord, Records } from "./records";
import { shareLooks } from "./shared-looks";
import { keepSheetNames } from "./sheet-names";

/** A plugin of the engine with its settings, in the shape of a preset's `plugins`. */
export type EnginePlugin = PluginCtor<Plugin> | [PluginCtor<Plugin>, object];

/** What an engine opens: an empty workbook with sheets (at least one) of given names, or one as the engine keeps workbooks. */
export type OpenedWorkbook = { readonly name: string; readonly sheets: readonly string[] } | { readonly data: Partial<IWorkbookData> };

export type EngineOptions = OpenedWorkbook & EngineParts;

interface EngineParts {
  /** All plugins, in their order. A page gives those of its presets, which hold the headless ones too; without it: `headlessPlugins()`. */
  readonly plugins?: readonly EnginePlugin[];
  /** Texts of the plugins' own menus, by locale. */
  readonly locales?: ILocales;
}

/** A running workbook that calculates. */
export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly workbook: FWorkbook;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly calculation: CalculationControl;
  /** Charts, print set-up and protection, which the engine does not know; changed by mutations. */
  readonly records: Records;
  /** The same of the workbook as a whole. */
  readonly book: BookRecord;
  /** Who is changing the workbook right now: the frame whose message is being worked on; null while people do. */
  writer: object | null;
  /**
   * Answers once every change made so far is calculated and its results stand in the cells; rejects after `limit` milliseconds (120,000).
   */
  settled(limit?: number): Promise<void>;
  dispose(): void;
}

/** Rows and columns that a new sheet shows; it grows when something is written beyond. */
const SHOWN_ROWS = 1000;
const SHOWN_COLUMNS = 40;

/** What calculates, formats and keeps rules without a screen. */
export function headlessPlugins(): EnginePlugin[] {
  return [
    UniverFormulaEnginePlugin,
    UniverSheetsPlugin,
    UniverSheetsFormulaPlugin,
    UniverSheetsNumfmtPlugin,
    UniverDataValidationPlugin,
    UniverSheetsDataValidationPlugin,
    UniverSheetsConditionalFormattingPlugin,
    UniverSheetsNotePlugin,
  ];
}

/** Starts an engine with a workbook that shows numbers as Vietnamese Excel does. Call `dispose` at the end. */
export function createEngine(options: EngineOptions): Engine {
  const univer = new Univer({ locale: LocaleType.VI_VN, locales: options.locales ?? { [LocaleType.VI_VN]: {} }, logLevel: LogLevel.ERROR });
  for (const plugin of options.plugins ?? headlessPlugins()) {
    if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const calculation = watchCalculation(injector);
  const kept = keepRecords(injector);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    ...("data" in options ? options.data : emptyWorkbook(options.name, options.sheets)),
    // the engine keeps parsed formulas of all its instances by this id, each bound to the instance that parsed it
    id: generateRandomId(12),
  });
  shortCircuit(injector);
  askParsedOnce(injector);
  dropSpilledTogether(injector);
  shareLooks(injector);
  validateFilledCells(injector);
  const formats = evaluateFormatsWhenSeen(injector, calculation);
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("the engine opened no workbook");
  const names = keepSheetNames(commands, workbook);
  // without a screen nobody else tells the plugins that it is drawn, and some of them start only then
  if (!options.plugins) injector.get(LifecycleService).stage = LifecycleStages.Rendered;
  // in a browser these start seconds after the page is drawn; until then nothing would calculate
  injector.get(TriggerCalculationController);
  injector.get(FormulaCalculationSessionController);
  writeOutNames(injector);
  workbook.setNumfmtLocal("vi");
  // kept results may be of another day, and those that spill into cells beside are not kept
  if ("data" in options) calculation.beginWithAll();
  return {
    univer,
    api,
    workbook,
    injector,
    commands,
    calculation,
    records: kept.records,
    get book() {
      return kept.book;
    },
    writer: null,
    settled: calculation.settled,
    dispose: () => {
      calculation.dispose();
      names.dispose();
      kept.dispose();
      formats.dispose();
      // checks of rules that wait for an idle moment would look for a workbook that is gone, and end the process
      injector.get(SheetsDataValidationValidatorService).validatorRanges = () => Promise.resolve([]);
      univer.dispose();
    },
  };
}

function emptyWorkbook(name: string, sheets: readonly string[]) {
  const ids = sheets.map((_, index) => `sheet-${index + 1}`);
  return {
    name,
    locale: LocaleType.VI_VN,
    sheetOrder: ids,
    sheets: Object.fromEntries(
      sheets.map((sheet, index) => [
        `sheet-${index + 1}`,
        { id: `sheet-${index + 1}`, name: sheet, rowCount: SHOWN_ROWS, columnCount: SHOWN_COLUMNS, cellData: {} },
      ]),
    ),
  };
}

/** The size of a sheet when it is added. */
export const NEW_SHEET = { rows: SHOWN_ROWS, columns: SHOWN_COLUMNS } as const;
