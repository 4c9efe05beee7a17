import type { Finding } from "../findings";
import { kept } from "../base";
import { isPlanTable, type PlanTable, type TableStructure } from "../tables";
import { finding, type Rule } from "./rule";

/**
 * Columns of ours that are gone, and heads that are blank or name another year. A column that was moved or renamed is found by its defined
 * name.
 */
export const columns: Rule = {
  name: "columns",
  codes: ["columns-gone", "column-head-blank", "column-head-year"],
  severities: ["error", "warning", "info"],
  check: (table) => (isPlanTable(table) && table.structure ? [...gone(table, table.structure), ...heads(table, table.structure)] : []),
};

function gone(table: PlanTable, { missingColumns: missing, missingNumbers: numbers, heads: shown }: TableStructure): Finding[] {
  if (missing.length === 0 && numbers.length === 0) return [];
  const at = shown[0]?.at ?? { sheet: table.sheet, row: table.area.row, col: table.area.col };
  const severity = missing.some(({ essential }) => essential) ? "error" : "warning";
  return [
    finding(table, "columns-gone", "columns", { severity, at, data: { kind: table.kind, keys: missing.map(({ key }) => key), numbers } }),
  ];
}

function heads(table: PlanTable, { heads: shown }: TableStructure): Finding[] {
  const blank = shown.filter(({ text, hidden }) => text === "" && !hidden);
  const [first] = blank;
  const cells = blank.map(({ at }) => at);
  return [
    ...(first
      ? [
          finding(table, "column-head-blank", "heads", {
            severity: "info",
            at: first.at,
            cells,
            data: { kind: table.kind, keys: blank.map(({ key }) => key) },
          }),
        ]
      : []),
    ...otherYears(table, shown),
  ];
}

/** The one year in the words of a head; null where they name none or several. */
const yearNamed = kept((text: string): number | null => {
  const [year, ...others] = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([one]) => Number(one));
  return others.length === 0 ? (year ?? null) : null;
});

/** Values are checked for the year that a column was made for, whatever its head says. */
function otherYears(table: PlanTable, shown: TableStructure["heads"]): Finding[] {
  return shown.flatMap(({ key, at, text, year }): Finding[] => {
    if (year === null) return [];
    const named = yearNamed(text);
    return named !== null && named !== year
      ? [finding(table, "column-head-year", key, { severity: "warning", at, data: { text, year } })]
      : [];
  });
}
