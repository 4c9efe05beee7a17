interface Told {
  readonly numTotalTestSuites: number;
  readonly numPassedTestSuites: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTestSuites: number;
}

/** A reporter of Jest; see there. */
declare class ProgressReporter {
  constructor(
    config: unknown,
    options?: { readonly out?: { readonly isTTY?: boolean; write(text: string): unknown }; readonly now?: () => number },
  );
  onRunStart(): void;
  onTestResult(test: unknown, result: unknown, all: Told): void;
}

export = ProgressReporter;
