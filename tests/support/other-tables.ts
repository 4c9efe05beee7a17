import { readOthers } from "../../src/reading";
import { toA1, type CellValue, type SheetSnapshot } from "../../src/sheet";
import { expressionOf, valueOf, type OtherTable } from "../../src/tables";

const SHEET = "Biểu";

/**
 * Rows of somebody's sheet, from A1 on: text that begins with "=" is a formula, see `expressionOf`, and shows what it comes to; another one
 * stands as [formula, value].
 */
export type Rows = readonly (readonly (CellValue | readonly [formula: string, value: CellValue])[])[];

export function formulaSnapshot(rows: Rows, more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const cols = Math.max(...rows.map((row) => row.length));
  const isGiven = (cell: Rows[number][number] | undefined): cell is readonly [string, CellValue] => Array.isArray(cell);
  const formulaAt = (row: number, col: number): string | null => {
    const cell = rows[row]?.[col];
    return isGiven(cell) ? cell[0] : typeof cell === "string" && cell.startsWith("=") ? cell : null;
  };
  const valueAt = (row: number, col: number): CellValue => {
    const cell = rows[row]?.[col] ?? null;
    if (isGiven(cell)) return cell[1];
    const formula = formulaAt(row, col);
    if (formula === null) return cell;
    const expression = expressionOf(formula, SHEET);
    if (!expression) throw new Error(`${toA1({ row, col })}: ${formula}`);
    return valueOf(expression, (r, c) => {
      const value = valueAt(r, c);
      return typeof value === "number" ? value : 0;
    });
  };
  const grid = <T>(at: (row: number, col: number) => T): T[][] =>
    rows.map((_, row) => Array.from({ length: cols }, (__, col) => at(row, col)));
  return {
    sheet: SHEET,
    area: { row: 0, col: 0, rows: rows.length, cols },
    values: grid(valueAt),
    formulas: grid(formulaAt),
    unevaluated: [],
    ...more,
  };
}

/** The one table of such a sheet. */
export function formulaTable(rows: Rows, more: Partial<SheetSnapshot> = {}): OtherTable {
  const [table, ...others] = readOthers(formulaSnapshot(rows, more), []);
  if (!table || others.length > 0) throw new Error(`${others.length + (table ? 1 : 0)} tables are read`);
  return table;
}

/** A budget of five lines under three heads of two years and their sum, with its sums as formulas; `changes` by address. */
export function budgetRows(changes: Readonly<Record<string, Rows[number][number]>> = {}): Rows {
  const lines = [
    ["Giáo dục", 2310, 6245],
    ["Y tế", 1450, 2318],
    ["Văn hóa", 610, 845],
    ["Giao thông", 3120, 912],
    ["Thủy lợi", 420, 388],
  ] as const;
  const rows: Rows = [
    ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
    ...lines.map(([label, a, b], at) => [`${at + 1}`, label, a, b, `=C${at + 2}+D${at + 2}`]),
    [null, "Cộng", "=SUM(C2:C6)", "=SUM(D2:D6)", "=SUM(E2:E6)"],
  ];
  const height = Math.max(rows.length, ...Object.keys(changes).map((cell) => Number(cell.slice(1))));
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: 7 }, (__, col) => {
      const address = toA1({ row, col });
      return address in changes ? (changes[address] ?? null) : (rows[row]?.[col] ?? null);
    }),
  );
}
