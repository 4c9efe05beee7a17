import { inExcel } from "../workbook/excel/failures";
import { deleteSheets } from "../workbook/excel/remove";
import type { LiveWorkbook } from "../workbook/port";
import { MAX_COLS, MAX_ROWS } from "../sheet";
import { CONTRACT } from "./contract-cases";
import type { ContractCase } from "./contract-types";
import { runCase, sheetsOf } from "./contract-run";
import { describeHost, supports } from "./host";
import type { Outcome } from "./names";
import type { Answers, Asking, Json, Question } from "./question";
import { QUESTIONS } from "./questions";
import { BY_HAND, type Report, type Result } from "./report";

export interface SelfTestOptions {
  readonly workbook: LiveWorkbook;
  /** Told of each result as it comes, with how far the whole is, from 0 to 1. */
  readonly told: (result: Result, share: number) => void;
  /** Asked before each case; true ends the work. */
  readonly stopped: () => boolean;
  readonly now: () => Date;
  /** What the page saw of itself since it was opened. */
  readonly page: Answers;
  /** The script of ours that runs. */
  readonly build: string;
  /** As the browser of the pane names itself. */
  readonly browser: string;
}

/** The workbook holds something of people's: nothing was tried. */
export interface Occupied {
  /** The first sheet that holds anything; null where it is defined names. */
  readonly occupied: { readonly sheet: string | null };
}

/**
 * Runs the contract and asks the questions in the workbook that is open, on sheets of its own, which it removes. Does nothing where
 * the workbook holds anything. Rejects with a `WorkbookFailure` where sheets of its own could not be removed.
 */
export async function selfTest(options: SelfTestOptions): Promise<Report | Occupied> {
  const { workbook, told, stopped, now, page, build, browser } = options;
  const occupied = await contentOf(workbook);
  if (occupied) return { occupied };
  const count = countRoundTrips();
  try {
    const host = await describeHost(browser);
    const results: Result[] = [];
    const all: readonly (() => Promise<Result>)[] = [
      ...CONTRACT.map((one) => () => tryCase(workbook, one, count.now)),
      ...QUESTIONS.map((question) => () => tryQuestion(question, page, count.now)),
    ];
    for (const one of all) {
      if (stopped()) break;
      const result = await one();
      results.push(result);
      told(result, results.length / all.length);
    }
    return {
      about: "plan-tables self-test",
      version: 1,
      made: now().toISOString(),
      build,
      host,
      stopped: results.length < all.length,
      roundTrips: count.now(),
      results,
      byHand: Object.fromEntries(BY_HAND.map((what) => [what, ""])),
    };
  } finally {
    count.end();
  }
}

/** How many cases and questions there are. */
export const SELF_TEST_LENGTH = CONTRACT.length + QUESTIONS.length;

async function contentOf(workbook: LiveWorkbook): Promise<Occupied["occupied"] | null> {
  const { sheets, names } = await workbook.outline();
  const whole = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };
  const used = await workbook.read(sheets.map(({ name }) => ({ sheet: name, area: whole })));
  const full = used.find(
    ({ values, formulas }) =>
      values.some((row) => row.some((value) => value !== null)) || formulas.some((row) => row.some((formula) => formula !== null)),
  );
  return full ? { sheet: full.sheet } : names.length > 0 ? { sheet: null } : null;
}

/** Every sync of the client goes through here; what it did before is put back at the end. */
function countRoundTrips(): { readonly now: () => number; readonly end: () => void } {
  const { prototype } = Excel.RequestContext;
  const own = Object.getOwnPropertyDescriptor(prototype, "sync");
  const { sync } = prototype;
  let count = 0;
  Object.defineProperty(prototype, "sync", {
    configurable: true,
    writable: true,
    value: function (this: Excel.RequestContext, ...given: Parameters<typeof sync>) {
      count++;
      return sync.apply(this, given);
    },
  });
  return {
    now: () => count,
    end: () => {
      if (own) Object.defineProperty(prototype, "sync", own);
      else Reflect.deleteProperty(prototype, "sync");
    },
  };
}

interface Tried<T> {
  readonly found: T | null;
  readonly error: string | null;
  readonly ms: number;
  readonly roundTrips: number;
}

async function tried<T>(work: () => Promise<T>, trips: () => number): Promise<Tried<T>> {
  const [begun, before] = [performance.now(), trips()];
  const took = () => ({ ms: Math.round(performance.now() - begun), roundTrips: trips() - before });
  try {
    const found = await work();
    return { found, error: null, ...took() };
  } catch (error) {
    return { found: null, error: codeOf(error), ...took() };
  }
}

function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function outcomeOf({ error }: Tried<unknown>, agrees: boolean): Outcome {
  return error !== null ? "failed" : agrees ? "good" : "differs";
}

/** Sheets of the self-test hold nothing of people's: they go without a look at what is in them. */
async function removeOwn(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await inExcel({}, (context) => deleteSheets(context, ids));
}

async function tryCase(workbook: LiveWorkbook, one: ContractCase, trips: () => number): Promise<Result> {
  const before = new Set((await workbook.outline()).sheets.map(({ id }) => id));
  const trial = await tried(() => runCase(workbook, one), trips);
  const own = new Set(sheetsOf(one));
  const { sheets } = await workbook.outline();
  await removeOwn(sheets.filter(({ id, name }) => !before.has(id) && own.has(name)).map(({ id }) => id));
  const { found, ...rest } = trial;
  return { kind: "case", id: one.id, outcome: outcomeOf(trial, found?.length === 0), ...rest, faults: found ?? [] };
}

async function tryQuestion(question: Question, page: Answers, trips: () => number): Promise<Result> {
  const ids: string[] = [];
  const addSheet = async (): Promise<{ id: string; name: string }> => {
    const added = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add().load("id,name");
      await context.sync();
      return { id: sheet.id, name: sheet.name };
    });
    ids.push(added.id);
    return added;
  };
  const trial = await tried(async () => {
    const { id, name } = await addSheet();
    const asking: Asking = {
      sheetId: id,
      sheetName: name,
      attempt: (batch) => attempt(id, batch),
      another: async () => (await addSheet()).id,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      page,
      supports,
    };
    return question.ask(asking);
  }, trips);
  await removeOwn(ids);
  const { found, ...rest } = trial;
  const answers = found ?? {};
  const unexpected = Object.entries(question.expects).flatMap(([asked, expected]) =>
    JSON.stringify(answers[asked]) === JSON.stringify(expected) ? [] : [asked],
  );
  return { kind: "question", id: question.id, outcome: outcomeOf(trial, unexpected.length === 0), ...rest, answers, unexpected };
}

async function attempt(
  sheetId: string,
  batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<Json | void>,
): Promise<Json> {
  try {
    return (await Excel.run((context) => batch(context, context.workbook.worksheets.getItem(sheetId)))) ?? "done";
  } catch (error) {
    return { error: codeOf(error) };
  }
}
