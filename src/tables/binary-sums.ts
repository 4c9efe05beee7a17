/** What a spreadsheet's own sums may be off by, as a share of their largest number. */
export const NOISE = 1e-12;

/** A sum under way, with what its last places have lost. */
export interface Running {
  sum: number;
  lost: number;
  /** All numbers without their signs. */
  size: number;
}

/**
 * Adds a number and keeps what rounding takes away (A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
 * 1974).
 */
export function addTo(running: Running, value: number): void {
  const sum = running.sum + value;
  running.lost += Math.abs(running.sum) >= Math.abs(value) ? running.sum - sum + value : value - sum + running.sum;
  running.sum = sum;
  running.size += Math.abs(value);
}

/**
 * How far a sum kept in that way may be from the sum of the decimals that its numbers stand for, of up to a million of them: half a unit of
 * the last place for each number that is no binary fraction and for the result, four times that to be certain.
 */
export function doubtOf(size: number): number {
  return size * 2 ** -50;
}

/** Whether a total agrees with its sum beyond doubt; for a limit, whether the sum does not pass it. False where a look cannot tell. */
export function fits(total: number, sum: number, doubt: number, limit: boolean): boolean {
  const gap = total - sum;
  const room = Math.abs(total) * NOISE - doubt;
  return limit ? gap >= -room : Math.abs(gap) <= room;
}
