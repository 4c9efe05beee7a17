import { kept } from "../base";
import { areaToA1, columnLetters, toA1, type Area } from "../sheet";
import { unitOf, yearOf, type ColumnKey } from "../templates";
import { additionOf } from "./additions";
import { gridOf, STATE, type AmountGrid } from "./amount-grid";
import { showsSum } from "./column-sums";
import { ACROSS, isAcross, isPaid, statedFor, type AcrossColumn } from "./paid";
import { acrossTeller, blankSum, isPlainDown, plainSum } from "./plain-sums";
import type { BudgetRow, BudgetTable, TypedCell } from "./table";

/** A cell that another one adds up. */
export interface SumPart {
  readonly row: BudgetRow;
  readonly column: ColumnKey;
  readonly cell: TypedCell;
}

/** A cell that is a sum by its place in the table, or in which somebody has put a formula where a stated amount belongs. */
export interface SumCell extends SumPart {
  /** The sheet computes it; else it is a stated amount. */
  readonly computed: boolean;
  /** What it may add up: one list for a computed cell; for a stated one each breakdown, the lines under it, its years … */
  readonly ways: readonly (readonly SumPart[])[];
  /** The formula that adds the first way. */
  readonly formula: string;
}

/** The rows that each row adds up: the lines under it, or what items get from it. */
export interface SumRows {
  readonly partsOf: (index: number) => readonly number[];
  readonly groupsOf: (index: number) => readonly number[];
  /** Parts "trong đó". */
  readonly ofsOf: (index: number) => readonly number[];
  /** The rows for which one of these gives any, rising. */
  readonly wholes: readonly number[];
  /** Items are split by source, so that lines are computed in all columns but that of the amount. */
  readonly crossed: boolean;
  /** Rows that are used, by their place in the sheet. */
  readonly rowAt: ReadonlyMap<number, number>;
}

const NONE: readonly number[] = [];

const known = new WeakMap<readonly BudgetRow[], SumRows>();

export function sumRows({ rows }: Pick<BudgetTable, "rows">): SumRows {
  const before = known.get(rows);
  if (before) return before;
  const [lines, shares, groups, ofs] = [new Map<number, number[]>(), new Map<number, number[]>(), new Map<number, number[]>(), new Map<number, number[]>()];
  // rows of one parent stand together: it is looked up once for all of them
  let [last, own]: [number, number[]] = [-1, []];
  const add = (to: Map<number, number[]>, whole: number, part: number): void => {
    const parts = to.get(whole);
    if (parts) parts.push(part);
    else to.set(whole, [part]);
  };
  for (let index = 0; index < rows.length; index++) {
    const { kind, parent, source } = rows[index] as BudgetRow;
    if (source !== null) add(shares, source, index);
    if (parent === null) continue;
    if (kind === "line") {
      if (parent !== last) {
        last = parent;
        own = lines.get(parent) ?? [];
        lines.set(parent, own);
      }
      own.push(index);
    } else if (kind === "group") add(groups, parent, index);
    else if (kind === "of") add(ofs, parent, index);
  }
  let byPlace: ReadonlyMap<number, number> | null = null;
  const found: SumRows = {
    partsOf: (index) => lines.get(index) ?? shares.get(index) ?? NONE,
    groupsOf: (index) => groups.get(index) ?? NONE,
    ofsOf: (index) => ofs.get(index) ?? NONE,
    wholes: [...new Set([lines, shares, groups, ofs].flatMap((parts) => [...parts.keys()]))].sort((a, b) => a - b),
    crossed: shares.size > 0,
    get rowAt() {
      return (byPlace ??= new Map(rows.map(({ row }, index) => [row, index])));
    },
  };
  known.set(rows, found);
  return found;
}

/** Which column adds up that of a year, of a reporting unit or of what was disbursed in a year, and which year or unit it is. */
export interface Split {
  readonly sum: AcrossColumn;
  readonly place: number;
}

