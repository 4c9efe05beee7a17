import type { Course } from "../port";
import { inTurn, MESSAGE_BYTES, packed } from "./chunks";

/** A piece of work on one sheet. */
export interface Step {
  /** What it adds to a message, estimated high. */
  readonly bytes: number;
  readonly run: (sheet: Excel.Worksheet) => void;
}

/** A step and the sheet that it is for. */
export interface Job {
  readonly sheetId: string;
  readonly step: Step;
}

/** The bytes of a request for an object (a range, its format, a border), and of one action on it beside its argument. */
const OBJECT_BYTES = 350;
const ACTION_BYTES = 180;

/** A step of so many objects and actions; `content` is what the arguments take, in bytes. */
export function step(size: { readonly objects: number; readonly actions: number; readonly content?: number }, run: Step["run"]): Step {
  return { bytes: size.objects * OBJECT_BYTES + size.actions * ACTION_BYTES + (size.content ?? 0), run };
}

/** Runs the jobs in their order, in as few messages as hold them; the course is told after each that Excel has taken. */
export async function runJobs(context: Excel.RequestContext, jobs: readonly Job[], course?: Course): Promise<void> {
  await inTurn(packed(jobs, (job) => job.step.bytes, MESSAGE_BYTES), async (group) => {
    const sheets = new Map<string, Excel.Worksheet>();
    for (const { sheetId, step: { run } } of group) {
      const sheet = sheets.get(sheetId) ?? context.workbook.worksheets.getItem(sheetId);
      sheets.set(sheetId, sheet);
      run(sheet);
    }
    await context.sync();
  }, course);
}
