import { groupBy } from "../base";
import type { CorrectionData, Finding } from "../findings";
import { decimalsOf, sumExact } from "../quantity";
import {
  acrossOf, type AmountGrid, type BudgetRow, type BudgetTable, cellIn, graphOf, gridOf, isNumber, lineSums, recalculated, type Relation,
  relationHolds, STATE,
} from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { historySlips, sheetSlips } from "./history-slips";
import { FACTORS, FAR_OVER, commonFactor, paidCells, slipFactor, type NumberCell } from "./paid-slips";
import { finding, type Rule } from "./rule";
import { yearSlips } from "./year-slips";

/** And a cell among others from so many times their largest, or below so little of their smallest, on. */
const FAR = 100;
/** Other years or units of the row say where it should be when there are three of about one size. */
const ROW = { least: 3, spread: 10, reach: 3 } as const;
/** Lines are of different sizes: so many of them, and digits that tell a unit, too. */
const COLUMN = { least: 4, spread: 100 } as const;

type SlipData = Extract<Finding, { code: "unit-slip" }>["data"];

/** A cell that would fit in another unit. */
interface Slip {
  readonly row: BudgetRow;
  readonly column: BudgetTable["columns"][number];
  readonly cell: NumberCell;
  readonly factor: number;
  readonly small: boolean;
  readonly against: SlipData["against"];
}

/**
 * One typed cell thousands or millions of times off the whole that it is part of, the other columns of its row, the lines beside
 * it, or what is planned where it was disbursed, as when somebody types đồng into a table of triệu đồng. Only where no sum that holds would
 * break; what the sums themselves ask for is told there.
 */
export const unitSlips: Rule = {
  name: "unit-slips",
  codes: ["unit-slip"],
  severities: ["warning"],
  check: (table) => (table.kind === "budget" ? checkSlips(table) : table.kind === "other" ? historySlips(table) : []),
  beside: ({ tables }) => {
    const others = tables.filter((table) => table.kind === "other");
    const bySheets = sheetSlips(others);
    const told = new Set(bySheets.map(({ at }) => cellId(at)));
    return [...bySheets, ...yearSlips(others).filter(({ at }) => !told.has(cellId(at)))];
  },
};

function checkSlips(table: BudgetTable): Finding[] {
  const graph = graphOf(table);
  const grid = gridOf(table);
  const across = acrossOf(table).flatMap(({ parts }) => {
    if (parts.length <= ROW.least) return [];
    const columns = parts.flatMap((part) => table.columns[part] ?? []);
    return rowsFarApart(grid, parts, ROW.least).flatMap((row) => rowSlips(table.rows[row] as BudgetRow, columns));
  });
  const slips = [
    ...(graph.holds ? [] : graph.relations.flatMap((relation) => wholeSlips(table, relation))),
    ...across,
    ...columnSlips(table),
    ...paidSlips(table),
  ];
  if (slips.length === 0) return [];
  const named = suspects(diagnoseTable(table));
  const byCell = new Map([...slips].reverse().map((slip) => [cellId(slip.cell.at), slip]));
  const supported = graphOf(recalculated(table)).after;
  const unnamed = [...byCell].flatMap(([id, slip]) => (named.has(id) ? [] : [slip]));
  return joined(unnamed, (some) => supported(some.map((slip) => ({ cell: slip.cell, to: valueOf(slip) })))).flatMap((group): Finding[] => {
    const [first, ...others] = [...group].sort((a, b) => a.cell.at.row - b.cell.at.row);
    if (!first) return [];
    const { row, column, cell, factor, small, against } = first;
    const about = others.length > 0 ? `${column.id}/${factor}/${small ? "small" : "large"}` : `${row.key}/${column.id}`;
    const data = {
      unit: table.unit,
      label: row.label,
      factor, small, against,
      correction: correctionOf(first),
      also: others.map(correctionOf),
    };
    return [
      finding(table, "unit-slip", about, { severity: "warning", at: cell.at, cells: [first, ...others].map((slip) => slip.cell.at), data }),
    ];
  });
}

