import { describe, expect, test } from "@jest/globals";
import { plainSheet } from "../../../tests/contract/sheets";
import type { CellInput } from "../../sheet";
import { calculate } from "./calculate";
import { storedBook } from "./spec-book";
import { cellKey } from "./stored";
import { answer, supervised, type Question, type Thread, type Threads, type TimeLimits, type Told } from "./supervised";

/** Milliseconds that are ours to set: `now` is moved by what a thread is said to do. */
interface World extends Threads {
  /** The questions that were asked, and how many threads were ended. */
  readonly asked: Question["options"][];
  ended: number;
  now: number;
}

/** What a thread does instead of telling that it looks at a formula: it hangs there, or is lost for want of memory. */
type Fate = "hangs" | "lost" | null;

/** Threads that evaluate here; `fate` says what becomes of each at each of its messages. `usable`: false where the page allows none. */
function world(fate: (message: Told) => Fate, usable = true): World {
  const made: World = {
    asked: [],
    ended: 0,
    now: 0,
    stopwatch: () => {
      const since = made.now;
      return () => made.now - since;
    },
    start: (told, lost): Thread => {
      let over = false;
      const tell = (message: Told): void => {
        if (over) return;
        told(message);
        const becomes = fate(message);
        if (becomes === "hangs") made.now += LIMITS.formula + 1;
        if (becomes !== null) over = true;
        if (becomes === "lost") lost();
      };
      if (usable) tell({ ready: true });
      else setTimeout(lost, 0);
      return {
        ask: (question) => (made.asked.push(question.options), usable ? void answer(question, tell) : undefined),
        rest: () => undefined,
        end: () => ((over = true), (made.ended += 1)),
      };
    },
  };
  return made;
}

const LIMITS: TimeLimits = { formula: 1_000, long: 100, together: 2_500, book: 100_000 };

async function column(threads: Threads, rows: readonly CellInput[][]): Promise<unknown[]> {
  const book = storedBook([plainSheet("S", rows)]);
  const [values] = await calculate(book, null, supervised(threads, LIMITS));
  return rows.map((_, row) => values?.get(cellKey(row, 0)));
}

const formulas = (...texts: string[]): CellInput[][] => texts.map((formula) => [{ formula }, 2]);
const at = (message: Told, row: number): boolean => "at" in message && message.at?.row === row;

describe("a thread that is watched from outside", () => {
  test("the formula at which it hangs has no value, nor what hangs on it; the others have theirs", async () => {
    const threads = world((message) => (at(message, 0) ? "hangs" : null));
    expect(await column(threads, formulas("=EDATE(B1,1)", "=A1+1", "=B3*3", '=DATEDIF(1,100,"D")'))).toEqual([undefined, undefined, 6, 99]);
    expect([threads.ended, threads.asked.map(({ without }) => without?.length)]).toEqual([1, [0, 1]]);
  });

  test("one that is lost for want of memory costs the formula at which it was", async () => {
    const threads = world((message) => (at(message, 2) ? "lost" : null));
    expect(await column(threads, formulas("=B1*3", "=EDATE(B2,1)", "=EDATE(B3,2)"))).toEqual([6, 33, undefined]);
  });

  test("lost where nothing was watched, it is asked again with each formula watched", async () => {
    let runs = 0;
    const threads = world((message) => {
      if ("ready" in message) runs += 1;
      return (runs === 1 && "at" in message) || at(message, 1) ? "lost" : null;
    });
    expect(await column(threads, formulas("=INT(B1)*3", "=INT(B2)*4"))).toEqual([6, undefined]);
    expect(threads.asked.map(({ watchAll }) => watchAll)).toEqual([false, true, true]);
  });

  test("where many hang, all of which nobody can say what they take are given up", async () => {
    const threads = world((message) => ("at" in message && message.at ? "hangs" : null));
    const found = await column(threads, [...formulas("=B1*3"), ...formulas(...Array.from({ length: 30 }, (_, i) => `=EDATE(B1,${i})`))]);
    expect(found).toEqual([6, ...Array.from({ length: 30 }, () => undefined)]);
    expect(threads.ended).toBeLessThan(5);
  });

  test("one that is never heard of is done without: formulas that are known are evaluated here", async () => {
    for (const threads of [world(() => null, false), { ...world(() => null), start: () => { throw new Error("no workers"); } }]) {
      expect(await column(threads, formulas("=B1*3", "=EDATE(B2,1)"))).toEqual([6, undefined]);
    }
  });

  test("where threads are lost again and again, nothing has a value", async () => {
    const threads = world((message) => ("ready" in message ? null : "lost"));
    expect(await column(threads, formulas("=INT(B1)*3", "=INT(B2)*4"))).toEqual([undefined, undefined]);
  });

  test("a thread serves one workbook after the other", async () => {
    const threads = world(() => null);
    const byEngine = supervised(threads, LIMITS);
    const book = storedBook([plainSheet("S", formulas("=EDATE(B1,1)"))]);
    let starts = 0;
    const counted = supervised({ ...threads, start: (...events) => ((starts += 1), threads.start(...events)) }, LIMITS);
    for (let i = 0; i < 3; i++) await counted(book, null);
    expect([starts, (await byEngine(book, null))[0]?.size]).toEqual([1, 1]);
  });
});
