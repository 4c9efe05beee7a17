import { areaToA1, columnLetters, toA1, type Area } from "../sheet";
import { unitOf, yearOf, type ColumnKey } from "../templates";
import { gridOf, STATE } from "./amount-grid";
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

/** A function takes 255 arguments, and nobody reads a longer list. */
const MOST_ARGUMENTS = 100;

/** The rows that each row adds up: the lines under it, or what items get from it. */
export interface SumRows {
  readonly partsOf: (index: number) => readonly number[];
  readonly groupsOf: (index: number) => readonly number[];
  /** Parts "trong đó". */
  readonly ofsOf: (index: number) => readonly number[];
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
  const [lines, shares, groups, ofs]: (number[] | undefined)[][] = [[], [], [], []];
  const add = (to: (number[] | undefined)[] | undefined, whole: number, part: number): void => {
    if (!to) return;
    const parts = to[whole];
    if (parts) parts.push(part);
    else to[whole] = [part];
  };
  let crossed = false;
  rows.forEach(({ kind, parent, source }, index) => {
    if (parent !== null && kind === "line") add(lines, parent, index);
    if (parent !== null && kind === "group") add(groups, parent, index);
    if (parent !== null && kind === "of") add(ofs, parent, index);
    if (source !== null) add(shares, source, index);
    crossed ||= source !== null;
  });
  let byPlace: ReadonlyMap<number, number> | null = null;
  const found: SumRows = {
    partsOf: (index) => lines?.[index] ?? shares?.[index] ?? NONE,
    groupsOf: (index) => groups?.[index] ?? NONE,
    ofsOf: (index) => ofs?.[index] ?? NONE,
    crossed,
    get rowAt() {
      return (byPlace ??= new Map(rows.map(({ row }, index) => [row, index])));
    },
  };
  known.set(rows, found);
  return found;
}

/** Which column adds up that of a year or of a reporting unit, and which year or unit it is; null for any other column. */
export function splitOf(column: ColumnKey): { readonly sum: "years" | "units"; readonly place: number } | null {
  const [year, unit] = [yearOf(column, "y"), unitOf(column, "u")];
  return year !== null ? { sum: "years", place: year } : unit !== null ? { sum: "units", place: unit } : null;
}

/** A column that is the sum of others, with those and the range that they are in any row. */
interface Across {
  readonly sum: "years" | "units";
  readonly keys: readonly ColumnKey[];
  readonly textOf: (row: number) => string;
  /** Whether a formula is the plain one of a row. */
  readonly isPlain: (formula: string, row: number) => boolean;
}

function acrossOf({ columns, rows }: BudgetTable): Across[] {
  return (["years", "units"] as const).flatMap((sum) => {
    const keys = columns.filter((key) => splitOf(key)?.sum === sum);
    const cols = keys.flatMap((key) => rows[0]?.cells.get(key)?.at.col ?? []);
    if (!columns.includes(sum) || cols.length === 0) return [];
    const [from, to] = [columnLetters(Math.min(...cols)), columnLetters(Math.max(...cols))];
    const whole = Math.max(...cols) - Math.min(...cols) + 1 === cols.length;
    const letters = cols.map(columnLetters);
    const textOf = (row: number): string => (!whole ? letters.map((one) => `${one}${row + 1}`).join(",") : from === to ? `${from}${row + 1}` : `${from}${row + 1}:${to}${row + 1}`);
    return [{ sum, keys, textOf, isPlain: plainIn(textOf) }];
  });
}

/**
 * The sums of a budget table. `plain` false leaves out the cells that hold the formula that their place asks for, which is nearly
 * all of them and is told by its text alone.
 */
