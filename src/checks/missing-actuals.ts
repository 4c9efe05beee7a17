import type { Finding, FindingOf } from "../findings";
import { columnsOf, type IndicatorRow, type IndicatorTable, isBlankIn } from "../tables";
import { rowsWhere } from "./row-rule";
import { finding, type Rule } from "./rule";

/**
 * No actual value though its year is over (said once of a table into which nobody has typed any), and reporting units that have not given
 * theirs. Indicators in words have none to give.
 */
export const missingActuals: Rule = {
  name: "missing-actuals",
  codes: ["actual-missing", "actuals-missing", "units-missing"],
  severities: ["info"],
  check: (table, { today }) => {
    if (table.kind !== "indicators") return [];
    const { year } = table;
    const { count, targets, actuals, unitActuals } = columnsOf(table);
    const asked = (row: number): boolean => targets.some(({ readings }) => ["target", "several"].includes(readings[row]?.state ?? ""));
    const due = [...actuals.filter(({ place }) => place < today.year), ...(year !== null && year < today.year ? unitActuals : [])];
    const open = rowsWhere(table, (row) => due.some((column) => isBlankIn(column, row)) && asked(row));
    const each = open.flatMap((row) => years(table, row, today.year));
    const untouched = (row: number): boolean => !asked(row) || [...actuals, ...unitActuals].every((column) => isBlankIn(column, row));
    const all = each.length > MOST_APART || (each.length > 1 && Array.from({ length: count }, (_, row) => row).every(untouched));
    return [...(all ? together(table, each) : each), ...open.flatMap((row) => units(table, row, today.year))];
  },
};

/** More indicators than these are told in one sentence, so that the first value that is typed does not make a list of one. */
const MOST_APART = 3;

/** A table that was made and not filled in yet: one sentence says it of all indicators. */
function together(table: IndicatorTable, each: readonly FindingOf<"actual-missing">[]): Finding[] {
  const [first] = each;
  if (!first) return [];
  const all = [...new Set(each.flatMap(({ data }) => data.years))].sort((a, b) => a - b);
  return [
    finding(table, "actuals-missing", "all", {
      severity: "info",
      at: first.at,
      cells: each.flatMap(({ cells }) => cells),
      data: { indicators: each.length, years: all },
    }),
  ];
}

function years(table: IndicatorTable, row: IndicatorRow, thisYear: number): FindingOf<"actual-missing">[] {
  const missing = [...row.actuals].filter(([year, cell]) => year < thisYear && cell.state === "blank").sort(([a], [b]) => a - b);
  const first = missing[0];
  if (!first) return [];
  return [
    finding(table, "actual-missing", row.key, {
      severity: "info",
      at: first[1].at,
      cells: missing.map(([, cell]) => cell.at),
      data: { indicator: row.label, years: missing.map(([year]) => year) },
    }),
  ];
}

/**
 * Some units have reported and some have not: the whole's value is not yet one of all. Where none has, the whole's value is missing itself.
 */
function units(table: IndicatorTable, row: IndicatorRow, thisYear: number): Finding[] {
  const { year } = table;
  const missing = [...row.unitActuals].filter(([, cell]) => cell.state === "blank").sort(([a], [b]) => a - b);
  const first = missing[0];
  if (!first || year === null || year >= thisYear || missing.length === row.unitActuals.size) return [];
  return [
    finding(table, "units-missing", `${row.key}/units`, {
      severity: "info",
      at: first[1].at,
      cells: missing.map(([, cell]) => cell.at),
      data: { indicator: row.label, year, units: missing.map(([place]) => table.units.get(place) ?? ""), of: row.unitActuals.size },
    }),
  ];
}
