import { isNumberAt, STATE, type AmountGrid } from "./amount-grid";
import { doubtOf, fits, type Running } from "./binary-sums";

/** What the numbers of one list come to. */
export interface Added extends Readonly<Running> {
  /** None of them is a number. */
  readonly empty: boolean;
  /** None of them is text or an error: sums over those are told otherwise. */
  readonly readable: boolean;
}

/** The sum of some rows of a column; blanks are no numbers. */
export function columnSum(grid: AmountGrid, column: number, rows: readonly number[]): Added {
  const [values, states, range] = [grid.values[column], grid.states[column], grid.ranges[column]];
  let [sum, lost, size, numbers, odd] = [0, 0, 0, 0, 0];
  if (!values || !states || !range) return { sum, lost, size, empty: true, readable: true };
  if (range.whole && range.odd === 0 && range.least >= 0) {
    // nothing is lost, and what is more than 0 is a number
    for (const row of rows) sum += values[row] ?? 0;
    return { sum, lost, size: sum, empty: sum === 0 && !rows.some((row) => isNumberAt(grid, column, row)), readable: true };
  }
  for (const row of rows) {
    const value = values[row] ?? 0;
    const state = (states[row] ?? 0) & STATE.mask;
    if (state === STATE.number) numbers += 1;
    else if (state !== STATE.blank) odd += 1;
    const added = sum + value;
    // as in `addTo`, without an object; whole numbers lose nothing
    if (!range.whole) lost += Math.abs(sum) >= Math.abs(value) ? sum - added + value : value - added + sum;
    sum = added;
    size += Math.abs(value);
  }
  return { sum, lost, size, empty: numbers === 0, readable: odd === 0 };
}

/** By row: the sum of some columns. Where it is the same as `sum`, or nothing at all, no other column is made. */
export interface AcrossSums {
  readonly sum: Float64Array;
  readonly lost: Float64Array | null;
  readonly size: Float64Array;
}

/** The sums of some columns in all rows, column by column, as memory has them; `whole`: all of their numbers are whole ones. */
export function acrossSums({ values, ranges }: AmountGrid, columns: readonly number[], rows: number, whole: boolean): AcrossSums {
  const sum = new Float64Array(rows);
  const lost = whole ? null : new Float64Array(rows);
  const signed = columns.some((column) => (ranges[column]?.least ?? 0) < 0);
  const size = signed ? new Float64Array(rows) : sum;
  for (const column of columns) {
    const numbers = values[column];
    if (!numbers) continue;
    if (signed) for (let row = 0; row < rows; row++) size[row] = (size[row] ?? 0) + Math.abs(numbers[row] ?? 0);
    if (lost) addWithLoss(numbers, sum, lost);
    else for (let row = 0; row < rows; row++) sum[row] = (sum[row] ?? 0) + (numbers[row] ?? 0);
  }
  return { sum, lost, size };
}

/** As `addTo`, row by row. */
function addWithLoss(values: Float64Array, sum: Float64Array, lost: Float64Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    const before = sum[row] ?? 0;
    const added = before + value;
    lost[row] = (lost[row] ?? 0) + (Math.abs(before) >= Math.abs(value) ? before - added + value : value - added + before);
    sum[row] = added;
  }
}

/** Whole numbers add up exactly as long as a spreadsheet holds them. */
export function isAgreed(total: number, { sum, lost, size }: Readonly<Running>, whole: boolean, limit: boolean): boolean {
  const all = size + Math.abs(total);
  return fits(total, sum + lost, whole && all <= Number.MAX_SAFE_INTEGER ? 0 : doubtOf(all), limit);
}

/** Whether a cell shows no number, or beyond doubt the sum of those rows of its column that hold one. */
export function showsSum(grid: AmountGrid, column: number, row: number, rows: readonly number[]): boolean {
  if (!isNumberAt(grid, column, row)) return true;
  const { sum, lost, size, empty } = columnSum(grid, column, rows);
  const shown = grid.values[column]?.[row] ?? 0;
  // twice the doubt: the sum takes the place of the total, and is itself in doubt
  return empty || isAgreed(sum + lost, { sum: shown, lost: 0, size: 2 * (size + Math.abs(shown)) }, grid.whole[column] === true, false);
}
