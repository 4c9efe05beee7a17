import { derived } from "../base";
import type { Column } from "./columns";
import { isComputedHere } from "./named-cells";
import type { BudgetTable, TypedCell } from "./table";

/**
 * What a cell is, and whether it has a formula; of a stated amount (see `flagsIn`) also whether that names cells or functions ("=39000+705"
 * is typed).
 */
export const STATE = { blank: 0, number: 1, text: 2, error: 3, unevaluated: 4, mask: 7, formula: 8, computed: 16 } as const;

/** The amounts of a budget table column by column: what nearly every rule asks of nearly every cell, without an object for each. */
export interface AmountGrid {
  readonly columns: readonly Column[];
  /** By column and row index; 0 where there is no number. */
  readonly values: readonly Float64Array[];
  /** By column and row index: a STATE, and its flags. */
  readonly states: readonly Uint8Array[];
  /** By column: every number of it is a whole one that a spreadsheet holds for certain. */
  readonly whole: readonly boolean[];
  /** By column: what is known of its cells as they were gone through. */
  readonly ranges: readonly ColumnRange[];
  /** By column: its place in the sheet; -1 where no row has it. */
  readonly cols: readonly number[];
  /** Cells that are neither blank nor a number. */
  readonly odd: number;
  readonly formulaAt: (column: number, row: number) => string | null;
}

/** What a column spans: most rules look at single cells only where that leaves a doubt. */
export interface ColumnRange {
  /** Every number is a whole one that a spreadsheet holds for certain. */
  readonly whole: boolean;
  /** Cells that hold a number. */
  readonly numbers: number;
  /** Cells that are neither blank nor a number. */
  readonly odd: number;
  /** The least number, blanks taken for 0. */
  readonly least: number;
  /** Of the numbers without a formula: the least above 0 (Infinity for none) and the largest. */
  readonly typedLeast: number;
  readonly typedMost: number;
}

/** An empty grid of so many rows, to be filled by `put`. */
export interface GridDraft {
  readonly values: Float64Array[];
  readonly states: Uint8Array[];
}

/** All columns in one piece of memory: a piece for each would cost a small table more than all that is read from it. */
export function draftOf(columns: number, rows: number): GridDraft {
  const memory = new ArrayBuffer(columns * rows * 9);
  const of = <T>(view: (column: number) => T): T[] => Array.from({ length: columns }, (_, column) => view(column));
  return {
    values: of((column) => new Float64Array(memory, column * rows * 8, rows)),
    states: of((column) => new Uint8Array(memory, columns * rows * 8 + column * rows, rows)),
  };
}

/** What the formulas of a column are: what they name is asked of amounts that are stated alone, since it takes a look at every sign. */
export function flagsIn({ role, adds }: Column): (formula: string) => number {
  return (role === "planned" || role === "disbursed") && adds === null ? statedFlags : otherFlags;
}

const statedFlags = (formula: string): number => (isComputedHere(formula) ? STATE.formula | STATE.computed : STATE.formula);
const otherFlags = (): number => STATE.formula;

/** The grid of the rows that are used, by their place in the other one. */
export function chosenRows(grid: AmountGrid, places: readonly number[]): AmountGrid {
  const [rows, last] = [grid.states[0]?.length ?? 0, places.length];
  if (last === rows) return grid;
  const { values, states } = draftOf(grid.columns.length, last);
  grid.columns.forEach((_, column) => {
    const [numbers, kinds] = [grid.values[column] as Float64Array, grid.states[column] as Uint8Array];
    places.forEach((place, row) => {
      (values[column] as Float64Array)[row] = numbers[place] ?? 0;
      (states[column] as Uint8Array)[row] = kinds[place] ?? 0;
    });
  });
  return finished(grid.columns, grid.cols, { values, states }, (column, row) => grid.formulaAt(column, places[row] ?? 0));
}

export function finished(
  columns: readonly Column[], cols: readonly number[], { values, states }: GridDraft, formulaAt: AmountGrid["formulaAt"],
): AmountGrid {
  const ranges = values.map((column, place) => rangeOf(column, states[place] as Uint8Array));
  return {
    columns, cols, values, states,
    whole: ranges.map(({ whole }) => whole),
    ranges,
    odd: ranges.reduce((all, range) => all + range.odd, 0),
    formulaAt,
  };
}

function rangeOf(values: Float64Array, states: Uint8Array): ColumnRange {
  let [whole, numbers, odd, least, most, typedLeast, typedMost] = [true, 0, 0, Infinity, -Infinity, Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    const state = states[row] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
    if (whole && Math.floor(value) !== value) whole = false;
    if (state === STATE.number) {
      numbers += 1;
      if (value > typedMost) typedMost = value;
      if (value > 0 && value < typedLeast) typedLeast = value;
    } else if ((state & STATE.mask) === STATE.number) numbers += 1;
    else if ((state & STATE.mask) !== STATE.blank) odd += 1;
  }
  whole &&= values.length === 0 || (least >= Number.MIN_SAFE_INTEGER && most <= Number.MAX_SAFE_INTEGER);
  return { whole, numbers, odd, least, typedLeast, typedMost };
}

/** The amounts of the rows of a table: those that it was read from, else gathered from its cells. */
export const gridOf = derived(({ rows, columns }: Pick<BudgetTable, "rows" | "columns">): AmountGrid =>
  gatheredGrid(columns, rows.length, ({ id }, row) => rows[row]?.cells.get(id)),
);

/** The grid of cells that somebody has made. */
export function gatheredGrid(
  columns: readonly Column[], rows: number,
  cellAt: (column: Column, row: number) => TypedCell | null | undefined,
): AmountGrid {
  const draft = draftOf(columns.length, rows);
  const cols = columns.map(() => -1);
  columns.forEach((asked, column) => {
    const flagsOf = flagsIn(asked);
    for (let row = 0; row < rows; row++) {
      const cell = cellAt(asked, row);
      if (!cell) continue;
      if (cell.state === "number") (draft.values[column] as Float64Array)[row] = cell.value;
      (draft.states[column] as Uint8Array)[row] = STATE[cell.state] | (cell.formula === null ? 0 : flagsOf(cell.formula));
      if (cols[column] === -1) cols[column] = cell.at.col;
    }
  });
  return finished(columns, cols, draft, (place, row) => {
    const column = columns[place];
    return (column && cellAt(column, row)?.formula) ?? null;
  });
}

/** Whether a cell of the grid is a number. */
export function isNumberAt(grid: AmountGrid, column: number, row: number): boolean {
  return ((grid.states[column]?.[row] ?? 0) & STATE.mask) === STATE.number;
}
