import type { FaultAt, FileFault } from "../port";
import { WorkbookFailure } from "../port";

type Unreadable = WorkbookFailure<"unreadable-file">;

/** The failure of a file that is no workbook that we read. */
export function unreadable(
  reason: "not-a-workbook" | "not-text" | "empty" | "old-format" | "encrypted" | "markup" | "no-sheets",
): Unreadable {
  return new WorkbookFailure("unreadable-file", { reason, fault: null, part: "", what: "" });
}

/** The failure of a file beyond our limits; `what` is the limit. */
export function tooLarge(fault: FileFault, { part = "", what = "" }: Partial<FaultAt> = {}): Unreadable {
  return new WorkbookFailure("unreadable-file", { reason: "too-large", fault, part, what });
}

/** The failure of a file that is broken, with the part of it and what stands there. */
export function broken(fault: FileFault, { part = "", what = "" }: Partial<FaultAt> = {}, cause?: unknown): Unreadable {
  return new WorkbookFailure("unreadable-file", { reason: "broken", fault, part, what }, cause === undefined ? undefined : { cause });
}
