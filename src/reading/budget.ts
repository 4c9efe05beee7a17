import { readMoneyUnit } from "../quantity";
import { unitOf, yearOf, type ColumnKey } from "../templates";
import { budgetRows, type RawRow } from "./budget-rows";
import type { CellReader } from "./cells";
import { baseOf, unitNames } from "./parts";
import { budgetRelations } from "./relations";
import type { BudgetTable, TableOutline } from "./table";

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
  const raw = Array.from({ length: body.to - body.from + 1 }, (_, index): RawRow => {
    const row = body.from + index;
    return { row, number: text(row, "number"), label: text(row, "label"), key: text(row, "key"), cells: new Map(amounts.map(([key, col]) => [key, cells.number(row, col)])) };
  });
  const rows = budgetRows(raw);
  const keys = amounts.map(([key]) => key);
  return {
    ...baseOf(outline, cells),
    kind: "budget",
    unit: caption ? readMoneyUnit(cells.text(caption.row, caption.col)) : null,
    units: unitNames(outline, cells),
    columns: keys,
    rows,
    relations: budgetRelations(rows, keys),
  };
}
