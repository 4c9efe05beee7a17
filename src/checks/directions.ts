import type { Finding } from "../findings";
import { columnsOf, type IndicatorRow, type IndicatorTable, saysDirection, type TargetCell } from "../tables";
import { rowRule } from "./row-rule";
import { finding } from "./rule";

/** A declared direction that baseline and target contradict, and a target that cannot be judged since nobody has said the direction. */
export const directions = rowRule({
  name: "directions",
  codes: ["direction-differs", "direction-unknown"],
  severities: ["warning", "info"],
  may: (table) => {
    const { directions: used, declared } = columnsOf(table);
    return (row) => used[row] === null || (declared[row] !== null && declared[row] !== used[row]);
  },
  ofRow: (table, row) => {
    const bare = [...row.targets].filter(([, cell]) => cell.state === "target" && !saysDirection(cell.target));
    return row.direction === null ? unknown(table, row, bare[0]) : differing(table, row, bare.at(-1));
  },
});

/** Where the direction is chosen, if people see that cell; else the target. */
function placeOf({ hidden }: IndicatorTable, { declared: { at } }: IndicatorRow, target: TargetCell): TargetCell["at"] {
  return at === null || hidden?.cols.includes(at.col) ? target.at : at;
}

function unknown(table: IndicatorTable, row: IndicatorRow, target: readonly [year: number, cell: TargetCell] | undefined): Finding[] {
  if (!target) return [];
  const [year, cell] = target;
  if (cell.state !== "target") return [];
  const at = placeOf(table, row, cell);
  const chosen = at === cell.at ? null : { at };
  return [
    finding(table, "direction-unknown", row.key, {
      severity: "info",
      at,
      cells: [at, cell.at],
      data: { indicator: row.label, year, target: cell.target, chosen },
    }),
  ];
}

function differing(table: IndicatorTable, row: IndicatorRow, target: readonly [year: number, cell: TargetCell] | undefined): Finding[] {
  const { direction, declared, baseline } = row;
  // a comparator says the direction by itself, whatever is declared beside it
  if (!target || declared.direction === null || direction === null || declared.direction === direction) return [];
  const [year, cell] = target;
  if (cell.state !== "target") return [];
  const start = cell.target.baseline ?? (baseline?.state === "number" ? baseline.value : null);
  if (start === null) return [];
  const at = placeOf(table, row, cell);
  const cells = [at, cell.at, ...(baseline ? [baseline.at] : [])];
  return [
    finding(table, "direction-differs", row.key, {
      severity: "warning",
      at,
      cells,
      data: {
        indicator: row.label,
        year,
        declared: declared.direction,
        direction,
        baseline: start,
        target: cell.target,
        hidden: at === cell.at,
      },
    }),
  ];
}
