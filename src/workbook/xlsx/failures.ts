import { UnreadableBytes, type BytesReason } from "../../bytes";
import type { FailureData, FaultAt, FileFault } from "../port";
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

const REASONS: Readonly<Record<BytesReason, FailureData["unreadable-file"]["reason"]>> = {
  empty: "empty", "not-text": "not-text", "no-zip": "not-a-workbook", "old-office": "old-format", encrypted: "encrypted",
  "too-large": "too-large", broken: "broken",
};

/** What the room of bytes could not read, as a failure of the workbook. */
export function ofBytes(error: UnreadableBytes): Unreadable {
  const { reason, fault, part, what } = error;
  return new WorkbookFailure("unreadable-file", { reason: REASONS[reason], fault, part, what }, { cause: error });
}

/** Does what reads bytes; what they cannot be read for becomes WorkbookFailure "unreadable-file". */
export function failing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableBytes ? ofBytes(error) : error;
  }
}
