import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { layoutsOf, type Layout } from "../../src/reading";
import { MAX_COLS, MAX_ROWS } from "../../src/sheet";
import { CORPUS } from "../support/corpus";
import { openFile } from "../support/open-file";
import { textSnapshot, typedSnapshot } from "../support/text-snapshots";
import { corpusFolder, numberIn, readTables, type Table } from "./planted-tables";

const folder = corpusFolder();
const here = folder === null ? describe.skip : describe;

/** Of the sums that people have marked so many stand in one table each, every amount with its value, in a column of numbers. */
const LEAST_FOUND = 0.99;

here("tables of other people", () => {
  test.each([
    ["typed", (table: Table) => typedSnapshot(table.rows, table.number_format)],
    ["text alone", (table: Table) => textSnapshot(table.rows)],
  ] as const)("sums of numbers that are %s are seen whole", (_, snapshot) => {
    let [found, all] = [0, 0];
    for (const table of readTables(folder ?? "")) {
      const layouts = layoutsOf(snapshot(table), []);
      for (const { op, total, parts } of table.aggs) {
        if (op !== "Sum") continue;
        all++;
        if (layouts.some((layout) => [total, ...parts].every(([row, col]) => holds(layout, row, col, numberOf(table, row, col))))) found++;
      }
    }
    expect(all).toBeGreaterThan(10_000);
    expect(found / all).toBeGreaterThan(LEAST_FOUND);
  });

  test("each form has its one table, with its head, its lines and the rules of its column numbers", async () => {
    for (const [name, layouts] of await layoutsIn(path.join(CORPUS, "forms/right"))) {
      const [layout, ...others] = layouts;
      expect([name, others.length, layout?.headRows.length]).toEqual([name, 0, HEAD_ROWS[name.split("-")[0] ?? ""]]);
      expect([name, layout?.columns[0]?.kind, layout?.columns[1]?.kind]).toEqual([name, "outline", "label"]);
      expect([name, layout?.rules.length]).toEqual([name, RULES[name.split("-")[0] ?? ""] ?? 0]);
      expect([name, layout?.lines.every(({ label }) => label !== "")]).toEqual([name, true]);
      expect([name, layout?.unit === null]).toEqual([name, name.startsWith("schools")]);
    }
  });

  test("workbooks of any kind are read, and every table lies in its sheet", async () => {
    for (const [name, layouts] of await layoutsIn(path.join(CORPUS, "workbooks"))) {
      for (const { lines, columns, numbers, area } of layouts) {
        expect([name, numbers.values.length]).toEqual([name, lines.length * columns.length]);
        expect([name, columns.length]).toEqual([name, area.cols]);
        expect([name, lines.every(({ parent }, line) => parent === null || parent < line)]).toEqual([name, true]);
      }
    }
  });
});

/** Rows of heads of the made forms, those of column numbers among them, and how many of those hold a rule. */
const HEAD_ROWS: Readonly<Record<string, number>> = { assets: 1, debt: 2, months: 1, payroll: 3, programme: 3, schools: 2 };
const RULES: Readonly<Record<string, number>> = { debt: 1, payroll: 2, programme: 3 };

const numberOf = (table: Table, row: number, col: number): number | null => numberIn(table.rows[row]?.[col], table.number_format);

function holds({ lines, columns, numbers }: Layout, row: number, col: number, value: number | null): boolean {
  if (value === null) return true;
  const [line, place] = [lines.findIndex((one) => one.row === row), columns.findIndex((one) => one.col === col)];
  const kind = columns[place]?.kind;
  const read = numbers.values[line * columns.length + place] ?? NaN;
  return line !== -1 && (kind === "amount" || kind === "share") && Math.abs(read - value) < 1e-9;
}

async function layoutsIn(books: string): Promise<(readonly [name: string, layouts: readonly Layout[]])[]> {
  const found: (readonly [string, readonly Layout[]])[] = [];
  for (const name of existsSync(books) ? readdirSync(books).filter((file) => file.endsWith(".xlsx")) : []) {
    const book = await openFile(new Uint8Array(readFileSync(path.join(books, name))));
    const { sheets } = await book.outline();
    const wanted = sheets.map((sheet) => ({ sheet: sheet.name, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } }));
    const snapshots = await book.read(wanted, { looks: ["indents", "bold", "numberFormats"] });
    found.push([name, snapshots.flatMap((snapshot) => layoutsOf(snapshot, []))]);
  }
  return found;
}
