import type { Area, StyledArea } from "../sheet";
import type { Split } from "./budget-columns";
import { groupRows, type Places } from "./budget-formulas";
import type { BudgetLine } from "./budget-lines";
import { COLOURS } from "./layout";
import { mergeRuns } from "./runs";

const PAPER = "#FFFFFF";

/** An item over its shares: its years and units are computed. */
function isOverShares({ kind, breakdown, parts }: BudgetLine): boolean {
  return kind === "line" && breakdown === "item" && parts.length > 0;
}

/**
 * What tells the rows apart: heads are bold, lines are indented by their depth, cells to be typed are yellow and not locked.
 * An item over shares stands between them, so that the block of all of them is styled as shares and the item over it, once.
 */
export function rowStyles(
  places: Places,
  cols: { readonly label: number; readonly amount: number; readonly note: number },
  splits: readonly Split[],
): StyledArea[] {
  const { rows, body } = places;
  const areas = (col: number, width: number, wanted: (row: BudgetLine) => boolean): Area[] =>
    mergeRuns(rows.flatMap((row, index) => (wanted(row) ? [{ row: body + index, col, rows: 1, cols: width }] : [])));
  const input = { fill: COLOURS.input, locked: false } as const;
  const depthOf = (row: BudgetLine): number => (isOverShares(row) ? row.depth + 1 : row.depth);
  const depths = [...new Set(rows.map(depthOf))].filter((depth) => depth > 1);
  const over = [...new Set(rows.filter(isOverShares).map(({ depth }) => depth))];
  return [
    ...depths.flatMap((depth) =>
      areas(cols.label, 1, (row) => depthOf(row) === depth).map((area): StyledArea => ({ area, style: { indent: depth - 1 } })),
    ),
    ...splits
      .flatMap(({ from, cols: width, disbursed }) =>
        areas(
          from, width,
          (row) =>
            row.kind !== "group" && !(disbursed && groupRows(places, row).length > 0) && (row.parts.length === 0 || isOverShares(row)),
        ),
      )
      .map((area): StyledArea => ({ area, style: input })),
    ...over.flatMap((depth) => areas(cols.label, cols.note - cols.label, (row) => isOverShares(row) && row.depth === depth)).map(
      (area): StyledArea => ({ area, style: { bold: true, fill: PAPER, locked: true, indent: 0 } }),
    ),
    ...over
      .filter((depth) => depth > 1)
      .flatMap((depth) =>
        areas(cols.label, 1, (row) => isOverShares(row) && row.depth === depth).map((area): StyledArea => ({
          area,
          style: { indent: depth - 1 },
        })),
      ),
    ...areas(cols.amount, 1, ({ kind }) => kind !== "group").map((area): StyledArea => ({ area, style: input })),
    ...areas(cols.label, 1, ({ label }) => label === "").map((area): StyledArea => ({ area, style: input })),
    ...areas(0, cols.note + 1, ({ depth }) => depth === 0).map((area): StyledArea => ({ area, style: { bold: true } })),
    ...areas(0, cols.note + 1, ({ kind }) => kind === "group").map((area): StyledArea => ({ area, style: { fill: COLOURS.group } })),
  ];
}
