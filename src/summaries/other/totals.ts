import { groupBy } from "../../base";
import type { MoneyUnit } from "../../quantity";
import type { CellRef } from "../../sheet";
import { computedOf, isNumber, type OtherColumn, type OtherLine, type OtherTable, type Question } from "../../tables";
import { headOf, moneyOf, saysTotalAlone, shownIn, unitIn } from "./columns";
import { trustedSums, type TrustedSums } from "./trust";

/** A number of a table with the words beside it. */
export interface Figure {
  readonly label: string;
  readonly at: CellRef;
  /** In the unit of the total that it is told with. */
  readonly value: number;
}

/** A line that is told under a total; `depth` 0 right under it. */
export interface TotalLine {
  readonly line: OtherLine;
  readonly depth: number;
  /** It is part of a sum that holds, of parts of which none is below zero. */
  readonly shared: boolean;
}

/** A sum that is stated and not reached: nothing is reckoned from it. */
export interface WrongSum {
  readonly label: string;
  readonly at: CellRef;
  readonly stated: number;
  readonly computed: number;
}

/** The columns that a column is the sum of, on the line of a total; `shares`: they are shares of it, see `Total`. */
export interface Across {
  readonly columns: readonly OtherColumn[];
  readonly figures: readonly Figure[];
  readonly holds: boolean;
  readonly shares: boolean;
}

/** A total of a table, in the column that says most of it, with what it is made of. */
export interface Total {
  readonly line: OtherLine;
  readonly column: OtherColumn;
  /** The table has other columns that may be meant. */
  readonly several: boolean;
  readonly at: CellRef;
  readonly value: number;
  /** Null where nothing says it for sure. */
  readonly unit: string | null;
  readonly money: MoneyUnit | null;
  /** Its parts; empty where no sum of them holds. */
  readonly parts: readonly Figure[];
  /** Its parts are shares of it: their sum holds and none is below zero. */
  readonly shares: boolean;
  readonly lines: readonly TotalLine[];
  /** So many lines are left out, of a total of many. */
  readonly left: number;
  readonly across: Across | null;
  /** What it comes to in other columns that are no part of this one. */
  readonly beside: readonly Figure[];
  readonly wrong: readonly WrongSum[];
  /** A number of the table as it is told with this total. */
  readonly amount: (line: OtherLine, column: OtherColumn) => number | null;
}

/** The totals of a table together reach so much of its lines, or it has none. */
const LEAST_REACHED = 0.5;
/** Lines of a total that are told, and of one with more parts than that the largest. */
const [MOST_LINES, LARGEST] = [60, 30];
/** More totals of one table are not told each. */
export const MOST_TOTALS = 6;

/**
 * The totals of a table that are no part of another one, in the order of its lines; none where what adds up is too little of it to be
 * called its total.
 */
export function totalsOf(table: OtherTable): Total[] {
  const sums = trustedSums(table);
  const downs = [...sums.holding, ...sums.failing].filter(({ axis }) => axis === "column");
  if (downs.length === 0) return [];
  const column = mainColumn(table, sums, downs);
  if (!column) return [];
  const own = downs.filter((one) => one.column.id === column.id);
  const rows = new Map(table.rows.map((line) => [line.row, line]));
  const partsOf = groupBy(own, ({ total }) => total.at.row);
  const inner = new Set(
    table.relations.flatMap(({ axis, op, column: { id }, parts }) =>
      axis === "column" && id === column.id && ["sum", "same", "of-which"].includes(op) ? parts.map(({ at }) => at.row) : [],
    ),
  );
  const known: Known = {
    table, column, rows, partsOf,
    failing: new Set(sums.failing),
    // of two that a cell is the sum of, the one that holds is told
    across: new Map([...sums.failing, ...sums.holding].flatMap((one) =>
      one.axis === "row" && one.total.at.col === column.col ? [[one.total.at.row, one] as const] : [])),
    beside: columnsBeside(table, sums, column),
  };
  const roots = [...partsOf.keys()].filter((row) => !inner.has(row)).sort((a, b) => a - b);
  const reached = new Set<number>();
  const reach = (row: number): void => {
    if (reached.has(row)) return;
    reached.add(row);
    for (const { parts } of partsOf.get(row) ?? []) for (const { at } of parts) reach(at.row);
  };
  roots.forEach(reach);
  const numbered = table.rows.filter(({ cells }) => isNumber(cells.get(column.id))).length;
  if (reached.size < numbered * LEAST_REACHED) return [];
  return roots.flatMap((row) => {
    const line = rows.get(row);
    // nobody knows what a sum without a name is of
    return line && line.label !== "" ? (totalOf(known, line) ?? []) : [];
  });
}

