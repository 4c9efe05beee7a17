import type { Finding } from "../findings";
import { groupBy } from "../base";
import { columnLetters, formulaTokens, lastCell, referenceArea } from "../sheet";
import { type FormulaGrid, formulaGridOf, shortRangesOf, type OtherTable, type ShortRange } from "../tables";
import { formulaAt, keyOf } from "./formula-cells";
import { finding, type Rule } from "./rule";

/** Sums whose area ends before a line or column that belongs to it, as when one is put in right beside the total. */
export const shortRanges: Rule = {
  name: "short-ranges",
  codes: ["range-short"],
  severities: ["error", "warning"],
  check: (table) => (table.kind === "other" && table.formulas ? shortIn(table) : []),
};

function shortIn(table: OtherTable): Finding[] {
  const grid = formulaGridOf(table);
  const short = shortRangesOf(table);
  if (!grid || short.length === 0) return [];
  // sums of one line over its columns, or of one column over its lines, leave out the same
  const groupOf = ({ axis, place, missing }: ShortRange): string =>
    `${axis} ${[place, ...missing].map((one) => (axis === "column" ? Math.floor(one / grid.columns) : one % grid.columns)).join()}`;
  return [...groupBy(short, groupOf)].flatMap(([, group]): Finding[] => {
    const [first, ...others] = [...group].sort((a, b) => weightOf(grid, b) - weightOf(grid, a));
    const cell = first && grid.cellAt(first.place);
    if (!cell || weightOf(grid, first) === 0) return [];
    const missing = first.missing.flatMap((place) => {
      const [line, column] = [table.rows[Math.floor(place / grid.columns)], table.columns[place % grid.columns]];
      const value = grid.valueAt(place);
      if (!line || !column || value === null) return [];
      const label = first.axis === "column" ? line.label : column.head;
      return [{ at: { sheet: table.sheet, row: line.row, col: column.col }, label, value }];
    });
    const also = others.flatMap(({ place }) => grid.cellAt(place) ?? []);
    return [
      finding(table, "range-short", keyOf(cell), {
        severity: weightOf(grid, first) === 2 ? "error" : "warning",
        at: cell.cell.at,
        cells: [cell.cell.at, ...missing.map(({ at }) => at), ...also.map((one) => one.cell.at)],
        data: {
          ...formulaAt(cell),
          unit: cell.column.role === "rate" ? null : table.unit,
          label: cell.line.label,
          expected: lengthened(cell.formula, first),
          missing,
          axis: first.axis,
          by: first.by,
          also: also.map(formulaAt),
        },
      }),
    ];
  });
}

/** 2: its number is wrong; 1: it may be, or will be when a 0 becomes a number; 0: nothing says so. */
function weightOf(grid: FormulaGrid, { missing, by, axis }: ShortRange): 0 | 1 | 2 {
  const isZero = missing.every((place) => grid.valueAt(place) === 0);
  // heads group columns for other reasons, too
  if (by === "place" || (by === "outline" && axis === "row")) return isZero ? 0 : 1;
  return isZero ? 1 : 2;
}

/** The formula with the area as it should be, its signs of fixed rows and columns as they are. */
function lengthened(formula: string, { area, wanted }: ShortRange): string {
  const last = lastCell(wanted);
  const [letters, row] = [columnLetters(last.col), String(last.row + 1)];
  const isArea = (address: string): boolean => {
    const one = referenceArea(address);
    return one !== null && one.row === area.row && one.col === area.col && one.rows === area.rows && one.cols === area.cols;
  };
  return formulaTokens(formula)
    .map((token) =>
      token.kind === "reference" && isArea(token.address) ? token.text.replace(LAST_CELL, `${letters}$1${row}`) : token.text,
    )
    .join("");
}

/** The cell in which the text of an area ends, but for the sign of a fixed column. */
const LAST_CELL = /[A-Z]+(\$?)\d+$/i;
