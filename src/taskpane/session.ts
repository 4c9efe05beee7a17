import type { CellRef, Correction, Done, LiveWorkbook, WorkbookChange } from "../app";
import type { PaneTask } from "../i18n/pane";
import type { Lang } from "../quantity";
import { choiceOf, firstState, reduce, type Choice, type Deed, type Event, type Place, type State, type UndoStep, type Work } from "./state";

/** How long a check by itself waits before it asks Excel again, while a cell is being edited. */
const RETRY_MS = 1500;

interface Loaded {
  readonly work: Work;
  readonly workbook: LiveWorkbook;
}

export interface SessionOptions {
  readonly load: () => Promise<Loaded>;
  readonly place: Place;
  readonly lang: Lang;
  readonly now: () => Date;
  readonly timers: { readonly set: (run: () => void, ms: number) => unknown; readonly clear: (timer: unknown) => void };
  /** Keeps the language for the next time. */
  readonly remember: (lang: Lang) => void;
}

/** What the pane does: every effect begins here and ends as an event; nothing that it returns ever rejects. */
export interface Session {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads what the first look did not need, and starts to watch for typing. */
  readonly start: () => Promise<void>;
  readonly visit: (place: Place) => void;
  readonly speak: (lang: Lang) => void;
  readonly choose: (choice: Choice) => void;
  readonly create: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly cancel: () => void;
  readonly correct: (correction: Correction) => Promise<void>;
  readonly summarize: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly forget: (id: number) => void;
  readonly goTo: (at: CellRef) => Promise<void>;
  readonly report: (error: unknown) => void;
  readonly dismiss: () => void;
}

export function openSession({ load, place, lang, now, timers, remember }: SessionOptions): Session {
  let state = firstState(place, lang);
  let runs = 0;
  let steps = 0;
  let loading: Promise<Loaded> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let started = false;
  const listeners = new Set<() => void>();

  const dispatch = (event: Event): void => {
    const next = reduce(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const today = () => ({ year: now().getFullYear() });

  const loaded = (): Promise<Loaded> => {
    loading ??= load().then(
      (all) => {
        const [plan] = all.work.catalogue;
        dispatch({ type: "loaded", work: all.work, choice: plan ? choiceOf(plan.id, all.work.kindsOf(plan)) : null });
        return all;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };

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
      dispatch({ type: "failed", task: all ? task : "load", error, run });
    }
    dispatch({ type: "ended", run });
  };

  const did = (deed: Deed, done: Done<unknown>): void => dispatch({ type: "stepped", step: { id: ++steps, deed, undo: done.undo } });

  const checkAll = async ({ work, workbook }: Loaded, run: number | null): Promise<void> => {
    const result = await work.checkWorkbook(workbook, today());
    dispatch({ type: "checked", checked: { result, at: now(), self: run === null }, run });
  };

  const checkAgain = async (all: Loaded, changes: readonly WorkbookChange[], run: number | null): Promise<void> => {
    const before = state.checked?.result;
    if (!before) return checkAll(all, run);
    const result = await all.work.recheck(all.workbook, before, changes, today());
    if (result) dispatch({ type: "checked", checked: { result, at: now(), self: run === null }, run });
    else dispatch({ type: "waited", waiting: false });
  };

  /** After a cell of a finding was written: what it was part of is judged anew. Its failure is not one of the writing. */
  const checkCell = async (all: Loaded, at: CellRef, run: number): Promise<void> => {
    const sheet = state.checked?.result.workbook.sheets.find(({ name }) => name === at.sheet);
    const area = { row: at.row, col: at.col, rows: 1, cols: 1 };
    try {
      await checkAgain(all, [{ sheetId: sheet?.id ?? at.sheet, area: sheet ? area : null, source: "local" }], run);
    } catch (error) {
      dispatch({ type: "failed", task: "check", error, run });
    }
  };

  const pause = (ms: number): Promise<void> => new Promise((resolve) => timers.set(resolve, ms));

  const checkBySelf = async (all: Loaded, changes: readonly WorkbookChange[]): Promise<void> => {
    for (;;) {
      try {
        return await inTurn(() => checkAgain(all, changes, null));
      } catch (error) {
        if (!(error instanceof all.work.WorkbookFailure && error.code === "busy")) return dispatch({ type: "failed", task: "self-check", error, run: null });
        dispatch({ type: "waited", waiting: true });
        await pause(RETRY_MS);
      }
    }
  };

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
    create: () =>
      perform("create", async ({ work, workbook }) => {
        if (!state.choice) return;
        const done = await work.createTablesLive(workbook, state.choice, work.wordsOf(state.lang));
        dispatch({ type: "created", sheets: done.result });
        did({ kind: "created", sheets: done.result.map(({ name }) => name) }, done);
      }),
    check: () => perform("check", checkAll),
    cancel: () => dispatch({ type: "cancelled" }),
    correct: (correction) =>
      perform("correct", async (all, run) => {
        const done = await all.work.applyCorrection(all.workbook, correction);
        did({ kind: "corrected", at: correction.at, to: correction.to }, done);
        await checkCell(all, correction.at, run);
      }),
    summarize: () =>
      perform("summarize", async ({ work, workbook }) => {
        const done = await work.writeSummary(workbook, { today: today(), date: dateIn(state.lang, now()) }, work.wordsOf(state.lang));
        dispatch({ type: "summarized", summary: done.result });
        did({ kind: "summarized", sheet: done.result.sheet }, done);
      }),
    undo: () =>
      perform("undo", async (all, run) => {
        const step: UndoStep | undefined = state.steps.at(-1);
        if (!step) return;
        await step.undo();
        dispatch({ type: "undone", step });
        if (step.deed.kind === "corrected") await checkCell(all, step.deed.at, run);
      }),
    forget: (id) => dispatch({ type: "forgotten", id }),
    goTo: async (at) => {
      try {
        await (await loaded()).workbook.goTo(at);
      } catch (error) {
        dispatch({ type: "failed", task: "go", error, run: null });
      }
    },
    report: (error) => dispatch({ type: "failed", task: "other", error, run: null }),
    dismiss: () => dispatch({ type: "dismissed" }),
  };
}

/** "22/11/2026" in Vietnamese, "22 November 2026" in English. */
export function dateIn(lang: Lang, date: Date): string {
  return lang === "vi" ? date.toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" }) : date.toLocaleDateString("en-GB", { dateStyle: "long" });
}

/** "14:05" in either language. */
export function timeOf(date: Date): string {
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
