import { supervised } from "../xlsx";
import type { Apart } from "./open-file";
import { readApart } from "./other/apart";

interface PageThread<Question> {
  readonly ask: (question: Question) => void;
  readonly rest: () => void;
  readonly end: () => void;
}

/**
 * The threads of a page: workers that evaluate formulas and read files, and can be ended whatever they are doing. Where the host allows
 * none, see `supervised` and `readApart`.
 */
export function pageThreads(): Required<Apart> {
  return {
    byEngine: supervised({
      start: (told, lost) =>
        thread(
          new Worker(/* webpackChunkName: "evaluation-worker" */ new URL("../xlsx/evaluation-worker.ts", import.meta.url)), told, lost,
        ),
      stopwatch,
    }),
    byReader: readApart({
      start: (told, lost) =>
        thread(new Worker(/* webpackChunkName: "reader-worker" */ new URL("./other/reader-worker.ts", import.meta.url)), told, lost),
      stopwatch,
    }),
  };
}

function thread<Question, Told>(worker: Worker, told: (message: Told) => void, lost: () => void): PageThread<Question> {
  worker.onmessage = ({ data }: MessageEvent<Told>) => told(data);
  worker.onerror = lost;
  return { ask: (question) => worker.postMessage(question), rest: () => undefined, end: () => worker.terminate() };
}

/** Counts milliseconds. */
function stopwatch(): () => number {
  const since = performance.now();
  return () => performance.now() - since;
}
