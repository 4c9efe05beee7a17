import { expect, test } from "@jest/globals";
import ProgressReporter from "./progress";

/** What is said of files that end at these seconds. */
function said(ends: readonly number[], isTTY = false): string[] {
  const lines: string[] = [];
  let seconds = 0;
  const reporter = new ProgressReporter({}, { out: { isTTY, write: (text) => lines.push(text) }, now: () => seconds * 1000 });
  reporter.onRunStart();
  for (const [index, end] of ends.entries()) {
    seconds = end;
    reporter.onTestResult(
      {}, {},
      { numTotalTestSuites: ends.length, numPassedTestSuites: index, numFailedTestSuites: 1, numPendingTestSuites: 0 },
    );
  }
  return lines;
}

test("a run says how far it is, now and then and at its end", () => {
  expect(said([1, 2, 15, 16, 29, 65, 66])).toEqual(["3/7 files, 0m15\n", "6/7 files, 1m05\n", "7/7 files, 1m06\n"]);
});

test("nothing is said of a single file, nor where a terminal shows it", () => {
  expect([said([90]), said([20, 40], true)]).toEqual([[], []]);
});
