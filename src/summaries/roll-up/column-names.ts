import type { Words } from "../../i18n";
import { RATE } from "./result";

/**
 * What a column of a roll-up is called: a year, or a column of a budget. Its amounts are called as the document calls their `total`
 * ("Tổng nhu cầu kinh phí"): not every budget has been approved by somebody.
 */
export function columnName(column: string, { templates, rollUp }: Words, total = templates.budget.total): string {
  const year = /^y?(\d{4})$/.exec(column)?.[1];
  if (year !== undefined) return templates.year(Number(year));
  const paid = /^d(\d{4})$/.exec(column)?.[1];
  if (paid !== undefined) return `${templates.budget.disbursed} ${templates.year(Number(paid)).toLocaleLowerCase(templates.lang)}`;
  if (column === "disbursed" || column === "dyears") return templates.budget.disbursed;
  if (column === RATE) return templates.budget.rate;
  if (column === "amount") return total;
  if (column === "years") return templates.budget.years;
  if (column === "units") return templates.budget.units;
  return column === "status" ? templates.tasks.status : `${rollUp.columns.column} ${column}`;
}
