import { derived } from "../base";
import { formulaShifter, MAX_COLS, MAX_ROWS } from "../sheet";
import { addedIn, type AnyAddition } from "./additions";
import { gridOf, STATE } from "./amount-grid";
import { expressionOf, valueOf, type Expression } from "./expressions";
import { lineSums } from "./line-sums";
import type { OtherColumn } from "./other-columns";
import { isNumber, type OtherLine, type OtherTable, type TypedCell } from "./table";

/** Formulas that are one and the same, copied along a row or a column: in R1C1 notation they are equal. */
export interface FormulaKind {
  /** As it reads in a cell. */
  readonly formulaAt: (row: number, col: number) => string;
  /** The cells of the table that have it: places in the grid, rising. */
  readonly places: readonly number[];
}

/** A cell with a formula. */
export interface FormulaCell {
  readonly line: OtherLine;
  readonly column: OtherColumn;
  readonly cell: TypedCell;
  readonly formula: string;
}

/** The formulas of a table's columns of numbers. Places are `line * columns + column`. */
export interface FormulaGrid {
  readonly lines: number;
  readonly columns: number;
  readonly kinds: readonly FormulaKind[];
  /** The place of its kind in `kinds`; -1 for a cell without a formula. */
  readonly kindAt: (line: number, column: number) => number;
  /** A STATE, without its flags. */
  readonly stateAt: (line: number, column: number) => number;
  /** Its number; null where it holds none. */
  readonly valueAt: (place: number) => number | null;
  readonly cellAt: (place: number) => FormulaCell | null;
  /** The place of a cell of its sheet; -1 where it is none of the table's numbers. */
  readonly placeOf: (row: number, col: number) => number;
  readonly expressionAt: (place: number) => Expression | null;
  /** What its formula adds up; null where it does anything else. */
  readonly additionAt: (place: number) => AnyAddition | null;
  /** What a formula would show in the table; null where that cannot be told. */
  readonly valueOf: (expression: Expression) => number | null;
}

/** A place from which no reference of a table leaves the sheet. */
const [ANCHOR_ROW, ANCHOR_COL] = [MAX_ROWS / 2, MAX_COLS / 2];

/** Null for a table without formulas. */
export const formulaGridOf = derived((table: OtherTable): FormulaGrid | null => (table.formulas ? gridFrom(table) : null));

function gridFrom(table: OtherTable): FormulaGrid | null {
  const grid = gridOf(table);
  const [lines, columns] = [table.rows.length, table.columns.length];
  const ids = new Int32Array(lines * columns).fill(-1);
  const kinds: Draft[] = [];
  const byText = new Map<string, number>();
  // the formula above, and that on the left, are the likeliest to be the same
  const above = new Int32Array(columns).fill(-1);
  for (let line = 0; line < lines; line++) {
    const row = table.rows[line]?.row ?? 0;
    let left = -1;
    for (let column = 0; column < columns; column++) {
      if (((grid.states[column]?.[line] ?? 0) & STATE.formula) === 0) continue;
      const formula = grid.formulaAt(column, line);
      if (formula === null) continue;
      const col = table.columns[column]?.col ?? 0;
      const near = [above[column] ?? -1, left].find((id) => kinds[id]?.formulaAt(row, col) === formula);
      const id = near ?? idOf(formula, row, col);
      above[column] = left = id;
      ids[line * columns + column] = id;
      kinds[id]?.places.push(line * columns + column);
    }
  }
  if (kinds.length === 0) return null;

  function idOf(formula: string, row: number, col: number): number {
    const text = formulaShifter(formula)(ANCHOR_ROW - row, ANCHOR_COL - col);
    const known = byText.get(text);
    if (known !== undefined) return known;
    const shifted = formulaShifter(text);
    byText.set(text, kinds.length);
    kinds.push({ formulaAt: (toRow, toCol) => shifted(toRow - ANCHOR_ROW, toCol - ANCHOR_COL), places: [] });
    return kinds.length - 1;
  }

  const columnAt = new Map(table.columns.map(({ col }, column) => [col, column]));
  const { rowAt } = lineSums(table);
  const placeOf = (row: number, col: number): number => {
    const [line, column] = [rowAt(row), columnAt.get(col)];
    return line < 0 || column === undefined ? -1 : line * columns + column;
  };
  const cellAt = (place: number): FormulaCell | null => {
    const [line, column] = [table.rows[Math.floor(place / columns)], table.columns[place % columns]];
    const cell = column && line?.cells.get(column.id);
    return line && column && cell?.formula != null ? { line, column, cell, formula: cell.formula } : null;
  };
  const expressionAt = keptAt((place) => {
    const formula = grid.formulaAt(place % columns, Math.floor(place / columns));
    return formula === null ? null : expressionOf(formula, table.sheet);
  });
  const valueAt = (place: number): number | null => {
    const [line, column] = [Math.floor(place / columns), place % columns];
    const state = (grid.states[column]?.[line] ?? 0) & STATE.mask;
    return state === STATE.number ? (grid.values[column]?.[line] ?? null) : null;
  };
  const numberAt = (row: number, col: number, sheet: string | null): number | null => {
    if (sheet !== null) return null;
    const value = valueAt(placeOf(row, col));
    if (value !== null) return value;
    const cell = table.formulas?.cell(row, col);
    return isNumber(cell) ? cell.value : cell?.state === "blank" ? 0 : null;
  };
  return {
    lines, columns, kinds, placeOf, valueAt, cellAt, expressionAt,
    kindAt: (line, column) => ids[line * columns + column] ?? -1,
    stateAt: (line, column) => (grid.states[column]?.[line] ?? 0) & STATE.mask,
    additionAt: keptAt((place) => {
      const expression = expressionAt(place);
      return expression && addedIn(expression);
    }),
    valueOf: (expression) => valueOf(expression, numberAt),
  };
}

interface Draft extends FormulaKind {
  readonly places: number[];
}

function keptAt<V>(find: (place: number) => V): (place: number) => V {
  const known = new Map<number, V>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const found = find(place);
    known.set(place, found);
    return found;
  };
}