/** Null for any other column. */
export const splitOf = kept((column: ColumnKey): Split | null => {
  const [year, unit, paid] = [yearOf(column, "y"), unitOf(column, "u"), yearOf(column, "d")];
  return year !== null ? { sum: "years", place: year } : unit !== null ? { sum: "units", place: unit } : paid !== null ? { sum: "dyears", place: paid } : null;
});

/** A column that is the sum of others, with those and the range that they are in any row. */
interface Across {
  readonly sum: AcrossColumn;
  readonly place: number;
  readonly keys: readonly ColumnKey[];
  /** The cells in a row that counts from 1. */
  readonly textOf: (row: number) => string;
  /** Whether a formula is the plain one of such a row. */
  readonly isPlain: (formula: string, row: number) => boolean;
}

function acrossOf({ columns }: BudgetTable, { cols: places }: AmountGrid): Across[] {
  return ACROSS.flatMap((sum) => {
    const keys = columns.filter((key) => splitOf(key)?.sum === sum);
    const cols = keys.flatMap((key) => places[columns.indexOf(key)] ?? []).filter((col) => col !== -1);
    if (!columns.includes(sum) || cols.length === 0) return [];
    const [from, to] = [columnLetters(Math.min(...cols)), columnLetters(Math.max(...cols))];
    const whole = Math.max(...cols) - Math.min(...cols) + 1 === cols.length;
    const letters = cols.map(columnLetters);
    const textOf = (row: number): string => (!whole ? letters.map((one) => `${one}${row}`).join(",") : from === to ? `${from}${row}` : `${from}${row}:${to}${row}`);
    return [{ sum, place: columns.indexOf(sum), keys, textOf, isPlain: acrossTeller(textOf) }];
  });
}

/**
 * The sums of a budget table. `plain` false leaves out the cells that hold the formula that their place asks for, which is nearly
 * all of them and is told by its text alone, and those of a formula that is no addition and comes to what it should.
 */
export function sumCells(table: BudgetTable, rowsOf: SumRows, plain: boolean): SumCell[] {
  const { rows, columns } = table;
  const grid = gridOf(table);
  const across = acrossOf(table, grid);
  const down = columns.flatMap((column, place) => (isAcross(column) ? [] : [{ column, place, letters: columnLetters(Math.max(0, grid.cols[place] ?? 0)) }]));
  const unused = new Set(table.structure?.others.map(({ row }) => row));
  const overCells = (column: number, index: number): boolean => ((grid.states[column]?.[index] ?? 0) & STATE.computed) !== 0;
  const amountColumn = columns.indexOf("amount");
  const found: SumCell[] = [];
  const acrossAt = (row: BudgetRow, index: number): void => {
    for (const one of across) {
      const formula = plain ? null : grid.formulaAt(one.place, index);
      if (formula !== null && one.isPlain(formula, row.row + 1)) continue;
      const { sum, keys, textOf } = one;
      const cell = row.cells.get(sum);
      if (!cell) continue;
      found.push({ row, column: sum, cell, computed: true, ways: [keys.flatMap((key) => partOf(row, key))], formula: blankSum(textOf(row.row + 1)) });
    }
  };
  const downAt = (row: BudgetRow, index: number): void => {
    const below = rowsOf.partsOf(index);
    const groups = rowsOf.groupsOf(index);
    // a line with nothing under it can be nothing but the sum of its years or units
    if (below.length === 0 && groups.length === 0 && row.kind !== "group" && !overCells(amountColumn, index)) return;
    const parts = (indices: readonly number[], column: ColumnKey): SumPart[] => indices.flatMap((part) => partOf(rows[part], column));
    const layout = below.length > 0 ? downLayout(below, rows, unused) : null;
    for (const { column, place, letters } of down) {
      if (!layout && groups.length === 0 && column !== "amount") continue;
      // a total of what was disbursed is told apart: it is the larger of its breakdowns
      if (groups.length > 0 && isPaid(column)) continue;
      if (row.kind === "group" || (rowsOf.crossed && row.kind === "line" && column !== "amount")) {
        if (!layout) continue;
        const formula = plain ? null : grid.formulaAt(place, index);
        if (formula !== null && (isPlainDown(formula, letters, layout.rows, layout.range) || isReached(grid, place, index, below, formula, table.sheet))) continue;
        const cell = row.cells.get(column);
        if (!cell) continue;
        const inner = layout.textOf(letters);
        const blank = cell.formula?.startsWith("=IF(COUNT(") ?? column !== "amount";
        found.push({ row, column, cell, computed: true, ways: [parts(below, column)], formula: blank ? blankSum(inner) : plainSum(inner) });
        continue;
      }
      const cell = overCells(place, index) ? row.cells.get(column) : undefined;
      if (!cell) continue;
      const ways = [
        ...groups.map((group) => parts([group], column)),
        ...groups.map((group) => parts(rowsOf.partsOf(group), column)),
        parts(below, column),
        ...across.flatMap(({ sum, keys }) => (statedFor(sum) === column ? [keys.flatMap((key) => partOf(row, key)), partOf(row, sum)] : [])),
      ].filter(({ length }) => length > 0);
      if (ways.length > 0) found.push({ row, column, cell, computed: false, ways, formula: wayFormula(ways[0] ?? []) });
    }
  };
  const { wholes } = rowsOf;
  let next = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as BudgetRow;
    acrossAt(row, index);
    const whole = wholes[next] === index;
    if (whole) next += 1;
    if (row.kind !== "of" && (whole || row.kind === "group" || overCells(amountColumn, index))) downAt(row, index);
  }
  return found;
}

