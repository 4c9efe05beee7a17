import { readingWords } from "../../src/i18n";
import { readTable, type TableOutline } from "../../src/reading";
import type { CellValue, SheetSnapshot } from "../../src/sheet";
import type { BudgetTable, IndicatorTable } from "../../src/tables";
import type { ColumnKey, TableKind } from "../../src/templates";

/** A cell of a grid: its value, or a formula with the value that it has. */
export type GridCell = CellValue | { readonly formula: string; readonly value: CellValue };

const isFormula = (cell: GridCell): cell is { formula: string; value: CellValue } =>
  typeof cell === "object" && cell !== null && "formula" in cell;

/**
 * Reads a grid as a table of ours: columns by key, the body from the first row, the caption above it; `heads` stand below, so that they
 * move no row.
 */
export function tableOf(
  kind: TableKind, columns: readonly ColumnKey[], rows: readonly (readonly GridCell[])[], caption = "Đơn vị tính: triệu đồng",
  heads: readonly string[] = [],
) {
  const sheet = "Biểu thử";
  const area = { row: 0, col: 0, rows: rows.length + 2, cols: columns.length };
  const all: readonly (readonly GridCell[])[] = [
    [caption, ...columns.slice(1).map(() => null)], ...rows, columns.map((_, col) => heads[col] ?? null),
  ];
  const outline: TableOutline = {
    id: `${kind}1`,
    key: `${kind}1`,
    kind, sheet, area,
    reach: area,
    caption: { sheet, row: 0, col: 0 },
    head: { row: rows.length + 1, col: 0, rows: 1, cols: columns.length },
    plan: null,
    columns: new Map(columns.map((key, col) => [key, col])),
    body: { from: 1, to: rows.length },
  };
  const snapshot: SheetSnapshot = {
    sheet,
    area,
    values: all.map((row) => row.map((cell) => (isFormula(cell) ? cell.value : (cell as CellValue)))),
    formulas: all.map((row) => row.map((cell) => (isFormula(cell) ? cell.formula : null))),
    unevaluated: [],
  };
  return readTable(outline, snapshot, readingWords);
}

export interface BudgetGrid {
  readonly total: GridCell;
  readonly items: readonly GridCell[];
  readonly sources: readonly GridCell[];
}

const sum = (cells: readonly GridCell[]): number => cells.reduce<number>((all, cell) => all + (typeof cell === "number" ? cell : 0), 0);

/** Total in row 1 (C2), breakdown by item in row 2, its items from row 3 on, then the sources with their sum; amounts in column C. */
export function budgetOf({ total, items, sources }: BudgetGrid): BudgetTable {
  const lines = (prefix: string, cells: readonly GridCell[]): GridCell[][] =>
    cells.map((cell, index) => [String(index + 1), `${prefix} ${index + 1}`, cell, `${prefix}.${index + 1}`]);
  const table = tableOf("budget", ["number", "label", "amount", "key"], [
    ["", "Tổng", total, "T"],
    ["A", "Phân theo nội dung chi", { formula: "=SUM()", value: sum(items) }, "T:item"],
    ...lines("A", items),
    ["B", "Phân theo nguồn vốn", { formula: "=SUM()", value: sum(sources) }, "T:source"],
    ...lines("B", sources),
  ]);
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

/** One line with years 2021 to 2023 and their computed sum, under a total of its own. */
export function yearsOf(amount: GridCell, years: readonly [GridCell, GridCell, GridCell]): BudgetTable {
  const filled = years.filter((cell) => typeof cell === "number");
  const table = tableOf("budget", ["number", "label", "amount", "y2021", "y2022", "y2023", "years", "key"], [
    ["", "Tổng", amount, ...years, { formula: "=SUM()", value: filled.length === 0 ? "" : sum(years) }, "T"],
  ]);
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

/** One indicator with a target for 2025 and the actual values of 2024 and 2025. */
export function indicatorOf(
  target: CellValue, actual2025: CellValue,
  rest: { direction?: string; unit?: string; baseline?: CellValue; actual2024?: CellValue } = {},
): IndicatorTable {
  const table = tableOf(
    "indicators",
    ["number", "label", "unit", "baseline", "target2025", "actual2024", "actual2025", "key", "direction"],
    [
      [
        "1", "Chỉ tiêu thử", rest.unit ?? "%", rest.baseline ?? null, target, rest.actual2024 ?? null, actual2025, "x1",
        rest.direction ?? "tăng",
      ],
    ],
  );
  if (table.kind !== "indicators") throw new Error("not an indicator table");
  return table;
}
