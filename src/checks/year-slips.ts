import { allSteps, groupBy } from "../base";
import type { Finding } from "../findings";
import { formName, matchingVersions, slipsAgainst, yearOf, type YearSlip } from "../forms";
import { graphOf, type OtherTable } from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding } from "./rule";

/** Longer tables take too long to be matched in one step, and are no forms. */
const MOST_LINES = 3000;

/**
 * Typed cells that are off last year's figure of the same line and column, on another sheet of the workbook: lines and columns are matched
 * by what they say. See `slipsAgainst`.
 */
export function yearSlips(tables: readonly OtherTable[]): Finding[] {
  return pairsOf(tables).flatMap(([last, table]) =>
    slipsAgainst(allSteps(matchingVersions({ a: last, b: table }))).flatMap((slip) => told(table, slip)));
}

/** Tables of one form on different sheets, of one year and of the year before; not where a year has two of them. */
function pairsOf(tables: readonly OtherTable[]): (readonly [last: OtherTable, table: OtherTable])[] {
  const dated = tables.flatMap((table) => {
    const year = yearOf(table);
    return year === null || table.rows.length > MOST_LINES ? [] : [{ table, year, form: formName(table) }];
  });
  return [...groupBy(dated, ({ form }) => form).values()].flatMap((alike) => {
    const byYear = groupBy(alike, ({ year }) => year);
    return alike.flatMap(({ table, year }) => {
      const [before = [], own = []] = [byYear.get(year - 1), byYear.get(year)];
      const [last] = before;
      const isOne = before.length === 1 && own.length === 1 && last?.table.unit === table.unit && last.table.sheet !== table.sheet;
      return isOne ? [[last.table, table] as const] : [];
    });
  });
}

function kindOf(off: YearSlip["off"]): string {
  if (off === null) return "digits-swapped";
  return off.factor % 1000 === 0 ? "thousand-fold" : "zeros";
}

/** What the sums name, or would fail with the other value, is theirs to tell. */
function told(table: OtherTable, { line, column, cell, before, to, off }: YearSlip): Finding[] {
  if (suspects(diagnoseTable(table)).has(cellId(cell.at)) || !graphOf(table).after([{ cell, to }])) return [];
  return [
    finding(table, "unit-slip", `${line.key}/${column.id}`, {
      severity: "warning",
      at: cell.at,
      cells: [cell.at, before.at],
      data: {
        unit: table.unit,
        label: line.label,
        factor: off?.factor ?? 1,
        small: off?.small ?? false,
        against: "last-year",
        last: { at: before.at, label: line.label, value: before.value },
        correction: { at: cell.at, from: cell.value, to, kind: kindOf(off) },
        also: [],
      },
    }),
  ];
}
