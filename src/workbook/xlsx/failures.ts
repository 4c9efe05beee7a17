import type { FailureData } from "../port";
import { WorkbookFailure } from "../port";

/** The failure of a file that cannot be read; `detail` names the part and what is wrong with it, for a log rather than a person. */
export function unreadable(reason: FailureData["unreadable-file"]["reason"], detail: string, cause?: unknown): WorkbookFailure<"unreadable-file"> {
  return new WorkbookFailure("unreadable-file", { reason, detail }, cause === undefined ? undefined : { cause });
}
