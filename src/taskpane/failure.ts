import type { FailureCode } from "../app";

/** What of the workbook is another than an undo needs: it will not come back by itself. */
const FINAL: readonly FailureCode[] = [
  "cell-changed", "sheet-has-entries", "would-overwrite", "sheet-gone", "name-taken", "not-supported", "left-over",
];

/** True where an action can never be taken back any more. */
export function isFinal(error: unknown): boolean {
  return FINAL.some((code) => isFailure(error, code));
}

/** True for a failure of that code; known by its name, since its class comes with the second script. */
export function isFailure(error: unknown, code: FailureCode): boolean {
  return error instanceof Error && error.name === "WorkbookFailure" && "code" in error && error.code === code;
}