/**
 * What was typed in one unit into one column is one thing to say, where the sums allow to correct it together; otherwise each that they
 * allow alone.
 */
function joined(slips: readonly Slip[], supported: (some: readonly Slip[]) => boolean): Slip[][] {
  return [...groupBy(slips, ({ column, factor, small }) => `${column.id}/${factor}/${small}`).values()].flatMap((group): Slip[][] => {
    if (supported(group)) return [group];
    const alone = group.filter((slip) => supported([slip]));
    return alone.length > 1 && alone.length < group.length && supported(alone) ? [alone] : alone.map((slip) => [slip]);
  });
}

function correctionOf(slip: Slip): CorrectionData {
  return { at: slip.cell.at, from: slip.cell.value, to: valueOf(slip), kind: "thousand-fold" };
}

/** The value in the unit of the table, without what binary arithmetic leaves behind. */
function valueOf({ cell, factor, small }: Pick<Slip, "cell" | "factor" | "small">): number {
  return Number((small ? cell.value * factor : cell.value / factor).toPrecision(15));
}

/** A part that is far more than its whole, alone among its parts; or a whole that is far less than several of its parts. */
function wholeSlips(table: BudgetTable, relation: Relation): Slip[] {
  const { total, parts } = relation;
  let added = 0;
  for (const { value } of parts) added += value;
  // most sums hold: they are told by a look
  if (total.value <= 0 || added <= total.value || relationHolds(relation)) return [];
  const slip = (cell: NumberCell, factor: number, small: boolean): Slip[] => {
    const row = table.rows[lineSums(table).rowAt(cell.at.row)];
    const column = row && table.columns.find((one) => cellIn(row, one) === cell);
    return row && column && cell.formula === null ? [{ row, column, cell, factor, small, against: "whole" }] : [];
  };
  const over = parts.filter(({ value }) => value > total.value);
  const [part] = over;
  const sum = sumExact(parts.map(({ value }) => value));
  if (part && over.length === 1 && part.value >= FAR_OVER * total.value) {
    // with the other parts it may still be over: that is another mistake, and no other unit
    const factor = FACTORS.find((one) => part.value / one <= total.value);
    return factor === undefined ? [] : slip(part, factor, false);
  }
  if (over.length < 2) return [];
  const factor = FACTORS.find((one) => total.value * one >= sum && total.value * one <= FAR_OVER * sum);
  return factor === undefined ? [] : slip(total, factor, true);
}

/** What was disbursed against what is planned; a whole column in another unit is told elsewhere. */
function paidSlips(table: BudgetTable): Slip[] {
  const cells = paidCells(table);
  if (commonFactor(cells) !== null) return NONE;
  return cells.flatMap((one): Slip[] => {
    const factor = slipFactor(one);
    return factor === null ? [] : [{ row: one.row, column: one.column, cell: one.cell, factor, small: false, against: "planned" }];
  });
}

function rowSlips(row: BudgetRow, columns: BudgetTable["columns"]): Slip[] {
  const typed = typedAmounts([row], columns);
  return oddOnes(typed, ROW).flatMap(({ one, low, high }) =>
    FACTORS.flatMap((factor) =>
      [false, true].flatMap((small): Slip[] => {
        const to = valueOf({ cell: one.cell, factor, small });
        return to >= low / ROW.reach && to <= high * ROW.reach ? [{ ...one, factor, small, against: "row" }] : [];
      }),
    ),
  );
}

