import { derived } from "../base";
import type { Direction } from "../quantity";
import { gatheredGrid, STATE, type AmountGrid, type ColumnRange } from "./amount-grid";
import type { Column, Role } from "./columns";
import type { IndicatorRow, IndicatorTable, TargetReading, TypedCell } from "./table";

/** The numbers of one column; `values` 0 and `states` another than STATE.number where there is none. */
export interface NumberColumn {
  /** The year or the place of the reporting unit that the column is about; 0 for the baseline. */
  readonly place: number;
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly range: ColumnRange;
}

/** Whether a cell of a column is a number. */
export function isNumberIn({ states }: NumberColumn, row: number): boolean {
  return ((states[row] ?? 0) & STATE.mask) === STATE.number;
}

/** Whether a cell of a column is blank. */
export function isBlankIn({ states }: NumberColumn, row: number): boolean {
  return ((states[row] ?? 0) & STATE.mask) === STATE.blank;
}

/** The targets of one year, row by row. */
export interface TargetColumn {
  readonly year: number;
  readonly readings: readonly TargetReading[];
}

/**
 * An indicator table column by column: what most rules ask of most rows, without an object for each. Places in the arrays are those of the
 * table's `rows`.
 */
export interface IndicatorColumns {
  readonly count: number;
  /** The row of the sheet. */
  readonly sheetRows: readonly number[];
  readonly numbers: readonly string[];
  readonly labels: readonly string[];
  readonly directions: readonly (Direction | null)[];
  /** What the column of directions says. */
  readonly declared: readonly (Direction | null)[];
  /** The different units of the table, as typed, and which of them each row has. */
  readonly units: readonly (string | null)[];
  readonly unitOf: readonly number[];
  /** Years rising, as in all of the following. */
  readonly targets: readonly TargetColumn[];
  readonly baseline: readonly NumberColumn[];
  readonly actuals: readonly NumberColumn[];
  readonly numerators: readonly NumberColumn[];
  readonly denominators: readonly NumberColumn[];
  readonly unitActuals: readonly NumberColumn[];
  readonly unitNumerators: readonly NumberColumn[];
  readonly unitDenominators: readonly NumberColumn[];
  /** All of these columns of numbers together. */
  readonly grid: AmountGrid;
}

type Words = Pick<IndicatorColumns, "sheetRows" | "numbers" | "labels" | "directions" | "declared" | "units" | "unitOf" | "targets">;

/** The columns of numbers by what they hold. */
type NumberColumns = Pick<
  IndicatorColumns,
  "baseline" | "actuals" | "numerators" | "denominators" | "unitActuals" | "unitNumerators" | "unitDenominators"
>;

/** What a column of numbers holds, and of which year or reporting unit; null for any other column. */
function numbersIn({ role, year, place }: Column): { readonly list: keyof NumberColumns; readonly place: number } | null {
  if (role === "baseline") return { list: "baseline", place: 0 };
  if (role !== "actual" && role !== "numerator" && role !== "denominator") return null;
  if (place !== null)
    return { list: ({ actual: "unitActuals", numerator: "unitNumerators", denominator: "unitDenominators" } as const)[role], place };
  return year === null
    ? null
    : { list: ({ actual: "actuals", numerator: "numerators", denominator: "denominators" } as const)[role], place: year };
}

export function indicatorColumns(words: Words, grid: AmountGrid): IndicatorColumns {
  const lists: Record<keyof NumberColumns, NumberColumn[]> = {
    baseline: [],
    actuals: [],
    numerators: [],
    denominators: [],
    unitActuals: [],
    unitNumerators: [],
    unitDenominators: [],
  };
  for (const [column, asked] of grid.columns.entries()) {
    const [found, values, states, range] = [numbersIn(asked), grid.values[column], grid.states[column], grid.ranges[column]];
    if (found && values && states && range) lists[found.list].push({ place: found.place, values, states, range });
  }
  for (const list of Object.values(lists)) list.sort((a, b) => a.place - b.place);
  const { sheetRows, numbers, labels, directions, declared, units, unitOf, targets } = words;
  const { baseline, actuals, numerators, denominators, unitActuals, unitNumerators, unitDenominators } = lists;
  return {
    count: sheetRows.length,
    sheetRows, numbers, labels, directions, declared, units, unitOf, targets, baseline, actuals, numerators, denominators, unitActuals,
    unitNumerators, unitDenominators, grid,
  };
}

