import type { IDisposable, IExecutionOptions, Injector, Workbook } from "@univerjs/core";
import { ICommandService, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type { ISetFormulaCalculationNotificationMutation } from "@univerjs/engine-formula";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { ClearSelectionFormatCommand, SetBorderCommand, SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { numbered } from "./numbered";

/** When formulas are calculated. */
export interface CalculationControl {
  /**
   * True: cells that show a result keep it until `calculate`; a formula that is new is calculated when it is entered, from what the
   * other cells show. Results that spill into cells beside are not kept back.
   */
  manual: boolean;
  /** True while a cell shows a result that no longer holds. */
  readonly pending: boolean;
  /** Calculates all formulas; `settled` answers when it is done. */
  calculate(): void;
  /** What this work puts into the workbook is calculated already: nothing is because of it. */
  trusting(work: () => void): void;
}

export interface Calculation extends CalculationControl {
  /** True from the beginning of a calculation until its results stand in the cells. */
  readonly running: boolean;
  /** Calls a listener at the end of each calculation. */
  whenEnded(listener: () => void): IDisposable;
  settled(limit?: number): Promise<void>;
  /** To be called when a workbook is opened whose results may be out of date: the run with which the engine begins is of all formulas. */
  beginWithAll(): void;
  dispose(): void;
}

/** Longest wait for a calculation, in milliseconds. */
const LIMIT = 120_000;

/** Changes of looks alone: the engine does not calculate after them. */
const LOOKS = new Set<string | undefined>([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

/**
 * Follows the engine's calculation: a change makes it stale, the engine gathers changes for 100 ms, starts, and tells its end
 * after the results are in the cells. A stopped run that is started again is still running.
 */
export function watchCalculation(injector: Injector): Calculation {
  const commands = injector.get(ICommandService);
  let stale = false;
  let running = false;
  let closed = false;
  let manual = false;
  /** Results were kept back since the last whole calculation. */
  let pending = false;
  /** Somebody asked for all formulas: by the next run that begins, which is `whole` then. */
  let wanted = false;
  let whole = false;
  let waiting: { readonly resolve: () => void; readonly reject: (cause: Error) => void; readonly timer: ReturnType<typeof setTimeout> }[] =
    [];
  const listeners = new Set<() => void>();
  const release = (failure?: Error) => {
    if (!failure && (stale || running || wanted)) return;
    const done = waiting;
    waiting = [];
    for (const { resolve, reject, timer } of done) {
      clearTimeout(timer);
      if (failure) reject(failure);
      else resolve();
    }
  };
  const run = () => void commands.executeCommand(SetFormulaCalculationStartMutation.id, { forceCalculation: true }, { onlyLocal: true });
  const before = commands.beforeCommandExecuted((command, options) => {
    if (command.id === SetRangeValuesMutation.id && manual && !whole && isResult(options)) {
      pending = keepShown(injector, command.params as ISetRangeValuesMutationParams) || pending;
    }
    if (command.id !== SetFormulaCalculationStartMutation.id) return;
    stale = false;
    running = true;
    if (!wanted) return;
    whole = true;
    (command.params as { forceCalculation?: boolean }).forceCalculation = true;
  });
  const after = commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const state = (command.params as ISetFormulaCalculationNotificationMutation).functionsExecutedState;
      if (state === undefined || state === FormulaExecutedStateType.STOP_EXECUTION) return;
      running = false;
      for (const listener of listeners) listener();
      if (whole) [wanted, whole, pending] = [false, false, false];
      else if (wanted && !stale) run();
      release();
    } else if (injector.get(IActiveDirtyManagerService).get(command.id)) {
      if (command.id === SetRangeValuesMutation.id) {
        const { trigger } = command.params as ISetRangeValuesMutationParams;
        if (options?.onlyLocal === true || LOOKS.has(trigger)) return;
      }
      stale = true;
    }
  });
  const calculate = () => {
    wanted = true;
    // a change that waits, or a run that goes on, is followed by a run of everything
    if (!stale && !running) run();
  };
  return {
    get manual() {
      return manual;
    },
    set manual(now) {
      if (manual === now) return;
      manual = now;
      if (!now && pending) calculate();
    },
    get pending() {
      return pending;
    },
    calculate,
    trusting: (work) => {
      const dirty = injector.get(IActiveDirtyManagerService);
      // the engine and we ask it of each change whether it makes results stale
      dirty.get = () => undefined;
      try {
        work();
      } finally {
        Reflect.deleteProperty(dirty, "get");
      }
    },
    get running() {
      return running;
    },
    whenEnded: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    beginWithAll: () => {
      wanted = true;
    },
    settled: (limit = LIMIT) =>
      new Promise((resolve, reject) => {
        if (closed || (!stale && !running && !wanted)) return resolve();
        const timer = setTimeout(() => reject(new Error(`the calculation did not end within ${limit} ms`)), limit);
        waiting.push({ resolve, reject, timer });
      }),
    dispose: () => {
      before.dispose();
      after.dispose();
      closed = true;
      if (running) {
        commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {}, { onlyLocal: true });
        // the engine lets go of its timers only when it hears of an end
        commands.syncExecuteCommand(
          SetFormulaCalculationNotificationMutation.id,
          { functionsExecutedState: FormulaExecutedStateType.NOT_EXECUTED },
          { onlyLocal: true },
        );
      }
      release(new Error("the engine was closed during a calculation"));
    },
  };
}

function isResult(options: IExecutionOptions | undefined): boolean {
  return options?.["applyFormulaCalculationResult"] === true;
}

/** Takes out of new results those of cells that show one already; true where one of them differed. */
function keepShown(injector: Injector, { unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams): boolean {
  const sheet = injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)
    ?.getSheetBySheetId(subUnitId);
  let kept = false;
  for (const [row, line] of numbered(cellValue)) {
    for (const [col, result] of numbered(line)) {
      const shown = sheet?.getCellRaw(row, col);
      if (shown?.v === undefined || shown.v === null) continue;
      kept ||= shown.v !== result?.v;
      Reflect.deleteProperty(line, col);
    }
  }
  return kept;
}
