import type { CheckResult, Course, LiveWorkbook, Notice, SheetCopy, Workbook, WorkbookChange } from "../app";
import type { DocumentCourse, DocumentText } from "../documents";
import type { Occupied, Report, SelfTestOptions } from "../self-test";
import { dayOf } from "./dates";
import { isFailure } from "./failure";
import type { Event, State, Work } from "./state";

/** What the pane needs beyond its first look. */
export interface Loaded {
  readonly work: Work;
  readonly workbook: LiveWorkbook;
  /** Loads the file side, which is large and which few need. Rejects where it does not come. */
  readonly fileSide: () => Promise<FileSide>;
  /** Loads the self-test of Excel. Rejects where it does not come. */
  readonly selfTestSide: () => Promise<SelfTest>;
}

/**
 * Reads workbooks and documents in files; throws `WorkbookFailure` and `DocumentFailure`, and whatever the browser throws at a file that it
 * may not read.
 */
export interface FileSide {
  readonly open: (file: File) => Promise<Workbook>;
  /** A sheet as it can be written again, and what of it cannot; null where there is none of that name. */
  readonly sheet: (file: File, name: string) => Promise<SheetCopy | null>;
  /** A document (.txt, .docx, .pdf) as text. */
  readonly document: (file: File, course?: DocumentCourse) => Promise<DocumentText>;
}

/** Runs the self-test; see `selfTest` of the room. */
export type SelfTest = (course: Pick<SelfTestOptions, "told" | "stopped" | "now">) => Promise<Report | Occupied>;

/** The checks of a session; `run` is null for those that nobody asked for. All of them may throw a `WorkbookFailure`. */
export interface Checker {
  readonly checkAll: (loaded: Loaded, run: number | null) => Promise<void>;
  /** Checks what changes touch; those of other people alone make nothing be written into the record. */
  readonly checkAgain: (loaded: Loaded, changes: readonly WorkbookChange[], run: number | null) => Promise<void>;
  readonly mark: (loaded: Loaded, result: CheckResult) => Promise<void>;
  readonly unmark: (loaded: Loaded) => Promise<void>;
}

/** A turn of everybody else in this thread: clicks, drawing, answers of Excel. */
export const rest = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0));

export function openChecker({ state, dispatch, now }: {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly now: () => Date;
}): Checker {
  /** The marks as they were written last. */
  let marked = "";
  const today = () => dayOf(now());

  /** Whether an action is still wanted: one that came by itself always is. */
  const goesOn = (run: number | null): boolean => run === null || state().running?.run === run;

  const checkAll = async (all: Loaded, run: number | null, writes = true): Promise<void> => {
    const { work, workbook } = all;
    const notices: Notice[] = [];
    const course: Course = {
      progress: (share) => run !== null && dispatch({ type: "progressed", share, run }),
      stopped: () => !goesOn(run),
      notice: (notice) => notices.push(notice),
      rest,
    };
    const scope = await work.scopeNow(workbook, state().scope);
    await show(all, await work.checkWorkbook(workbook, today(), { scope, course }), { run, writes, notices });
  };

  const checkAgain = async (all: Loaded, changes: readonly WorkbookChange[], run: number | null): Promise<void> => {
    const before = state().checked?.result;
    // what a colleague does is for their own pane to record: two that write the same would meet
    const writes = changes.some(({ source }) => source === "local");
    if (!before) return checkAll(all, run, writes);
    const notices: Notice[] = [];
    const result = await all.work.recheck(all.workbook, before, changes, today(), { notice: (notice) => notices.push(notice), rest });
    if (result) await show(all, result, { run, writes, notices });
    else dispatch({ type: "waited", waiting: false });
  };

  /** The list first; then what has to agree with it: the record, and the marks while they are on. */
  const show = async (
    all: Loaded, result: CheckResult,
    { run, writes, notices }: { readonly run: number | null; readonly writes: boolean; readonly notices: readonly Notice[] },
  ): Promise<void> => {
    const unrecorded = result.record ? (state().checked?.unrecorded ?? null) : null;
    dispatch({ type: "checked", checked: { result, at: now(), self: run === null, unrecorded }, run });
    if (notices.length > 0 && goesOn(run)) dispatch({ type: "noticed", notices });
    if (writes && result.record && goesOn(run)) {
      try {
        const kept = await all.work.keepRecord(all.workbook, result, today());
        if (kept !== result || unrecorded !== null) dispatch({ type: "kept", result: kept, unrecorded: null, run });
      } catch (error) {
        if (run === null && isFailure(error, "busy")) throw error;
        dispatch({ type: "kept", result, unrecorded: error, run });
      }
    }
    if (!state().marks || !goesOn(run)) return;
    try {
      await markAgain(all, result);
    } catch (error) {
      if (run === null && isFailure(error, "busy")) throw error;
      dispatch({ type: "failed", task: "mark", error, run });
    }
  };

  const markAgain = async ({ work, workbook }: Loaded, result: CheckResult): Promise<void> => {
    const wanted = JSON.stringify(work.findingMarks(result));
    if (wanted === marked) return;
    const refused = await work.markFindings(workbook, result);
    marked = wanted;
    dispatch({ type: "marked", refused });
  };

  return {
    checkAll,
    checkAgain,
    mark: (all, result) => {
      marked = "";
      return markAgain(all, result);
    },
    unmark: async ({ work, workbook }) => {
      dispatch({ type: "unmarked", refused: await work.unmarkFindings(workbook) });
    },
  };
}
