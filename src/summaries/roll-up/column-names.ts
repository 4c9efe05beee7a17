import type { Words } from "../../i18n";

/** What a column of a roll-up is called: a year, or a column of a budget. */
export function columnName(column: string, { templates, rollUp }: Words): string {
  const year = /^y?(\d{4})$/.exec(column)?.[1];
  if (year !== undefined) return templates.year(Number(year));
  if (column === "amount") return templates.budget.amount;
  if (column === "years") return templates.budget.years;
  if (column === "units") return templates.budget.units;
  return column === "status" ? templates.tasks.status : `${rollUp.columns.column} ${column}`;
}
