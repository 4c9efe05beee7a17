import { ownTargets, type Plan, type PlanBudget, type PlanFinder, type PlanIndicator, type PlanTarget } from "../../plan";
import { fromDong, sumExact } from "../../quantity";
import type { CellRef } from "../../sheet";
import type { BudgetRow, BudgetTable, IndicatorRow, IndicatorTable, Table, TargetCell, TaskTable, TypedCell } from "../../tables";
import { groupKey, targetInput } from "../../templates";

/**
 * The cells of a table that hold exactly what the document of its plan says, as data of the plan: baselines and targets of indicators
 * whose name and unit nobody has changed, amounts of a budget that still has every line of the document in its place (and the sums of
 * them that formulas show), words of tasks. A blank is nothing that a document says. Empty for a table of any other plan.
 */
export function documentCells(table: Table, find: PlanFinder): CellRef[] {
  const plan = table.plan && find(table.plan.plan);
  if (!plan) return [];
  if (table.kind === "indicators") return indicatorCells(table, plan);
  if (table.kind === "tasks") return taskCells(table, plan);
  const budget = plan.budgets.find(({ id }) => id === table.plan?.part);
  return budget ? amountCells(table, budget) : [];
}

const same = (shown: string | null, said: string | null): boolean =>
  (shown ?? "").trim().normalize("NFC") === (said ?? "").normalize("NFC");

function indicatorCells({ rows }: IndicatorTable, { indicators }: Plan): CellRef[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return rows.flatMap((row) => {
    const indicator = byCode.get(row.key);
    return indicator && same(row.label, indicator.name) && same(row.unit, indicator.unit)
      ? [...(row.baseline && isTyped(row.baseline, indicator.baseline) ? [row.baseline.at] : []), ...targetCells(row, indicator)]
      : [];
  });
}

function targetCells({ targets }: IndicatorRow, indicator: PlanIndicator): CellRef[] {
  return ownTargets(indicator).flatMap((target) => {
    const cell = targets.get(target.year);
    return cell && isAsSaid(cell, target) ? [cell.at] : [];
  });
}

/** As the template of either language writes it; a bare number by its value. */
function isAsSaid(cell: TargetCell, target: PlanTarget): boolean {
  const written = targetInput(target, "vi");
  if (typeof written === "number")
    return (
      cell.state === "target" &&
      cell.target.comparator === "=" &&
      cell.target.baseline === null &&
      cell.target.value === written &&
      cell.target.value2 === null
    );
  return [written, targetInput(target, "en")].some((one) => typeof one === "string" && same(cell.text, one));
}

function isTyped(cell: TypedCell, said: number | null): boolean {
  return said !== null && cell.state === "number" && cell.formula === null && cell.value === said;
}

function taskCells({ rows }: TaskTable, { tasks }: Plan): CellRef[] {
  const byNumber = new Map(tasks.map((task) => [task.number, task]));
  return rows.flatMap(({ key, label, lead, cooperating, time }) => {
    const task = byNumber.get(key);
    if (!task || !same(label, task.name)) return [];
    return (
      [[lead, task.lead], [cooperating, task.cooperating], [time, task.time]] as const
    ).flatMap(([cell, said]) => (cell && said !== null && same(cell.text, said) ? [cell.at] : []));
  });
}

/** None where a line of the document is gone or stands under another one: what is missing then is nobody's but the table's. */
function amountCells({ rows, unit }: BudgetTable, { lines }: PlanBudget): CellRef[] {
  if (unit === null) return [];
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  // a layout shows the items, the sources or both: one that is there with some of its lines is there with all of them
  const shown = lines.filter(
    ({ number, kind, parent, of }) =>
      rowOf.has(number) ||
      lines.some((other) => other.kind === kind && other.parent === parent && other.of === of && rowOf.has(other.number)),
  );
  const inPlace = ({ number, parent, of, kind }: PlanBudget["lines"][number]): boolean => {
    const row = rowOf.get(number);
    if (!row) return false;
    const above = row.parent === null ? null : (rows[row.parent]?.key ?? null);
    if (of !== null) return row.kind === "of" && above === of;
    return above === parent || (parent !== null && kind !== "total" && above === groupKey(parent, kind));
  };
  if (!shown.every(inPlace)) return [];
  const said = new Map(shown.map(({ number, amount }) => [number, amount]));
  for (const parent of new Set(lines.flatMap(({ parent: one }) => one ?? []))) {
    for (const kind of ["item", "source"] as const) {
      const amounts = lines.flatMap((line) => (line.parent === parent && line.kind === kind && line.of === null ? [line.amount] : []));
      if (amounts.length > 0 && !amounts.includes(null)) said.set(groupKey(parent, kind), sumExact(amounts.map(Number)));
    }
  }
  const holds = (row: BudgetRow, cell: TypedCell): boolean => {
    const amount = said.get(row.key) ?? null;
    // a sum is computed and an amount typed, as they were made
    return (
      amount !== null &&
      cell.state === "number" &&
      cell.value === fromDong(amount, unit) &&
      (cell.formula === null) === (row.kind !== "group")
    );
  };
  return rows.flatMap((row) => {
    const cell = row.cells.get("amount");
    return cell && holds(row, cell) ? [cell.at] : [];
  });
}
