import { groupBy } from "../base";
import type { Finding } from "../findings";
import { contains, isCellError, sameCell, type CellRef, type CellValue } from "../sheet";
import {
  type AmountTable, type BudgetTable, gridOf, hasAmounts, isNumber, LONG_NUMBER, type NumberCell, oddCells, type Table, type TypedCell,
} from "../tables";
import { finding, type Rule } from "./rule";

/**
 * Formulas that failed (#REF!, #N/A …), that need themselves, and that could not be computed here; and numbers too long for a spreadsheet;
 * with the sums that are not checked because of them.
 */
export const cellErrors: Rule = {
  name: "cell-errors",
  codes: ["cell-error", "circular", "digits-lost", "not-evaluated"],
  severities: ["error", "warning"],
  check: (table, { tables }) => {
    const failed = oddCells(table).filter(({ cell }) => cell.state === "error" || cell.state === "unevaluated");
    const long = hasAmounts(table) ? longNumbers(table) : [];
    const sumsOver = failed.length + long.length > 0 && table.kind === "budget" ? sumFinder(table) : () => [];
    const hangs = ({ at }: TypedCell): boolean => table.circles?.hanging.some((one) => sameCell(one, at)) === true;
    const circles = (table.circles?.circles ?? []).flatMap((circle) => {
      // one that goes through several tables is told in the first
      const inside = (one: Table): CellRef[] => circle.filter((at) => at.sheet === one.sheet && contains(one.area, at));
      const [at] = tables.find((one) => inside(one).length > 0) === table ? inside(table) : [];
      if (!at) return [];
      const formulas = new Map(failed.map(({ cell }) => [`${cell.at.row} ${cell.at.col} ${cell.at.sheet}`, cell.formula]));
      const sums = [...new Set(circle.flatMap((one) => (one.sheet === table.sheet ? sumsOver(one) : [])))];
      return [
        finding(table, "circular", `${at.row} ${at.col}`, {
          severity: "error",
          at,
          cells: circle,
          data: { circle: circle.map((one) => ({ at: one, formula: formulas.get(`${one.row} ${one.col} ${one.sheet}`) ?? null })), sums },
        }),
      ];
    });
    const lost = long.map(({ about, cell }) =>
      finding(table, "digits-lost", about, {
        severity: "error",
        at: cell.at,
        data: {
          value: cell.value,
          digits: digitsOf(cell.value),
          unit: table.kind === "budget" ? table.unit : null,
          sums: sumsOver(cell.at),
        },
      }),
    );
    const rest = failed.filter(({ cell }) => cell.state !== "unevaluated" || !hangs(cell));
    return [
      ...circles,
      ...lost,
      ...alikeIn(table, rest).flatMap(([{ about, cell }, ...others]): Finding[] => {
        const [also, sums] = [others.map((other) => ({ at: other.cell.at })), sumsOver(cell.at)];
        const how = { at: cell.at, cells: [cell.at, ...also.map(({ at }) => at)] };
        if (cell.state === "error")
          return [finding(table, "cell-error", about, { ...how, severity: "error", data: { error: cell.error, sums, also } })];
        if (cell.state !== "unevaluated") return [];
        const data = { formula: cell.formula ?? "", kept: shownOf(cell.kept), sums, also };
        return [finding(table, "not-evaluated", about, { ...how, severity: "warning", data })];
      }),
    ];
  },
};

/** Each by itself in a table of ours; in one of somebody else's all that fail in the same way: one cause is one thing to say. */
function alikeIn(table: Table, failed: readonly NumberCell[]): [NumberCell, ...NumberCell[]][] {
  if (table.kind !== "other") return failed.map((one) => [one]);
  return [...groupBy(failed, ({ cell }) => (cell.state === "error" ? cell.error : ""))].flatMap(([, [first, ...others]]) =>
    first ? [[first, ...others] as [NumberCell, ...NumberCell[]]] : [],
  );
}

/** What a file kept, as it is shown: an error by its name. */
function shownOf(kept: CellValue): number | string | null {
  return typeof kept === "boolean" ? String(kept).toUpperCase() : kept !== null && isCellError(kept) ? kept.error : kept;
}

/** Typed amounts that a spreadsheet does not keep to their last digit. */
function longNumbers(table: AmountTable): { readonly about: string; readonly cell: TypedCell & { readonly state: "number" } }[] {
  const { ranges } = gridOf(table);
  if (ranges.every(({ typedMost, least }) => typedMost < LONG_NUMBER && least > -LONG_NUMBER)) return [];
  return table.rows.flatMap(({ key, cells }) =>
    [...cells].flatMap(([column, cell]) =>
      isNumber(cell) && cell.formula === null && Math.abs(cell.value) >= LONG_NUMBER ? [{ about: `${key}/${column}`, cell }] : [],
    ),
  );
}

function digitsOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value))) + 1;
}

/**
 * Words of the rows whose sums a cell takes part in: the row that its own adds up into, and its own where that is added up from others or
 * across.
 */
function sumFinder({ rows }: BudgetTable): (at: CellRef) => string[] {
  const byPlace = new Map(rows.map((row, index) => [row.row, { row, index }]));
  const wholes = new Set(rows.flatMap(({ parent, source }) => [parent, source]));
  return (at) => {
    const found = byPlace.get(at.row);
    if (!found) return [];
    const { row, index } = found;
    const above = [row.parent, row.source].flatMap((place) => (place === null ? [] : (rows[place]?.label ?? [])));
    // amounts beside it add up with it, or to it
    const split = [...row.cells.values()].some((cell) => !sameCell(cell.at, at) && cell.state === "number");
    return [...new Set([...above, ...(wholes.has(index) || split ? [row.label] : [])])];
  };
}
