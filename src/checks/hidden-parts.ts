import type { Finding } from "../findings";
import {
  type AmountTable, amountColumn, cellIn, type Column, columnsOf, graphOf, hasAmounts, isNumber, relationHolds, type Table,
} from "../tables";
import { finding, type Rule } from "./rule";

const LEAVES_OUT = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

/** Rows and columns that nobody sees and that sums count all the same: who signs the table cannot follow its totals. */
export const hiddenParts: Rule = {
  name: "hidden-parts",
  codes: ["hidden-parts"],
  severities: ["info"],
  check: (table) =>
    table.hidden === undefined || table.hidden.rows.length + table.hidden.cols.length === 0
      ? []
      : [...hiddenRows(table), ...hiddenColumns(table)],
};

/** Lines that another row adds up; a hidden total or breakdown counts in nothing. */
function hiddenRows(table: Table): Finding[] {
  const hidden = new Set(table.hidden?.rows);
  if (!hasAmounts(table) || hidden.size === 0) return [];
  const counted = new Set(countedCells(table));
  const parts = table.rows.flatMap((row) => {
    if (!hidden.has(row.row)) return [];
    const cells = [...row.cells.values()].filter((cell) => isNumber(cell) && cell.value !== 0 && counted.has(cell));
    const amount = cellIn(row, amountColumn(table.columns));
    const [first] = cells;
    return first ? [{ at: first.at, label: row.label, value: isNumber(amount) ? amount.value : null }] : [];
  });
  return told(table, "rows", parts);
}

/** Years and reporting units that a row adds up. */
function hiddenColumns(table: Table): Finding[] {
  if (table.kind === "tasks") return [];
  const hidden = new Set(table.hidden?.cols);
  if (table.kind === "indicators") {
    const { unitActuals: values, unitNumerators: upper, unitDenominators: lower } = columnsOf(table);
    if ([values, upper, lower].every(({ length }) => length === 0)) return [];
    const found = table.rows.flatMap(({ unitActuals, unitNumerators, unitDenominators }) =>
      [unitActuals, unitNumerators, unitDenominators].flatMap((cells) => [...cells]),
    );
    const cells = new Map(
      found.flatMap(([place, cell]) =>
        isNumber(cell) && hidden.has(cell.at.col)
          ? [[cell.at.col, { at: cell.at, label: table.units.get(place) ?? "", value: null }] as const]
          : [],
      ),
    );
    return told(table, "columns", [...cells.values()].sort((a, b) => a.at.col - b.at.col));
  }
  const parts = table.columns.flatMap((column) => {
    const name = nameOf(table, column);
    const top = table.rows.find((row) => cellIn(row, column));
    if (name === null || !top || !hidden.has(cellIn(top, column)?.at.col ?? -1)) return [];
    const cell = table.rows.map((row) => cellIn(row, column)).find((one) => isNumber(one) && one.value !== 0);
    return cell ? [{ at: cell.at, label: name, value: null }] : [];
  });
  return told(table, "columns", parts);
}

/** The year or unit of a column that its row adds up; null for any other. */
function nameOf(table: AmountTable, column: Column): string | null {
  const { year, place } = column;
  return place !== null ? (table.units.get(place) ?? "") : year === null ? null : String(year);
}

/** A total that leaves out what a filter hides counts none of it: that its sum is short is said by the sums. */
function countedCells(table: AmountTable) {
  return graphOf(table)
    .relations.filter(
      (relation) => relation.axis === "column" && !(LEAVES_OUT.test(relation.total.formula ?? "") && !relationHolds(relation)),
    )
    .flatMap(({ parts }) => parts);
}

function told(table: Table, axis: "rows" | "columns", parts: Extract<Finding, { code: "hidden-parts" }>["data"]["parts"]): Finding[] {
  const [first] = parts;
  const unit = hasAmounts(table) ? table.unit : null;
  return first
    ? [
        finding(table, "hidden-parts", axis, {
          severity: "info",
          at: first.at,
          cells: parts.map(({ at }) => at),
          data: { unit, axis, parts },
        }),
      ]
    : [];
}
