import type { Course, Done } from "../app";
import type { PaneTask } from "../i18n/pane";
import type { Loaded } from "./checker";
import type { Session } from "./session-acts";
import type { Deed, Event, State } from "./state";
import { draftChosen } from "./template";
import { wordsIn } from "./text-words";

type Perform = (task: PaneTask, body: (loaded: Loaded, run: number) => Promise<void>) => Promise<void>;

/** What a session does with templates of forms. */
export function templatesIn({ state, dispatch, perform, write, courseOf, did }: {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly perform: Perform;
  readonly write: Perform;
  readonly courseOf: (run: number) => Course;
  readonly did: (deed: Deed, done: Done<unknown>) => void;
}): Pick<Session, "showTemplate" | "fillTemplate" | "readTemplate" | "makeTemplate"> {
  return {
    showTemplate: (shown) => dispatch({ type: "templating", change: { shown }, run: null }),
    fillTemplate: (form) => dispatch({ type: "templating", change: { form, draft: null }, run: null }),
    readTemplate: () =>
      perform("read-form", async (all, run) => {
        dispatch({ type: "templating", change: { draft: null }, run });
        dispatch({ type: "templating", change: { draft: await draftChosen(all, state()) }, run });
      }),
    makeTemplate: () =>
      write("make-form", async ({ work, workbook }, run) => {
        const { draft } = state().template;
        if (!draft) return;
        const done = await work.createFromTemplate(workbook, draft.template, wordsIn(work, state()), courseOf(run));
        dispatch({ type: "created", sheets: done.result, otherLayout: null });
        did({ kind: "created", sheets: done.result.map(({ name }) => name) }, done);
      }),
  };
}
