import { diagnose, type BalanceCell, type Equation } from "../../src/balance";
import { givenOf, plantedOnce, ROUNDED } from "../corpus/accuracy-cases";
import { corpusFolder, readTables } from "../corpus/planted-tables";
import type { Row } from "./row";

interface System {
  readonly cells: readonly BalanceCell[];
  readonly equations: readonly Equation[];
}

export const name = "balance";

/** Rows that are sums of their columns, a column total each and a total of the totals; `wrong` cells have two digits swapped. */
function table(rows: number, columns: number, wrong: number): System {
  const value = (row: number, column: number) => 10_000 + ((row * 7919 + column * 104_729) % 89_999);
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const [rowIds, columnIds] = [range(rows), range(columns)];
  const rowTotal = (row: number) => columnIds.reduce((sum, column) => sum + value(row, column), 0);
  const columnTotal = (column: number) => rowIds.reduce((sum, row) => sum + value(row, column), 0);
  const cell = (id: string, amount: number): BalanceCell => ({ id, value: amount, typed: true, decimals: 0 });
  const cells = [
    ...rowIds.flatMap((row) => columnIds.map((column) => cell(`${row},${column}`, value(row, column)))),
    ...rowIds.map((row) => cell(`row${row}`, rowTotal(row))),
    ...columnIds.map((column) => cell(`column${column}`, columnTotal(column))),
    cell("total", rowIds.reduce((sum, row) => sum + rowTotal(row), 0)),
  ];
  const sum = (total: string, parts: readonly string[]): Equation => ({
    id: total + parts[0],
    op: "=",
    tolerance: 0,
    terms: [{ cell: total, coefficient: 1 }, ...parts.map((part) => ({ cell: part, coefficient: -1 }))],
  });
  const equations = [
    ...rowIds.map((row) => sum(`row${row}`, columnIds.map((column) => `${row},${column}`))),
    ...columnIds.map((column) => sum(`column${column}`, rowIds.map((row) => `${row},${column}`))),
    sum("total", rowIds.map((row) => `row${row}`)),
    sum("total", columnIds.map((column) => `column${column}`)),
  ];
  const swap = (amount: number) => amount - (amount % 100) + (amount % 10) * 10 + Math.floor((amount % 100) / 10);
  const spoilt = new Set(range(wrong).map((i) => Math.floor(((i + 0.5) * rows) / wrong) * columns));
  return {
    cells: cells.map((one, i) => (spoilt.has(i) ? { ...one, value: swap(one.value) + (swap(one.value) === one.value ? 9 : 0) } : one)),
    equations,
  };
}

/** One column only, without row sums: every cell of the failing sum has to be looked at. */
function column(rows: number): System {
  const { cells, equations } = table(rows, 1, 1);
  return { cells, equations: equations.filter(({ id }) => id.startsWith("column")) };
}

/** The table with some cells changed. */
function withValues({ cells, equations }: System, change: (cell: BalanceCell) => number | undefined): System {
  return { equations, cells: cells.map((cell) => ({ ...cell, value: change(cell) ?? cell.value })) };
}

/** Two neighbours of a row exchanged. */
function swapped(rows: number): System {
  const whole = table(rows, 8, 0);
  const values = new Map(whole.cells.map(({ id, value }) => [id, value]));
  return withValues(whole, ({ id }) => (id === "7,2" ? values.get("7,3") : id === "7,3" ? values.get("7,2") : undefined));
}

/** A column's total and another's that are wrong by amounts that no cell and no pair of cells explains. */
function unexplained(rows: number): System {
  return withValues(table(rows, 8, 0), ({ id, value }) =>
    id === "column2" ? value + 77_777 : id === "column5" ? value - 12_345 : undefined,
  );
}

const milliseconds = ({ cells, equations }: System, options = {}): number => {
  const start = performance.now();
  diagnose(cells, equations, options);
  return performance.now() - start;
};

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
}

/** Published tables with one typing error each; nothing where they are not here. */
function published(): Row[] {
  const folder = corpusFolder();
  if (folder === null) return [];
  const cases = plantedOnce(readTables(folder).map(givenOf), 2026);
  const times = cases.map((planted) => milliseconds(planted, ROUNDED));
  const label = (what: string) => `published table, one error, ${what} of ${times.length}`;
  return [
    { label: label("median"), value: at(times, 0.5), unit: "ms" },
    { label: label("99th of a hundred"), value: at(times, 0.99), unit: "ms" },
  ];
}

export function run(): readonly Row[] {
  const of = (label: string, system: System, runs: number): Row => ({
    label,
    value: at(Array.from({ length: runs }, () => milliseconds(system)), 0.5),
    unit: "ms",
  });
  return [
    of("30 rows x 8 columns, one error", table(30, 8, 1), 50),
    of("30 rows x 8 columns, two cells swapped", swapped(30), 50),
    of("30 rows x 8 columns, two totals unexplained", unexplained(30), 50),
    ...published(),
    of("3,000 rows x 8 columns, no error", table(3000, 8, 0), 9),
    of("3,000 rows x 8 columns, one error", table(3000, 8, 1), 9),
    of("3,000 rows x 8 columns, 30 errors", table(3000, 8, 30), 9),
    of("3,000 rows x 8 columns, 1,000 errors", table(3000, 8, 1000), 5),
    of("3,000 rows x 8 columns, two cells swapped", swapped(3000), 9),
    of("3,000 rows x 8 columns, two totals unexplained", unexplained(3000), 9),
    of("30,000 rows x 8 columns, one error", table(30_000, 8, 1), 3),
    of("30,000 rows x 8 columns, two cells swapped", swapped(30_000), 3),
    of("30,000 rows x 8 columns, two totals unexplained", unexplained(30_000), 3),
    of("one sum of 3,000 cells, one error", column(3000), 9),
  ];
}
