import { Worker, parentPort } from "node:worker_threads";

/** Megabytes of the heap of a thread: it evaluates some hundred thousand formulas, or reads a file of the largest size. */
const HEAP = 1_024;

/** What such a thread is told once, so that the main file knows what it runs as. */
export type EngineTask = "engine" | "reader" | "document";

/** A thread that runs `script` from its beginning and can be ended whatever it is doing; see `serveEngine`. */
export function engineThread<Question, Told>(
  script: string, task: EngineTask, told: (message: Told) => void, lost: () => void,
): { ask: (question: Question) => void; rest: () => void; end: () => void } {
  const thread = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  thread.on("message", told);
  thread.on("error", lost);
  thread.on("exit", lost);
  return {
    ask: (question) => {
      thread.ref();
      thread.postMessage(question);
    },
    rest: () => thread.unref(),
    end: () => void thread.terminate(),
  };
}

/** Answers the questions of `engineThread`; for a thread's own main file. */
export function serveEngine<Question, Told>(answer: (question: Question, tell: (message: Told) => void) => Promise<void>): void {
  const port = parentPort;
  if (!port) throw new Error("this is no thread");
  port.postMessage({ ready: true });
  port.on("message", (question: Question) => void answer(question, (message) => port.postMessage(message)));
}

/**
 * Counts milliseconds of work: of the clock or of the processors, whichever are fewer, so that neither a machine that is busy with other
 * things nor other threads at work make a formula seem slow.
 */
export function workwatch(): () => number {
  const since = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - since, (user + system) / 1000);
  };
}
