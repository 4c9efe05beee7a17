import { WorkbookFailure, type Course } from "../workbook/port";

/** So long, in milliseconds, the others wait at most, but for a step that takes longer: a click is answered in a tenth of a second. */
const SLICE = 50;

/** Does the steps of a work, resting between slices of them where somebody follows it. Throws "stopped" where the course asks for that. */
export async function sliced<T>(steps: Generator<unknown, T>, { rest, stopped }: Course = {}): Promise<T> {
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!rest || Date.now() - since < SLICE) continue;
    await rest();
    if (stopped?.()) throw new WorkbookFailure("stopped", {});
    since = Date.now();
  }
}
