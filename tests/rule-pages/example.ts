import type { Today } from "../../src/checks";
import { withFormRules, type Form } from "../../src/forms";
import { readingWords } from "../../src/i18n";
import { readOthers, readTable, type TableOutline } from "../../src/reading";
import {
  areasRead, circlesIn, formulasRead, parseA1, parseAreaA1, withCircles, type CalculationSetting, type CellValue, type SheetInfo,
  type SheetSnapshot,
} from "../../src/sheet";
import type { LostTable, Table } from "../../src/tables";
import type { ColumnKey, TableKind } from "../../src/templates";
import { valued, type Typed } from "../support/formula-grids";
import type { GridCell } from "../support/grids";

/**
 * A small table with a mistake. Its title stands in row 1, the heads in row 2, the column numbers in row 3, the body from row 4 on; text
 * that begins with "=" is a formula.
 */
export interface ExampleTable {
  readonly kind: TableKind;
  /** Columns of ours by key; null for one that is none of ours. Those of `HIDDEN` come last. */
  readonly columns: readonly (ColumnKey | null)[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Typed[])[];
  readonly title?: string;
  readonly caption?: string;
  readonly sheet?: string;
  readonly plan?: string;
  /** Column numbers that are not 1, 2, 3 … */
  readonly numbers?: readonly string[];
  /** Rows typed below the last one. */
  readonly below?: readonly (readonly Typed[])[];
  readonly merges?: readonly string[];
  /** Hidden rows as they are counted in the sheet. */
  readonly hiddenRows?: readonly number[];
  /** Cells that show what the file kept of a workbook "chi-tiet.xlsx". */
  readonly linked?: readonly string[];
  /** Cells with a formula that could not be computed. */
  readonly unevaluated?: Readonly<Record<string, string>>;
}

/** A table of somebody else's, from the first row of its sheet on; text that begins with "=" is a formula. */
export interface OtherExample {
  readonly kind: "other";
  readonly rows: readonly (readonly Typed[])[];
  readonly sheet?: string;
  /** What the sheet tells beside its cells. */
  readonly more?: Partial<SheetSnapshot>;
  /** The rules of its form. */
  readonly form?: Form;
}

export interface Example {
  readonly rule: string;
  readonly today?: Today;
  readonly tables: readonly (ExampleTable | OtherExample)[];
  /** Tables that could not be read. */
  readonly lost?: readonly LostTable[];
  /** The sheets of the workbook. */
  readonly sheets?: readonly SheetInfo[];
  /** How the workbook computes. */
  readonly calculation?: readonly CalculationSetting[];
}

/** Columns that nobody sees. */
export const HIDDEN: ReadonlySet<ColumnKey | null> = new Set(["key", "direction"]);
const FIRST = 3;

export function isFormula(cell: GridCell): cell is { readonly formula: string; readonly value: CellValue } {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** All rows of an example as they stand in its sheet. */
export function gridOf(example: ExampleTable | OtherExample): GridCell[][] {
  if (example.kind === "other") {
    const width = Math.max(...example.rows.map((row) => row.length));
    return valued(example.rows, 0).map((row) => Array.from({ length: width }, (_, col) => row[col] ?? null));
  }
  const { columns, heads, rows, title = "Biểu thử", caption = "", numbers, below = [] } = example;
  const full = (row: readonly GridCell[]): GridCell[] => columns.map((_, col) => row[col] ?? null);
  const counted = numbers ?? columns.filter((key) => !HIDDEN.has(key)).map((_, index) => String(index + 1));
  return [full([title, caption]), full(heads), full(counted), ...valued([...rows, ...below], FIRST).map(full)];
}

/** The example as the add-in reads it; `place` is its place among the tables of its workbook. */
export function readExample(example: ExampleTable | OtherExample, place: number): Table {
  if (example.kind === "other") {
    const [table] = readOthers(snapshotIn(example), []);
    if (!table) throw new Error("no table is read");
    return example.form ? withFormRules(table, [example.form]) : table;
  }
  const { kind, columns, rows, sheet = "Biểu", plan, merges = [], hiddenRows = [], linked = [], unevaluated = {} } = example;
  const grid = gridOf(example);
  const area = { row: 0, col: 0, rows: FIRST + rows.length, cols: columns.length };
  const reach = { ...area, rows: grid.length };
  const id = `${kind}${place + 1}` as const;
  const outline: TableOutline = {
    id,
    key: id,
    kind,
    sheet,
    area,
    reach,
    caption: { sheet, row: 0, col: 1 },
    head: { row: 1, col: 0, rows: 1, cols: columns.length },
    plan: null,
    columns: new Map(columns.flatMap((key, col) => (key === null ? [] : [[key, col] as const]))),
    body: { from: FIRST, to: FIRST + rows.length - 1 },
  };
  const uncomputed = Object.entries(unevaluated).flatMap(([cell, formula]) => {
    const at = parseA1(cell);
    return at ? [{ ...at, formula, kept: null }] : [];
  });
  const snapshot: SheetSnapshot = {
    sheet,
    area: reach,
    values: grid.map((row) => row.map((cell) => (isFormula(cell) ? cell.value : cell))),
    formulas: grid.map((row, r) =>
      row.map((cell, c) => uncomputed.find((one) => one.row === r && one.col === c)?.formula ?? (isFormula(cell) ? cell.formula : null)),
    ),
    unevaluated: uncomputed,
    linked: linked.flatMap((cell) => (parseA1(cell) ? [{ row: 0, col: 0, ...parseA1(cell), books: ["chi-tiet.xlsx"] }] : [])),
    hidden: { rows: hiddenRows.map((row) => row - 1), cols: columns.flatMap((key, col) => (HIDDEN.has(key) ? [col] : [])) },
    merges: merges.flatMap((text) => parseAreaA1(text) ?? []),
  };
  const reads = areasRead({ sheets: [{ id: sheet, name: sheet, visible: true }], names: [] });
  const table = readTable(outline, withCircles(snapshot, circlesIn(formulasRead([snapshot], reads))), readingWords);
  return plan === undefined ? table : Object.assign(table, { plan: { plan, part: "kinh-phi" } });
}

function snapshotIn(example: OtherExample): SheetSnapshot {
  const { sheet = "Biểu", more = {} } = example;
  const grid = gridOf(example);
  return {
    sheet,
    area: { row: 0, col: 0, rows: grid.length, cols: grid[0]?.length ?? 0 },
    values: grid.map((row) => row.map((cell) => (isFormula(cell) ? cell.value : cell))),
    formulas: grid.map((row) => row.map((cell) => (isFormula(cell) ? cell.formula : null))),
    unevaluated: [],
    ...more,
  };
}
