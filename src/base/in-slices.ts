/** So long, in milliseconds, the others wait at most, but for a step that takes longer: a click is answered in a tenth of a second. */
const SLICE = 50;

/**
 * Does the steps of a work, with `rest` between slices of them where it is given. `each` is told every step before the next one; what it
 * or `rest` throws ends the work.
 */
export async function inSlices<S, T>(
  steps: Generator<S, T>, rest: (() => Promise<void>) | undefined, each?: (step: S) => void,
): Promise<T> {
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    each?.(step.value);
    if (!rest || Date.now() - since < SLICE) continue;
    await rest();
    since = Date.now();
  }
}
