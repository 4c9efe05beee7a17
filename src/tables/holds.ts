import { acrossOf } from "./across";
import { gridOf, isNumberAt, STATE, type AmountGrid } from "./amount-grid";
import type { Running } from "./binary-sums";
import { acrossSums, columnSum, isAgreed } from "./column-sums";
import { isAcross, isPaid } from "./columns";
import { isFull } from "./fullness";
import { lineSums } from "./line-sums";
import type { BudgetTable } from "./table";

/**
 * Whether all sums of a table agree, told by one pass over its numbers: no relation is made for it. False also where a look in binary
 * numbers cannot tell: then the relations themselves have to be asked.
 */
export function surelyHolds(table: BudgetTable): boolean {
  return columnsHold(table) && rowsHold(table);
}

function isOddAt(grid: AmountGrid, column: number, row: number): boolean {
  return ((grid.states[column]?.[row] ?? 0) & STATE.mask) > STATE.number;
}

function columnsHold(table: BudgetTable): boolean {
  const [grid, rowsOf] = [gridOf(table), lineSums(table)];
  const wholes = rowsOf.wholes.map((row) => ({ row, lines: rowsOf.partsOf(row), groups: rowsOf.groupsOf(row), ofs: rowsOf.ofsOf(row) }));
  return table.columns.every((key, column) => {
    if (isAcross(key)) return true;
    const paid = isPaid(key);
    const whole = grid.whole[column] === true;
    return wholes.every(({ row, lines, groups, ofs }) => {
      const total = grid.values[column]?.[row] ?? 0;
      if (!isNumberAt(grid, column, row) || (paid && groups.length > 0)) {
        // where no total is stated, complete breakdowns are held against each other
        const differ = (all: readonly number[]): boolean =>
          all.some((other) => !isAgreed(grid.values[column]?.[all[0] ?? 0] ?? 0, columnSum(grid, column, [other]), whole, false));
        return groups.length < 2 || !differ(groups) || !differ(groups.filter((group) => isFull(table, column, group)));
      }
      const agrees = (parts: readonly number[], limit: (parts: readonly number[]) => boolean): boolean => {
        if (parts.length === 0) return true;
        const added = columnSum(grid, column, parts);
        if (added.empty || !added.readable || isAgreed(total, added, whole, false)) return true;
        return limit(parts) && isAgreed(total, added, whole, true);
      };
      const computed = ((grid.states[column]?.[row] ?? 0) & STATE.computed) !== 0;
      const partial = (parts: readonly number[]): boolean => !parts.every((part) => isFull(table, column, part));
      return (
        agrees(lines, (parts) => !computed && partial(parts)) &&
        groups.every((group) => agrees([group], partial)) &&
        agrees(ofs, () => true)
      );
    });
  });
}

/** Years and reporting units beside their computed sum, and beside the amount. */
function rowsHold(table: BudgetTable): boolean {
  const [grid, rowsOf] = [gridOf(table), lineSums(table)];
  return acrossOf(table).every(({ role, parts, sum: computed, whole: amount, complete }) => {
    const whole = [...parts, computed, amount].every((column) => column === -1 || grid.whole[column] === true);
    const { sum, lost, size } = acrossSums(grid, parts, table.rows.length, whole);
    const isMixed = parts.some((column) => (grid.ranges[column]?.odd ?? 0) > 0);
    const added: Running = { sum: 0, lost: 0, size: 0 };
    for (let row = 0; row < table.rows.length; row++) {
      if (size[row] === 0 && !parts.some((column) => isNumberAt(grid, column, row))) continue;
      added.sum = sum[row] ?? 0;
      added.lost = lost?.[row] ?? 0;
      added.size = size[row] ?? 0;
      // the computed sum is held against the numbers alone, whatever else stands beside them
      const shown = computed === -1 ? 0 : (grid.states[computed]?.[row] ?? 0);
      if (
        (shown & STATE.formula) !== 0 &&
        (shown & STATE.mask) === STATE.number &&
        !isAgreed(grid.values[computed]?.[row] ?? 0, added, whole, false)
      )
        return false;
      if ((isMixed && parts.some((column) => isOddAt(grid, column, row))) || amount === -1 || !isNumberAt(grid, amount, row)) continue;
      if (role === "disbursed" && rowsOf.groupsOf(row).length > 0) continue;
      const stated = grid.values[amount]?.[row] ?? 0;
      if (isAgreed(stated, added, whole, false) || !isFull(table, amount, row)) continue;
      const partial = !complete || !parts.every((column) => isFull(table, column, row));
      if (!partial || !isAgreed(stated, added, whole, true)) return false;
    }
    return true;
  });
}
