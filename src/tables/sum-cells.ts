import { areaToA1, BLANK_HEAD, blankSum, bounding, columnLetters, plainSum, toA1, type Area } from "../sheet";
import { acrossOf } from "./across";
import { additionOf } from "./additions";
import { gridOf, STATE, type AmountGrid } from "./amount-grid";
import { showsSum } from "./column-sums";
import { amountColumn, isAcross, isPaid, type Column } from "./columns";
import { lineSums } from "./line-sums";
import { acrossTeller, isPlainDown } from "./plain-sums";
import type { BudgetRow, BudgetTable, TypedCell } from "./table";

/** A cell that another one adds up. */
export interface SumPart {
  readonly row: BudgetRow;
  readonly column: Column;
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

/** A column that is the sum of others, with those and the range that they are in any row. */
interface SumColumn {
  readonly column: Column;
  readonly place: number;
  /** The column that states what they come to. */
  readonly whole: Column | null;
  readonly parts: readonly Column[];
  /** The cells in a row that counts from 1. */
  readonly textOf: (row: number) => string;
  /** Whether a formula is the plain one of such a row. */
  readonly isPlain: (formula: string, row: number) => boolean;
}

function sumColumns(table: BudgetTable, { cols: places }: AmountGrid): SumColumn[] {
  const { columns } = table;
  return acrossOf(table).flatMap(({ parts, sum, whole }) => {
    const column = columns[sum];
    const cols = parts.flatMap((part) => places[part] ?? []).filter((col) => col !== -1);
    if (!column || cols.length === 0) return [];
    const [from, to] = [columnLetters(Math.min(...cols)), columnLetters(Math.max(...cols))];
    const together = Math.max(...cols) - Math.min(...cols) + 1 === cols.length;
    const letters = cols.map(columnLetters);
    const textOf = (row: number): string =>
      !together ? letters.map((letter) => `${letter}${row}`).join(",") : from === to ? `${from}${row}` : `${from}${row}:${to}${row}`;
    return [
      {
        column,
        place: sum,
        whole: columns[whole] ?? null,
        parts: parts.flatMap((part) => columns[part] ?? []),
        textOf,
        isPlain: acrossTeller(textOf),
      },
    ];
  });
}

/**
 * The sums of a budget table. `plain` false leaves out the cells that hold the formula that their place asks for, which is nearly
 * all of them and is told by its text alone, and those of a formula that is no addition and comes to what it should.
 */
export function sumCells(table: BudgetTable, plain: boolean): SumCell[] {
  const { rows, columns } = table;
  const rowsOf = lineSums(table);
  const grid = gridOf(table);
  const across = sumColumns(table, grid);
  const down = columns.flatMap((column, place) =>
    isAcross(column) ? [] : [{ column, place, letters: columnLetters(Math.max(0, grid.cols[place] ?? 0)) }],
  );
  const unused = new Set(table.structure?.others.map(({ row }) => row));
  const overCells = (column: number, index: number): boolean => ((grid.states[column]?.[index] ?? 0) & STATE.computed) !== 0;
  const stated = amountColumn(columns);
  const amountPlace = stated ? columns.indexOf(stated) : -1;
  const found: SumCell[] = [];
  const acrossAt = (row: BudgetRow, index: number): void => {
    for (const one of across) {
      const formula = plain ? null : grid.formulaAt(one.place, index);
      if (formula !== null && one.isPlain(formula, row.row + 1)) continue;
      const { column, parts, textOf } = one;
      const cell = row.cells.get(column.id);
      if (!cell) continue;
      found.push({
        row, column, cell,
        computed: true,
        ways: [parts.flatMap((part) => partOf(row, part))],
        formula: blankSum(textOf(row.row + 1)),
      });
    }
  };
  const downAt = (row: BudgetRow, index: number): void => {
    const below = rowsOf.partsOf(index);
    const groups = rowsOf.groupsOf(index);
    // a line with nothing under it can be nothing but the sum of its years or units
    if (below.length === 0 && groups.length === 0 && row.kind !== "group" && !overCells(amountPlace, index)) return;
    const parts = (indices: readonly number[], column: Column): SumPart[] => indices.flatMap((part) => partOf(rows[part], column));
    const layout = below.length > 0 ? downLayout(below, rows, unused) : null;
    for (const { column, place, letters } of down) {
      if (!layout && groups.length === 0 && place !== amountPlace) continue;
      // a total of what was disbursed is told apart: it is the larger of its breakdowns
      if (groups.length > 0 && isPaid(column)) continue;
      if (row.kind === "group" || (rowsOf.crossed && row.kind === "line" && place !== amountPlace)) {
        if (!layout) continue;
        const formula = plain ? null : grid.formulaAt(place, index);
        if (formula !== null && isPlainDown(formula, letters, layout.rows, layout.range)) continue;
        // of a formula that is no addition and shows what its cells come to nothing else is asked
        if (formula !== null && showsSum(grid, place, index, below) && additionOf(formula, table.sheet) === null) continue;
        const cell = row.cells.get(column.id);
        if (!cell) continue;
        const inner = layout.textOf(letters);
        const blank = cell.formula?.startsWith(BLANK_HEAD) ?? place !== amountPlace;
        found.push({ row, column, cell, computed: true, ways: [parts(below, column)], formula: blank ? blankSum(inner) : plainSum(inner) });
        continue;
      }
      const cell = overCells(place, index) ? row.cells.get(column.id) : undefined;
      if (!cell) continue;
      const ways = [
        ...groups.map((group) => parts([group], column)),
        ...groups.map((group) => parts(rowsOf.partsOf(group), column)),
        parts(below, column),
        ...across.flatMap((one) => (one.whole === column ? [one.parts.flatMap((part) => partOf(row, part)), partOf(row, one.column)] : [])),
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
    if (row.kind !== "of" && (whole || row.kind === "group" || overCells(amountPlace, index))) downAt(row, index);
  }
  return found;
}

function partOf(row: BudgetRow | undefined, column: Column): SumPart[] {
  const cell = row?.cells.get(column.id);
  return row && cell ? [{ row, column, cell }] : [];
}

/** The formula that adds any cells of the table. */
export function wayFormula(parts: readonly SumPart[]): string {
  const [first] = parts;
  if (first && parts.length === 1) return `=${toA1(first.cell.at)}`;
  const area = parts
    .map(({ cell: { at } }): Area => ({ row: at.row, col: at.col, rows: 1, cols: 1 }))
    .reduce<Area | null>((box, one) => (box ? bounding(box, one) : one), null);
  return plainSum(area && area.rows * area.cols === parts.length ? areaToA1(area) : parts.map(({ cell }) => toA1(cell.at)).join(","));
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
