import { Worker, parentPort, workerData } from "node:worker_threads";
import { localWorker, type NamedFile, type RollUp, type UnitDone, type UnitJob, type UnitWorker, type WorkerSetup } from "../app";
import type { Io } from "./io";

type Answer = { readonly done: UnitDone } | { readonly rollUp: RollUp } | { readonly fault: string };

/** Megabytes of a thread's heap: enough for the largest workbook that is read at all, so that a few threads stay within half a gigabyte. */
const HEAP = 320;

/** A worker in a thread of its own, which runs `script` from its beginning; see `serveUnits`. */
export function threadWorker(script: string, setup: WorkerSetup): UnitWorker {
  const thread = new Worker(script, { workerData: setup, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (cause: Error) => void } | null = null;
  let lost: Error | null = null;
  const fail = (cause: unknown): void => {
    lost ??= cause instanceof Error ? cause : new Error(String(cause));
    waiting?.reject(lost);
    waiting = null;
  };
  thread.on("message", (answer: Answer) => {
    waiting?.resolve(answer);
    waiting = null;
  });
  thread.on("error", fail);
  thread.on("exit", (code) => fail(new Error(`the thread ended (${code})`)));
  const ask = (question: UnitJob | "rollUp"): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost);
      waiting = { resolve, reject };
      thread.postMessage(question);
    });
  return {
    read: async (job) => {
      const answer = await ask(job);
      if ("done" in answer) return answer.done;
      throw new Error("fault" in answer ? answer.fault : "an answer to another question");
    },
    rollUp: async () => {
      const answer = await ask("rollUp");
      if ("rollUp" in answer) return answer.rollUp;
      throw new Error("fault" in answer ? answer.fault : "an answer to another question");
    },
    close: async () => {
      await thread.terminate();
    },
  };
}

/** Answers the questions of `threadWorker`; for a thread's own main file. */
export function serveUnits(open: Io["open"]): void {
  const port = parentPort;
  if (!port) throw new Error("this is no thread");
  const worker = localWorker(workerData as WorkerSetup, ({ file }: NamedFile) => open(file));
  const answer = async (question: UnitJob | "rollUp"): Promise<Answer> =>
    question === "rollUp" ? { rollUp: await worker.rollUp() } : { done: await worker.read(question) };
  port.on("message", (question: UnitJob | "rollUp") => {
    answer(question).then(
      (found) => port.postMessage(found),
      (cause: unknown) => port.postMessage({ fault: cause instanceof Error ? cause.message : String(cause) } satisfies Answer),
    );
  });
}
