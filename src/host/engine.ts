import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-note/facade";
import type { ILocales, Injector, Plugin, PluginCtor } from "@univerjs/core";
import { ICommandService, LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer, UniverInstanceType } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { FormulaCalculationSessionController, TriggerCalculationController, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { shortCircuit } from "../workbook/xlsx/short-circuit";
import { type CalculationControl, watchCalculation } from "./calculation";
import { keepSheetNames } from "./sheet-names";

/** A plugin of the engine with its settings, in the shape of a preset's `plugins`. */
export type EnginePlugin = PluginCtor<Plugin> | [PluginCtor<Plugin>, object];

export interface EngineOptions {
  /** Name of the workbook. */
  readonly name: string;
  /** Names of the first sheets; at least one. */
  readonly sheets: readonly string[];
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

/** Starts an engine with an empty workbook that shows numbers as Vietnamese Excel does. Call `dispose` at the end. */
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
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, firstWorkbook(options.name, options.sheets));
  shortCircuit(injector);
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("the engine opened no workbook");
  const names = keepSheetNames(commands, workbook);
  // without a screen nobody else tells the plugins that it is drawn, and some of them start only then
  if (!options.plugins) injector.get(LifecycleService).stage = LifecycleStages.Rendered;
  // in a browser these start seconds after the page is drawn; until then nothing would calculate
  injector.get(TriggerCalculationController);
  injector.get(FormulaCalculationSessionController);
  workbook.setNumfmtLocal("vi");
  return {
    univer,
    api,
    workbook,
    injector,
    commands,
    calculation,
    settled: calculation.settled,
    dispose: () => {
      calculation.dispose();
      names.dispose();
      univer.dispose();
    },
  };
}

function firstWorkbook(name: string, sheets: readonly string[]) {
  const ids = sheets.map((_, index) => `sheet-${index + 1}`);
  return {
    id: "workbook",
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