interface Source {
  readonly columns: IndicatorColumns;
  readonly rowAt: (index: number) => IndicatorRow | undefined;
  readonly rows: () => readonly IndicatorRow[];
}

const sourceOf = derived((table: IndicatorTable): Source => {
  const { rows } = table;
  return { columns: gathered(rows), rowAt: (index) => rows[index], rows: () => rows };
});

/**
 * The table of these columns. Its rows are made for who asks, by `rowAt`: whether there is anything to say of a row is told by the columns.
 */
export function tableOf(
  own: Omit<IndicatorTable, "rows">, columns: IndicatorColumns, rowAt: (index: number) => IndicatorRow,
): IndicatorTable {
  const table = Object.defineProperty({ ...own }, "rows", ROWS) as IndicatorTable;
  let rows: readonly IndicatorRow[] | null = null;
  sourceOf.give(table, { columns, rowAt, rows: () => (rows ??= columns.sheetRows.map((_, index) => rowAt(index))) });
  return table;
}

/** One getter for all tables: one for each would make every table an object of its own kind to the engine. */
const ROWS: PropertyDescriptor & ThisType<IndicatorTable> = {
  enumerable: true,
  configurable: true,
  get() {
    return sourceOf(this).rows();
  },
};

/** The columns of a table: those that it was read from, else gathered from its rows. */
export function columnsOf(table: IndicatorTable): IndicatorColumns {
  return sourceOf(table).columns;
}

/** The rows at these places, without making the others. */
export function rowsAt(table: IndicatorTable, places: readonly number[]): IndicatorRow[] {
  const { rowAt } = sourceOf(table);
  return places.flatMap((place) => rowAt(place) ?? []);
}

const BLANK: TargetReading = { text: "", state: "blank" };

type Cells = (row: IndicatorRow) => ReadonlyMap<number, TypedCell>;
const CELLS: readonly (readonly [Role, "year" | "place", Cells])[] = [
  ["actual", "place", (row) => row.unitActuals],
  ["actual", "year", (row) => row.actuals],
  ["numerator", "place", (row) => row.unitNumerators],
  ["denominator", "place", (row) => row.unitDenominators],
  ["numerator", "year", (row) => row.numerators],
  ["denominator", "year", (row) => row.denominators],
];

function gathered(rows: readonly IndicatorRow[]): IndicatorColumns {
  const indexOf = indexer<string | null>();
  const unitOfRow = rows.map(({ unit }) => indexOf(unit));
  const years = placesOf(rows.map(({ targets }) => targets));
  const columnOf = (role: Role, of: "year" | "place" | null, at: number | null): Column => ({
    id: `${role} ${of ?? ""} ${at ?? ""}`,
    role,
    year: of === "year" ? at : null,
    place: of === "place" ? at : null,
    adds: null,
  });
  const cellAt = new Map<Column, (row: IndicatorRow) => TypedCell | null | undefined>([
    [columnOf("baseline", null, null), ({ baseline }) => baseline],
  ]);
  for (const [role, of, cells] of CELLS)
    for (const at of placesOf(rows.map(cells))) cellAt.set(columnOf(role, of, at), (row) => cells(row).get(at));
  const words: Words = {
    sheetRows: rows.map(({ row }) => row),
    numbers: rows.map(({ number }) => number),
    labels: rows.map(({ label }) => label),
    directions: rows.map(({ direction }) => direction),
    declared: rows.map(({ declared }) => declared.direction),
    units: indexOf.all,
    unitOf: unitOfRow,
    targets: years.map((year) => ({ year, readings: rows.map(({ targets }) => targets.get(year) ?? BLANK) })),
  };
  return indicatorColumns(words, gatheredGrid([...cellAt.keys()], rows.length, (column, row) => {
    const found = rows[row];
    return found && cellAt.get(column)?.(found);
  }));
}

function placesOf(cells: readonly ReadonlyMap<number, unknown>[]): number[] {
  return [...new Set(cells.flatMap((one) => [...one.keys()]))].sort((a, b) => a - b);
}

/** Numbers different things in the order in which they come. */
export function indexer<T>(): ((item: T) => number) & { readonly all: readonly T[] } {
  const places = new Map<T, number>();
  const all: T[] = [];
  const indexOf = (item: T): number => {
    const before = places.get(item);
    if (before !== undefined) return before;
    places.set(item, all.length);
    return all.push(item) - 1;
  };
  return Object.assign(indexOf, { all });
}
