import { kept } from "../../base";
import { readMoneyUnit } from "../../quantity";
import { type AmountGrid, type BudgetTable, chosenRows, type Column, gridOf, LazyCells, STATE } from "../../tables";
import type { ColumnKey } from "../../templates";
import { amountReader, type CellReader } from "../cells";
import { sheetGrid } from "../sheet-grid";
import { budgetRows, type RowTexts } from "./budget-rows";
import { budgetColumn, RATE_COLUMN } from "./column-data";
import type { TableOutline } from "./outline";
import { baseOf, textColumn } from "./parts";

const unitOfCaption = kept(readMoneyUnit);

/** The typed rows of a budget table. Rows without a name in which nothing was typed are passed over. */
export function readBudget(outline: TableOutline, cells: CellReader): BudgetTable {
  const { columns, body, caption } = outline;
  const amounts: (readonly [Column, number])[] = [];
  for (const [key, col] of columns) {
    const column = budgetColumn(key);
    if (column) amounts.push([column, col]);
  }
  amounts.sort(([, a], [, b]) => a - b);
  const texts = (key: ColumnKey): string[] => {
    const at = textColumn(outline, cells, key);
    const found: string[] = [];
    for (let row = body.from; row <= body.to; row++) found.push(at(row));
    return found;
  };
  const sheetRows = body.to - body.from + 1;
  const money = amountReader(cells);
  const all = sheetGrid(amounts, money, body.from, sheetRows);
  const cellsAt = (row: number) => new Map(amounts.map(([{ id }, col]) => [id, money.number(row, col)]));
  const words: RowTexts = { numbers: texts("number"), labels: texts("label"), keys: texts("key"), isEmpty: (place) => isEmpty(all, place) };
  const rows = budgetRows(words, body.from, (row) => new LazyCells(cellsAt, row));
  const said = caption && { at: caption, text: cells.text(caption.row, caption.col) };
  const rate = columns.get("rate");
  const table: BudgetTable = {
    ...baseOf(outline, cells),
    kind: "budget",
    unit: said ? unitOfCaption(said.text) : null,
    caption: said,
    columns: all.columns,
    rows,
    ...(rate === undefined ? {} : { rates: { column: RATE_COLUMN, cells: rows.map(({ row }) => cells.number(row, rate)) } }),
  };
  gridOf.give(table, chosenRows(all, rows.map(({ row }) => row - body.from)));
  return table;
}

/** Nothing was typed: what formulas show is no entry. */
function isEmpty({ states }: AmountGrid, row: number): boolean {
  for (const column of states) {
    const state = column[row] ?? 0;
    if ((state & STATE.mask) !== STATE.blank && (state & STATE.formula) === 0) return false;
  }
  return true;
}
