import {
  inverseOrigins, MAX_COLS, shiftFormula, type Area, type CellInput, type RowOrigins, type SheetArea, type SheetSnapshot, type SheetSpec,
  type WorkbookOutline,
} from "../sheet";
import { inputsOf } from "../summaries";
import type { CellChange, Course, LiveWorkbook } from "../workbook/port";
import { allOrNone, type Undo } from "./undo";

type Grid = readonly (readonly CellInput[])[];

/** A sheet of ours that is written again: its area, by the name that the area has. */
export type OwnSheet = SheetArea & { readonly id: string; readonly name: string };

/** Null where the workbook has none. */
export function ownSheet({ names, sheets }: WorkbookOutline, name: string): OwnSheet | null {
  const found = names.find((candidate) => candidate.scope === null && candidate.name.toLowerCase() === name.toLowerCase());
  const sheet = sheets.find((candidate) => candidate.name === found?.refersTo.sheet);
  return found && sheet ? { ...found.refersTo, id: sheet.id, name } : null;
}

/** What stands on a sheet of ours: in its area, and right of it, where people write. */
export interface OwnCells {
  readonly own: OwnSheet;
  readonly cells: Grid;
  readonly beside: Pick<Area, "row" | "col"> & { readonly cells: Grid };
  /** Whether this Excel can say on which cells people have put comments and notes. */
  readonly listed: boolean;
  /** Rows that must not go: with comments or notes, or with something beside them. */
  readonly carrying: readonly number[];
}

/** Reads a sheet of ours, with other areas in the same reading. Throws `WorkbookFailure`. */
export async function readOwn(
  workbook: LiveWorkbook, own: OwnSheet, more: readonly SheetArea[] = [],
): Promise<{ readonly stood: OwnCells; readonly more: readonly SheetSnapshot[] }> {
  const left = own.area.col + own.area.cols;
  const [snapshot, right, ...others] = await workbook.read(
    [own, { sheet: own.sheet, area: { ...own.area, col: left, cols: MAX_COLS - left } }, ...more].map(({ sheet, area }) => ({
      sheet, area,
    })),
  );
  if (!snapshot || !right) throw new Error("a sheet of ours was not read");
  const remarks = await workbook.remarks(own.sheet);
  const beside = { row: right.area.row, col: right.area.col, cells: inputsOf(right, right.area.cols) };
  const carrying = [...(remarks ?? []).map(({ row }) => row), ...filledRows(beside.cells, beside.row)];
  return { stood: { own, cells: inputsOf(snapshot, own.area.cols), beside, listed: remarks !== null, carrying }, more: others };
}

/** How a sheet of ours is to be from now on. */
export interface Renewal {
  readonly made: SheetSpec;
  /** The sheet as we wrote it last; null where its cells do not tell that. */
  readonly before: SheetSpec | null;
  /** The earlier row of each row, which goes there as it is; null where no row may move or come. */
  readonly origins: RowOrigins | null;
  /** Rows go as rows: what stands beside them goes with them. */
  readonly moving: boolean;
  /** Where each earlier row is now. */
  readonly places: ReadonlyMap<number, number>;
  /** What people have in columns of their own among ours, by row from the top of the sheet; it goes to the right of everything. */
  readonly inserted: Grid;
}

/** Writes a sheet of ours again, with what people wrote in and beside it; returns what takes that back. Throws `WorkbookFailure`. */
export async function renew(
  workbook: LiveWorkbook, { own, cells, beside, listed }: OwnCells, renewal: Renewal, course: Pick<Course, "notice">,
): Promise<Undo> {
  const { made, origins } = renewal;
  const before = renewal.before ?? asItStood(made, own.name, cells);
  const standing = { expect: cells, ...(origins ? { origins, ...(renewal.before ? { before } : {}) } : {}) };
  const back = listed && origins ? { origins: inverseOrigins(origins, own.area.rows), ...(renewal.before ? { before: made } : {}) } : {};
  const moves = movedWords(own.sheet, renewal, beside);
  return allOrNone(workbook, [
    async () => {
      await workbook.rewriteSheet(own.id, own.area, made, standing, course);
      return [{ kind: "rewritten", id: own.id, now: made, before, back }];
    },
    async () => (moves.length > 0 ? [{ kind: "cells", changes: await workbook.change(moves) }] : []),
  ]);
}

/**
 * Rows stay where they are and come under the last: all that may be done where nobody can tell which of them people have commented on. Null
 * where there are fewer.
 */
export function grown(before: number, now: number): RowOrigins | null {
  return now < before ? null : Array.from({ length: now }, (_, row) => (row < before ? row : null));
}

/** Where each row is now, by its key. */
export function placesByKey(before: readonly string[], now: readonly string[]): Map<number, number> {
  const places = new Map(now.map((key, row) => [key, row]));
  return new Map(before.flatMap((key, row) => {
    const to = places.get(key);
    return to === undefined ? [] : [[row, to] as const];
  }));
}

/** Rows, counted from the first of a sheet, that hold anything. */
export function filledRows(cells: Grid, first: number): number[] {
  return cells.flatMap((line, row) => (line.some(isFilled) ? [first + row] : []));
}

function isFilled(cell: CellInput): boolean {
  return cell !== null && cell !== "";
}

/** The cells of a sheet as they stood, in the columns of the new one and without its looks, which cannot be told from cells. */
function asItStood(made: SheetSpec, name: string, cells: Grid): SheetSpec {
  const cols = Math.max(1, ...cells.map((row) => row.length));
  const area: Area = { row: 0, col: 0, rows: Math.max(1, cells.length), cols };
  const columns = Array.from({ length: cols }, (_, col) => made.columns[col] ?? { width: 10 });
  const { area: _area, titleRows: _rows, pageBreakRows: _breaks, percent: _percent, ...print } = made.print;
  return {
    ...made, cells, columns,
    names: [{ name, area }],
    styles: [{ area, style: { wrap: true, valign: "center" } }],
    rowHeights: [],
    merges: [],
    charts: [],
    conditionalFormats: [],
    print,
  };
}

/**
 * What people wrote beside our columns goes where its row has gone; what stood beside a row that is no longer there stays. What they
 * wrote in columns of their own among ours goes to the right of everything.
 */
function movedWords(sheet: string, { made, moving, places, inserted }: Renewal, beside: OwnCells["beside"]): CellChange[] {
  const writes = new Map<string, CellChange>();
  const put = (row: number, col: number, to: CellInput): void => void writes.set(`${row} ${col}`, { at: { sheet, row, col }, to });
  const moved = (cell: CellInput, by: number): CellInput =>
    typeof cell === "object" && cell !== null ? { formula: shiftFormula(cell.formula, by, 0) } : cell;
  const gone = (moving ? [] : beside.cells).flatMap((line, r) => {
    const row = beside.row + r;
    const to = places.get(row);
    return to === undefined || to === row
      ? []
      : line.flatMap((cell, c) => (isFilled(cell) ? [{ row, col: beside.col + c, to, cell }] : []));
  });
  for (const { row, col } of gone) put(row, col, null);
  for (const { row, col, to, cell } of gone) put(to, col, moved(cell, to - row));
  const free = Math.max(made.columns.length, beside.col) + Math.max(0, ...beside.cells.map((line) => line.length));
  for (const [row, line] of inserted.entries())
    for (const [c, cell] of line.entries())
      if (isFilled(cell)) put(places.get(row) ?? row, free + c, moved(cell, (places.get(row) ?? row) - row));
  return [...writes.values()];
}
