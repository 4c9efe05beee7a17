import { type FailureCode, WorkbookFailure } from "../../src/workbook/port";

/** What the work fails with; any other error than a failure of the workbook, and none, fail the test. */
export async function failureOf(work: Promise<unknown>): Promise<{ code: FailureCode; data: unknown }> {
  const error: unknown = await work.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (error instanceof WorkbookFailure) return { code: error.code, data: error.data };
  throw error;
}
