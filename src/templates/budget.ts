import { fromDong } from "../quantity";
import type { Plan, PlanBudget } from "../plan";
import { rateFormula, totalFormula, type CellInput, type SheetSpec, type StyledArea } from "../sheet";
import { LABEL_WIDTH, budgetColumns } from "./budget-columns";
import { acrossFormula, downFormula, groupRows, placesOf } from "./budget-formulas";
import { budgetFormats, budgetValidations } from "./budget-marks";
import { budgetLines, layoutsOf, type BudgetLine } from "./budget-lines";
import { rowStyles } from "./budget-styles";
import type { TableChoices, TablePlace } from "./choices";
import { definedName, planTag, type ColumnKey } from "./keys";
import { SIZE, column, frameOf, headOf, headingHeights, headingOf, heightFor, pageBreaks, printOf, sheetOf } from "./layout";
import { headHeights, tableNames, withPlanTag } from "./parts";
import type { TemplateWords } from "./words";

export { layoutsOf } from "./budget-lines";

/** A row that goes with the one above to a new page: the first under a heading, and the first part of a line. */
function underAbove({ depth }: BudgetLine, index: number, rows: readonly BudgetLine[]): boolean {
  const above = rows[index - 1];
  return above !== undefined && (above.kind === "group" || depth > above.depth);
}

/** Number and label: they are repeated at the left of each page. */
const REPEATED = 2;

/**
 * The budget table of a plan: the approved amounts as typed cells, beside them a live sum of each breakdown (by item, by
 * funding source), and the years and reporting units, which are left to be filled in, each with their sum; where it is chosen also
 * what was disbursed, with the rate. Amounts are shown in `choices.unit`, else in the document's. A layout that the budget cannot have (see
 * `layoutsOf`) gives way to the first that it can.
 */
export function budgetTable(plan: Plan, budget: PlanBudget, place: TablePlace, choices: TableChoices, words: TemplateWords): SheetSpec {
  const possible = layoutsOf(budget);
  const rows = budgetLines(budget, possible.includes(choices.layout) ? choices.layout : (possible[0] ?? "both"), words);
  const unit = choices.unit ?? budget.unit;
  const { columns, splits, format } = budgetColumns(plan, rows, { ...choices, unit }, words);
  const heading = headingOf(plan, place, words.budget.title(budget.title), words.unitCaption(unit), words);
  const frame = frameOf(heading);
  const breaks = pageBreaks(columns, REPEATED);
  const page = breaks[0] ?? columns.length;
  const first = breaks.length > 0 ? REPEATED : 0;
  const head = headOf(heading, columns, page, breaks, first);
  const at = (key: ColumnKey): number => columns.findIndex((candidate) => candidate.key === key);
  const [amountCol, noteCol, keyCol, rateCol] = [at("amount"), at("note"), at("key"), at("rate")];
  // what the rate is of stands before it
  const paidCol = rateCol === -1 ? null : rateCol - 1;
  const places = placesOf(rows, frame.body, keyCol);
  const amounts = new Map(rows.map(({ key, amount }) => [key, amount]));

  const cellOf = (row: BudgetLine, here: number, col: number): CellInput => {
    if (col === amountCol)
      return row.kind === "group"
        ? downFormula(places, row, col, row.parts.every((key) => (amounts.get(key) ?? null) === null))
        : row.amount === null
          ? null
          : fromDong(row.amount, unit);
    if (col === rateCol && paidCol !== null) return { formula: rateFormula(here, amountCol, paidCol) };
    const split = splits.find(({ from, cols, sum }) => col === sum || (col >= from && col < from + cols));
    if (!split) return null;
    if (col === split.sum) return acrossFormula(here, split.from, split.cols);
    const groups = split.disbursed ? groupRows(places, row) : [];
    return groups.length > 0 ? { formula: totalFormula(groups, col) } : downFormula(places, row, col, true);
  };
  const body = rows.map((row, index): CellInput[] =>
    columns.map(({ key }, col): CellInput =>
      key === "number" ? row.number : key === "label" ? row.label : key === "key" ? row.key : cellOf(row, frame.body + index, col),
    ),
  );

  const height = rows.length;
  const styles: StyledArea[] = [
    ...head.styles,
    { area: column(0, 1, keyCol), style: { numberFormat: "@" } },
    { area: { row: frame.body, col: 0, rows: height, cols: columns.length }, style: { border: true, valign: "center", wrap: true } },
    { area: column(frame.body, height, 0), style: { align: "center", numberFormat: "@" } },
    { area: column(frame.body, height, keyCol), style: { numberFormat: "@" } },
    { area: { row: frame.body, col: amountCol, rows: height, cols: noteCol - amountCol }, style: { align: "right", numberFormat: format } },
    ...(paidCol === null ? [] : [{ area: column(frame.body, height, rateCol), style: { numberFormat: "#,##0.0" } }]),
    ...rowStyles(places, { label: at("label"), amount: amountCol, note: noteCol }, splits),
    { area: column(frame.body, height, noteCol), style: { locked: false } },
  ];

  const rowHeights = [
    ...headingHeights(heading, columns, page, first),
    ...headHeights(columns, frame, 24).map(({ row, height: points }) => ({
      row,
      height: row === frame.head + 1 ? Math.max(36, points) : points,
    })),
    ...rows.map(({ label }, index) => ({ row: frame.body + index, height: heightFor([{ text: label, width: LABEL_WIDTH }], SIZE.table) })),
  ];

  return sheetOf({
    name: place.sheet,
    cells: withPlanTag([...head.cells, ...body], columns, planTag(plan.id, budget.id)),
    columns,
    rowHeights,
    styles,
    merges: head.merges,
    names: [
      ...tableNames(place, frame, columns, height),
      { name: definedName(place.table, "caption"), area: { row: frame.caption, col: first, rows: 1, cols: 1 } },
    ],
    validations: budgetValidations(places, amountCol, noteCol - amountCol, words),
    conditionalFormats: budgetFormats(places, amountCol, splits, paidCol),
    print: printOf(columns, frame, { breaks, repeated: REPEATED, heights: rowHeights, glued: rows.map(underAbove) }),
    frame,
  });
}
