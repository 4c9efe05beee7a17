import { derived } from "../base";
import { sumExact } from "../quantity";
import { rateFormula, totalFormula } from "../sheet";
import { isAcross, isPaid, paidColumn, amountColumn, type Column } from "./columns";
import type { SumFault } from "./formulas";
import { lineSums } from "./line-sums";
import { isNumber, type BudgetRow, type BudgetTable, type TypedCell } from "./table";

/** Points that two rates may be apart and be one number. */
const NOISE = 1e-9;
/** What a rate is rounded to, one decimal, may be half a step off. */
const STEP = 0.05;

/**
 * Totals of what was disbursed, and rates, whose formula is gone or comes to something else. Over text and errors nothing is said: those
 * are told by themselves.
 */
export const paidFaults = derived((table: BudgetTable): readonly SumFault[] => {
  const paid = paidColumn(table.columns);
  return paid === null ? [] : [...totalFaults(table), ...rateFaults(table, paid)];
});

function isReadable({ state }: TypedCell): boolean {
  return state === "number" || state === "blank";
}

/** Totals over their breakdowns: the larger one counts, since the other lacks something. */
function totalFaults(table: BudgetTable): SumFault[] {
  const { rows, columns } = table;
  const rowsOf = lineSums(table);
  const own = columns.filter((column) => isPaid(column) && !isAcross(column));
  return rows.flatMap((row, index) => {
    const groups = rowsOf.groupsOf(index).flatMap((group) => rows[group] ?? []);
    return groups.length === 0 ? [] : own.flatMap((column) => totalFault(row, column, groups));
  });
}

function totalFault(row: BudgetRow, column: Column, groups: readonly BudgetRow[]): SumFault[] {
  const cell = row.cells.get(column.id);
  const parts = groups.flatMap((group) => {
    const part = group.cells.get(column.id);
    return part ? [{ row: group, column, cell: part }] : [];
  });
  if (!cell || ![cell, ...parts.map((part) => part.cell)].every(isReadable)) return [];
  const numbers = parts.flatMap((part) => (isNumber(part.cell) ? [part.cell.value] : []));
  const right = numbers.length === 0 ? null : Math.max(...numbers);
  const differs = isNumber(cell) ? right === null || sumExact([cell.value, -right]) !== 0 : right !== null;
  const input = totalFormula(groups.map((group) => group.row), cell.at.col);
  return faultOf({ row, column, cell, parts, right, differs, formula: input });
}

function rateFaults({ rows, columns, rates }: BudgetTable, paid: Column): SumFault[] {
  const planned = amountColumn(columns);
  if (!rates || !planned) return [];
  return rows.flatMap((row, index): SumFault[] => {
    const [cell, amount, disbursed] = [rates.cells[index], row.cells.get(planned.id), row.cells.get(paid.id)];
    if (!cell || !amount || !disbursed || ![cell, amount, disbursed].every(isReadable)) return [];
    const right =
      isNumber(amount) && isNumber(disbursed) && amount.value > 0 ? Math.round((disbursed.value / amount.value) * 1000) / 10 : null;
    const differs = isNumber(cell) ? right === null || Math.abs(cell.value - right) > STEP + NOISE : right !== null;
    const parts = [{ row, column: paid, cell: disbursed }, { row, column: planned, cell: amount }];
    return faultOf({
      row,
      column: rates.column,
      cell, parts, right, differs,
      formula: rateFormula(row.row, amount.at.col, disbursed.at.col),
    });
  });
}

/** A formula of another kind is judged by what it comes to; a number typed over it is told, agrees it or not. */
function faultOf({
  differs, ...fault
}: Pick<SumFault, "row" | "column" | "cell" | "parts" | "right" | "formula"> & { readonly differs: boolean }): SumFault[] {
  const { cell } = fault;
  const replaced = cell.formula === null && (cell.state === "number" || differs);
  if (replaced) return [{ ...fault, computed: true, difference: null }];
  if (cell.formula === null || !differs) return [];
  return [{ ...fault, computed: true, difference: { missing: [], extra: [], twice: [], subtracted: [], constant: 0 } }];
}
