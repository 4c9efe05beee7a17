import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseA1, type CellValue, type SheetSnapshot } from "../../src/sheet";
import { openFile } from "../support/open-file";
import type { HandSlip } from "./hand-slips";
import { snapshotOf, sumsOf, toldOf, understood, type Cells, type Told, type Understood } from "./others";
import { plant, randomNumbers, Table } from "./planted-tables";
import { addScore, noScore, type SumScore } from "./sums-score";

const SEEDS = [2026, 2027, 2028];

/** How many slips were planted, and of how many the wrong cell is named. */
export interface Found {
  readonly planted: number;
  readonly first: number;
  readonly named: number;
}

/** How tables are understood that nobody made for us, and how a slip in them is found. */
export interface OthersFigures {
  readonly name: string;
  readonly tables: number;
  readonly typed: SumScore;
  /** Null where they are given as files. */
  readonly text: SumScore | null;
  readonly slips: Found;
  /** Slips of each kind, each by itself; null where files hold the slips that they have. */
  readonly byKind: Readonly<Record<HandSlip, Found>> | null;
  readonly right: { readonly tables: number; readonly errors: number; readonly warnings: number };
}

/** The eleven tables of Vietnamese budgets. */
export function vietnameseTables(folder: string): Table[] {
  const Line = z.looseObject({ aggs: z.array(z.looseObject({ check: z.string().nullish(), verdict: z.string().nullish() })) });
  return readFileSync(join(folder, "vn-budget-dev.jsonl"), "utf8").trim().split("\n").map((text) => {
    const line = Line.parse(JSON.parse(text));
    return Table.parse({ ...line, aggs: line.aggs.map((sum) => ({ ...sum, check: sum.check ?? sum.verdict })) });
  });
}

/** Sums that are marked as wrong make a table none that is right. */
const RIGHT: readonly (string | null | undefined)[] = [
  "exact", "ok", "rounding", "within annotator bound", "no readable part", "total not a plain number", "suppressed part", null, undefined,
];

export function tableFigures(name: string, tables: readonly Table[]): OthersFigures {
  const read = (table: Table, cells: Cells): Understood[] => understood(snapshotOf(table, cells));
  const scored = (cells: Cells): SumScore => {
    const score = noScore();
    for (const table of tables) addScore(score, table, sumsOf(read(table, cells)));
    return score;
  };
  const right = tables.filter(({ aggs }) => aggs.every(({ op, check }) => op !== "Sum" || RIGHT.includes(check)));
  const alarms = right.map((table) => toldOf(read(table, "typed")));
  const slips = (kind: HandSlip | null): Found =>
    found(SEEDS.flatMap((seed) => {
      const random = randomNumbers(seed);
      return tables.flatMap((table) => {
        const planted = plant(table, random, kind);
        return planted ? [{ cell: planted.cell, told: toldOf(read(planted.table, "typed")) }] : [];
      });
    }));
  return {
    name, tables: tables.length, typed: scored("typed"), text: scored("text"), slips: slips(null),
    byKind: {
      "one digit wrong": slips("one digit wrong"), "two digits swapped": slips("two digits swapped"),
      "digit left out": slips("digit left out"), "digit typed twice": slips("digit typed twice"),
    },
    right: alarmed(alarms),
  };
}

function found(slips: readonly { readonly cell: string; readonly told: Told }[]): Found {
  return {
    planted: slips.length,
    first: slips.filter(({ cell, told }) => told.first.has(cell)).length,
    named: slips.filter(({ cell, told }) => told.named.has(cell)).length,
  };
}

function alarmed(told: readonly Told[]): OthersFigures["right"] {
  return {
    tables: told.length,
    errors: told.filter(({ error }) => error).length,
    warnings: told.filter(({ error, warning }) => warning && !error).length,
  };
}

const Truth = z.record(
  z.string(),
  z.object({
    sheet: z.string(),
    relations: z.array(z.object({ op: z.string(), total: z.string(), parts: z.array(z.string()) })),
    planted: z.object({ cell: z.string() }).optional(),
  }),
);

/** Forms as offices keep them: files with their looks, half of them with a slip. */
export async function formFigures(folder: string): Promise<OthersFigures> {
  const truth = Truth.parse(JSON.parse(readFileSync(join(folder, "forms/truth.json"), "utf8")));
  const place = (address: string): [number, number] => {
    const cell = parseA1(address);
    if (!cell) throw new Error(address);
    return [cell.row, cell.col];
  };
  const score = noScore();
  const slips: { cell: string; told: Told }[] = [];
  const alarms: Told[] = [];
  for (const [name, { sheet, relations, planted }] of Object.entries(truth)) {
    const book = await openFile(readFileSync(join(folder, "forms", name)), name);
    const [snapshot] = await book.read([{ sheet, area: { row: 0, col: 0, rows: 1000, cols: 100 } }], { looks: ["indents", "bold"] });
    if (!snapshot) throw new Error(name);
    const tables = understood(snapshot);
    const sums = relations.filter(({ op }) => op === "sum");
    const aggs = sums.map(({ total, parts }) => ({ op: "Sum", total: place(total), parts: parts.map(place) }));
    addScore(score, { id: name, number_format: "None Point", rows: textsOf(snapshot), aggs }, sumsOf(tables));
    const told = toldOf(tables);
    if (planted) slips.push({ cell: place(planted.cell).join(), told });
    else alarms.push(told);
  }
  const tables = Object.keys(truth).length;
  return {
    name: "forms as offices keep them", tables, typed: score, text: null, slips: found(slips), byKind: null, right: alarmed(alarms),
  };
}

function textsOf({ area, values }: SheetSnapshot): string[][] {
  const before = Array.from({ length: area.row }, () => new Array<string>());
  const text = (value: CellValue): string => (typeof value === "number" || typeof value === "string" ? String(value) : "");
  return [...before, ...values.map((row) => [...new Array<string>(area.col).fill(""), ...row.map(text)])];
}
