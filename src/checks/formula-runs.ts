import type { Finding } from "../findings";
import { type FormulaGrid, formulaBreaksOf, formulaGridOf, isNumber, shortRangesOf, type FormulaBreak, type OtherTable } from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";

/**
 * Formulas that are alike along a row or a column, interrupted by a typed number or by a formula that comes to another number. What stops
 * short of a line is told by itself.
 */
export const formulaRuns: Rule = {
  name: "formula-runs",
  codes: ["formula-interrupted"],
  severities: ["warning", "info"],
  check: (table) => (table.kind === "other" && table.formulas ? breaksOf(table) : []),
};

function breaksOf(table: OtherTable): Finding[] {
  const grid = formulaGridOf(table);
  const all = formulaBreaksOf(table);
  if (!grid || all.length === 0) return [];
  const lineOf = (place: number): number => Math.floor(place / grid.columns);
  const columnOf = (place: number): number => place % grid.columns;
  // sums that go down columns stand in one line, those that go across rows in one column
  const short = new Set(shortRangesOf(table).map(({ place, axis }) => `${axis} ${axis === "column" ? lineOf(place) : columnOf(place)}`));
  // a typed number that the sums call wrong is told there, with what else speaks for it
  const named = suspects(diagnoseTable(table));
  const isNamed = (place: number): boolean =>
    named.has(cellId({ row: table.rows[lineOf(place)]?.row ?? -1, col: table.columns[columnOf(place)]?.col ?? -1 }));
  const own = all.filter(({ place, axis }) => !short.has(axis === "row" ? `column ${lineOf(place)}` : `row ${columnOf(place)}`));
  return clustersOf(own, grid).flatMap((group): Finding[] => {
    if (group.every(({ place }) => isNamed(place))) return [];
    const cells = group.flatMap((one) => {
      const [line, column] = [table.rows[lineOf(one.place)], table.columns[columnOf(one.place)]];
      const cell = column && line?.cells.get(column.id);
      return line && column && cell ? [{ ...one, line, column, cell }] : [];
    });
    const [first, ...others] = cells;
    if (!first) return [];
    const { line, column, cell, axis, expected, right } = first;
    return [
      finding(table, "formula-interrupted", `${line.key}/${column.id}`, {
        severity: cells.every(({ constants }) => constants) ? "info" : "warning",
        at: cell.at,
        cells: cells.map((one) => one.cell.at),
        data: {
          unit: column.role === "rate" ? null : table.unit,
          at: cell.at,
          label: line.label,
          axis, expected, right,
          formula: cell.formula,
          value: isNumber(cell) ? cell.value : null,
          also: others.map((one) => ({ at: one.cell.at, expected: one.expected })),
        },
      }),
    ];
  });
}

/** What was pasted over a row, or typed down a column, is one thing to say: breaks that share lines or columns, and are alike in kind. */
function clustersOf(breaks: readonly FormulaBreak[], { columns }: FormulaGrid): FormulaBreak[][] {
  const clusters = new Map<string, FormulaBreak[]>();
  const keyed = (key: string): FormulaBreak[] => clusters.get(key) ?? [];
  for (const one of breaks) {
    const kind = `${one.axis} ${one.constants}`;
    const keys = [`${kind} line ${Math.floor(one.place / columns)}`, `${kind} column ${one.place % columns}`];
    const [known = [], ...more] = [...new Set(keys.map(keyed).filter((cluster) => cluster.length > 0))];
    known.push(one, ...more.flat());
    for (const member of known) {
      clusters.set(`${kind} line ${Math.floor(member.place / columns)}`, known);
      clusters.set(`${kind} column ${member.place % columns}`, known);
    }
  }
  return [...new Set(clusters.values())];
}
