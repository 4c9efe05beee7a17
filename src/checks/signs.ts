import type { Finding, Place } from "../findings";
import { sumExact } from "../quantity";
import {
  type BudgetRow, type BudgetTable, cellIn, type Column, gridOf, isNumber, isNumberAt, lineSums, STATE, type TypedCell, amountColumn,
} from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";

/** Words of lines that take away. */
const REDUCTION = /điều chỉnh giảm|giảm trừ|cắt giảm|thu hồi|hoàn trả|khấu trừ|(?:reduction|refund|deduction|recovery)/i;

/** Amounts below zero, and lines left blank in a breakdown that does not reach its total without them. */
export const signs: Rule = {
  name: "signs",
  codes: ["negative-amount", "amount-missing"],
  severities: ["error", "warning", "info"],
  check: (table) => (table.kind === "budget" ? [...negatives(table), ...blanks(table)] : []),
};

/**
 * A total below zero cannot be right; a line may be a reduction that its name does not tell. What the sums name as a wrong sign is said
 * there.
 */
function negatives(table: BudgetTable): Finding[] {
  const found: { row: BudgetRow; column: string; cell: TypedCell & { readonly state: "number" } }[] = [];
  const { values, ranges } = gridOf(table);
  if (ranges.every(({ least }) => least >= 0)) return [];
  const below = new Set<number>();
  for (const column of values) for (let row = 0; row < column.length; row++) if ((column[row] ?? 0) < 0) below.add(row);
  table.rows.forEach((row, index) => {
    if (!below.has(index)) return;
    for (const [column, cell] of row.cells)
      if (isNumber(cell) && cell.value < 0 && cell.formula === null && !REDUCTION.test(row.label.normalize("NFC")))
        found.push({ row, column, cell });
  });
  if (found.length === 0) return [];
  const named = suspects(diagnoseTable(table));
  return found
    .filter(({ cell }) => !named.has(cellId(cell.at)))
    .map(({ row, column, cell }) =>
      finding(table, "negative-amount", `${row.key}/${column}`, {
        severity: row.kind === "total" ? "error" : "warning",
        at: cell.at,
        data: { unit: table.unit, label: row.label, value: cell.value },
      }),
    );
}

/** Only where at least as many lines have an amount as have none: a table that is being filled in is told nothing. */
function blanks(table: BudgetTable): Finding[] {
  const column = amountColumn(table.columns);
  if (!column) return [];
  const rowsOf = lineSums(table);
  const grid = gridOf(table);
  const amount = table.columns.indexOf(column);
  const range = grid.ranges[amount];
  // nearly always all lines have an amount
  if (range && range.numbers + range.odd === table.rows.length) return [];
  const blank = (row: number): boolean => ((grid.states[amount]?.[row] ?? 0) & STATE.mask) === STATE.blank;
  const wholes = rowsOf.wholes.filter(
    (row) => isNumberAt(grid, amount, row) && rowsOf.partsOf(row).length + rowsOf.groupsOf(row).length > 0,
  );
  return wholes.flatMap((index): Finding[] => {
    const whole = table.rows[index] as BudgetRow;
    const stated = cellIn(whole, column);
    if (whole.kind === "group" || !isNumber(stated)) return [];
    const breakdowns = rowsOf.groupsOf(index);
    return [...(breakdowns.length > 0 ? breakdowns : [index])].flatMap((under): Finding[] => {
      const parts = rowsOf.partsOf(under);
      if (!parts.some(blank)) return [];
      const values = parts.map((part) => amountOf(table, column, part));
      const missing = parts.flatMap((part, at): Place[] => {
        const row = table.rows[part];
        const cell = row && cellIn(row, column);
        return row && cell?.state === "blank" && row.label !== "" && values[at] === null ? [{ at: cell.at, label: row.label }] : [];
      });
      const filled = values.filter((value) => value !== null);
      const gap = sumExact([stated.value, ...filled.map((value) => -value)]);
      const [first] = missing;
      if (!first || filled.length < missing.length || filled.length + missing.length < parts.length || gap <= 0) return [];
      const shares = parts.some((part) => table.rows[part]?.source !== null);
      return [
        finding(table, "amount-missing", table.rows[under]?.key ?? whole.key, {
          severity: shares ? "info" : "warning",
          at: first.at,
          cells: [...missing.map(({ at }) => at), stated.at],
          data: { unit: table.unit, total: { at: stated.at, label: whole.label, value: stated.value }, gap, missing },
        }),
      ];
    });
  });
}

/** What a line has, or else the lines under it together; null where neither has anything. */
function amountOf(table: BudgetTable, column: Column, index: number): number | null {
  const row = table.rows[index];
  const cell = row && cellIn(row, column);
  if (isNumber(cell)) return cell.value;
  const below = lineSums(table).partsOf(index).flatMap((part) => amountOf(table, column, part) ?? []);
  return below.length === 0 ? null : sumExact(below);
}