/** Whether the formula of a sum is no addition and shows what its cells come to: of such a formula nothing else is asked. */
function isReached(grid: AmountGrid, column: number, index: number, below: readonly number[], formula: string, sheet: string): boolean {
  return showsSum(grid, column, index, below) && additionOf(formula, sheet) === null;
}

function partOf(row: BudgetRow | undefined, column: ColumnKey): SumPart[] {
  const cell = row?.cells.get(column);
  return row && cell ? [{ row, column, cell }] : [];
}

/** The formula that adds any cells of the table. */
export function wayFormula(parts: readonly SumPart[]): string {
  const [first] = parts;
  if (first && parts.length === 1) return `=${toA1(first.cell.at)}`;
  const area = boxOf(parts);
  return plainSum(area && area.rows * area.cols === parts.length ? areaToA1(area) : parts.map(({ cell }) => toA1(cell.at)).join(","));
}

function boxOf([first, ...others]: readonly SumPart[]): Area | null {
  if (!first) return null;
  const start: Area = { row: first.cell.at.row, col: first.cell.at.col, rows: 1, cols: 1 };
  return others.reduce((box, { cell: { at } }) => {
    const [row, col] = [Math.min(box.row, at.row), Math.min(box.col, at.col)];
    return { row, col, rows: Math.max(box.row + box.rows, at.row + 1) - row, cols: Math.max(box.col + box.cols, at.col + 1) - col };
  }, start);
}

/** The cells of rows in any column. */
interface DownLayout {
  /** Sheet rows, which count from 1: of a range the first and the last. */
  readonly rows: readonly number[];
  readonly range: boolean;
  readonly textOf: (letters: string) => string;
}

/** One range where no other used row stands between, unused rows below it included. */
function downLayout(parts: readonly number[], rows: readonly BudgetRow[], unused: ReadonlySet<number>): DownLayout {
  // rows stand in the order of the sheet
  const [from = 0, to = from] = [parts[0], parts.at(-1)];
  const range = to - from + 1 === parts.length;
  const places = (range ? [from, to] : parts).map((part) => (rows[part]?.row ?? 0) + 1);
  if (range) while (unused.has(places[1] ?? 0)) places[1] = (places[1] ?? 0) + 1;
  if (places[0] === places[1]) places.pop();
  return { rows: places, range, textOf: (letters) => places.map((row) => `${letters}${row}`).join(range ? ":" : ",") };
}
