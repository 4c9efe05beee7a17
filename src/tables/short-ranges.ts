import { derived, firstFrom } from "../base";
import { contains, lastCell, type Area } from "../sheet";
import { STATE } from "./amount-grid";
import type { AnyAddition } from "./additions";
import { formulaGridOf, type FormulaGrid } from "./formula-grid";
import type { OtherColumn } from "./other-columns";
import type { OtherTable } from "./table";

/** A sum whose area ends before a number that belongs to it. */
export interface ShortRange {
  /** Places of the formula grid: of the sum, and of the numbers that it leaves out, those next to its area first. */
  readonly place: number;
  readonly missing: readonly number[];
  /** Whether it adds lines of its column, or columns of its row. */
  readonly axis: "column" | "row";
  /** As its area should be. */
  readonly area: Area;
  readonly wanted: Area;
  /** What says so: the sums beside it, the tree of lines (of columns: their common head), or nothing but that it stands between them. */
  readonly by: "neighbours" | "outline" | "place";
}

/** Sums beside it that are asked. */
const NEIGHBOURS = 2;

/** The sums of a table that stop short of a line, or of a column, that belongs to them. */
export const shortRangesOf = derived((table: OtherTable): readonly ShortRange[] => {
  const grid = formulaGridOf(table);
  if (!grid) return [];
  return grid.kinds.flatMap(({ places }) =>
    places.flatMap((place) => shortAt(table, grid, place, "column") ?? shortAt(table, grid, place, "row") ?? []),
  );
});

function shortAt(table: OtherTable, grid: FormulaGrid, place: number, axis: ShortRange["axis"]): ShortRange | null {
  const addition = grid.additionAt(place);
  if (!addition || addition.numbers.length > 0 || addition.terms.every(({ area }) => area.rows * area.cols === 1)) return null;
  const way = wayOf(table, grid, place, axis);
  const areas = addition.terms.filter(({ area, sheet, times }) => sheet === null && times > 0 && way.goes(area));
  // of several areas one leaves out what another one has
  const [term] = areas;
  if (!term || areas.length > 1) return null;
  const { area } = term;
  const behind = way.endOf(area) < way.position;
  if (!behind && way.startOf(area) <= way.position) return null;
  const asked: Asked = { way, area, behind, addition };
  const gap = gapOf(grid, asked);
  const last = gap.at(-1);
  if (last === undefined || !hasNumber(grid, area)) return null;
  const end = way.at(last);
  const ends = besideOf(grid, way).flatMap((one) => endBeside(table, grid, one, asked) ?? []);
  const by = ends.some((one) => one >= end) ? "neighbours" : placedBy(table, asked, grid, gap, ends.length > 0);
  if (by === null) return null;
  const missing = gap.map((one) => way.placeAt(one));
  return { place, missing, axis, area, wanted: way.until(area, end), by };
}

/** How a sum goes through its table: down its column over lines, or across its row over columns, which are what counts here. */
interface Way {
  readonly axis: ShortRange["axis"];
  /** Which of so many the sum itself is, and where it stands in the sheet. */
  readonly own: number;
  readonly length: number;
  readonly position: number;
  readonly at: (index: number) => number;
  readonly placeAt: (index: number) => number;
  /** Of other sums in its line (column): those on both sides, the nearest first. */
  readonly beside: (step: 1 | -1) => readonly number[];
  /** Whether an area lies in the column (row) of the sum and nowhere else. */
  readonly goes: (area: Area) => boolean;
  readonly startOf: (area: Area) => number;
  readonly endOf: (area: Area) => number;
  readonly until: (area: Area, end: number) => Area;
}

function wayOf({ rows, columns }: OtherTable, grid: FormulaGrid, place: number, axis: ShortRange["axis"]): Way {
  const [line, column] = [Math.floor(place / grid.columns), place % grid.columns];
  const [row, col] = [rows[line]?.row ?? -1, columns[column]?.col ?? -1];
  const steps = (from: number, to: number, step: number): number[] => {
    const found: number[] = [];
    for (let at = from + step; at >= 0 && at < to; at += step) found.push(at);
    return found;
  };
  return axis === "column"
    ? {
        axis,
        own: line,
        length: rows.length,
        position: row,
        at: (index) => rows[index]?.row ?? 0,
        placeAt: (index) => index * grid.columns + column,
        beside: (step) => steps(column, grid.columns, step).map((at) => line * grid.columns + at),
        goes: (area) => area.cols === 1 && area.rows > 1 && area.col === col,
        startOf: (area) => area.row,
        endOf: (area) => lastCell(area).row,
        until: (area, end) => ({ ...area, rows: end - area.row + 1 }),
      }
    : {
        axis,
        own: column,
        length: columns.length,
        position: col,
        at: (index) => columns[index]?.col ?? 0,
        placeAt: (index) => line * grid.columns + index,
        beside: (step) => steps(line, grid.lines, step).map((at) => at * grid.columns + column),
        goes: (area) => area.rows === 1 && area.cols > 1 && area.row === row,
        startOf: (area) => area.col,
        endOf: (area) => lastCell(area).col,
        until: (area, end) => ({ ...area, cols: end - area.col + 1 }),
      };
}

