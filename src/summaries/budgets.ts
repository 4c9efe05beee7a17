import { fromDong, sumExact, type MoneyUnit } from "../quantity";
import { cellIn, paidColumn, amountColumn, type BudgetRow, type BudgetTable, type Column, type Role } from "../tables";

/** One budget: a total with what stands under it. */
export interface Budget {
  readonly key: string;
  readonly table: BudgetTable;
  readonly total: BudgetRow;
  /** Everything under the total, the shares of items in sources left out. */
  readonly lines: readonly BudgetLine[];
  /** Years with amounts. */
  readonly years: readonly number[];
  /** Sources with what items get of them; empty where the table is not laid out so. */
  readonly sources: readonly BudgetRow[];
  readonly unit: MoneyUnit | null;
  /** An amount of a row in the unit of the summary. */
  readonly amount: (row: BudgetRow, column?: Column | null) => number | null;
  /** The column of what was disbursed in all, and the years in which anything was; null where nobody has given any. */
  readonly paid: Column | null;
  readonly paidYears: readonly number[];
  /** What an item gets of a source. */
  readonly share: (item: BudgetRow, source: BudgetRow) => number | null;
}

export interface BudgetLine {
  readonly row: BudgetRow;
  readonly depth: number;
}

/** The budgets of a table: usually one. */
export function budgetsOf(table: BudgetTable): Budget[] {
  const { rows } = table;
  return rows.flatMap((total, index): Budget[] => {
    if (total.kind !== "total") return [];
    const next = rows.findIndex((row, at) => at > index && row.kind === "total");
    const under = rows.slice(index + 1, next === -1 ? rows.length : next);
    const { unit, shown } = unitOf(table.unit);
    const whole = amountColumn(table.columns);
    const amount = (row: BudgetRow, column: Column | null = whole): number | null => {
      const cell = cellIn(row, column);
      if (cell?.state === "number") return shown(cell.value);
      if (row.kind !== "group") return null;
      const known = under.flatMap((line) => (line.kind === "line" && rows[line.parent ?? -1] === row ? (amount(line, column) ?? []) : []));
      return known.length > 0 ? sumExact(known) : null;
    };
    const depth = (row: BudgetRow): number =>
      row.parent === null || rows[row.parent] === total ? 0 : 1 + depth(rows[row.parent] ?? total);
    const lines = under.filter(({ source }) => source === null).map((row) => ({ row, depth: depth(row) }));
    const shares = under.filter((row) => row.source !== null && amount(row) !== null);
    const used = new Set(shares.map(({ source }) => rows[source ?? -1]));
    const sources = under.filter((row) => used.has(row));
    const places = new Map(rows.map((row, at) => [row, at]));
    const byPlace = new Map(shares.map((row) => [`${row.parent} ${row.source}`, row]));
    const share = (item: BudgetRow, source: BudgetRow): number | null => {
      const found = byPlace.get(`${places.get(item)} ${places.get(source)}`);
      return found ? amount(found) : null;
    };
    const isGiven = (column: Column): boolean => [total, ...lines.map(({ row }) => row)].some((row) => amount(row, column) !== null);
    const yearsIn = (role: Role): number[] =>
      table.columns.flatMap((column) => (column.role === role && column.year !== null && isGiven(column) ? [column.year] : []));
    const own = paidColumn(table.columns);
    const paid = own !== null && isGiven(own) ? own : null;
    return [
      {
        key: `${table.key}/${total.key}`,
        table, total, lines,
        years: yearsIn("planned"),
        paid,
        paidYears: yearsIn("disbursed"),
        sources, unit, amount, share,
      },
    ];
  });
}

/** The column of one year of what is planned, or of what was disbursed; null where there is none. */
export function yearColumn({ table }: Budget, role: Role, year: number): Column | null {
  return table.columns.find((column) => column.role === role && column.year === year) ?? null;
}

/** Whether anything was filled in. */
export function hasAmounts({ total, lines, years, paid, amount }: Budget): boolean {
  return years.length > 0 || paid !== null || [total, ...lines.map(({ row }) => row)].some((row) => amount(row) !== null);
}

/** Single đồng are too long for the columns of a page: they are shown as millions, none of them lost. */
function unitOf(unit: MoneyUnit | null): { readonly unit: MoneyUnit | null; readonly shown: (value: number) => number } {
  if (unit !== "dong") return { unit, shown: (value) => value };
  return { unit: "trieu-dong", shown: (value) => (Number.isSafeInteger(value) ? fromDong(value, "trieu-dong") : value / 1e6) };
}
