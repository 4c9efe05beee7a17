"use strict";

/** A fixed work, and the milliseconds that it takes on a machine of today that has nothing else to do. */
const ROUNDS = 50_000_000;
const USUAL_MS = 100;

/** By how much this machine is slower than that just now, at least 1. */
function measured() {
  const begun = process.hrtime.bigint();
  let mixed = 1;
  for (let round = 0; round < ROUNDS; round++) mixed = (mixed * 48_271 + round) | 0;
  // the sum is used, so that the work is not left out
  return Math.max(1, Number(process.hrtime.bigint() - begun) / 1e6 / USUAL_MS + (mixed === 0 ? 1 : 0));
}

// once a run: the processes of the workers have it from the one that starts them
const slowness = Number((process.env["PLAN_TABLES_SLOWNESS"] ??= String(measured())));

/** @param {number} count */
exports.minutes = (count) => Math.round(count * 60_000 * slowness);
