interface PageThread<Question> {
  readonly ask: (question: Question) => void;
  readonly rest: () => void;
  readonly end: () => void;
}

/**
 * A worker of the page that evaluates formulas and can be ended whatever it is doing; `lost` is called where it ends by itself, or where
 * the host allows none.
 */
export function engineWorker<Question, Told>(told: (message: Told) => void, lost: () => void): PageThread<Question> {
  return thread(new Worker(new URL("../workbook/xlsx/evaluation-worker.ts", import.meta.url)), told, lost);
}

/** One that reads files by a library, see `readApart`. */
export function readerWorker<Question, Told>(told: (message: Told) => void, lost: () => void): PageThread<Question> {
  return thread(new Worker(new URL("../workbook/files/other/reader-worker.ts", import.meta.url)), told, lost);
}

function thread<Question, Told>(worker: Worker, told: (message: Told) => void, lost: () => void): PageThread<Question> {
  worker.onmessage = ({ data }: MessageEvent<Told>) => told(data);
  worker.onerror = lost;
  return { ask: (question) => worker.postMessage(question), rest: () => undefined, end: () => worker.terminate() };
}

/** Counts milliseconds. */
export function stopwatch(): () => number {
  const since = performance.now();
  return () => performance.now() - since;
}
