import { derived } from "../base";
import { BINARY_NOISE } from "../quantity";
import { formulaTokens } from "../sheet";
import { addedIn } from "./additions";
import { STATE } from "./amount-grid";
import { cellsNamed, expressionOf, type Expression } from "./expressions";
import { formulaGridOf, type FormulaGrid } from "./formula-grid";
import type { OtherTable } from "./table";

/** A cell among formulas that are alike which was typed over, or has another formula. */
export interface FormulaBreak {
  /** Its place in the formula grid. */
  readonly place: number;
  /** The way that the formulas beside it go. */
  readonly axis: "column" | "row";
  /** The formula that belongs there, and what it would show: null where that cannot be told. */
  readonly expected: string;
  readonly right: number | null;
  /** It differs in typed numbers only: a rate, or days, of its own. */
  readonly constants: boolean;
}

/** Cells on each side that are looked at: they have to be alike one after the other. */
const REACH = 4;
/** So many alike on both sides together are believed for one cell, and for two that stand together. */
const ENOUGH = [3, 6] as const;
/** Typed numbers among a row or column of formulas: more than this share of them, and formulas are not the rule there. */
const MOST_TYPED = 1 / 3;

/** The cells of a table that interrupt formulas which are alike. */
export const formulaBreaksOf = derived((table: OtherTable): readonly FormulaBreak[] => {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  const found = new Map<number, FormulaBreak>();
  const look = (track: Track): void => {
    for (const one of breaksIn(table, grid, track)) if (!found.has(one.place)) found.set(one.place, one);
  };
  for (let line = 0; line < grid.lines; line++) {
    look({ axis: "row", length: grid.columns, at: (index) => line * grid.columns + index });
  }
  for (let column = 0; column < grid.columns; column++) {
    look({ axis: "column", length: grid.lines, at: (index) => index * grid.columns + column });
  }
  return [...found.values()].sort((a, b) => a.place - b.place);
});

/** A row or a column of the grid. */
interface Track {
  readonly axis: "row" | "column";
  readonly length: number;
  readonly at: (index: number) => number;
}

interface Entry {
  readonly place: number;
  /** -1 for a typed number. */
  readonly kind: number;
}

function breaksIn(table: OtherTable, grid: FormulaGrid, track: Track): FormulaBreak[] {
  const all: Entry[] = [];
  let formulas = 0;
  for (let index = 0; index < track.length; index++) {
    const place = track.at(index);
    const [line, column] = [Math.floor(place / grid.columns), place % grid.columns];
    const kind = grid.kindAt(line, column);
    if (kind >= 0) formulas += 1;
    if (kind >= 0 || grid.stateAt(line, column) === STATE.number) all.push({ place, kind });
  }
  if (formulas < ENOUGH[0]) return [];
  // lines of subtotals, which go the other way, stand between
  const along = all.filter(({ place, kind }) => kind < 0 || !isAlikeAcross(grid, track.axis, place, kind));
  const found = segmentsOf(all).concat(along.length < all.length ? segmentsOf(along) : []);
  return found.flatMap(({ entries, kind }) => {
    const broken = entries.map((entry) => breakAt(table, grid, track.axis, entry, kind));
    return broken.every((one) => one !== null) ? broken : [];
  });
}

/** Whether its neighbours across the track have the same formula. */
function isAlikeAcross(grid: FormulaGrid, axis: "row" | "column", place: number, kind: number): boolean {
  const [line, column] = [Math.floor(place / grid.columns), place % grid.columns];
  const kindAt = (step: number): number =>
    axis === "column"
      ? column + step < 0 || column + step >= grid.columns ? -1 : grid.kindAt(line, column + step)
      : line + step < 0 || line + step >= grid.lines ? -1 : grid.kindAt(line + step, column);
  return kindAt(1) === kind || kindAt(-1) === kind;
}

interface Segment {
  readonly entries: readonly Entry[];
  readonly kind: number;
}

/** One or two cells between enough cells of one kind. */
function segmentsOf(entries: readonly Entry[]): Segment[] {
  const found: Segment[] = [];
  const counts = new Map<number, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kindOf = (index: number): number => entries[index]?.kind ?? -1;
  const run = (from: number, step: number, kind: number): number => {
    let length = 0;
    while (length < REACH && kindOf(from + step * length) === kind) length += 1;
    return length;
  };
  for (let index = 1; index < entries.length - 1; index++) {
    const kind = kindOf(index - 1);
    if (kind < 0 || kindOf(index) === kind) continue;
    const size = kindOf(index + 1) === kind ? 1 : kindOf(index + 2) === kind ? 2 : 0;
    if (size === 0 || run(index - 1, -1, kind) + run(index + size, 1, kind) < (ENOUGH[size - 1] ?? 0)) continue;
    if ((counts.get(-1) ?? 0) - size > (counts.get(kind) ?? 0) * MOST_TYPED) continue;
    found.push({ entries: entries.slice(index, index + size), kind });
  }
  return found;
}

