import { dueAfter } from "../../base";
import { BINARY_NOISE, bareText } from "../../quantity";
import {
  coefficientOf, draftOf, finished, gridOf, isLinear, RowCells, STATE, toldIn, type AmountGrid, type GridRelation, type OtherColumn,
  type OtherLine, type OtherTable, type TypedCell, type WordColumn,
} from "../../tables";
import type { CellReader } from "../cells";
import { numberAt } from "./grid-cells";
import { HELD, holdsNumbers, type Layout, type LayoutColumn } from "./layout";
import { subjectOf } from "./subject";

/** So many numbers of relations are added before others may run. */
const STEP = 50_000;

/**
 * A table of anybody's as the rules see it: its lines, its columns of numbers, and what is believed of its cells. `place`: which table of
 * its sheet it is, from 1. In steps.
 */
export function* otherTable(
  layout: Layout, believed: readonly GridRelation[], cells: CellReader, place: number,
): Generator<void, OtherTable> {
  const { sheet, area, lines, numbers } = layout;
  const columns = numberColumns(layout);
  const isTyped = mostAreTyped(layout, cells);
  yield;
  const cellAt = (line: number, place: number): TypedCell => {
    const { column, at } = columns[place] as NumberColumn;
    const held = numbers.holds[line * layout.columns.length + at];
    const cell = cells.number(lines[line]?.row ?? -1, column.col);
    const number = { at: cell.at, formula: cell.formula, state: "number" } as const;
    if (held === HELD.none) return { ...number, value: 0, none: true };
    // a number that was typed as text among numbers is counted by no formula
    if (held === HELD.number && (cell.state !== "text" || !isTyped))
      return { ...number, value: numbers.values[line * layout.columns.length + at] ?? 0 };
    return cell;
  };
  const places = new Map(columns.map(({ known }, place) => [known.id, place]));
  const keys = uniqueKeys(lines.map(({ number, label }) => `${bareText(number)} ${bareText(label)}`.trim()));
  yield;
  const rows = lines.map(({ row, number, label, code, parent, ofWhich, depth }, line): OtherLine => ({
    row, number, label, code, depth, parent,
    kind: ofWhich ? "of" : "line",
    source: null,
    key: keys[line] ?? "",
    cells: new RowCells(places, cellAt, line),
  }));
  yield;
  let holds = true;
  const isDue = dueAfter(STEP);
  for (const one of believed) {
    holds &&= surelyHolds(layout, one);
    if (!holds) break;
    if (isDue(one.parts.length)) yield;
  }
  const known = new Map(columns.map((one) => [one.at, one.known]));
  const told = toldIn(believed, rows, (place) => known.get(place));
  const grid = gridIn(layout, columns, cells, cellAt);
  yield;
  const table: OtherTable = {
    kind: "other",
    id: `${sheet}!${place}`,
    key: place === 1 ? sheet : `${sheet} ${place}`,
    sheet, area,
    plan: null,
    units: new Map(),
    subject: subjectOf(layout),
    title: layout.title,
    unit: layout.unit,
    caption: layout.caption,
    headRows: layout.headRows,
    columns: columns.map((one) => one.known),
    wordColumns: layout.columns.flatMap(({ kind, col, path, year }): WordColumn[] =>
      kind === "blank" || holdsNumbers(kind) ? [] : [{ col, use: kind, head: path.join(" / "), year }],
    ),
    value: cells.value,
    formula: cells.formula,
    numberColumn: layout.columns.find(({ kind }) => kind === "outline")?.col ?? null,
    labelColumn: layout.columns.find(({ kind }) => kind === "label")?.col ?? null,
    rows,
    formulas: layout.hasFormulas ? { formula: cells.formula, cell: cells.number } : null,
    holds, believed,
    get relations() {
      return told().relations;
    },
    get questions() {
      return told().questions;
    },
  };
  gridOf.give(table, grid);
  return table;
}

