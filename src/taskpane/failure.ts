import type { FailureCode } from "../app";

/** True for a failure of that code; known by its name, since its class comes with the second script. */
export function isFailure(error: unknown, code: FailureCode): boolean {
  return error instanceof Error && error.name === "WorkbookFailure" && "code" in error && error.code === code;
}
