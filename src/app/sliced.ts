import { inSlices } from "../base";
import { WorkbookFailure, type Course } from "../workbook/port";

/**
 * Does the steps of a work, resting between slices of them where somebody follows it; `each` is told every step. Throws "stopped" where the
 * course asks for that.
 */
export function sliced<S, T>(steps: Generator<S, T>, { rest, stopped }: Course = {}, each?: (step: S) => void): Promise<T> {
  const pause = rest && (async (): Promise<void> => {
    await rest();
    if (stopped?.()) throw new WorkbookFailure("stopped", {});
  });
  return inSlices(steps, pause, each);
}