/** The grid of a table, as its cells would give it: typed numbers and blanks are told without making them. */
function gridIn(
  { lines, numbers, columns: { length: width } }: Layout, columns: readonly NumberColumn[], cells: CellReader,
  cellAt: (line: number, place: number) => TypedCell,
): AmountGrid {
  const draft = draftOf(columns.length, lines.length);
  lines.forEach(({ row }, line) => {
    const [values, formulas] = [cells.valuesOf(row), cells.formulasOf(row)];
    columns.forEach(({ column, at }, place) => {
      const [held, shown] = [numbers.holds[line * width + at], values[column.col - cells.left] ?? null];
      const own = (formulas[column.col - cells.left] ?? null) === null ? 0 : STATE.formula;
      const isTold = held === HELD.number ? typeof shown === "number" : held === HELD.blank && shown === null && cells.evaluated;
      const cell = isTold ? null : cellAt(line, place);
      (draft.states[place] as Uint8Array)[line] = own | STATE[cell?.state ?? (held === HELD.number ? "number" : "blank")];
      if (cell?.state === "number") (draft.values[place] as Float64Array)[line] = cell.value;
      else if (!cell && held === HELD.number) (draft.values[place] as Float64Array)[line] = numbers.values[line * width + at] ?? 0;
    });
  });
  const cols = columns.map(({ column }) => (lines.length === 0 ? -1 : column.col));
  return finished(columns.map(({ known }) => known), cols, draft, (place, line) => {
    const column = columns[place]?.column;
    return column ? cells.formula(lines[line]?.row ?? -1, column.col) : null;
  });
}

interface NumberColumn {
  readonly column: LayoutColumn;
  readonly known: OtherColumn;
  /** Its place in the layout. */
  readonly at: number;
}

function numberColumns({ columns }: Layout): NumberColumn[] {
  const used = columns.flatMap((column, at) => {
    const use = column.kind;
    return holdsNumbers(use) ? [{ column, at, use }] : [];
  });
  const heads = used.map(({ column }) => column.path.join(" / "));
  const ids = uniqueKeys(heads.map((head, at) => bareText(head) || `${at + 1}`));
  return used.map(({ column, at, use }, place): NumberColumn => ({
    column, at,
    known: {
      id: ids[place] ?? "",
      role: use === "share" ? "rate" : "figure",
      use,
      year: column.year,
      place: null,
      adds: null,
      col: column.col,
      head: heads[place] ?? "",
      unit: column.unit,
    },
  }));
}

/** Equal texts get their place among their equals: "cong", "cong #2". */
function uniqueKeys(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} #${count}`;
  });
}

/** In a file of text all numbers are text; where most are numbers, one that is text is a mistake. */
function mostAreTyped({ lines, columns, numbers }: Layout, cells: CellReader): boolean {
  let [typed, text] = [0, 0];
  lines.forEach(({ row }, line) => {
    const values = cells.valuesOf(row);
    columns.forEach(({ col }, at) => {
      if (numbers.holds[line * columns.length + at] !== HELD.number) return;
      if (typeof values[col - cells.left] === "string") text += 1;
      else typed += 1;
    });
  });
  return typed > text;
}

/** Whether a relation holds, told from the numbers alone: no object is made for it. */
function surelyHolds(layout: Layout, claim: GridRelation): boolean {
  if (!isLinear(claim)) return false;
  const stated = numberAt(layout, claim.total);
  // what is not there fails nothing
  if (Number.isNaN(stated)) return true;
  let [sum, size] = [0, Math.abs(stated)];
  claim.parts.forEach((part, place) => {
    const value = numberAt(layout, part);
    if (Number.isNaN(value)) return;
    sum += coefficientOf(claim, place) * value;
    size += Math.abs(value);
  });
  const gap = stated - sum;
  return (claim.op === "of-which" ? -gap : Math.abs(gap)) <= size * BINARY_NOISE + (claim.slack ?? 0);
}