/** What a total is told from. */
interface Known {
  readonly table: OtherTable;
  readonly column: OtherColumn;
  readonly rows: ReadonlyMap<number, OtherLine>;
  /** The sums of its column by the row of their total. */
  readonly partsOf: ReadonlyMap<number, readonly Question[]>;
  readonly failing: ReadonlySet<Question>;
  /** The sums across lines that its column states, by their row. */
  readonly across: ReadonlyMap<number, Question>;
  /** Other columns that are no part of another one, with the rows of their totals that hold. */
  readonly beside: readonly (readonly [column: OtherColumn, rows: ReadonlySet<number>])[];
}

/** Of the columns that add up and are no part of another one: the first of money, else the first; of years the last. */
function mainColumn(table: OtherTable, { holding, failing }: TrustedSums, downs: readonly Question[]): OtherColumn | null {
  const adding = new Set(downs.map(({ column }) => column.id));
  const parts = new Set([...holding, ...failing].flatMap(({ axis, parts: own }) => (axis === "row" ? own.map(({ at }) => at.col) : [])));
  const able = table.columns.filter(({ id, use }) => use === "amount" && adding.has(id));
  const whole = able.filter(({ col }) => !parts.has(col));
  const all = whole.length > 0 ? whole : able;
  const money = all.filter((column) => moneyOf(table, column) !== null);
  const found = money.length > 0 ? money : all;
  const years = found.flatMap(({ year }) => year ?? []);
  const last = years.length === found.length && new Set(years).size === years.length ? Math.max(...years) : null;
  return found.find(({ year }) => last !== null && year === last) ?? found[0] ?? null;
}

function totalOf(known: Known, line: OtherLine): Total | null {
  const { table, column, partsOf, failing } = known;
  const cell = line.cells.get(column.id);
  if (!isNumber(cell)) return null;
  const money = moneyOf(table, column);
  const amount = (one: OtherLine, of: OtherColumn): number | null => {
    const found = one.cells.get(of.id);
    return isNumber(found) ? shownIn(found.value, moneyOf(table, of)) : null;
  };
  const own = partsOf.get(line.row) ?? [];
  const held = own.filter((one) => !failing.has(one));
  const [best] = held.toSorted((a, b) => b.parts.length - a.parts.length);
  const all = best ? best.parts.flatMap(({ at, value }) => figure(known, at.row, at, shownIn(value, money))) : [];
  // a form that is not filled in has nothing to be told of
  const parts = all.every(({ value }) => value === 0) || all.some(({ label }) => label === "") ? [] : all;
  const { lines, left, wrong } = linesUnder(known, line);
  const value = shownIn(cell.value, money);
  return {
    line, column, value, money, lines, left, wrong, amount,
    at: cell.at,
    several: table.columns.filter(({ use }) => use === "amount").length > 1,
    unit: unitIn(table, column, line),
    parts,
    shares: parts.length > 1 && value > 0 && parts.every((part) => part.value >= 0),
    across: acrossAt(known, line, amount),
    beside: besideAt(known, line, amount),
  };
}

function figure({ rows }: Known, row: number, at: CellRef, value: number): Figure[] {
  const line = rows.get(row);
  return line ? [{ label: line.label, at, value }] : [];
}

