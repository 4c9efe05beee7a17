import { dueAfter } from "../../base";
import { BINARY_NOISE, bareText } from "../../quantity";
import {
  BELIEVED, coefficientOf, draftOf, finished, gridOf, isAddition, isLinear, isNumber, LONG_NUMBER, type AmountGrid, type OtherColumn,
  type OtherLine, type OtherTable, type Question, relationHolds, relationKey, RowCells, STATE, type TypedCell,
  type WordColumn,
} from "../../tables";
import type { CellReader } from "../cells";
import type { BelievedRelation, GridCell } from "./believed";
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
  layout: Layout, believed: readonly BelievedRelation[], cells: CellReader, place: number,
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
  const relation = relationMaker(rows, known);
  let made: { readonly relations: Question[]; readonly questions: Question[] } | null = null;
  const all = () => (made ??= split(believed.flatMap(relation)));
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
    holds,
    get relations() {
      return all().relations;
    },
    get questions() {
      return all().questions;
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

function relationMaker(rows: readonly OtherLine[], columns: ReadonlyMap<number, OtherColumn>): (one: BelievedRelation) => Question[] {
  const counts = new Map<string, number>();
  const cell = ([line, column]: GridCell): TypedCell | undefined => {
    const id = columns.get(column)?.id;
    return id === undefined ? undefined : rows[line]?.cells.get(id);
  };
  return ({ op, axis, from, sure, factor, rounded, growth, slack, added = 1, total: [line, at], parts }) => {
    const [row, column, total] = [rows[line], columns.get(at), cell([line, at])];
    const found = parts.map(cell);
    if (!row || !column || !isShort(total) || !found.every((part) => part?.state === "blank" || isShort(part))) return [];
    const numbers = found.filter(isNumber);
    // of a product or ratio none may be missing, and of a difference not what the others are taken from
    const taken = found.slice(0, added).filter(isNumber).length;
    const isWhole = isAddition({ op }) || (op === "difference" && taken > 0);
    if (numbers.length === 0 || (!isWhole && numbers.length < parts.length)) return [];
    const words = ([line]: GridCell): string => rows[line]?.label ?? "";
    const [first] = parts;
    const about = `${op} ${first ? (axis === "column" ? (rows[first[0]]?.key ?? "") : (columns.get(first[1])?.id ?? "")) : ""}`;
    const key = relationKey(axis, column, row.key, about);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return [
      {
        op, axis, from, sure, column, total,
        ...(factor === undefined ? {} : { factor }),
        ...(rounded ? { rounded } : {}),
        ...(growth ? { growth } : {}),
        ...(slack === undefined ? {} : { slack }),
        ...(op === "difference" && taken > 1 ? { added: taken } : {}),
        parts: numbers,
        over: axis === "column" ? "lines" : "columns",
        labels: {
          total: words([line, at]),
          // asked for by few, of thousands of parts
          get parts() {
            return parts.map(words).join(", ");
          },
        },
        about,
        question: `${axis}/${axis === "column" ? row.key : column.id}/${about}`,
        get all() {
          return parts.flatMap((part) => cell(part)?.at ?? []);
        },
        key: count === 1 ? key : `${key} #${count}`,
        partial: numbers.length < parts.length,
      },
    ];
  };
}

function isShort(cell: TypedCell | undefined): cell is TypedCell & { readonly state: "number" } {
  return isNumber(cell) && Math.abs(cell.value) < LONG_NUMBER;
}

/** Nobody is asked whether what holds is so. What a formula states otherwise is its own matter, unless the form says what belongs there. */
function split(all: readonly Question[]): { readonly relations: Question[]; readonly questions: Question[] } {
  const found = { relations: new Array<Question>(), questions: new Array<Question>() };
  for (const relation of all) {
    const holds = relationHolds(relation);
    if (!holds && relation.total.formula !== null && relation.from !== "formula" && relation.from !== "rule-row") continue;
    if (relation.sure >= BELIEVED) found.relations.push(relation);
    else if (!holds) found.questions.push(relation);
  }
  return found;
}

/** Whether a relation holds, told from the numbers alone: no object is made for it. */
function surelyHolds(layout: Layout, claim: BelievedRelation): boolean {
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
