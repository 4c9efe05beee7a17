import type { Course, Done } from "../../app";
import type { PaneTask } from "../../i18n/pane";
import { rest, type Loaded } from "../checker";
import { dateIn } from "../dates";
import type { TextSource } from "../draft/draft-state";
import { isFailure } from "../failure";
import type { Session } from "../session-acts";
import type { Deed, Event, State } from "../state";
import { wordsIn } from "../text-words";
import type { Told } from "./report-state";

type Perform = (task: PaneTask, body: (loaded: Loaded, run: number) => Promise<void>) => Promise<void>;

/** So much of the work is reading the document. */
const DOCUMENT = 0.3;

/** What a session does with the text that goes with the tables. */
export function reportsIn({ state, dispatch, perform, write, courseOf, did, now }: {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly perform: Perform;
  readonly write: Perform;
  readonly courseOf: (run: number, from?: number, to?: number) => Course;
  readonly did: (deed: Deed, done: Done<unknown>) => void;
  readonly now: () => Date;
}): Pick<Session, "fillReport" | "checkReport" | "writeReport"> {
  return {
    fillReport: (change) => dispatch({ type: "reporting", change, run: null }),
    checkReport: (source) =>
      perform("check-text", async (all, run) => {
        dispatch({ type: "reporting", change: { source, told: null, written: null }, run });
        // what only reads is left by the person before it ends
        const course = (from: number, to: number): Course =>
          ({ ...courseOf(run, from, to), stopped: () => state().running?.run !== run, rest });
        dispatch({ type: "reporting", change: { told: await told(all, source, course, now) }, run });
      }),
    writeReport: () =>
      write("write-comparison", async ({ work, workbook }, run) => {
        const { told: shown } = state().report;
        if (shown?.kind !== "checked") return;
        const of = { name: shown.name, date: dateIn(state().lang, shown.at) };
        const done = await work.writeTextCheck(workbook, shown.check, of, wordsIn(work, state()), courseOf(run));
        dispatch({ type: "reporting", change: { written: done.result }, run });
        did({ kind: "compared", sheet: done.result }, done);
      }),
  };
}

async function told(
  { work, workbook, fileSide }: Loaded, { file, pasted }: TextSource, course: (from: number, to: number) => Course, now: () => Date,
): Promise<Told> {
  const name = file?.name ?? null;
  const { rest: pause, ...follow } = course(0, DOCUMENT);
  try {
    const { text, notices } = file
      ? await (await fileSide()).document(file, { ...follow, ...(pause ? { rest: pause } : {}) })
      : { text: pasted, notices: [] };
    return { kind: "checked", name, notices, check: await work.checkText(workbook, text, course(DOCUMENT, 1)), at: now() };
  } catch (error) {
    if (isFailure(error, "stopped") || !(error instanceof Error) || error.name !== "DocumentFailure") throw error;
    return { kind: "unread", name, error };
  }
}
