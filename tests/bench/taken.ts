/** What a work took: milliseconds of the clock and of the processor, with the collector's. */
export interface Taken<T> {
  readonly ms: number;
  readonly processor: number;
  readonly result: T;
}

/** Does a work and says what it took of this process. */
export async function taken<T>(work: () => T | Promise<T>): Promise<Taken<T>> {
  const before = process.cpuUsage();
  const from = performance.now();
  const result = await work();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { ms, processor: (user + system) / 1000, result };
}
