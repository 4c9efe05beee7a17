import type { Course } from "../../app";
import type { PaneTask } from "../../i18n/pane";
import { rest, type Loaded } from "../checker";
import type { Session } from "../session-acts";
import type { Event, State } from "../state";
import { wordsIn } from "../text-words";
import type { DraftState } from "./draft-state";

/** What a session does with plans out of texts and files. */
export function draftsIn({ state, dispatch, perform, courseOf }: {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly perform: (task: PaneTask, body: (loaded: Loaded, run: number) => Promise<void>) => Promise<void>;
  readonly courseOf: (run: number) => Course;
}): Pick<Session, "fillDraft" | "readText" | "readPlan"> {
  const read = (task: PaneTask, body: (all: Loaded, course: Course) => Promise<Partial<DraftState>>): Promise<void> =>
    perform(task, async (all, run) => {
      // what only reads is left by the person before it ends
      const course = { ...courseOf(run), stopped: () => state().running?.run !== run, rest };
      dispatch({ type: "drafting", change: await body(all, course), run });
    });
  return {
    fillDraft: (change) => dispatch({ type: "drafting", change, run: null }),
    readText: (source) =>
      read("read-text", ({ work, fileSide }, course) =>
        work.readTextSource(source, state().draft, {
          course,
          words: wordsIn(work, state()),
          open: async (file, reading) => (await fileSide()).document(file, reading),
        })),
    readPlan: (source) => read("read-plan", (all) => all.work.readPlanSource(source)),
  };
}
