"use strict";

/** So long, in milliseconds, nothing more is said. */
const PAUSE = 15_000;

/** "12/240 files, 1m05" */
function progressLine(done, all, ms) {
  const seconds = Math.floor(ms / 1000);
  return `${done}/${all} files, ${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}`;
}

/** Says how far a run of several files is, where no terminal shows it: a line now and then, and one at the end. */
module.exports = class ProgressReporter {
  constructor(_config, { out = process.stderr, now = Date.now } = {}) {
    Object.assign(this, { out, now, begun: now(), said: now() });
  }

  onRunStart() {
    this.begun = this.said = this.now();
  }

  onTestResult(_test, _result, { numTotalTestSuites: all, numPassedTestSuites, numFailedTestSuites, numPendingTestSuites }) {
    const done = numPassedTestSuites + numFailedTestSuites + numPendingTestSuites;
    const now = this.now();
    if (all < 2 || this.out.isTTY || (done < all && now - this.said < PAUSE)) return;
    this.said = now;
    this.out.write(`${progressLine(done, all, now - this.begun)}\n`);
  }
};
