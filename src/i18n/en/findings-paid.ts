import type { PaidFindings } from "../../findings";
import type { MoneyUnit } from "../../quantity";
import { parts } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list } = parts("en", "and");
/** As many as a sentence names. */
const MOST = 5;

const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;

export const paidFindings: FindingWords<PaidFindings> = {
  "disbursed-over": ({ unit, planned, disbursed, over, rate }) =>
    `“${planned.label}”: ${withUnit(disbursed.value, unit)} disbursed (cell ${cell(disbursed.at)}), ${number(over)} more than the planned ${number(planned.value)} (cell ${cell(planned.at)})${rate === null ? "" : `, ${number(rate)}% of it`}. If the plan was adjusted, bring the planned amount up to date; else look at what was disbursed.`,
  "disbursed-over-year": ({ unit, label, years }) =>
    `“${label}”: more disbursed than planned for the year: ${list(years.map(({ year, planned, disbursed }) => `${withUnit(disbursed.value, unit)} in ${year} (cell ${cell(disbursed.at)}) of ${number(planned.value)}`))}. It may be money carried over from the year before; else look at it.`,
  "disbursed-early": ({ unit, year, lines }) => {
    const named = lines.slice(0, MOST).map(({ at, label, value }) => `“${label}” ${withUnit(value, unit)} (cell ${cell(at)})`);
    return `${year} has not begun, but something is disbursed in it: ${lines.length > MOST ? `${named.join(", ")} and ${lines.length - MOST} more lines` : list(named)}. See whether it stands in the wrong year's column.`;
  },
  "disbursed-unit": ({ unit, to, factor, lines, planned, disbursed }) =>
    `All ${lines} disbursed amounts are far above the plan, “${planned.label}” for one: ${withUnit(disbursed.value, unit)} (cell ${cell(disbursed.at)}) of ${number(planned.value)}. They were likely typed in ${to ? UNITS[to] : "a smaller unit"}: divide them by ${number(factor)}.`,
};
