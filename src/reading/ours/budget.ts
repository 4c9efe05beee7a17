import { kept } from "../../base";
import { readMoneyUnit } from "../../quantity";
import { type AmountGrid, budgetRelations, type BudgetTable, chosenRows, isPaid, keepGrid, LazyCells, type Relation, splitOf, STATE } from "../../tables";
import type { ColumnKey } from "../../templates";
import { amountReader, type CellReader } from "../cells";
import { sheetGrid } from "../sheet-grid";
import { budgetRows, type RowTexts } from "./budget-rows";
import type { TableOutline } from "./outline";
import { baseOf, textColumn } from "./parts";

const unitOfCaption = kept(readMoneyUnit);

function isAmount(key: ColumnKey): boolean {
  return key === "amount" || key === "years" || key === "units" || splitOf(key) !== null || isPaid(key);
}

/** The typed rows and the relations of a budget table. Rows without a name in which nothing was typed are passed over. */
export function readBudget(outline: TableOutline, cells: CellReader): BudgetTable {
  const { columns, body, caption } = outline;
  const amounts = [...columns].filter(([key]) => isAmount(key)).sort(([, a], [, b]) => a - b);
  const texts = (key: ColumnKey): string[] => {
    const at = textColumn(outline, cells, key);
    const found: string[] = [];
    for (let row = body.from; row <= body.to; row++) found.push(at(row));
    return found;
  };
  const sheetRows = body.to - body.from + 1;
  const money = amountReader(cells);
  const all = sheetGrid(amounts, money, body.from, sheetRows);
  const cellsAt = (row: number) => new Map(amounts.map(([key, col]) => [key, money.number(row, col)]));
  const words: RowTexts = { numbers: texts("number"), labels: texts("label"), keys: texts("key"), isEmpty: (place) => isEmpty(all, place) };
  const rows = budgetRows(words, body.from, (row) => new LazyCells(cellsAt, row));
  const keys = all.columns;
  keepGrid(rows, chosenRows(all, rows.map(({ row }) => row - body.from)));
  const said = caption && { at: caption, text: cells.text(caption.row, caption.col) };
  const rate = columns.get("rate");
  let relations: readonly Relation[] | null = null;
  return {
    ...baseOf(outline, cells),
    kind: "budget",
    unit: said ? unitOfCaption(said.text) : null,
    caption: said,
    columns: keys,
    rows,
    ...(rate === undefined ? {} : { rates: rows.map(({ row }) => cells.number(row, rate)) }),
    // made for who asks: whether all of them hold is told without them
    get relations() {
      return (relations ??= budgetRelations(rows, keys));
    },
  };
}

/** Nothing was typed: what formulas show is no entry. */
function isEmpty({ states }: AmountGrid, row: number): boolean {
  for (const column of states) {
    const state = column[row] ?? 0;
    if ((state & STATE.mask) !== STATE.blank && (state & STATE.formula) === 0) return false;
  }
  return true;
}
