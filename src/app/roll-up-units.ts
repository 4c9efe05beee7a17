import type { RuleFailure, Today } from "../checks";
import { addForms, emptyForms, type FormHeap } from "../forms";
import { wordsOf, type Words } from "../i18n";
import type { Lang } from "../quantity";
import { emptyRollUp, mergeRollUps, type RollUp, type SourceRow, type UnitReport } from "../summaries/roll-up";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { MOST_SOURCES, addFiles, brokenUnit, type NamedFile, type Opening, type UnitDone, type UnitJob } from "./roll-up";

/** What every worker is told once; threads are told the same. */
export interface WorkerSetup {
  /** The tiers for which figures are kept. */
  readonly nodes: readonly string[];
  readonly today: Today;
  readonly sources: boolean;
  readonly lang: Lang;
}

/** Reads units one after the other and keeps what they come to. */
export interface UnitWorker<F extends NamedFile = NamedFile> {
  /** Rejects with "stopped", else only where the worker itself is lost, with all that it has kept. */
  readonly read: (job: UnitJob<F>) => Promise<UnitDone>;
  /** What the units come to; the worker is not used again. */
  readonly rollUp: () => Promise<RollUp>;
  /** Ends it, whatever it is doing. */
  readonly close: () => Promise<void>;
}

/** A worker in this thread, out of what puts a unit into a roll-up. */
export function workerHere<F extends NamedFile>(read: (into: RollUp, job: UnitJob<F>) => UnitDone | Promise<UnitDone>): UnitWorker<F> {
  const rollUp = emptyRollUp();
  return { read: async (job) => read(rollUp, job), rollUp: () => Promise.resolve(rollUp), close: () => Promise.resolve() };
}

/** A worker in this thread that opens files. */
export function localWorker<F extends NamedFile>(
  { nodes, today, sources, lang }: WorkerSetup, open: (file: F) => Promise<Workbook>, follow?: Omit<Opening<F>, "open">,
): UnitWorker<F> {
  const options = { nodes: new Set(nodes), today, sources };
  return workerHere((into, job) => addFiles(into, job, { ...follow, open }, options, wordsOf(lang)));
}

/** Who reads units, and who is told. */
export interface UnitReaders<F extends NamedFile> {
  /** So many read at once. */
  readonly count: number;
  readonly make: () => UnitWorker<F>;
  /** Whether the numbers of forms of anybody's are kept, unit by unit: eight bytes for each. */
  readonly values?: boolean;
  /** Told of each unit in the order of the jobs; the next one waits for it. */
  readonly told?: (done: UnitDone, index: number) => Promise<void>;
}

/** What units come to. */
export interface GatheredUnits {
  readonly rollUp: RollUp;
  /** Tables of anybody's, added up. */
  readonly forms: FormHeap;
  readonly reports: readonly UnitReport[];
  /** Null where there are more than `MOST_SOURCES`. */
  readonly sources: readonly SourceRow[] | null;
  /** Files that are no unit's: we made them out of tables. */
  readonly passed: readonly string[];
  /** Rules of ours that failed, each once. */
  readonly failures: readonly RuleFailure[];
}

/** So many units may be read ahead of the one whose turn it is to be told: what is waiting stays small. */
const AHEAD = 64;

/**
 * Reads all units, each worker the next one that nobody has, and tells of them in their order. A worker that is lost (a file that needs
 * more memory than there is) costs the unit that it was at: the others of its units are read again. Rejects with "stopped", and with what
 * `told` rejects with; nothing is read any more then.
 */
export async function gatherUnits<F extends NamedFile>(
  jobs: readonly UnitJob<F>[], { count, make, told, values = false }: UnitReaders<F>, words: Words,
): Promise<GatheredUnits> {
  const total = emptyRollUp();
  const gathered = gathering(values);
  const done = new Map<number, UnitDone>();
  const again: number[] = [];
  let [next, turn, over] = [0, 0, false];
  let [turned, wake] = signal();
  const onTurn = (): void => {
    wake();
    [turned, wake] = signal();
  };
  let telling = Promise.resolve();
  const tell = (): Promise<void> => {
    telling = telling.then(async () => {
      for (let one = done.get(turn); one; one = done.get(turn)) {
        done.delete(turn);
        gathered.add(one);
        await told?.(one, turn);
        turn += 1;
        onTurn();
      }
    });
    return telling;
  };
  const take = (): number | null => (over ? null : (again.pop() ?? (next < jobs.length ? next++ : null)));
  const work = async (): Promise<void> => {
    let worker = make();
    let read: number[] = [];
    try {
      for (let index = take(); index !== null; index = take()) {
        while (index >= turn + AHEAD && !over) await turned;
        const job = jobs[index];
        if (!job || over) return;
        try {
          const one = await worker.read(job);
          read.push(index);
          if (index >= turn && !done.has(index)) done.set(index, one);
        } catch (cause) {
          if (isStopped(cause)) throw cause;
          done.set(index, brokenUnit(job.unit, namesOf(job), cause, words));
          again.push(...read);
          read = [];
          await worker.close();
          worker = make();
        }
        await tell();
      }
      mergeRollUps(total, await worker.rollUp());
    } catch (cause) {
      over = true;
      onTurn();
      throw cause;
    } finally {
      await worker.close();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(count, jobs.length)) }, work));
  await tell();
  return { rollUp: total, ...gathered.all() };
}

/** What is told of units, put together. */
function gathering(values: boolean): { readonly add: (done: UnitDone) => void; readonly all: () => Omit<GatheredUnits, "rollUp"> } {
  const [reports, passed]: [UnitReport[], string[]] = [[], []];
  const failures = new Map<string, RuleFailure>();
  let sources: SourceRow[] | null = [];
  const forms = emptyForms();
  return {
    add: (done) => {
      for (const one of done.forms) addForms(forms, one, { values });
      reports.push(...done.reports);
      passed.push(...done.passed);
      for (const failure of done.failures) if (!failures.has(failure.rule)) failures.set(failure.rule, failure);
      if (sources && sources.length + done.sources.length > MOST_SOURCES) sources = null;
      sources?.push(...done.sources);
    },
    all: () => ({ reports, passed, sources, forms, failures: [...failures.values()] }),
  };
}

/** A promise, and what fulfils it. */
function signal(): [Promise<void>, () => void] {
  let give = (): void => undefined;
  return [new Promise((resume) => (give = resume)), () => give()];
}

function namesOf({ files }: UnitJob): string {
  return files.map(({ file }) => file).join(", ");
}

function isStopped(cause: unknown): boolean {
  return cause instanceof WorkbookFailure && cause.code === "stopped";
}
