import type { Finding } from "../findings";
import { toA1, type CellRef } from "../sheet";
import { formulaGridOf, type Expression, type FormulaGrid, type OtherTable } from "../tables";
import { formulaAt, keyOf } from "./formula-cells";
import { finding, type Rule } from "./rule";

/**
 * Cells that a sum names one by one and that hold nothing, or words: a reference that went astray. A blank in a line of the table may be
 * filled in later and is information.
 */
export const formulaReferences: Rule = {
  name: "formula-references",
  codes: ["formula-empty"],
  severities: ["warning", "info"],
  check: (table) => (table.kind === "other" && table.formulas ? emptyIn(table) : []),
};

interface Empty {
  readonly at: CellRef;
  readonly text: string | null;
  /** It stands in a line and a column of numbers, so that it may be filled in. */
  readonly open: boolean;
}

/** More of the formulas that are alike do not go astray together. */
const MOST_ASTRAY = 1 / 3;

function emptyIn(table: OtherTable): Finding[] {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  return grid.kinds.flatMap(({ places }): Finding[] => {
    const found = places.flatMap((place) => {
      const empty = emptyBehind(table, grid, place);
      const cell = empty.length > 0 ? grid.cellAt(place) : null;
      return cell ? [{ cell, empty }] : [];
    });
    const [first, ...others] = found;
    if (!first) return [];
    const { cell, empty } = first;
    // where most formulas of the kind do so, it is how the table was made
    const open = empty.every((one) => one.open) || found.length > Math.max(1, places.length * MOST_ASTRAY);
    return [
      finding(table, "formula-empty", keyOf(cell), {
        severity: open ? "info" : "warning",
        at: cell.cell.at,
        cells: [cell.cell.at, ...empty.map(({ at }) => at), ...others.map((one) => one.cell.cell.at)],
        data: {
          ...formulaAt(cell),
          label: cell.line.label,
          cells: empty.map(({ at, text }) => ({ at, text })),
          open,
          also: others.map((one) => formulaAt(one.cell)),
        },
      }),
    ];
  });
}

/** The cells without a number that the formula of a place names one by one, as long as most of what it names is there. */
function emptyBehind(table: OtherTable, grid: FormulaGrid, formula: number): Empty[] {
  const expression = grid.expressionAt(formula);
  const singles = expression ? singlyNamed(expression) : [];
  if (singles.length < 2) return [];
  const empty = singles.flatMap(({ row, col }): Empty[] => {
    const place = grid.placeOf(row, col);
    if (place >= 0 && grid.valueAt(place) !== null) return [];
    const cell = table.formulas?.cell(row, col);
    const at = { sheet: table.sheet, row, col };
    if (cell?.state === "blank" && cell.formula === null) return [{ at, text: null, open: place >= 0 }];
    return cell?.state === "text" ? [{ at, text: cell.text, open: place >= 0 }] : [];
  });
  // one of two that is to come is the ordinary state of a table that is being filled in
  const most = singles.length / 2;
  if (empty.length > most || (empty.length === most && empty.every(({ open }) => open))) return [];
  return [...new Map(empty.map((one) => [toA1(one.at), one])).values()];
}

/** Cells of its own sheet that are added or taken away one by one. */
function singlyNamed(expression: Expression): readonly { readonly row: number; readonly col: number }[] {
  switch (expression.kind) {
    case "cells":
      return expression.sheet === null && expression.area.rows * expression.area.cols === 1 ? [expression.area] : [];
    case "add":
      return expression.terms.flatMap(({ of }) => singlyNamed(of));
    case "sum":
      return expression.terms.flatMap(singlyNamed);
    case "round":
      return singlyNamed(expression.of);
    case "number":
    case "multiply":
    case "divide":
      return [];
  }
}
