import type { Injector } from "@univerjs/core";
import { ICommandService } from "@univerjs/core";
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

export interface Calculation {
  settled(limit?: number): Promise<void>;
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
  let waiting: { readonly resolve: () => void; readonly reject: (cause: Error) => void; readonly timer: ReturnType<typeof setTimeout> }[] = [];
  const release = (failure?: Error) => {
    if (!failure && (stale || running)) return;
    const done = waiting;
    waiting = [];
    for (const { resolve, reject, timer } of done) {
      clearTimeout(timer);
      if (failure) reject(failure);
      else resolve();
    }
  };
  const before = commands.beforeCommandExecuted((command) => {
    if (command.id !== SetFormulaCalculationStartMutation.id) return;
    stale = false;
    running = true;
  });
  const after = commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const state = (command.params as ISetFormulaCalculationNotificationMutation).functionsExecutedState;
      if (state === undefined || state === FormulaExecutedStateType.STOP_EXECUTION) return;
      running = false;
      release();
    } else if (injector.get(IActiveDirtyManagerService).get(command.id)) {
      if (command.id === SetRangeValuesMutation.id) {
        const { trigger } = command.params as ISetRangeValuesMutationParams;
        if (options?.onlyLocal === true || LOOKS.has(trigger)) return;
      }
      stale = true;
    }
  });
  return {
    settled: (limit = LIMIT) =>
      new Promise((resolve, reject) => {
        if (closed || (!stale && !running)) return resolve();
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
        commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, { functionsExecutedState: FormulaExecutedStateType.NOT_EXECUTED }, { onlyLocal: true });
      }
      release(new Error("the engine was closed during a calculation"));
    },
  };
}
