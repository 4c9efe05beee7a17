import { readMoneyUnit, type MoneyUnit } from "../../quantity";
import type { LayoutColumn } from "../../reading";
import { headOf, type Grid } from "./grids";
import { yearsOf } from "./roles";

const OF_MONEY = /kinh phí|vốn|dự toán|ngân sách|số tiền|thành tiền|tổng mức đầu tư|nguồn|chi phí/iu;
/** What was spent, and prices: no column of a plan's budget. */
const NO_AMOUNT = /đơn giá|định mức|mức chi|đã (?:chi|giải ngân|bố trí)|lũy kế|luỹ kế|thực hiện năm|giải ngân|số lượng|tỷ lệ|so với|ước thực hiện/iu;

/** The unit of money of a column of amounts; null where it holds others. */
export function moneyUnitOf({ layout }: Grid, column: LayoutColumn): MoneyUnit | null {
  return (column.unit === null ? null : readMoneyUnit(column.unit)) ?? layout.unit;
}

/** The columns of a plan's amounts of money, from left to right. */
export function amountColumns(grid: Grid): LayoutColumn[] {
  const columns = grid.layout.columns.filter(
    (column) => column.kind === "amount" && moneyUnitOf(grid, column) !== null && !NO_AMOUNT.test(headOf(column)),
  );
  // what a project costs in all its years is not the plan's where a column says what that is
  return planColumns(columns).length > 0 ? columns.filter((column) => !OF_ALL_YEARS.test(headOf(column))) : columns;
}

const OF_PLAN = /^(?:kế hoạch|kh)(?!\p{L})/iu;
const OF_ALL_YEARS = /(?<!\p{L})(?:tổng mức đầu tư|tổng vốn đầu tư|tmđt)(?!\p{L})/iu;

/** The columns that say the plan's money ("Kế hoạch 2026"), all of the same years; none where they are of several. */
export function planColumns(columns: readonly LayoutColumn[]): LayoutColumn[] {
  const plan = columns.filter((column) => OF_PLAN.test(headOf(column)) && yearsOf(column) !== null);
  return new Set(plan.map((column) => `${yearsOf(column)?.from} ${yearsOf(column)?.to}`)).size === 1 ? plan : [];
}

/** Whether a table lists amounts of the budget, and no indicators of which some are in money. */
export function isBudgetTable(grid: Grid): boolean {
  const { columns, title, caption } = grid.layout;
  const { kind } = grid.first.section;
  const amounts = amountColumns(grid);
  if (amounts.length === 0 || kind === "report" || kind === "basis") return false;
  if (columns.some((column) => column.kind === "unit") && kind !== "budget") return amounts.some((column) => OF_MONEY.test(headOf(column)));
  const words = [title?.text ?? "", caption?.text ?? "", ...columns.flatMap(({ path }) => path)].join(" ");
  return kind === "budget" || (OF_MONEY.test(words) && !/chỉ tiêu/iu.test(words));
}
