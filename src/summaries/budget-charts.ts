import type { BudgetRow } from "../tables";
import { yearColumn, type Budget } from "./budgets";
import { MOST_BARS, MOST_SERIES, MOST_SLICES, chartBlock, drawingOf, type Drawing } from "./charts";
import type { Block } from "./lines";
import type { Scene } from "./parts";

/**
 * Charts of a budget: what each item gets of each source, or the items; the shares of the sources; the sources, or the items, over the
 * years.
 */
export function budgetCharts(budget: Budget, items: readonly BudgetRow[], scene: Scene): Block[] {
  const { charts: own, columns } = scene.words.summary;
  const groups = topLines(budget);
  const [first, ...others] = groups;
  const sources = budget.sources.length > 0 ? budget.sources : (others.at(-1)?.rows ?? []);
  const itemRows = items.length > 0 ? items : (first?.rows ?? []);
  const unit = columns.amount(budget.unit);
  const drawing = (
    name: string, kind: Drawing["kind"], title: string, series: readonly string[], rows: Drawing["rows"],
  ): Drawing | null => drawingOf({ key: `${budget.key}/${name}`, kind, title, series, rows }, scene);
  const stacked = items.length > 0 && budget.sources.length <= MOST_SERIES;
  const byItem = stacked
    ? drawing(
        "items", "stacked-bar", own.itemsBySources(unit), budget.sources.map(({ label }) => label),
        items.slice(0, MOST_BARS).map((row) => ({ label: row.label, values: budget.sources.map((source) => budget.share(row, source)) })),
      )
    : drawing(
        "items", "bar", own.byLine(first?.label ?? "", unit), [unit],
        itemRows.slice(0, MOST_BARS).map((row) => ({ label: row.label, values: [budget.amount(row)] })),
      );
  const slices = sources.filter((row) => (budget.amount(row) ?? 0) > 0);
  const shares =
    slices.length <= MOST_SLICES
      ? drawing(
          "shares", "doughnut", own.shares(others.at(-1)?.label ?? ""), [unit],
          slices.map((row) => ({ label: row.label, values: [budget.amount(row)] })),
        )
      : null;
  const inYears = (rows: readonly BudgetRow[]): BudgetRow[] =>
    rows
      .filter((row) => budget.years.some((year) => budget.amount(row, yearColumn(budget, "planned", year)) !== null))
      .slice(0, MOST_SERIES);
  const layers = inYears(sources).length > 0 ? inYears(sources) : inYears(itemRows);
  const byYear = drawing(
    "years", "stacked-column", own.byYear(unit), layers.map(({ label }) => label),
    budget.years.map((year) => ({
      label: String(year),
      values: layers.map((row) => budget.amount(row, yearColumn(budget, "planned", year))),
    })),
  );
  const pair = [shares, byYear].filter((one) => one !== null);
  return [...(byItem ? [chartBlock(byItem)] : []), ...(pair[0] ? [chartBlock(pair[0], pair[1])] : [])];
}

/** The lines right under each breakdown, or right under the total. */
function topLines({ lines, table, total }: Budget): { readonly label: string; readonly rows: readonly BudgetRow[] }[] {
  const groups = lines.filter(({ row }) => row.kind === "group").map(({ row }) => row);
  const under = (above: BudgetRow): BudgetRow[] =>
    lines.flatMap(({ row }) => (row.kind === "line" && table.rows[row.parent ?? -1] === above ? [row] : []));
  return groups.length > 0
    ? groups.map((group) => ({ label: group.label, rows: under(group) }))
    : [{ label: total.label, rows: under(total) }];
}
