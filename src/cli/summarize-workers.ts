import { addWorkbook, brokenUnit, emptyRollUp, mergeRollUps, type RollUp, type UnitDone, type UnitJob } from "../app";
import { wordsOf } from "../i18n";
import type { Lang } from "../quantity";
import type { Io } from "./io";
import type { UnitWorker, WorkerSetup } from "./unit-worker";

/** A worker in this thread. */
export function localWorker({ nodes, today, sources, lang }: WorkerSetup, open: Io["open"]): UnitWorker {
  const rollUp = emptyRollUp();
  const options = { nodes: new Set(nodes), today, sources };
  return {
    read: (job) => addWorkbook(rollUp, job, () => open(job.file), options, wordsOf(lang)),
    rollUp: () => Promise.resolve(rollUp),
    close: () => Promise.resolve(),
  };
}

/** So many files may be read ahead of the one whose turn it is to be told: what is waiting stays small. */
const AHEAD = 64;

/**
 * Reads all files, each worker the next one that nobody has, and tells of them in their order; returns what they come to. A worker that
 * is lost (a file that needs more memory than there is) costs the file that it was at: the others of its files are read again.
 */
export async function readUnits(jobs: readonly UnitJob[], count: number, makeWorker: () => UnitWorker, lang: Lang, told: (done: UnitDone, index: number) => Promise<void>): Promise<RollUp> {
  const total = emptyRollUp();
  const done = new Map<number, UnitDone>();
  const again: number[] = [];
  let next = 0;
  let turn = 0;
  let telling = Promise.resolve();
  const tell = (): Promise<void> => {
    telling = telling.then(async () => {
      for (let one = done.get(turn); one; one = done.get(turn)) {
        done.delete(turn);
        await told(one, turn);
        turn += 1;
      }
    });
    return telling;
  };
  const take = (): number | null => again.pop() ?? (next < jobs.length ? next++ : null);
  const work = async (): Promise<void> => {
    let worker = makeWorker();
    let read: number[] = [];
    try {
      for (let index = take(); index !== null; index = take()) {
        while (index >= turn + AHEAD) await new Promise((resume) => setTimeout(resume, 5));
        const job = jobs[index] as UnitJob;
        try {
          const one = await worker.read(job);
          read.push(index);
          if (index >= turn && !done.has(index)) done.set(index, one);
        } catch (cause) {
          done.set(index, brokenUnit(job, cause, wordsOf(lang)));
          again.push(...read);
          read = [];
          await worker.close();
          worker = makeWorker();
        }
        await tell();
      }
      mergeRollUps(total, await worker.rollUp());
    } finally {
      await worker.close();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(count, jobs.length)) }, work));
  await tell();
  return total;
}