/** The lines under a total, level by level as far as they are few; below a sum that fails nothing is a share. */
function linesUnder({ failing, rows, partsOf, column, table }: Known, top: OtherLine): Pick<Total, "lines" | "left" | "wrong"> {
  const money = moneyOf(table, column);
  const wrong: WrongSum[] = [];
  const seen = new Set<number>([top.row]);
  const under = (row: number, shared: boolean): { readonly line: OtherLine; readonly shared: boolean }[] => {
    const own = partsOf.get(row) ?? [];
    for (const one of own)
      if (failing.has(one)) {
        const { at, value } = one.total;
        const sum = { stated: shownIn(value, money), computed: shownIn(computedOf(one), money) };
        wrong.push({ label: rows.get(row)?.label ?? "", at, ...sum });
      }
    return own.flatMap((one) => {
      const counts = shared && !failing.has(one) && one.parts.every(({ value }) => value >= 0);
      return one.parts.flatMap(({ at }) => {
        const line = rows.get(at.row);
        if (!line || seen.has(line.row)) return [];
        seen.add(line.row);
        return [{ line, shared: counts }];
      });
    });
  };
  interface Node {
    readonly line: OtherLine;
    readonly shared: boolean;
    readonly depth: number;
    below: readonly Node[];
  }
  const nodes = (row: number, shared: boolean, depth: number): Node[] =>
    under(row, shared).map((one) => ({ ...one, depth, below: [] }));
  const first = nodes(top.row, true, 0);
  let [level, count, left] = [first, first.length, 0];
  for (let depth = 1; level.length > 0; depth++) {
    const next = level.flatMap((node) => (node.below = nodes(node.line.row, node.shared, depth)));
    if (count + next.length > MOST_LINES) {
      for (const node of level) node.below = [];
      left = next.length;
      break;
    }
    [level, count] = [next, count + next.length];
  }
  const flat = (all: readonly Node[]): TotalLine[] =>
    all.flatMap(({ line, shared, depth, below }) => [{ line, shared, depth }, ...flat(below)]);
  const lines = flat(first);
  if (lines.length <= MOST_LINES) return { lines, left, wrong };
  const size = ({ line }: TotalLine): number => {
    const cell = line.cells.get(column.id);
    return isNumber(cell) ? Math.abs(cell.value) : 0;
  };
  const largest = new Set(lines.toSorted((a, b) => size(b) - size(a)).slice(0, LARGEST));
  return { lines: lines.filter((one) => largest.has(one)), left: left + lines.length - LARGEST, wrong };
}

function acrossAt({ table, across, failing }: Known, line: OtherLine, amount: Total["amount"]): Across | null {
  const { row, cells } = line;
  const found = across.get(row);
  if (!found || found.parts.length < 2) return null;
  const holds = !failing.has(found);
  const cols = new Set(found.parts.map(({ at }) => at.col));
  const columns = table.columns.filter(({ col }) => cols.has(col));
  const figures = columns.flatMap((of) => {
    const [cell, value] = [cells.get(of.id), amount(line, of)];
    return cell && value !== null ? [{ label: headOf(of, columns), at: cell.at, value }] : [];
  });
  const isShared = holds && found.total.value > 0 && figures.every(({ value }) => value >= 0);
  return { columns, figures, holds, shares: isShared };
}

function columnsBeside(table: OtherTable, { holding, failing }: TrustedSums, column: OtherColumn): Known["beside"] {
  const inRows = new Set<number>();
  for (const { axis, parts } of [...holding, ...failing]) if (axis === "row") for (const { at } of parts) inRows.add(at.col);
  const summed = new Map<number, Set<number>>();
  for (const { axis, total: { at } } of holding)
    if (axis === "column") summed.set(at.col, (summed.get(at.col) ?? new Set()).add(at.row));
  return table.columns
    .filter((one) => one !== column && one.use === "amount" && !inRows.has(one.col))
    .map((one) => [one, summed.get(one.col) ?? new Set()] as const);
}

/** The same line in the other columns whose sums hold there and that are no part of another one. */
function besideAt({ table, column, beside }: Known, line: OtherLine, amount: Total["amount"]): Figure[] {
  const others = beside.flatMap(([one, rows]) => (rows.has(line.row) ? [one] : []));
  return others.flatMap((one) => {
    const [cell, value] = [line.cells.get(one.id), amount(line, one)];
    const unit = unitIn(table, one, line);
    const label = headOf(one, [...others, column]);
    const isOther = unit !== null && unit !== unitIn(table, column, line);
    return cell && value !== null ? [{ label: isOther ? `${label} (${unit})` : label, at: cell.at, value }] : [];
  });
}

/** What a total is called in a sentence: with the column that it stands in, where that says more than that it is a total. */
export function labelOf({ line: { label }, column, several }: Total): string {
  const head = headOf(column, [column]);
  return !several || head === "" || saysTotalAlone(head) ? label : `${label} (${head})`;
}
