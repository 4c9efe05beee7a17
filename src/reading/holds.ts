import { splitOf, sumRows, type SumRows } from "./sum-cells";
import { gridOf, isNumberAt, STATE, type AmountGrid } from "./amount-grid";
import { addTo, doubtOf, fits, type Running } from "./binary-sums";
import { relationHolds } from "./relations";
import type { BudgetRow, BudgetTable } from "./table";

const known = new WeakMap<readonly BudgetRow[], boolean>();

/**
 * Whether all relations of a table hold, told by one pass over its numbers: no relation is made for it. Only where a sum does not
 * agree by a look in binary numbers are the relations themselves asked.
 */
export function allHold(table: BudgetTable): boolean {
  const before = known.get(table.rows);
  if (before !== undefined) return before;
  const sums: Sums = { table, grid: gridOf(table), rowsOf: sumRows(table) };
  const holds = (columnsHold(sums) && rowsHold(sums)) || table.relations.every(relationHolds);
  known.set(table.rows, holds);
  return holds;
}

interface Sums {
  readonly table: BudgetTable;
  readonly grid: AmountGrid;
  readonly rowsOf: SumRows;
}

/** What the numbers of one list come to. */
interface Added extends Running {
  /** How many of them are numbers. */
  numbers: number;
  /** None of them is text or an error: sums over those are told otherwise. */
  readable: boolean;
}

/** Whole numbers add up exactly as long as a spreadsheet holds them. */
function isAgreed(total: number, { sum, lost, size }: Added, whole: boolean, limit: boolean): boolean {
  const all = size + Math.abs(total);
  return fits(total, sum + lost, whole && all <= Number.MAX_SAFE_INTEGER ? 0 : doubtOf(all), limit);
}

/** Adds the number of a cell; blanks are none. */
function take(added: Added, grid: AmountGrid, column: number, row: number, whole: boolean): void {
  const state = (grid.states[column]?.[row] ?? 0) & STATE.mask;
  if (state === STATE.number) {
    const value = grid.values[column]?.[row] ?? 0;
    added.numbers += 1;
    if (whole) {
      added.sum += value;
      added.size += Math.abs(value);
    } else addTo(added, value);
  } else if (state !== STATE.blank) added.readable = false;
}

const nothing = (): Added => ({ sum: 0, lost: 0, size: 0, numbers: 0, readable: true });

function clear(added: Added): void {
  added.sum = 0;
  added.lost = 0;
  added.size = 0;
  added.numbers = 0;
  added.readable = true;
}

function downSum(grid: AmountGrid, column: number, rows: readonly number[], whole: boolean): Added {
  const added = nothing();
  for (const row of rows) take(added, grid, column, row, whole);
  return added;
}

/** Whether a number is there, and in a computed cell also behind it (as relations have it). */
function isFull(sums: Sums, column: number, row: number): boolean {
  const { table, grid, rowsOf } = sums;
  if (!isNumberAt(grid, column, row)) return false;
  const group = table.rows[row]?.kind === "group";
  if (!group && ((grid.states[column]?.[row] ?? 0) & STATE.computed) === 0) return true;
  const behind = rowsOf.partsOf(row);
  return behind.every((one) => isFull(sums, column, one)) && (!group || behind.length > 0);
}

function columnsHold(sums: Sums): boolean {
  const { table, grid, rowsOf } = sums;
  const wholes: { readonly row: number; readonly lines: readonly number[]; readonly groups: readonly number[]; readonly ofs: readonly number[] }[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    const [lines, groups, ofs] = [rowsOf.partsOf(row), rowsOf.groupsOf(row), rowsOf.ofsOf(row)];
    if (lines.length + groups.length + ofs.length > 0) wholes.push({ row, lines, groups, ofs });
  }
  return table.columns.every((key, column) => {
    if (key === "years" || key === "units") return true;
    const whole = grid.whole[column] === true;
    return wholes.every(({ row, lines, groups, ofs }) => {
      const total = grid.values[column]?.[row] ?? 0;
      if (!isNumberAt(grid, column, row)) {
        // where no total is stated, complete breakdowns are held against each other
        const differ = (all: readonly number[]): boolean => all.some((other) => !isAgreed(grid.values[column]?.[all[0] ?? 0] ?? 0, downSum(grid, column, [other], whole), whole, false));
        return groups.length < 2 || !differ(groups) || !differ(groups.filter((group) => isFull(sums, column, group)));
      }
      const agrees = (parts: readonly number[], limit: (parts: readonly number[]) => boolean): boolean => {
        const added = downSum(grid, column, parts, whole);
        if (added.numbers === 0 || !added.readable || isAgreed(total, added, whole, false)) return true;
        return limit(parts) && isAgreed(total, added, whole, true);
      };
      const computed = ((grid.states[column]?.[row] ?? 0) & STATE.computed) !== 0;
      const partial = (parts: readonly number[]): boolean => !parts.every((part) => isFull(sums, column, part));
      return agrees(lines, (parts) => !computed && partial(parts)) && groups.every((group) => agrees([group], partial)) && agrees(ofs, () => true);
    });
  });
}

/** Years and reporting units beside their computed sum, and beside the amount. */
function rowsHold(sums: Sums): boolean {
  const { table, grid } = sums;
  const amount = table.columns.indexOf("amount");
  return (["years", "units"] as const).every((kind) => {
    const parts = table.columns.flatMap((key, column) => (splitOf(key)?.sum === kind ? [column] : []));
    if (parts.length === 0) return true;
    const computed = table.columns.indexOf(kind);
    const whole = [...parts, computed, amount].every((column) => column === -1 || grid.whole[column] === true);
    const complete = kind === "units" || computed !== -1;
    const added = nothing();
    for (let row = 0; row < table.rows.length; row++) {
      clear(added);
      for (const column of parts) take(added, grid, column, row, whole);
      if (added.numbers === 0) continue;
      // the computed sum is held against the numbers alone, whatever else stands beside them
      const shown = computed === -1 ? 0 : (grid.states[computed]?.[row] ?? 0);
      if ((shown & STATE.formula) !== 0 && (shown & STATE.mask) === STATE.number && !isAgreed(grid.values[computed]?.[row] ?? 0, added, whole, false)) return false;
      if (!added.readable || amount === -1 || !isNumberAt(grid, amount, row)) continue;
      const stated = grid.values[amount]?.[row] ?? 0;
      if (isAgreed(stated, added, whole, false) || !isFull(sums, amount, row)) continue;
      const partial = !complete || !parts.every((column) => isFull(sums, column, row));
      if (!partial || !isAgreed(stated, added, whole, true)) return false;
    }
    return true;
  });
}