export function sumCells(table: BudgetTable, rowsOf: SumRows, plain: boolean): SumCell[] {
  const { rows, columns } = table;
  const across = acrossOf(table);
  const down = columns.filter((column) => column !== "years" && column !== "units");
  const unused = new Set(table.structure?.others.map(({ row }) => row));
  const grid = gridOf(table);
  const isPlain = (formula: string | null, inner: string): boolean => !plain && formula !== null && (formula === plainBlankSum(inner) || formula === `=SUM(${inner})`);
  const overCells = (column: number, index: number): boolean => ((grid.states[column]?.[index] ?? 0) & STATE.computed) !== 0;
  const amountColumn = columns.indexOf("amount");
  const acrossColumns = across.map(({ sum }) => columns.indexOf(sum));
  const found: SumCell[] = [];
  const sumAt = (row: BudgetRow, index: number): void => {
    for (let place = 0; place < across.length; place++) {
      const one = across[place] as Across;
      const formula = plain ? null : grid.formulaAt(acrossColumns[place] ?? -1, index);
      if (formula !== null && one.isPlain(formula, row.row)) continue;
      const { sum, keys, textOf } = one;
      const cell = row.cells.get(sum);
      if (!cell) continue;
      const inner = textOf(row.row);
      found.push({ row, column: sum, cell, computed: true, ways: [keys.flatMap((key) => partOf(row, key))], formula: blankSum(inner) });
    }
    if (row.kind === "of") return;
    const below = rowsOf.partsOf(index);
    const groups = rowsOf.groupsOf(index);
    // a line with nothing under it can be nothing but the sum of its years or units
    if (below.length === 0 && groups.length === 0 && row.kind !== "group" && !overCells(amountColumn, index)) return;
    const parts = (indices: readonly number[], column: ColumnKey): SumPart[] => indices.flatMap((part) => partOf(rows[part], column));
    const layout = below.length > 0 ? downLayout(below.map((part) => rows[part]?.row ?? 0), rowsOf.rowAt, unused) : null;
    for (const column of down) {
      if (!layout && groups.length === 0 && column !== "amount") continue;
      const cell = row.cells.get(column);
      if (!cell) continue;
      if (row.kind === "group" || (rowsOf.crossed && row.kind === "line" && column !== "amount")) {
        const inner = layout?.(cell.at.col);
        if (inner === undefined || isPlain(cell.formula, inner)) continue;
        const blank = cell.formula?.startsWith("=IF(COUNT(") ?? column !== "amount";
        found.push({ row, column, cell, computed: true, ways: [parts(below, column)], formula: blank ? blankSum(inner) : plainSum(inner) });
        continue;
      }
      if (cell.formula === null || !/[A-Za-z]/.test(cell.formula)) continue;
      const ways = [
        ...groups.map((group) => parts([group], column)),
        ...groups.map((group) => parts(rowsOf.partsOf(group), column)),
        parts(below, column),
        ...(column === "amount" ? across.flatMap(({ sum, keys }) => [keys.flatMap((key) => partOf(row, key)), partOf(row, sum)]) : []),
      ].filter(({ length }) => length > 0);
      if (ways.length > 0) found.push({ row, column, cell, computed: false, ways, formula: wayFormula(ways[0] ?? []) });
    }
  };
  rows.forEach(sumAt);
  return found;
}

function plainBlankSum(inner: string): string {
  return `=IF(COUNT(${inner})=0,"",SUM(${inner}))`;
}

/** Stands for the number of a row in a pattern: no formula has it. */
const ROW = 0;

/** Tells plain sums across a row by their characters: nearly all formulas of a table are of this kind, and each text made to compare with costs more than reading. */
function plainIn(textOf: (row: number) => string): Across["isPlain"] {
  // row 0 is of no sheet
  const patterns = [plainBlankSum, (inner: string) => `=SUM(${inner})`].map((formulaOf) => Array.from(formulaOf(textOf(-1)).replace(/(?<=[A-Z])0/g, "\u0000"), (sign) => sign.charCodeAt(0)));
  const [blank = [], bare = []] = patterns;
  return (formula, row) => {
    const digits = String(row + 1);
    return matches(formula, blank, digits) || matches(formula, bare, digits);
  };
}

function matches(formula: string, pattern: readonly number[], digits: string): boolean {
  let at = 0;
  for (const sign of pattern) {
    if (sign === ROW) {
      for (let digit = 0; digit < digits.length; digit++) if (formula.charCodeAt(at++) !== digits.charCodeAt(digit)) return false;
    } else if (formula.charCodeAt(at++) !== sign) return false;
  }
  return at === formula.length;
}

function partOf(row: BudgetRow | undefined, column: ColumnKey): SumPart[] {
  const cell = row?.cells.get(column);
  return row && cell ? [{ row, column, cell }] : [];
}

/** "=SUM(…)" of cells, of very many in several sums. */
function plainSum(inner: string): string {
  return `=${pieces(inner).map((piece) => `SUM(${piece})`).join("+")}`;
}

/** The sum that is blank while all of its cells are. */
function blankSum(inner: string): string {
  return `=IF(${pieces(inner).map((piece) => `COUNT(${piece})`).join("+")}=0,"",${plainSum(inner).slice(1)})`;
}

function pieces(inner: string): string[] {
  const cells = inner.split(",");
  if (cells.length <= MOST_ARGUMENTS) return [inner];
  return Array.from({ length: Math.ceil(cells.length / MOST_ARGUMENTS) }, (_, index) => cells.slice(index * MOST_ARGUMENTS, (index + 1) * MOST_ARGUMENTS).join(","));
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

/** The cells of rows in any column: one range where no other used row stands between, unused rows below it included. */
function downLayout(parts: readonly number[], rowAt: ReadonlyMap<number, number>, unused: ReadonlySet<number>): (col: number) => string {
  // rows stand in the order of the sheet
  const [from = 0, to = from] = [parts[0], parts.at(-1)];
  let used = 0;
  for (let row = from; row <= to; row++) if (rowAt.has(row)) used += 1;
  if (used > parts.length) {
    return (col) => {
      const letters = columnLetters(col);
      return parts.map((row) => `${letters}${row + 1}`).join(",");
    };
  }
  let end = to;
  while (unused.has(end + 1)) end += 1;
  return (col) => areaToA1({ row: from, col, rows: end - from + 1, cols: 1 });
}