/** Lines of one parent: the digits have to tell the unit, since lines are of all sizes. */
function columnSlips(table: BudgetTable): Slip[] {
  const rowsOf = lineSums(table);
  const grid = gridOf(table);
  const wholes = rowsOf.wholes.filter((row) => rowsOf.partsOf(row).length > COLUMN.least);
  return wholes.flatMap((index) => {
    const parts = rowsOf.partsOf(index);
    return table.columns.flatMap((column, place) => {
      if (!isFarApart(grid, place, parts, COLUMN.least)) return NONE;
      const lines = parts.flatMap((part) => table.rows[part] ?? []);
      const typed = typedAmounts(lines, [column]);
      return oddOnes(typed, COLUMN).flatMap(({ one, others, low, high }): Slip[] => {
        const decimals = others.reduce((most, { cell }) => Math.max(most, decimalsOf(cell.value)), 0);
        return FACTORS.flatMap((factor) =>
          [false, true].flatMap((small): Slip[] => {
            const to = valueOf({ cell: one.cell, factor, small });
            const digits = small ? decimalsOf(one.cell.value) > decimals && decimalsOf(to) <= decimals : decimalsOf(to) <= decimals;
            return digits && to >= low && to <= high ? [{ ...one, factor, small, against: "column" }] : [];
          }),
        );
      });
    });
  });
}

type Place = Pick<Slip, "row" | "column" | "cell">;

const NONE: Slip[] = [];
/**
 * Whether a column has enough typed amounts in some rows, and some so far from each other that one of them may be a slip: nearly nowhere it
 * has.
 */
function isFarApart({ values, states, ranges }: AmountGrid, column: number, rows: readonly number[], least: number): boolean {
  const [numbers, kinds, range] = [values[column], states[column], ranges[column]];
  if (!numbers || !kinds || !range || range.typedMost < FAR * range.typedLeast) return false;
  let [count, low, high] = [0, Infinity, 0];
  for (const row of rows) {
    const value = numbers[row] ?? 0;
    // a number without a formula
    if (kinds[row] !== STATE.number || !(value > 0)) continue;
    count += 1;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return count > least && high >= FAR * low;
}

/** The rows in which those columns are so far apart. */
function rowsFarApart({ values, states, ranges }: AmountGrid, columns: readonly number[], least: number): number[] {
  const spans = columns.flatMap((column) => ranges[column] ?? []);
  const [lowest, highest] = [Math.min(...spans.map(({ typedLeast }) => typedLeast)), Math.max(...spans.map(({ typedMost }) => typedMost))];
  if (highest < FAR * lowest) return [];
  const chosen = columns.flatMap((column) =>
    values[column] && states[column] ? [{ numbers: values[column], kinds: states[column] }] : [],
  );
  const found: number[] = [];
  for (let row = 0; row < (chosen[0]?.numbers.length ?? 0); row++) {
    let [count, low, high] = [0, Infinity, 0];
    for (const { numbers, kinds } of chosen) {
      const value = numbers[row] ?? 0;
      if (kinds[row] !== STATE.number || !(value > 0)) continue;
      count += 1;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (count > least && high >= FAR * low) found.push(row);
  }
  return found;
}

/** The typed amounts among the cells. */
function typedAmounts(rows: readonly BudgetRow[], columns: BudgetTable["columns"]): Place[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = cellIn(row, column);
      return isNumber(cell) && cell.value > 0 && cell.formula === null ? [{ row, column, cell }] : [];
    }),
  );
}

/** The cell that is far above or far below all others, where those are of about one size. */
function oddOnes(
  all: readonly Place[], { spread }: { readonly spread: number },
): { one: Place; others: readonly Place[]; low: number; high: number }[] {
  const rising = [...all].sort((a, b) => a.cell.value - b.cell.value);
  return [0, rising.length - 1].flatMap((at) => {
    const one = rising[at];
    const others = rising.filter((_, index) => index !== at);
    const [low, high] = [others[0]?.cell.value ?? 0, others.at(-1)?.cell.value ?? 0];
    if (!one || high > low * spread) return [];
    return one.cell.value >= FAR * high || one.cell.value * FAR <= low ? [{ one, others, low, high }] : [];
  });
}
