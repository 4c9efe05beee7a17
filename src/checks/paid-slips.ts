import { type BudgetRow, type BudgetTable, cellIn, isAcross, isNumber, isPaid, plannedFor, type TypedCell, amountColumn } from "../tables";

/** The steps between đồng, nghìn, triệu and tỷ. */
export const FACTORS = [1000, 1_000_000] as const;
/** A part is a slip of the unit from so many times its whole on; a zero too many would be ten. */
export const FAR_OVER = 30;

export type NumberCell = TypedCell & { readonly state: "number" };

/** What somebody has typed of a line that was disbursed, with what is planned for it: in that year, else in all. */
export interface PaidCell {
  readonly row: BudgetRow;
  readonly column: BudgetTable["columns"][number];
  readonly cell: NumberCell;
  readonly planned: NumberCell;
}

/** Both above zero. */
export function paidCells({ rows, columns }: BudgetTable): PaidCell[] {
  const paid = columns.filter((column) => isPaid(column) && !isAcross(column));
  if (paid.length === 0) return [];
  return rows.flatMap((row) =>
    paid.flatMap((column): PaidCell[] => {
      const cell = cellIn(row, column);
      if (row.kind === "group" || !isNumber(cell) || cell.formula !== null || cell.value <= 0) return [];
      const [inYear, whole] = [cellIn(row, plannedFor(column, columns)), cellIn(row, amountColumn(columns))];
      const planned = isNumber(inYear) && inYear.value > 0 ? inYear : whole;
      return isNumber(planned) && planned.value > 0 ? [{ row, column, cell, planned }] : [];
    }),
  );
}

/** How many times too large a cell is that was typed in another unit; null where it is not. */
export function slipFactor({ cell, planned }: PaidCell): number | null {
  if (cell.value < FAR_OVER * planned.value) return null;
  return FACTORS.find((factor) => cell.value / factor <= planned.value) ?? null;
}

/** The same of all cells together: each exceeds its plan, most by far, and in the other unit none would. Null of less than two. */
export function commonFactor(cells: readonly PaidCell[]): number | null {
  const far = cells.filter(({ cell, planned }) => cell.value >= FAR_OVER * planned.value);
  if (cells.length < 2 || far.length * 2 < cells.length || cells.some(({ cell, planned }) => cell.value <= planned.value)) return null;
  return FACTORS.find((factor) => cells.every(({ cell, planned }) => cell.value / factor <= planned.value)) ?? null;
}
