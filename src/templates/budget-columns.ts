import { decimalsOf, fromDong, writeNumber, type MoneyUnit } from "../quantity";
import type { Plan } from "../plan";
import { formatWithDecimals } from "../sheet";
import type { BudgetLine } from "./budget-lines";
import type { TableChoices } from "./choices";
import type { Column } from "./layout";
import type { TemplateWords } from "./words";

/** Columns whose cells add up to the amount, or to what was disbursed of it: years or reporting units. */
export interface Split {
  readonly from: number;
  readonly cols: number;
  /** The column of their sum; null where they are a choice of the years only, which need not reach the whole, and for a single column. */
  readonly sum: number | null;
  /** The column of the whole that they may not exceed; null where none is stated. */
  readonly whole: number | null;
  /** Nobody has approved what was paid: its totals are computed from their breakdowns. */
  readonly disbursed: boolean;
}

export interface BudgetColumns {
  readonly columns: readonly Column[];
  readonly splits: readonly Split[];
  /** English number format of the amounts. */
  readonly format: string;
}

export const LABEL_WIDTH = 48;
/** The column of the amount. */
const AMOUNT = 2;
/** Of a column of a year or unit, of the amount, and of a sum, which has its rule over it. */
const LEAST_WIDTH = { part: 11, amount: 14, sum: 16, rate: 10 } as const;
/** A blank table has room for amounts up to 9.999 tỷ đồng. */
const ROOM = 9_999_000_000_000;
/** Decimals of a blank table: a milliard is typed to the million. */
const BLANK_DECIMALS: Readonly<Record<MoneyUnit, number>> = { dong: 0, "nghin-dong": 0, "trieu-dong": 0, "ty-dong": 3 };
/** A rule with more parts is shortened. */
const MOST_PARTS = 6;

/** The rule of a sum as offices write it over its column: "(7=2+3+4+5+6)", and of more than six parts "(22=2+3+…+21)". */
export function sumRule(own: number, first: number, last: number): string {
  const parts = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const shown = parts.length <= MOST_PARTS ? parts : [...parts.slice(0, 2), "…", ...parts.slice(-1)];
  return `(${own}=${shown.join("+")})`;
}

/** Characters of a column of sums with its rule over it. */
function ruleWidth(least: number, rule: string): number {
  return Math.max(least, Math.ceil(rule.length * 1.1) + 1);
}

/** Characters that a column needs for an amount set in 12 points: a digit takes 8 pixels, a separator 4, a character of width 7. */
function widthFor(dong: number, unit: MoneyUnit, decimals: number): number {
  const text = writeNumber(fromDong(dong, unit), "vi", { minDecimals: decimals, maxDecimals: decimals });
  return Math.ceil([...text].reduce((sum, sign) => sum + (/\d/.test(sign) ? 8 : 4), 0) / 7) + 1;
}

/**
 * The columns of a budget table: what was disbursed of the amount with its rate, where that is chosen; the years (of the period,
 * or those that are chosen, without their sum where some are left out), those of what was disbursed, then the reporting units.
 * Wide enough for the amounts of the rows.
 */
export function budgetColumns(
  { period }: Plan, rows: readonly BudgetLine[],
  { unit, years: chosen, reportingUnits, disbursed }: TableChoices & { readonly unit: MoneyUnit },
  words: TemplateWords,
): BudgetColumns {
  const all = Array.from({ length: period.to - period.from + 1 }, (_, index) => period.from + index);
  const years = chosen ?? all;
  const whole = all.every((year) => years.includes(year));
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const decimals = amounts.length === 0 ? BLANK_DECIMALS[unit] : Math.max(...amounts.map((amount) => decimalsOf(fromDong(amount, unit))));
  const digits = widthFor(Math.max(...(amounts.length === 0 ? [ROOM] : amounts.map(Math.abs))), unit, decimals);
  const width = {
    part: Math.max(LEAST_WIDTH.part, digits),
    amount: Math.max(LEAST_WIDTH.amount, digits),
    sum: Math.max(LEAST_WIDTH.sum, digits),
  };
  const own = words.budget;
  // as the document calls its total: "Tổng nhu cầu kinh phí" has not been approved by anybody
  const totals = rows.flatMap(({ kind, label }) => (kind === "total" ? [label] : []));
  const named = totals.length === 1 && totals[0] !== own.total ? totals[0] : undefined;

  const columns: Column[] = [
    { key: "number", width: 7, upper: words.number, lower: null, rule: "A" },
    { key: "label", width: LABEL_WIDTH, upper: own.label, lower: null, rule: "B" },
    { key: "amount", width: width.amount, upper: named ?? own.amount, lower: null, rule: "1" },
  ];
  const splits: Split[] = [];
  // of a single year the whole is all that there is to type
  const paidYears = disbursed && (years.length > 1 || all.length > 1) ? years : [];
  const paid = disbursed ? columns.length : null;
  let next = disbursed ? 4 : 2;
  if (paid !== null) {
    const first = next + years.length + (whole ? 1 : 0);
    const computed = whole && paidYears.length > 0;
    const rule = computed ? sumRule(2, first, first + years.length - 1) : "2";
    columns.push(
      {
        key: computed ? "dyears" : "disbursed",
        width: computed ? ruleWidth(width.sum, rule) : width.amount,
        upper: own.disbursed,
        lower: null,
        rule,
      },
      { key: "rate", width: LEAST_WIDTH.rate, upper: own.rate, lower: null, rule: "(3=2/1)" },
    );
    if (!computed) splits.push({ from: paid, cols: 1, sum: null, whole: null, disbursed: true });
  }
  const split = (
    parts: readonly (Pick<Column, "key"> & { lower: string })[], upper: string, sum: (Pick<Column, "key"> & { lower: string }) | null,
  ): void => {
    if (parts.length === 0) return;
    const from = columns.length;
    const first = next;
    for (const part of parts) columns.push({ ...part, width: width.part, upper, rule: String(next++) });
    splits.push({ from, cols: parts.length, sum: sum && columns.length, whole: AMOUNT, disbursed: false });
    if (!sum) return;
    const rule = sumRule(next++, first, first + parts.length - 1);
    columns.push({ ...sum, width: ruleWidth(width.sum, rule), upper, rule });
  };
  split(
    years.map((year) => ({ key: `y${year}` as const, lower: words.year(year) })),
    own.byYear, whole ? { key: "years", lower: own.years } : null,
  );
  if (paid !== null && paidYears.length > 0) {
    splits.push({ from: columns.length, cols: paidYears.length, sum: whole ? paid : null, whole: whole ? null : paid, disbursed: true });
    columns.push(
      ...paidYears.map((year): Column => ({
        key: `d${year}`,
        lower: words.year(year),
        width: width.part,
        upper: own.disbursedByYear,
        rule: String(next++),
      })),
    );
  }
  split(
    reportingUnits.map((name, index) => ({ key: `u${index + 1}` as const, lower: name })),
    words.reportingUnits, { key: "units", lower: own.units },
  );
  columns.push(
    { key: "note", width: 16, upper: words.note, lower: null, rule: String(next) },
    { key: "key", width: 10, upper: words.indicators.key, lower: null, rule: "", hidden: true },
  );
  return { columns, splits, format: formatWithDecimals(decimals) };
}
