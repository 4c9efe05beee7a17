/**
 * A worker of the page that evaluates formulas and can be ended whatever it is doing; `lost` is called where it ends by itself, or where
 * the host allows none.
 */
export function engineWorker<Question, Told>(
  told: (message: Told) => void, lost: () => void,
): { ask: (question: Question) => void; rest: () => void; end: () => void } {
  const worker = new Worker(new URL("../workbook/xlsx/evaluation-worker.ts", import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<Told>) => told(data);
  worker.onerror = lost;
  return { ask: (question) => worker.postMessage(question), rest: () => undefined, end: () => worker.terminate() };
}

/** Counts milliseconds. */
export function stopwatch(): () => number {
  const since = performance.now();
  return () => performance.now() - since;
}
