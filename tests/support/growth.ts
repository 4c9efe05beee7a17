/** Runs of which the quickest counts: what else the machine does, and what a first run compiles, only make one slower. */
const RUNS = 4;

/** Microseconds of the processor that are many ticks of its clock. */
const ENOUGH = 60_000;

/**
 * How many times as long the work takes when its size grows `times`-fold: about `times` where it is linear, its square where it is
 * quadratic. Both are measured in turn in one run, by the processor's time, so that a slow or busy machine slows both.
 */
export function growth(work: (size: number) => void, size: number, times: number): number {
  let small = Infinity;
  let large = Infinity;
  for (let run = 0; run < RUNS; run++) {
    small = Math.min(small, spent(() => work(size)));
    large = Math.min(large, spent(() => work(size * times)));
  }
  return large / small;
}

/** Microseconds of the processor that the work takes; done again until the clock, which ticks in milliseconds, can tell. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    work();
    const { user, system } = process.cpuUsage(before);
    if (user + system >= ENOUGH) return (user + system) / times;
  }
}
