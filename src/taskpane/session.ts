import type { CellRef, Course, Done, Notice, WorkbookChange } from "../app";
import type { PaneTask } from "../i18n/pane";
import { addUnits } from "./add-units";
import { openChecker, rest, type Loaded } from "./checker";
import { compareChosen, listVersions, writeCompared } from "./compare";
import { optionsOf } from "./choice";
import { dateIn, dayOf } from "./dates";
import { draftsIn } from "./draft/session-drafts";
import { isFailure } from "./failure";
import { loader } from "./loader";
import type { Session } from "./session-acts";
import { entriesIn, type Enter } from "./session-entries";
import type { SessionOptions } from "./session-options";
import { templatesIn } from "./session-templates";
import { firstState, reduce, type Deed, type Event, type UndoStep, writesUntilItsEnd } from "./state";
import { reportsIn } from "./text-report/session-reports";
import { wordsIn } from "./text-words";
import { tryExcel } from "./try-excel";
import { undoStep } from "./undo-step";

/** How long a check by itself waits before it asks Excel again, while a cell is being edited. */
const RETRY_MS = 1500;

export function openSession({ load, place, lang, notation, now, timers, remember }: SessionOptions): Session {
  let state = firstState(place, lang);
  let runs = 0;
  let steps = 0;
  let started = false;
  const listings = new Set<PaneTask>();
  const listeners = new Set<() => void>();

  const dispatch = (event: Event): void => {
    const next = reduce(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  // whatever writes texts into the workbook writes numbers as it does
  let turn: Promise<unknown> = notation().then((known) => dispatch({ type: "told-notation", notation: known }));
  const today = () => dayOf(now());
  const textWords = (work: Loaded["work"]) => wordsIn(work, state);
  /** The id of a sheet by its name at the last check: it may have another by now. */
  const idOf = (sheet: string): string | undefined => state.checked?.result.workbook.sheets.find(({ name }) => name === sheet)?.id;
  const { checkAll, checkAgain, mark, unmark } = openChecker({ state: () => state, dispatch, now });

  const loaded = loader(load, dispatch);

  /** One thing at a time at the workbook: a check never reads what an action is half through with. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    // whoever asked for it hears of its failure; the next in turn only waits for its end
    turn = result.catch(() => undefined);
    return result;
  };

  const perform = async (task: PaneTask, body: (loaded: Loaded, run: number) => Promise<void>): Promise<void> => {
    if (state.running) return;
    const run = ++runs;
    dispatch({ type: "began", task, run });
    let all: Loaded | null = null;
    try {
      const ready = (all = await loaded());
      await inTurn(async () => {
        if (state.running?.run === run) await body(ready, run);
      });
    } catch (error) {
      if (!isFailure(error, "stopped")) dispatch({ type: "failed", task: all ? task : "load", error, run });
    }
    dispatch({ type: "ended", run });
  };

  /** Performs what writes: all of it is one step of Excel's own undo. */
  const write = (task: PaneTask, body: (loaded: Loaded, run: number) => Promise<void>): Promise<void> =>
    perform(task, (all, run) => all.workbook.together((workbook) => body({ ...all, workbook }, run)));

  /** `from` and `to`: which part of the action, from 0 to 1. */
  const courseOf = (run: number, from = 0, to = 1): Required<Omit<Course, "rest">> => ({
    progress: (share) => dispatch({ type: "progressed", share: from + share * (to - from), run }),
    stopped: () => state.running?.run === run && state.running.stopping,
    notice,
  });

  const notice = (one: Notice): void => dispatch({ type: "noticed", notices: [one] });

  const did = (deed: Deed, done: Done<unknown>): void =>
    dispatch({ type: "stepped", step: { id: ++steps, deed, undo: done.undo, warned: false } });

  /** After cells of a finding were written: what they were part of is judged anew. Its failure is not one of the writing. */
  const checkCells = async (all: Loaded, cells: readonly CellRef[], run: number): Promise<void> => {
    const changes = cells.map((at): WorkbookChange => {
      const id = idOf(at.sheet);
      return { sheetId: id ?? at.sheet, area: id !== undefined ? { row: at.row, col: at.col, rows: 1, cols: 1 } : null, source: "local" };
    });
    try {
      await checkAgain(all, changes, run);
    } catch (error) {
      dispatch({ type: "failed", task: "check", error, run });
    }
  };

  /** What was entered into the record is read back; a sheet or a name that came or went makes everything be learned anew. */
  const checkRecord = async (all: Loaded, moved: boolean, run: number): Promise<void> => {
    const record = moved ? null : state.checked?.result.record;
    await checkAgain(
      all,
      [record ? { sheetId: record.sheetId, area: record.area, source: "local" } : { sheetId: "", area: null, source: "local" }],
      run,
    );
  };

  /** Enters something into the record of the findings that are shown; its failure after the entry is one of the check. */
  const enter: Enter = (task, entry, deed) =>
    write(task, async (all, run) => {
      const result = state.checked?.result;
      if (!result) return;
      const done = await entry(all, result, { today: today(), words: textWords(all.work), course: courseOf(run) });
      did(deed(done.result), done);
      try {
        await checkRecord(all, done.result.created || task === "answer", run);
      } catch (error) {
        dispatch({ type: "failed", task: "check", error, run });
      }
    });

  const pause = (ms: number): Promise<void> => new Promise((resolve) => timers.set(resolve, ms));

  /** What nobody has asked for: waits while a cell is being edited. */
  const patiently = async (work: () => Promise<void>, task: PaneTask, wait: () => void): Promise<void> => {
    for (;;) {
      try {
        return await inTurn(work);
      } catch (error) {
        if (!isFailure(error, "busy")) return dispatch({ type: "failed", task, error, run: null });
        wait();
        await pause(RETRY_MS);
      }
    }
  };

  /** Learns what a form can choose from. */
  const list = async (task: PaneTask, learn: (all: Loaded) => Promise<Event>): Promise<void> => {
    if (listings.has(task)) return;
    listings.add(task);
    try {
      const all = await loaded();
      await patiently(async () => dispatch(await learn(all)), task, () => undefined);
    } catch (error) {
      dispatch({ type: "failed", task: "load", error, run: null });
    }
    listings.delete(task);
  };

  const checkBySelf = (all: Loaded, changes: readonly WorkbookChange[]): Promise<void> =>
    patiently(
      () => all.workbook.together((workbook) => checkAgain({ ...all, workbook }, changes, null)),
      "self-check", () => dispatch({ type: "waited", waiting: true }),
    );

  const start = async (): Promise<void> => {
    if (started) return;
    started = true;
    let task: PaneTask = "load";
    try {
      const all = await loaded();
      task = "watch";
      await all.work.watchWorkbook(all.workbook, (changes) => checkBySelf(all, changes), timers);
    } catch (error) {
      started = false;
      dispatch({ type: "failed", task, error, run: null });
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    visit: (next) => dispatch({ type: "placed", place: next }),
    speak: (next) => {
      dispatch({ type: "spoken", lang: next });
      remember(next);
    },
    choose: (choice) => dispatch({ type: "chosen", choice }),
    create: (repeat = "ask") =>
      write("create", async ({ work, workbook }, run) => {
        const drafted = state.draft.shown ? work.draftOptions(state.draft, textWords(work)) : null;
        const chosen = state.choice && optionsOf(state.choice, now().getFullYear(), work.readYears);
        const options = state.draft.shown ? drafted : chosen;
        if (!options) return dispatch({ type: "drafting", change: { tried: state.draft.tried + 1, headShown: true }, run });
        if (drafted) dispatch({ type: "drafting", change: { left: drafted.left }, run });
        const done = await work.createTablesLive(workbook, options, textWords(work), repeat, courseOf(run));
        if (!("undo" in done)) return dispatch({ type: "asked", present: done, run });
        const kinds = repeat === "skip" ? (state.present?.missing ?? []) : options.kinds;
        dispatch({ type: "created", sheets: done.result, otherLayout: work.otherLayout({ ...options, kinds }) });
        did({ kind: "created", sheets: done.result.map(({ name }) => name) }, done);
      }),
    leave: () => dispatch({ type: "asked", present: null, run: null }),
    look: (scope) => dispatch({ type: "scoped", scope }),
    check: () => write("check", checkAll),
    describe: () =>
      perform("describe", async (all, run) => {
        const at = await all.workbook.selection();
        if (!state.checked) await checkAll(all, run);
        dispatch({ type: "described", at, run });
      }),
    ...entriesIn(enter, (id) => state.checked?.result.findings.find((finding) => finding.id === id)?.at),
    mark: () =>
      write("mark", async (all) => {
        if (state.checked) await mark(all, state.checked.result);
      }),
    unmark: () => write("mark", unmark),
    // what only reads is left at once; what writes ends by itself, when it has taken back what it wrote
    cancel: () => dispatch({ type: writesUntilItsEnd(state) ? "stopping" : "cancelled" }),
    correct: (corrections) =>
      write("correct", async (all, run) => {
        const done = await all.work.applyCorrections(all.workbook, corrections, state.checked?.result.workbook.sheets);
        const [first, ...others] = corrections;
        const cells: [CellRef, ...CellRef[]] = [first.at, ...others.map(({ at }) => at)];
        did({ kind: "corrected", cells, to: "to" in first ? first.to : null }, done);
        await checkCells(all, cells, run);
      }),
    summarize: () =>
      write("summarize", async ({ work, workbook }) => {
        const done = await work.writeSummary(workbook, { today: today(), date: dateIn(state.lang, now()), notice }, textWords(work));
        dispatch({ type: "summarized", summary: done.result });
        did({ kind: "summarized", sheet: done.result.sheet }, done);
      }),
    showRollUp: (shown) => dispatch({ type: "roll-up-shown", shown }),
    fillRollUp: (form) => dispatch({ type: "roll-up-filled", form }),
    listSheets: () =>
      list("roll-up", async ({ work, workbook }) => ({ type: "sheets-listed", sheets: await work.tableSheets(workbook, textWords(work)) })),
    rollUp: (anyway = false) =>
      write("roll-up", async (all, run) => {
        const { rolledUp, done } = await addUnits(all, {
          state,
          anyway,
          today: today(),
          date: dateIn(state.lang, now()),
          course: (from, to) => courseOf(run, from, to),
        });
        dispatch({ type: "rolled-up", rolledUp, run });
        if (done) did({ kind: "rolled-up", sheets: rolledUp.sheets ?? [] }, done);
      }),
    leaveRollUp: () => dispatch({ type: "rolled-up", rolledUp: null, run: null }),
    showCompare: (shown) => dispatch({ type: "comparing", change: { shown }, run: null }),
    fillCompare: (form) => dispatch({ type: "comparing", change: { form, compared: null, written: null }, run: null }),
    listVersions: () => list("compare", async (all) => ({ type: "comparing", change: { sheets: await listVersions(all) }, run: null })),
    compare: () =>
      perform("compare", async (all, run) => {
        dispatch({ type: "comparing", change: { compared: null, written: null }, run });
        // what only reads is left by the person before it ends
        const course = (from: number, to: number) => ({ ...courseOf(run, from, to), stopped: () => state.running?.run !== run, rest });
        dispatch({ type: "comparing", change: { compared: await compareChosen(all, state.compare, { now, course }) }, run });
      }),
    writeCompared: () =>
      write("write-comparison", async (all, run) => {
        const { compared } = state.compare;
        if (compared?.kind !== "read") return;
        const done = await writeCompared(all, compared, { state, date: dateIn(state.lang, compared.at), course: courseOf(run) });
        dispatch({ type: "comparing", change: { written: done.result }, run });
        did({ kind: "compared", sheet: done.result }, done);
      }),
    writeAdjustment: () =>
      write("write-comparison", async (all, run) => {
        const { compared } = state.compare;
        if (compared?.kind !== "read") return;
        const done = await all.work.writeAdjustment(all.workbook, compared.differences, textWords(all.work), courseOf(run));
        const [sheet = ""] = done.result;
        dispatch({ type: "comparing", change: { written: sheet }, run });
        did({ kind: "compared", sheet }, done);
      }),
    ...draftsIn({ state: () => state, dispatch, perform, courseOf }),
    ...reportsIn({ state: () => state, dispatch, perform, write, courseOf, did, now }),
    ...templatesIn({ state: () => state, dispatch, perform, write, courseOf, did }),
    showSelfTest: (shown) => dispatch({ type: "self-test-shown", shown }),
    selfTest: () => perform("self-test", (all, run) => tryExcel(all, run, { dispatch, stopped: courseOf(run).stopped, now })),
    undo: () =>
      write("undo", async (all, run) => {
        const step: UndoStep | undefined = state.steps.at(-1);
        if (!step) return;
        await undoStep(all, step, dispatch);
        if (step.deed.kind === "corrected") await checkCells(all, step.deed.cells, run);
        if ("created" in step.deed) await checkRecord(all, step.deed.created || step.deed.kind === "answered", run);
      }),
    forget: (id) => dispatch({ type: "forgotten", id }),
    goTo: async (at) => {
      try {
        await (await loaded()).workbook.goTo(at, idOf(at.sheet));
      } catch (error) {
        dispatch({ type: "failed", task: "go", error, run: null });
      }
    },
    report: (error) => dispatch({ type: "failed", task: "other", error, run: null }),
    dismiss: () => dispatch({ type: "dismissed" }),
  };
}
