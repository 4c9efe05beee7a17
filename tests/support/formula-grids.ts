import { lastCell, toA1, type CellValue } from "../../src/sheet";
import type { BudgetTable } from "../../src/tables";
import { additionOf } from "../../src/tables/additions";
import type { ColumnKey } from "../../src/templates";
import { tableOf, type GridCell } from "./grids";

/** A cell: its value, or a formula. */
export type Typed = CellValue;

const SHEET = "Biểu thử";

/**
 * Rows whose formulas show what they come to: text that begins with "=" is a formula of SUM, plus and minus (see `additionOf`).
 * `top`: the 0-based row of the sheet in which the first one stands.
 */
export function valued(rows: readonly (readonly Typed[])[], top: number): GridCell[][] {
  const valueAt = (row: number, col: number): CellValue => {
    const cell = rows[row - top]?.[col] ?? null;
    if (typeof cell !== "string" || !cell.startsWith("=")) return cell;
    const addition = additionOf(cell, SHEET);
    if (!addition) throw new Error(`${toA1({ row, col })}: ${cell}`);
    let sum = addition.constant;
    let count = 0;
    for (const { area, times } of addition.terms) {
      for (let r = area.row; r <= lastCell(area).row; r++) {
        for (let c = area.col; c <= lastCell(area).col; c++) {
          const value = valueAt(r, c);
          if (typeof value !== "number") continue;
          sum += times * value;
          count += 1;
        }
      }
    }
    return count === 0 && cell.startsWith("=IF(COUNT(") ? "" : sum;
  };
  return rows.map((row, index) =>
    row.map((cell, col): GridCell =>
      typeof cell === "string" && cell.startsWith("=") ? { formula: cell, value: valueAt(index + top, col) } : cell,
    ),
  );
}

/** A budget table whose formulas show what they come to. The body begins in row 2; the hidden key is the last column. */
export function calculated(columns: readonly ColumnKey[], rows: readonly (readonly Typed[])[]): BudgetTable {
  const table = tableOf("budget", columns, valued(rows, 1));
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

const LINES: readonly (readonly Typed[])[] = [
  ["", "Tổng", 600, "T"],
  ["A", "Phân theo nội dung chi", "=SUM(C4:C6)", "T:item"],
  ["1", "Xây dựng", 123, "A.1"],
  ["2", "Thiết bị", 177, "A.2"],
  ["3", "Đào tạo", 300, "A.3"],
  ["B", "Phân theo nguồn vốn", "=SUM(C8:C9)", "T:source"],
  ["1", "Ngân sách tỉnh", 450, "B.1"],
  ["2", "Ngân sách xã", 150, "B.2"],
];

/**
 * Total C2 = 600, items C4:C6 under C3, sources C8:C9 under C7, with cells typed over ({C3: 600}); and a line put in before a row of the
 * sheet, whereupon references to what stands below move.
 */
export function twoBreakdowns(
  typed: Readonly<Record<string, Typed>> = {}, inserted: Readonly<Record<number, readonly Typed[]>> = {},
): BudgetTable {
  const rows = LINES.map((row, index) =>
    row.map((cell, col): Typed => {
      const at = toA1({ row: index + 1, col });
      return at in typed ? (typed[at] ?? null) : cell;
    }),
  );
  const below = (cell: Typed, before: number): Typed =>
    typeof cell === "string" && cell.startsWith("=")
      ? cell.replace(/(?<=[A-Z])\d+/g, (row) => String(Number(row) + (Number(row) >= before ? 1 : 0)))
      : cell;
  const put = Object.entries(inserted).reduce<readonly (readonly Typed[])[]>(
    (all, [before, line]) =>
      [...all.slice(0, Number(before) - 2), line, ...all.slice(Number(before) - 2)].map((row) =>
        row.map((cell) => below(cell, Number(before))),
      ),
    rows,
  );
  return calculated(["number", "label", "amount", "key"], put);
}
