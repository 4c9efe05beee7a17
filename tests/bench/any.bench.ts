import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { checkWorkbook } from "../../src/app";
import { readOthers } from "../../src/reading";
import type { SheetSnapshot } from "../../src/sheet";
import { CORPUS } from "../support/corpus";
import { openFile } from "../support/open-file";
import { rawBook, type RawSheet } from "../support/raw-book";
import { measured } from "./measured-process";
import type { Row } from "./row";
import { builtScript } from "./script";

export const name = "tables of anybody's";

const today = { year: 2026, month: 11, day: 22 };

/** Rounds of which the quickest counts: what else the machine does makes others slower. */
const ROUNDS = 3;

export async function* run(): AsyncGenerator<Row> {
  yield* await workbooks();
  yield* large();
  yield* memory();
}

const ms = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Reading and checking workbooks of other people, beside @e965/xlsx only reading them, each file in turn by both. */
async function workbooks(): Promise<Row[]> {
  const folder = join(CORPUS, "workbooks");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".xlsx")) : [];
  const sums = { theirs: 0, ours: 0, reading: 0 };
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const best = { theirs: Infinity, ours: Infinity, reading: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      best.theirs = Math.min(best.theirs, await ms(() => read(bytes)));
      best.ours = Math.min(best.ours, await ms(async () => checkWorkbook(await openFile(bytes, file), today)));
      best.reading = Math.min(best.reading, await ms(() => openFile(bytes, file)));
    }
    for (const part of ["theirs", "ours", "reading"] as const) sums[part] += best[part];
  }
  return [
    { label: `@e965/xlsx reads ${files.length} workbooks`, value: Math.round(sums.theirs), unit: "ms" },
    { label: "read and checked", value: Math.round(sums.ours), unit: "ms" },
    { label: "of that unpacked and parsed", value: Math.round(sums.reading), unit: "ms" },
    { label: "read and checked, beside only reading", value: Math.round((100 * sums.ours) / sums.theirs) / 100, unit: "times" },
  ];
}

/** Square tables of numbers with a total in each line and column, from a snapshot. */
function* large(): Generator<Row> {
  for (const size of [250, 500, 1_000]) {
    const text = JSON.stringify(square(size));
    let from = performance.now();
    const snapshot = JSON.parse(text) as SheetSnapshot;
    const parsed = performance.now() - from;
    from = performance.now();
    const tables = readOthers(snapshot, []);
    const taken = performance.now() - from;
    const relations = tables.reduce((all, one) => all + one.relations.length, 0);
    yield { label: `${size} × ${size} cells read, ${relations} sums`, value: Math.round(taken), unit: "ms" };
    yield { label: `${size} × ${size} cells, JSON.parse`, value: Math.round(parsed), unit: "ms" };
    yield { label: `${size} × ${size} cells, a cell`, value: Math.round((1e6 * taken) / size ** 2) / 1e3, unit: "µs" };
  }
}

/** Numbers as good as drawn by lot, the same each time. */
function square(size: number): SheetSnapshot {
  let seed = 1;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) % 10_000;
  const body = Array.from({ length: size - 2 }, () => Array.from({ length: size - 2 }, next));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const lines = body.map((row, at) => [`Dòng ${at + 1}`, ...row, sum(row)]);
  const columns = Array.from({ length: size - 1 }, (_, col) => sum(lines.map((row) => row[col + 1] as number)));
  const values = [["Nội dung", ...Array.from({ length: size - 2 }, (_, at) => `Cột ${at + 1}`), "Cộng"], ...lines, ["Tổng số", ...columns]];
  return {
    sheet: "a",
    area: { row: 0, col: 0, rows: size, cols: size },
    values,
    formulas: values.map((row) => row.map(() => null)),
    unevaluated: [],
    hidden: { rows: [], cols: [] },
    merges: [],
  };
}

/** The most memory of a process that checks one workbook and nothing else, and its time. */
async function* memory(): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), "plan-tables-any-"));
  try {
    const command = builtScript("src/cli/main.ts", join(folder, "plan-tables.js"));
    const books: readonly (readonly [label: string, sheets: readonly RawSheet[]])[] = [
      [
        "250 sheets of 200 lines × 10 columns",
        Array.from({ length: 250 }, (_, at) => ({ name: `Xã ${at + 1}`, rows: filled(200, 10, at) })),
      ],
      ["60 lines over a million formatted blank cells", [{ name: "Chi", rows: `${filled(60, 10, 0)}${formatted(60, 1e5, 10)}` }]],
    ];
    for (const [label, sheets] of books) {
      const file = join(folder, "a.xlsx");
      writeFileSync(file, rawBook({ sheets, styles: STYLES }));
      const { seconds, megabytes, exit } = await measured(command, ["check", file, "--json"], "", folder);
      if (exit === 2) throw new Error(`${label}: not read`);
      yield { label: `${label}, most memory`, value: Math.round(megabytes), unit: "MB" };
      yield { label: `${label}, in all`, value: Math.round(10 * seconds) / 10, unit: "s" };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const STYLES = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>';

const LETTERS = "ABCDEFGHIJ";
const cellXml = (col: number, row: number, value: number | string): string => {
  const at = `${LETTERS[col] ?? ""}${row}`;
  return typeof value === "number"
    ? `<c r="${at}" s="1"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
};
const rowXml = (row: number, cells: readonly (number | string)[]): string =>
  `<row r="${row}">${cells.map((value, col) => cellXml(col, row, value)).join("")}</row>`;

/** Heads, lines of numbers and a total under them, in that many rows and columns. */
function filled(lines: number, columns: number, seed: number): string {
  const numbers = Array.from({ length: lines - 2 }, (_, line) =>
    Array.from({ length: columns - 1 }, (__, col) => ((line * 7919 + col * 104_729 + seed * 31) % 90_000) + 1_000),
  );
  const totals = Array.from({ length: columns - 1 }, (_, col) => numbers.reduce((all, row) => all + (row[col] ?? 0), 0));
  return [
    rowXml(1, ["Nội dung", ...totals.map((_, col) => `Khoản ${col + 1}`)]),
    ...numbers.map((row, line) => rowXml(line + 2, [`Đơn vị ${line + 1}`, ...row])),
    rowXml(lines, ["Tổng cộng", ...totals]),
  ].join("");
}

/** Rows of cells with a format and nothing in them. */
function formatted(above: number, rows: number, columns: number): string {
  return Array.from({ length: rows }, (_, at) => {
    const row = above + 1 + at;
    return `<row r="${row}">${Array.from({ length: columns }, (__, col) => `<c r="${LETTERS[col] ?? ""}${row}" s="1"/>`).join("")}</row>`;
  }).join("");
}
