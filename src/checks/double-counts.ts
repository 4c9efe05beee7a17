import type { Finding } from "../findings";
import { groupBy } from "../base";
import { sumExact } from "../quantity";
import { doubleCountsOf, formulaGridOf, type OtherTable } from "../tables";
import { formulaAt, keyOf } from "./formula-cells";
import { finding, type Rule } from "./rule";

/** Totals that add a subtotal and its parts: everything below the subtotal is counted twice. */
export const doubleCounts: Rule = {
  name: "double-counts",
  codes: ["double-count"],
  severities: ["error", "warning"],
  check: (table) => (table.kind === "other" && table.formulas ? countsIn(table) : []),
};

function countsIn(table: OtherTable): Finding[] {
  const grid = formulaGridOf(table);
  const counts = doubleCountsOf(table);
  if (!grid || counts.length === 0) return [];
  return [...groupBy(counts, ({ place }) => String(grid.kindAt(Math.floor(place / grid.columns), place % grid.columns)))].flatMap(
    ([, [first, ...others]]): Finding[] => {
      const cell = first && grid.cellAt(first.place);
      if (!cell) return [];
      const by = first.by.flatMap((place) => grid.cellAt(place) ?? []);
      const values = by.map((one) => (one.cell.state === "number" ? one.cell.value : null));
      const numbers = values.filter((one) => one !== null);
      const extra = numbers.length === values.length ? sumExact(numbers) : null;
      const also = others.flatMap(({ place }) => grid.cellAt(place) ?? []);
      return [
        finding(table, "double-count", keyOf(cell), {
          // a subtotal of nothing adds nothing yet
          severity: extra === 0 || extra === null ? "warning" : "error",
          at: cell.cell.at,
          cells: [cell, ...by, ...also].map((one) => one.cell.at),
          data: {
            ...formulaAt(cell),
            unit: table.unit,
            label: cell.line.label,
            value: cell.cell.state === "number" ? cell.cell.value : null,
            extra,
            by: by.map(({ cell: { at }, line: { label } }) => ({ at, label })),
            also: also.map(formulaAt),
          },
        }),
      ];
    },
  );
}
