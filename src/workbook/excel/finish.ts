import { WorkbookFailure, type Course, type Notice } from "../port";
import type { About } from "./failures";
import { again, inContext, isFailure, locationOf } from "./failures";
import type { Job } from "./steps";
import { runJobs } from "./steps";
import { isUndoRefusal } from "./undo-group";

/** A job without which a sheet is whole all the same: it may fail alone, and may be done again. */
export interface Finish extends Job {
  readonly notice: Notice["kind"];
  /** The sheet as a person knows it. */
  readonly sheet: string;
}

/** Where Excel fails at such a job. Everything before it in the message has been done by then. */
const FINISHING =
  /^(?:PageLayout|HeaderFooter|HeaderFooterGroup|PageBreak|PageBreakCollection|WorksheetFreezePanes)\b|^Worksheet\.activate$/i;

/**
 * Runs jobs and then what finishes the sheets, in as few messages as hold them. Where only something of the latter fails (no printer,
 * another workbook has the focus), each of it is done by itself, and what still fails is told to the course.
 */
export async function runFinished(
  context: Excel.RequestContext, about: About, jobs: readonly Job[], finishes: readonly Finish[], course: Course = {},
): Promise<void> {
  try {
    return await inContext(about, () => runJobs(context, [...jobs, ...finishes], course));
  } catch (error) {
    const at = locationOf(error);
    if (at === null || !FINISHING.test(at) || isUndoRefusal(error)) throw error;
  }
  const failed = new Map<string, Notice>();
  for (const { notice, sheet, ...job } of finishes) {
    try {
      await again(() => inContext(about, () => runJobs(context, [job])));
    } catch (error) {
      if (
        error instanceof WorkbookFailure &&
        !isFailure(error, "unknown") &&
        !isFailure(error, "not-supported") &&
        !isFailure(error, "unfocused")
      )
        throw error;
      failed.set(`${notice} ${sheet}`, { kind: notice, sheet });
    }
  }
  course.progress?.(1);
  for (const notice of failed.values()) course.notice?.(notice);
}
