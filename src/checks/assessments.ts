import type { Finding } from "../findings";
import { columnsOf, type IndicatorRow, type IndicatorTable, type TypedCell } from "../tables";
import { rowsWhere } from "./row-rule";
import { finding, type Rule } from "./rule";

/** What people think of results in words: an assessment that is none of the list, and in one sentence the results that have none. */
export const assessments: Rule = {
  name: "assessments",
  codes: ["assessment-unknown", "assessments-missing"],
  severities: ["warning", "info"],
  check: (table) => {
    if (table.kind !== "indicators") return [];
    const rows = rowsInWords(table);
    return [...rows.flatMap((row) => unknown(table, row)), ...missing(table, rows)];
  },
};

/** Rows that have a target in words, without making the others. */
function rowsInWords(table: IndicatorTable): IndicatorRow[] {
  const { targets } = columnsOf(table);
  return rowsWhere(table, (row) => targets.some(({ readings }) => readings[row]?.state === "words"));
}

function unknown(table: IndicatorTable, row: IndicatorRow): Finding[] {
  return [...row.assessments].flatMap(([year, { at, text, state }]): Finding[] =>
    state === "other"
      ? [
          finding(table, "assessment-unknown", `${row.key}/${year}`, {
            severity: "warning",
            at,
            data: { indicator: row.label, year, text },
          }),
        ]
      : [],
  );
}

/** Results that nobody has assessed yet, told once of a table. */
function missing(table: IndicatorTable, rows: readonly IndicatorRow[]): Finding[] {
  const open = rows.flatMap(({ assessments: all, actuals }) =>
    [...all].flatMap(([year, { at, state }]) => (state === "blank" && isSaid(actuals.get(year)) ? [at] : [])),
  );
  const [first] = open;
  return first
    ? [finding(table, "assessments-missing", "all", { severity: "info", at: first, cells: open, data: { results: open.length } })]
    : [];
}

const isSaid = (cell: TypedCell | undefined): boolean => cell?.state === "text" || cell?.state === "number";