/** Whether the tree, or where it stands, says that a line is left out; null where a line of another kind stands there. */
function placedBy(
  table: OtherTable, asked: Asked, grid: FormulaGrid, gap: readonly number[], areOthersShort: boolean,
): "outline" | "place" | null {
  const { way, area, behind } = asked;
  const [next, ...more] = gap;
  if (next === undefined || more.length > 0) return null;
  if (way.axis === "row") return placedAcross(table, asked, grid, next);
  const { rows } = table;
  const [line, before] = [rows[next], rows.find(({ row }) => row === lastCell(area).row)];
  if (!line || !before || line.kind === "of") return null;
  if (line.parent !== before.parent || line.depth !== before.depth) return null;
  if (!behind) return line.parent !== way.own || areOthersShort || line.number === "" ? null : "outline";
  return isOfOtherKind(grid, area, gap.map(way.placeAt)) ? null : "place";
}

/** Of columns their heads say it: those of one group belong together; where there are no groups, a like one before the total may. */
function placedAcross({ columns }: OtherTable, { way, area, behind }: Asked, grid: FormulaGrid, next: number): "outline" | "place" | null {
  const added = columns.filter(({ col }) => col >= area.col && col <= lastCell(area).col);
  const [column, total] = [columns[next], columns[way.own]];
  if (!column || !total || !added.every((one) => isAlike(one, column))) return null;
  if (isOfOtherKind(grid, area, [way.placeAt(next)])) return null;
  const group = groupOfHead(column);
  if (group !== "" && group !== groupOfHead(total)) return "outline";
  return behind ? "place" : null;
}

/** Whether two columns are of one kind, unit and group; years follow one another. */
function isAlike(one: OtherColumn, other: OtherColumn): boolean {
  const areYears = (one.year === null) === (other.year === null);
  return one.use === "amount" && other.use === "amount" && one.unit === other.unit && areYears && groupOfHead(one) === groupOfHead(other);
}

/** The words of the heads above the lowest one. */
function groupOfHead({ head }: OtherColumn): string {
  return head.slice(0, Math.max(0, head.lastIndexOf(HEADS_BETWEEN)));
}
const HEADS_BETWEEN = " / ";

function valuesIn(grid: FormulaGrid, { row, rows, col, cols }: Area): number[] {
  return Array.from({ length: rows * cols }, (_, at) => grid.valueAt(grid.placeOf(row + Math.floor(at / cols), col + (at % cols)))).filter(
    (one) => one !== null,
  );
}

const hasNumber = (grid: FormulaGrid, area: Area): boolean => valuesIn(grid, area).length > 0;

/** A rate among whole numbers is no part of their sum. */
function isOfOtherKind(grid: FormulaGrid, area: Area, gap: readonly number[]): boolean {
  return valuesIn(grid, area).every(Number.isInteger) && gap.some((place) => !Number.isInteger(grid.valueAt(place)));
}

interface Asked {
  readonly way: Way;
  readonly area: Area;
  /** The sum stands behind its area. */
  readonly behind: boolean;
  readonly addition: AnyAddition;
}

/** What has a number right after the area that nothing of the sum names: of a sum behind all up to it, of one before the next alone. */
function gapOf(grid: FormulaGrid, { way, area, behind, addition }: Asked): number[] {
  const last = way.endOf(area);
  const found: number[] = [];
  const [from, to] = behind ? [0, way.own] : [way.own + 1, way.length];
  for (let index = firstFrom(way.length, (at) => way.at(at) > last, from); index < to; index++) {
    const place = way.placeAt(index);
    const state = grid.stateAt(Math.floor(place / grid.columns), place % grid.columns);
    if (state === STATE.blank) continue;
    const cell = way.axis === "column" ? { row: way.at(index), col: area.col } : { row: area.row, col: way.at(index) };
    if (state !== STATE.number || addition.terms.some((term) => term.sheet === null && contains(term.area, cell))) return [];
    found.push(index);
    if (!behind) break;
  }
  return found;
}

/** The formulas on both sides of a cell, across the way that its sum goes. */
function besideOf(grid: FormulaGrid, way: Way): number[] {
  return ([-1, 1] as const).flatMap((step) => {
    const formulas: number[] = [];
    for (const place of way.beside(step)) {
      if (grid.kindAt(Math.floor(place / grid.columns), place % grid.columns) < 0) continue;
      formulas.push(place);
      if (formulas.length === NEIGHBOURS) break;
    }
    return formulas;
  });
}

/** Where a sum beside it ends that begins in the same line; null where it is no such sum. */
function endBeside(table: OtherTable, grid: FormulaGrid, place: number, { way, area }: Asked): number | null {
  const beside = wayOf(table, grid, place, way.axis);
  const same = grid.additionAt(place)?.terms.find(
    (term) => term.sheet === null && term.times > 0 && beside.goes(term.area) && way.startOf(term.area) === way.startOf(area),
  );
  return same ? way.endOf(same.area) : null;
}
