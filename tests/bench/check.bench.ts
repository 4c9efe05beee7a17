import { patched, rereadAreas } from "../../src/app/reread";
import { agreements, check } from "../../src/checks";
import { readingWords } from "../../src/i18n";
import { readTable } from "../../src/reading";
import { crossedBudget, filledBudget, filledIndicators, filledTasks, type FilledTable } from "../support/big-snapshots";
import type { Row } from "./row";

export const name = "check: reading and checking a snapshot";

const today = { year: 2026, month: 11, day: 22 };

/** Cells of the snapshots that are measured. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

/** Columns of a table of tasks, the hidden one among them. */
const TASK_COLUMNS = 9;

/** What a check may cost beside `JSON.parse` of the bare values of the same snapshot. */
const AIM = 3;

/** Checks of a small table before the measuring begins. */
const WARMING = 100;

const round = (value: number): number => Number(value.toPrecision(3));

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function checked({ outline, snapshot }: FilledTable): number {
  const table = readTable(outline, snapshot, readingWords);
  return check([table], today).findings.length + agreements([table]).length;
}

/** Both in turn, so that what else runs on the machine slows both. */
function measure(what: string, table: FilledTable, cells: number, warm: FilledTable): Row[] {
  const text = JSON.stringify(table.snapshot.values);
  const own = table.snapshot.area.rows * table.snapshot.area.cols;
  const runs = Math.max(7, Math.min(301, Math.round(4_000_000 / own)));
  const [parsing, checking]: [number[], number[]] = [[], []];
  // the first checks of a program are slower: they are not what is measured
  for (let run = 0; run < WARMING; run++) checked(warm);
  for (let run = 0; run < runs; run++) {
    parsing.push(milliseconds(() => void JSON.parse(text)));
    checking.push(milliseconds(() => void checked(table)));
  }
  const label = `${what}, ${cells.toLocaleString("en")} cells`;
  return [
    { label: `${label}: reading and checking`, value: round((median(checking) / own) * 1e6), unit: "ns a cell" },
    { label: `${label}: JSON.parse of the values`, value: round((median(parsing) / own) * 1e6), unit: "ns a cell" },
    { label: `${label}: times JSON.parse (aim: ${AIM})`, value: round(median(checking) / median(parsing)), unit: "x" },
  ];
}

/** A check after typing into one cell of a table, against one of the whole: what is read again, and how long both take. */
function* typing(): Generator<Row> {
  const { outline, snapshot, columns } = filledBudget(30_000);
  const at = { row: outline.body.from + 100, col: columns.get("y2022") ?? 0, rows: 1, cols: 1 };
  const areas = rereadAreas(snapshot, [at]) ?? [{ sheet: snapshot.sheet, area: snapshot.area }];
  const pieces = areas.map(({ area }) => ({
    ...snapshot,
    area,
    values: snapshot.values.slice(area.row, area.row + area.rows),
    formulas: snapshot.formulas.slice(area.row, area.row + area.rows),
    hidden: { rows: [], cols: [] },
  }));
  const bytes = (values: unknown): number => new TextEncoder().encode(JSON.stringify(values)).length;
  const label = "budget of 30,000 rows, one cell typed";
  yield {
    label: `${label}: read again`,
    value: pieces.reduce((all, { values, formulas }) => all + bytes({ values, formulas }), 0),
    unit: "bytes",
  };
  yield { label: `${label}: a whole reading`, value: bytes({ values: snapshot.values, formulas: snapshot.formulas }), unit: "bytes" };
  const again = Array.from({ length: 7 }, () =>
    milliseconds(() => void checked({ outline, columns, snapshot: patched(snapshot, rereadAreas(snapshot, [at]) ? pieces : []) })),
  );
  yield { label: `${label}: what to read, and checking`, value: round(median(again)), unit: "ms" };
}

export function* run(): Generator<Row> {
  const [budget, decimals, crossed, indicators, tasks] = [
    filledBudget(300), filledBudget(300, 2), crossedBudget(60), filledIndicators(150), filledTasks(500),
  ];
  for (const cells of SIZES) yield* measure("budget", filledBudget(Math.round(cells / 15)), cells, budget);
  for (const cells of SIZES) yield* measure("budget with decimals", filledBudget(Math.round(cells / 15), 2), cells, decimals);
  for (const cells of SIZES) yield* measure("budget by item and source", crossedBudget(Math.round(cells / 80)), cells, crossed);
  for (const cells of SIZES) yield* measure("indicators", filledIndicators(Math.round(cells / 26)), cells, indicators);
  for (const cells of SIZES) yield* measure("tasks", filledTasks(Math.round(cells / TASK_COLUMNS)), cells, tasks);
  yield* typing();
}
