import { readMoneyUnit } from "../quantity";
import { unitOf, yearOf, type ColumnKey } from "../templates";
import { chosenRows, keepGrid, sheetGrid, STATE, type AmountGrid } from "./amount-grid";
import { budgetRows, type RawRow } from "./budget-rows";
import type { CellReader } from "./cells";
import { LazyCells } from "./lazy-cells";
import { baseOf } from "./parts";
import { budgetRelations } from "./relations";
import type { BudgetTable, Relation, TableOutline } from "./table";

function isAmount(key: ColumnKey): boolean {
  return key === "amount" || key === "years" || key === "units" || yearOf(key, "y") !== null || unitOf(key, "u") !== null;
}

/** The typed rows and the relations of a budget table. Rows without a name in which nothing was typed are passed over. */
export function readBudget(outline: TableOutline, cells: CellReader): BudgetTable {
  const { columns, body, caption } = outline;
  const amounts = [...columns].filter(([key]) => isAmount(key)).sort(([, a], [, b]) => a - b);
  const text = (row: number, key: ColumnKey): string => {
    const col = columns.get(key);
    return col === undefined ? "" : cells.text(row, col);
  };
  const sheetRows = body.to - body.from + 1;
  const all = sheetGrid(amounts, cells, body.from, sheetRows);
  const cellsAt = (row: number) => new Map(amounts.map(([key, col]) => [key, cells.number(row, col)]));
  const raw: RawRow[] = [];
  for (let place = 0; place < sheetRows; place++) {
    const row = body.from + place;
    raw.push({ row, number: text(row, "number"), label: text(row, "label"), key: text(row, "key"), empty: isEmpty(all, place), cells: new LazyCells(cellsAt, row) });
  }
  const rows = budgetRows(raw);
  const keys = amounts.map(([key]) => key);
  keepGrid(rows, chosenRows(all, rows.map(({ row }) => row - body.from)));
  let relations: readonly Relation[] | null = null;
  return {
    ...baseOf(outline, cells),
    kind: "budget",
    unit: caption ? readMoneyUnit(cells.text(caption.row, caption.col)) : null,
    columns: keys,
    rows,
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
