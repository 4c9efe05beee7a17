import { agreements, check } from "../../src/checks";
import { readingWords } from "../../src/i18n";
import { readTable } from "../../src/reading";
import { filledBudget, filledIndicators, type FilledTable } from "../support/big-snapshots";
import type { Row } from "./row";

export const name = "check: reading and checking a snapshot";

const today = { year: 2026, month: 11, day: 22 };

/** Cells of the snapshots that are measured. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

/** What a check may cost beside `JSON.parse` of the bare values of the same snapshot. */
const AIM = 3;

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
function measure(what: string, table: FilledTable, cells: number): Row[] {
  const text = JSON.stringify(table.snapshot.values);
  const own = table.snapshot.area.rows * table.snapshot.area.cols;
  const runs = Math.max(7, Math.min(101, Math.round(2_000_000 / own)));
  const [parsing, checking]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    // what is left of the one is not cleared away in the time of the other
    globalThis.gc?.();
    parsing.push(milliseconds(() => void JSON.parse(text)));
    globalThis.gc?.();
    checking.push(milliseconds(() => void checked(table)));
  }
  const label = `${what}, ${cells.toLocaleString("en")} cells`;
  return [
    { label: `${label}: reading and checking`, value: round((median(checking) / own) * 1e6), unit: "ns a cell" },
    { label: `${label}: JSON.parse of the values`, value: round((median(parsing) / own) * 1e6), unit: "ns a cell" },
    { label: `${label}: times JSON.parse (aim: ${AIM})`, value: round(median(checking) / median(parsing)), unit: "x" },
  ];
}

const round = (value: number): number => Number(value.toPrecision(3));

export function* run(): Generator<Row> {
  for (const cells of SIZES) yield* measure("budget", filledBudget(Math.round(cells / 15)), cells);
  for (const cells of SIZES) yield* measure("budget with decimals", filledBudget(Math.round(cells / 15), 2), cells);
  for (const cells of SIZES) yield* measure("indicators", filledIndicators(Math.round(cells / 26)), cells);
}
