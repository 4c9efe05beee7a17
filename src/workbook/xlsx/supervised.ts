import type { Evaluate } from "./calculate";
import { evaluate, type EvaluateOptions } from "./evaluate";
import { formulaCells, type FormulaPlace, type FormulaValues } from "./formula-cells";
import type { Precedent } from "./prepare-formula";
import type { StoredBook } from "./stored";
import { cellKey } from "./stored";

/** What a thread is asked. */
export interface Question {
  readonly book: StoredBook;
  readonly wanted: readonly Precedent[] | null;
  readonly options: Omit<EvaluateOptions, "watch">;
}

/** What it tells: that it is there, the formula that it is about to look at (null: one that is not watched), and in the end the values. */
export type Told =
  { readonly ready: true } | { readonly at: FormulaPlace | null } | { readonly values: FormulaValues[] } | { readonly fault: string };

/** A thread that can be ended whatever it is doing. */
export interface Thread {
  readonly ask: (question: Question) => void;
  /** It has nothing to do: the process need not wait for it. */
  readonly rest: () => void;
  readonly end: () => void;
}

/**
 * Where threads come from: each is given who is told, and who learns that it ended by itself, for want of memory or otherwise. `start` may
 * throw.
 */
export interface Threads {
  readonly start: (told: (message: Told) => void, lost: () => void) => Thread;
  /** Begins to count milliseconds of work, and says how many they are. */
  readonly stopwatch: () => () => number;
}

/** Milliseconds: of one formula of which nobody can say what it takes; of all those together that took `long`; of the whole workbook. */
export interface TimeLimits {
  readonly formula: number;
  readonly long: number;
  readonly together: number;
  readonly book: number;
}

/** Far beyond what anything honest takes that the count of steps lets pass. */
const LIMITS: TimeLimits = { formula: 4_000, long: 1_000, together: 12_000, book: 300_000 };
const LOOK_EVERY = 100;
/** So many threads are ended over one workbook before all of its formulas are given up. */
const MOST_ENDED = 8;

/**
 * Evaluates in a thread of its own, which is ended where a formula takes too much time or memory: that formula has no value then, and the
 * others go on. Nothing is left to time that can be counted beforehand: see `evaluate`. Where there are no threads, formulas of which
 * nobody can say what they take are given up.
 */
export function supervised(threads: Threads, limits: TimeLimits = LIMITS): Evaluate {
  let idle: Asked | null = null;
  return async (book, wanted) => {
    const without: FormulaPlace[] = [];
    const watch = { limits, together: 0 };
    let watchAll = false;
    for (let ended = 0; ended < MOST_ENDED; ended++) {
      const thread = idle ?? asked(threads);
      idle = null;
      const onlyKnown = watch.together > limits.together || ended > MOST_ENDED / 2;
      const outcome = await thread.ask({ book, wanted, options: { without: [...without], onlyKnown, watchAll } }, watch);
      if ("values" in outcome) {
        if (idle) thread.end();
        else idle = thread;
        return outcome.values;
      }
      if (!outcome.ready) return evaluate(book, wanted, { onlyKnown: true });
      if (outcome.at) without.push(outcome.at);
      // nobody knows at which formula it was: the next one tells of each
      else if (watchAll) break;
      else watchAll = true;
    }
    return nothing(book);
  };
}

/** The thread's side: answers questions, one after the other. */
export async function answer({ book, wanted, options }: Question, tell: (message: Told) => void): Promise<void> {
  try {
    tell({ values: await evaluate(book, wanted, { ...options, watch: (at) => tell({ at }) }) });
  } catch (cause) {
    tell({ fault: cause instanceof Error ? cause.message : String(cause) });
  }
}

interface Watch {
  readonly limits: TimeLimits;
  /** Milliseconds of the formulas that took long. */
  together: number;
}

interface Asked {
  ask(
    question: Question, watch: Watch,
  ): Promise<{ readonly values: FormulaValues[] } | { readonly at: FormulaPlace | null; readonly ready: boolean }>;
  end(): void;
}

function asked({ start, stopwatch }: Threads): Asked {
  let told: (message: Told) => void = () => undefined;
  let lost: () => void = () => undefined;
  let ready = false;
  let gone = false;
  const thread = started(start, (message) => ("ready" in message ? (ready = true) : told(message)), () => {
    gone = true;
    lost();
  });
  return {
    end: () => thread.end(),
    ask: (question, watch) =>
      new Promise((resolve, reject) => {
        const { limits } = watch;
        const whole = stopwatch();
        let at: FormulaPlace | null = null;
        let took = stopwatch();
        const settle = (): void => {
          if (at && took() > limits.long) watch.together += took();
        };
        const stop = (): void => {
          clearInterval(timer);
          settle();
          thread.end();
          told = lost = () => undefined;
          resolve({ at, ready });
        };
        const timer = setInterval(() => {
          if (whole() > limits.book || (at && (took() > limits.formula || watch.together + took() > limits.together))) stop();
        }, LOOK_EVERY);
        lost = stop;
        told = (message) => {
          if ("ready" in message) return;
          settle();
          if ("at" in message) {
            at = message.at;
            took = stopwatch();
            return;
          }
          clearInterval(timer);
          thread.rest();
          if ("values" in message) resolve(message);
          else reject(new Error(message.fault));
        };
        if (gone) stop();
        else thread.ask(question);
      }),
  };
}

/** A page may allow no worker at all. */
function started(start: Threads["start"], told: (message: Told) => void, lost: () => void): Thread {
  try {
    return start(told, lost);
  } catch {
    lost();
    return { ask: () => undefined, rest: () => undefined, end: () => undefined };
  }
}

function nothing(book: StoredBook): FormulaValues[] {
  const values = book.sheets.map(() => new Map<number, undefined>());
  for (const { sheet, row, col } of formulaCells(book)) values[sheet]?.set(cellKey(row, col), undefined);
  return values;
}