function breakAt(
  table: OtherTable, grid: FormulaGrid, axis: "row" | "column", { place, kind: own }: Entry, kind: number,
): FormulaBreak | null {
  const [line, column] = [table.rows[Math.floor(place / grid.columns)], table.columns[place % grid.columns]];
  const expected = line && column && grid.kinds[kind]?.formulaAt(line.row, column.col);
  if (!expected || expected.includes("#REF!")) return null;
  const expression = expressionOf(expected, table.sheet);
  const right = expression && grid.valueOf(expression);
  const value = grid.valueAt(place);
  // what cannot be reckoned here (a blank below the line of a fraction), and rates among sums, are nothing to hold it against
  if (value === null || (expression && (right === null || isAverage(grid, expression, value)))) return null;
  const found: FormulaBreak = { place, axis, expected, right, constants: false };
  // nothing to reckon with: what stands there stands for itself
  if (expression && right === 0 && value !== 0 && !namesNumbers(grid, expression)) return null;
  if (own < 0) return value === 0 && (right === null || Math.abs(right) < HALF) ? null : found;
  // another formula may be as good: it is told where it comes to another number, and goes the same way
  const current = grid.expressionAt(place);
  if (right === null || !expression || !current || isNear(right, value) || isAlikeAcross(grid, axis, place, own)) return null;
  if ((grid.kinds[own]?.places.length ?? 0) >= ENOUGH[0] || (grid.additionAt(place)?.numbers.length ?? 0) > 0) return null;
  if (wayOf(current, line.row, column.col) !== wayOf(expression, line.row, column.col) || addsMore(grid, current, expression)) return null;
  return { ...found, constants: withoutNumbers(grid.cellAt(place)?.formula ?? "") === withoutNumbers(expected) };
}

/** What rounds to 0. */
const HALF = 0.5;

/** Whether a number lies among those of which the expression is the sum: it is their average, or a rate of its own. */
function isAverage(grid: FormulaGrid, expression: Expression, value: number): boolean {
  if (expression.kind !== "sum") return false;
  const values = singleCells(expression).flatMap((cell) => grid.valueOf(cell) ?? []).filter((one) => one !== 0);
  return values.length >= ENOUGH[0] && Math.min(...values) <= value && value <= Math.max(...values) && Math.min(...values) > 0;
}

/** Whether a sum has all that the other one has, and more lines of the table: those beside it may as well be short. */
function addsMore(grid: FormulaGrid, current: Expression, expected: Expression): boolean {
  const [own, other] = [addedIn(current), addedIn(expected)];
  if (!own || !other || [...own.terms, ...other.terms].some(({ times }) => times < 0)) return false;
  const [has, asked] = [singleCells(current), singleCells(expected)];
  const names = new Set(has.map(({ area }) => `${area.row},${area.col}`));
  return asked.every(({ area }) => names.has(`${area.row},${area.col}`)) && has.every(({ area }) => grid.placeOf(area.row, area.col) >= 0);
}

/** Larger areas are whole columns. */
const MOST_CELLS = 10_000;

/** Each cell that an expression names; none where they are too many. */
function singleCells(expression: Expression): (Expression & { readonly kind: "cells" })[] {
  const areas = cellsNamed(expression);
  if (areas.reduce((count, { area }) => count + area.rows * area.cols, 0) > MOST_CELLS) return [];
  return areas.flatMap(({ sheet, area }) =>
    Array.from({ length: area.rows * area.cols }, (_, at) => ({
      kind: "cells" as const,
      sheet,
      area: { row: area.row + Math.floor(at / area.cols), col: area.col + (at % area.cols), rows: 1, cols: 1 },
    })),
  );
}

/** A formula in which numbers are all the same. */
function withoutNumbers(formula: string): string {
  return formulaTokens(formula).map(({ kind, text }) => (kind === "number" ? "0" : text)).join("");
}

/** Whether all cells that it names hold a number. */
function namesNumbers(grid: FormulaGrid, expression: Expression): boolean {
  return singleCells(expression).every((cell) => grid.valueOf(cell) !== 0);
}

/** Where what it names lies: in its own row, in its own column, or anywhere. */
function wayOf(expression: Expression, row: number, col: number): "row" | "column" | "any" {
  const areas = cellsNamed(expression);
  if (areas.every(({ area, sheet }) => sheet === null && area.rows === 1 && area.row === row)) return "row";
  return areas.every(({ area, sheet }) => sheet === null && area.cols === 1 && area.col === col) ? "column" : "any";
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= BINARY_NOISE * Math.max(Math.abs(a), Math.abs(b));
}
