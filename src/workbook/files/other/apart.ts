import { WorkbookFailure, type FailureData } from "../../port";
import { tooLarge } from "../../xlsx";
import type { OtherKind } from "../kind";
import type { OtherBook, ReadOther } from "./other-book";
import { readOther } from "./read-other";

/** What a thread that reads files is asked. */
export interface ReadingQuestion {
  readonly bytes: Uint8Array;
  readonly kind: OtherKind;
}

/** What it tells: that it is there, and what came of the file. */
export type ReadingTold =
  | { readonly ready: true } | { readonly book: OtherBook } | { readonly refused: FailureData["unreadable-file"] }
  | { readonly fault: string };

/** A thread that can be ended whatever it is doing; see `Thread` of the side of .xlsx. */
interface ReadingThread {
  readonly ask: (question: ReadingQuestion) => void;
  readonly rest: () => void;
  readonly end: () => void;
}

interface ReadingThreads {
  readonly start: (told: (message: ReadingTold) => void, lost: () => void) => ReadingThread;
  /** Begins to count milliseconds of work, and says how many they are. */
  readonly stopwatch: () => () => number;
}

/** Milliseconds that a file may take to be read: the largest honest ones take a tenth of it. */
const LONGEST = 60_000;
const LOOK_EVERY = 100;

/**
 * Reads in a thread of its own, which is ended where a file takes too much time or memory: then the file is refused as too large. One
 * thread serves one file after the other. Where there are no threads, this one reads.
 */
export function readApart({ start, stopwatch }: ReadingThreads, longest = LONGEST): ReadOther {
  let idle: Reader | null = null;
  return async (bytes, kind) => {
    const reader = idle ?? begun(start);
    idle = null;
    const took = stopwatch();
    const timer = setInterval(() => {
      if (took() > longest) reader.end(tooLarge("time", { what: String(longest / 1000) }));
    }, LOOK_EVERY);
    try {
      const answer = await reader.answer({ bytes, kind });
      idle ??= reader;
      if ("book" in answer) return answer.book;
      if ("refused" in answer) throw new WorkbookFailure("unreadable-file", answer.refused);
      throw new Error(answer.fault);
    } catch (cause) {
      if (cause !== NO_THREAD) throw cause;
      return await readOther(bytes, kind);
    } finally {
      clearInterval(timer);
      if (idle !== reader) reader.end();
    }
  };
}

/** The thread's side: reads one file. */
export async function answerReading({ bytes, kind }: ReadingQuestion, tell: (message: ReadingTold) => void): Promise<void> {
  try {
    tell({ book: await readOther(bytes, kind) });
  } catch (cause) {
    if (cause instanceof WorkbookFailure && "reason" in cause.data) tell({ refused: cause.data as FailureData["unreadable-file"] });
    else tell({ fault: cause instanceof Error ? cause.message : String(cause) });
  }
}

const NO_THREAD = new Error("no thread");

type Answer = Exclude<ReadingTold, { readonly ready: true }>;

interface Reader {
  readonly answer: (question: ReadingQuestion) => Promise<Answer>;
  /** Whoever waits for an answer gets the failure. */
  readonly end: (failure?: Error) => void;
}

function begun(start: ReadingThreads["start"]): Reader {
  let ready = false;
  let gone = false;
  let settle: { readonly done: (answer: Answer) => void; readonly failed: (cause: Error) => void } | null = null;
  const lost = (): void => {
    gone = true;
    // a thread that was there and is no more has run out of memory
    settle?.failed(ready ? tooLarge("memory") : NO_THREAD);
  };
  let thread: ReadingThread | null = null;
  try {
    thread = start((message) => {
      if ("ready" in message) ready = true;
      else settle?.done(message);
    }, lost);
  } catch {
    // a page may allow no worker at all
    lost();
  }
  return {
    answer: (question) =>
      new Promise<Answer>((done, failed) => {
        settle = { done, failed };
        if (gone) lost();
        else thread?.ask(question);
      }).finally(() => {
        settle = null;
        thread?.rest();
      }),
    end: (failure) => {
      thread?.end();
      if (failure) settle?.failed(failure);
      gone = true;
    },
  };
}
